package payment_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/problem"
)

// setting is 13 November 2026 with a test key.
var setting = payment.Setting{Now: 1794528000, Test: true}

// one reads a single field of a type among otherwise empty details.
func one(t testing.TB, kind, field, value string, raw bool) payment.Reading {
	t.Helper()
	d := payment.Details{{Name: "type", Value: kind}, {Name: field, Value: value, Raw: raw}}
	for _, r := range payment.Read(d, setting) {
		if r.Name == field {
			return r
		}
	}
	return payment.Reading{}
}

func TestFields(t *testing.T) {
	for _, row := range []struct {
		kind, field, typed, folded, code string
		potential                        bool
		why                              string
	}{
		{"credit_card", "number", "４１１１ー１１１１−1111 1111", "4111111111111111", "", true, "full-width digits and every dash"},
		{"credit_card", "number", "4111x", "4111x", "invalid_characters", false, "a letter is a slip, not a separator"},
		{"credit_card", "number", "", "", "required", true, "nothing yet"},
		{"credit_card", "number", " 　", "", "required", true, "blanks are nothing"},
		{"credit_card", "month", "１", "1", "", true, "full-width"},
		{"credit_card", "verification_value", "１２３", "123", "", true, "full-width"},
		{"credit_card", "email", "", "", "-", false, "optional and empty: not sent"},
		{"credit_card", "family_name", "　山田 ", "山田", "", true, "blanks around a name"},
		{"credit_card", "name", "Ｔａｒｏ　Ｙａｍａｄａ", "Taro Yamada", "", true, "an input method left on"},

		{"konbini", "store", "lawson", "lawson", "", true, "documented"},
		{"konbini", "store", "family_mart", "family-mart", "", true, "as people write it"},
		{"konbini", "store", "FamilyMart", "family-mart", "", true, "as people write it"},
		{"konbini", "store", "ﾌｧﾐﾘｰﾏｰﾄ", "family-mart", "", true, "half-width"},
		{"konbini", "store", "ファミリーマート", "family-mart", "", true, "as people write it"},
		{"konbini", "store", "7-Eleven", "seven-eleven", "", true, "as people write it"},
		{"konbini", "store", "７－ｅｌｅｖｅｎ", "seven-eleven", "", true, "full-width"},
		{"konbini", "store", "セブン‐イレブン", "seven-eleven", "", true, "its own spelling, hyphen and all"},
		{"konbini", "store", "セブン・イレブン", "seven-eleven", "", true, "as people write it"},
		{"konbini", "store", "ろーそん", "lawson", "", true, "hiragana"},
		{"konbini", "store", "７－１１", "seven-eleven", "", true, "as its sign has it"},
		{"konbini", "store", "ﾃﾞｲﾘｰ", "daily-yamazaki", "", true, "as people call it"},
		{"konbini", "store", "デイリーヤマザキ", "daily-yamazaki", "", true, "as people write it"},
		{"konbini", "store", "seico mart", "seicomart", "", true, "as people write it"},
		{"konbini", "store", "circle-k", "circle-k", "invalid_store", false, "not one of the six"},
		{"konbini", "store", "|", "|", "invalid_store", false, "the table's own separator is no name"},
		{"konbini", "phone", "０９０ー１２３４ー５６７８", "090-1234-5678", "", true, "as an input method writes it"},
		{"konbini", "phone", "+81 (90) 1234_5678", "+81 (90) 1234_5678", "", true, "all that the pattern allows"},
		{"konbini", "phone", "090.1234.5678", "09012345678", "", true, "dots are not in the pattern"},
		{"konbini", "phone", "090-1234-56", "090-1234-56", "invalid_phone", true, "nine digits"},
		{"konbini", "phone", "090-1234-5678 内線", "090-1234-5678 内線", "invalid_phone", false, "the pattern has no such character"},
		{"konbini", "expiry_days", "0", "0", "", true, "the least"},
		{"konbini", "expiry_days", "５９", "59", "", true, "the most"},
		{"konbini", "expiry_days", "60", "60", "invalid_days", false, "too many"},
		{"konbini", "expiry_days", "1.5", "1.5", "invalid_days", false, "no whole number"},
		{"konbini", "expiry_days", "99999999999999999999", "99999999999999999999", "invalid_days", false, "no overflow"},
		{"bank_transfer", "expiry_days", "13", "13", "invalid_days", false, "this type begins at 14"},
		{"bank_transfer", "expiry_days", "1", "1", "invalid_days", true, "14 may follow"},
		{"bank_transfer", "expiry_days", "14", "14", "", true, "the least"},
		{"bank_transfer", "family_name_kana", "ﾔﾏﾀﾞ", "ヤマダ", "", true, "half-width"},
		{"bank_transfer", "family_name_kana", "やまだ", "ヤマダ", "", true, "hiragana"},
		{"bank_transfer", "family_name_kana", "山田", "山田", "invalid_kana", false, "kanji is no reading"},
		{"bank_transfer", "family_name_kana", "やまd", "ヤマd", "invalid_kana", true, "half typed"},

		{"web_money", "prepaid_number", "1111-1111-1111-1111", "1111111111111111", "", true, "KOMOJU's own sample, grouped"},
		{"web_money", "prepaid_number", "e111111111111112", "e111111111111112", "", true, "letters too"},
		{"web_money", "prepaid_number", "111111111111111", "111111111111111", "too_short", true, "15"},
		{"web_money", "prepaid_number", "11111111111111111", "11111111111111111", "too_long", false, "17"},
		{"web_money", "prepaid_number", "111111111111111あ", "111111111111111あ", "invalid_characters", false, "letters and digits"},
		{"bit_cash", "prepaid_number", "あいうえ かきくけ さしすせ たちつて", "あいうえかきくけさしすせたちつて", "", true, "16 hiragana, as printed"},
		{"bit_cash", "prepaid_number", "あいうえ-かきくけ－さしすせ−たちつて", "あいうえかきくけさしすせたちつて", "", true, "grouped by dashes, which are no sounds here"},
		{"bit_cash", "prepaid_number", "アイウエカキクケサシスセタチツテ", "あいうえかきくけさしすせたちつて", "", true, "an input method gone astray"},
		{"bit_cash", "prepaid_number", "1111111111111111", "1111111111111111", "", true, "KOMOJU's own sample"},
		{"bit_cash", "prepaid_number", "あいうえか", "あいうえか", "too_short", true, "characters, not bytes"},
		{"net_cash", "prepaid_number", "aBcDeFgHiJkLmNoPqRsT", "aBcDeFgHiJkLmNoPqRsT", "", true, "20, and case matters"},
		{"net_cash", "prepaid_number", "aBcDeFgHiJkLmNoPqRsTu", "aBcDeFgHiJkLmNoPqRsTu", "too_long", false, "21"},
		{"nanaco", "prepaid_number", "１１１１１１１１１１１１１１１１", "1111111111111111", "", true, "full-width"},
		{"steam_prepaid_card", "prepaid_number", "AAAA*BBBB*CCCC*D", "AAAA*BBBB*CCCC*D", "", true, "no alphabet is documented"},

		{"dospara", "user_no", " １２３４５ ", "12345", "", true, "an id is one line of Latin text"},
		{"dospara", "user_password", " ｐａｓｓ ", " ｐａｓｓ ", "", true, "a password is left alone"},
		{"dospara", "user_password", "", "", "required", true, "nothing yet"},
		{"dospara", "user_password", strings.Repeat("山", 20), strings.Repeat("山", 20), "", true, "20 characters"},
		{"dospara", "user_password", strings.Repeat("山", 21), strings.Repeat("山", 21), "too_long", false, "21"},
		{"culture_voucher", "culture_id", strings.Repeat("1", 13), strings.Repeat("1", 13), "too_long", false, "12 at most"},
		{"happy_money", "happy_money_password", strings.Repeat("1", 51), strings.Repeat("1", 51), "too_long", false, "50 at most"},

		{"toss", "email", "ｆｏｏ＠ｂａｒ．ｃｏｍ", "foo@bar.com", "", true, "full-width"},
		{"toss", "email", "a..b.@docomo.ne.jp", "a..b.@docomo.ne.jp", "", true, "old carriers gave these out"},
		{"toss", "email", "a@localhost", "a@localhost", "", true, "as the HTML standard has it"},
		{"toss", "email", "foo", "foo", "invalid_email", true, "half typed"},
		{"toss", "email", "foo@", "foo@", "invalid_email", true, "half typed"},
		{"toss", "email", "foo@bar.", "foo@bar", "", true, "a dot behind a whole address"},
		{"toss", "email", "@bar.jp", "@bar.jp", "invalid_email", false, "no name before it"},
		{"toss", "email", "foo bar@b.jp", "foo bar@b.jp", "invalid_email", false, "a space"},
		{"toss", "email", "foo,bar@b.jp", "foo,bar@b.jp", "invalid_email", false, "a comma"},
		{"toss", "email", "foo@b_r.jp", "foo@b_r.jp", "invalid_email", false, "no host name"},
		{"toss", "email", "foo@-bar.jp", "foo@-bar.jp", "invalid_email", false, "no host name"},
		{"toss", "email", "foo@" + strings.Repeat("a", 64) + ".jp", "foo@" + strings.Repeat("a", 64) + ".jp", "invalid_email", false, "a label has 63"},
		{"toss", "email", strings.Repeat("a", 248) + "@bar.jp", strings.Repeat("a", 248) + "@bar.jp", "", true, "255"},
		{"toss", "email", strings.Repeat("a", 249) + "@bar.jp", strings.Repeat("a", 249) + "@bar.jp", "too_long", false, "256"},
		{"zgold", "return_url", "http://example.com", "http://example.com", "", true, "KOMOJU's own sample"},
		{"zgold", "return_url", "myapp://done", "myapp://done", "", true, "apps have schemes of their own"},
		{"zgold", "return_url", "https://例え.jp/道?a=1#b", "https://例え.jp/道?a=1#b", "", true, "nothing is documented against it"},
		{"zgold", "return_url", "example.com", "example.com", "invalid_url", true, "no scheme"},
		{"zgold", "return_url", "javascript:alert(1)", "javascript:alert(1)", "invalid_url", false, "no place to return to"},
		{"zgold", "return_url", "http://a b", "http://a b", "invalid_url", false, "a space"},

		{"toss", "email", "a\uFFFD@b.jp", "a\uFFFD@b.jp", "invalid_characters", false, "half a surrogate pair"},
		{"dospara", "user_password", "\uFFFD", "\uFFFD", "invalid_characters", false, "half a surrogate pair"},
		{"paypay", "anything", "\uFFFD", "\uFFFD", "invalid_characters", false, "half a surrogate pair"},
		{"paypay", "anything", " as given ", " as given ", "", true, "a type of no known rule"},
		{"credit_card", "usage", "  3", "  3", "", true, "a field of no known rule"},
		{"credit_card", "family_name", strings.Repeat("a", 9999), strings.Repeat("a", 9999), "", true, "no document limits a name"},
	} {
		r := one(t, row.kind, row.field, row.typed, false)
		why := row.kind + "." + row.field + ": " + row.why
		if row.code == "-" {
			assert.Empty(t, r.Name, why)
			continue
		}
		assert.Equal(t, row.code, r.Code.String(), why)
		assert.Equal(t, row.folded, r.Value, why)
		assert.Equal(t, row.potential, r.Potential, why)
	}
}

func TestJSONValuesOfKnownFields(t *testing.T) {
	for _, row := range []struct{ kind, field, json, value, code, why string }{
		{"credit_card", "month", "1", "1", "", "a number instead of a string"},
		{"credit_card", "year", "2033", "2033", "", "a number instead of a string"},
		{"credit_card", "number", "4111111111111111", "4111111111111111", "", "a number instead of a string"},
		{"credit_card", "number", "-4", "4", "invalid_characters", "a negative number is no separator and digits"},
		{"credit_card", "number", "4.1e+30", "4.1e+30", "invalid_characters", "beyond what a number holds"},
		{"credit_card", "month", "true", "true", "invalid_characters", "no text"},
		{"credit_card", "name", `{"a":1}`, `{"a":1}`, "invalid_characters", "no text"},
		{"credit_card", "name", "[]", "[]", "invalid_characters", "no text"},
		{"credit_card", "number", "null", "", "required", "null is nothing"},
	} {
		r := one(t, row.kind, row.field, row.json, true)
		assert.Equal(t, row.code, r.Code.String(), row.why)
		assert.Equal(t, row.value, r.Value, row.why)
		assert.False(t, r.Raw, "it is sent as a string, as the samples are: "+row.why)
	}
	assert.Empty(t, one(t, "credit_card", "name", "null", true).Name, "null is not sent")
	assert.True(t, one(t, "credit_card", "usage", "null", true).Raw, "a field of no known rule is sent as given")
}

func TestType(t *testing.T) {
	for _, row := range []struct {
		d    payment.Details
		code string
		why  string
	}{
		{nil, "required", "no details at all"},
		{payment.Details{{Name: "type"}}, "required", "empty"},
		{payment.Details{{Name: "type", Value: "null", Raw: true}}, "required", "null"},
		{payment.Details{{Name: "type", Value: "5", Raw: true}}, "invalid_payment_type", "a number"},
		{payment.Details{{Name: "type", Value: "{}", Raw: true}}, "invalid_payment_type", "an object"},
		{payment.Details{{Name: "type", Value: "a\uFFFD"}}, "invalid_characters", "half a surrogate pair"},
		{payment.Details{{Name: "type", Value: "rakutenpay"}}, "", "types outside the catalogue exist"},
	} {
		got := payment.Read(row.d, setting)
		require.NotEmpty(t, got)
		assert.Equal(t, "type", got[0].Name, row.why)
		assert.Equal(t, row.code, got[0].Code.String(), row.why)
	}
}

func TestSecurityCodeFollowsTheBrand(t *testing.T) {
	for _, row := range []struct{ number, typed, code string }{
		{"378282246310005", "1234", ""}, {"378282246310005", "123", "invalid_security_code"},
		{"4111111111111111", "123", ""}, {"4111111111111111", "1234", "invalid_security_code"},
		{"", "1234", ""}, {"", "123", ""},
	} {
		d := payment.Details{{Name: "type", Value: "credit_card"}, {Name: "number", Value: row.number}, {Name: "verification_value", Value: row.typed}}
		for _, r := range payment.Read(d, setting) {
			if r.Name == "verification_value" {
				assert.Equal(t, row.code, r.Code.String(), row.number+" "+row.typed)
			}
		}
	}
}

// The 3-D Secure test cards are documented with 08/2025, which has passed.
func TestPastExpiryOfTestCards(t *testing.T) {
	for _, row := range []struct {
		number string
		test   bool
		code   problem.Code
		why    string
	}{
		{"4100 0000 0000 0100", true, problem.None, "documented, as typed"},
		{"5100000000000107", true, problem.None, "documented"},
		{"3528000000000106", true, problem.None, "documented"},
		{"4100000000005000", true, problem.None, "documented"},
		{"4100000000500000", true, problem.None, "documented"},
		{"4100000000000100", false, problem.Expired, "with a live key nothing is excused"},
		{"4111111111111111", true, problem.Expired, "another test card"},
		{"4100000000", true, problem.Expired, "the beginning of one"},
		{"", true, problem.Expired, "no number yet"},
	} {
		d := payment.Details{{Name: "type", Value: "credit_card"}, {Name: "number", Value: row.number},
			{Name: "month", Value: "08"}, {Name: "year", Value: "2025"}}
		for _, r := range payment.Read(d, payment.Setting{Now: setting.Now, Test: row.test}) {
			if r.Name == "year" {
				assert.Equal(t, row.code, r.Code, row.why)
			}
		}
	}
}

func TestReadingsComeInTheCataloguesOrder(t *testing.T) {
	for _, kind := range payment.Types {
		d := payment.Details{{Name: "zz", Value: "1"}}
		fields := kind.Fields()
		for i := range fields {
			d = append(d, payment.Member{Name: fields[len(fields)-1-i].Name, Value: "x"})
		}
		fields = slices.DeleteFunc(fields, func(f *payment.Field) bool { return f.Name == "expiry" }) // month and year win
		d = append(d, payment.Member{Name: "type", Value: kind.Name})
		got := payment.Read(d, setting)
		require.Len(t, got, len(fields)+2)
		for i, f := range fields {
			assert.Equal(t, f.Name, got[i+1].Name)
			assert.NotEmpty(t, f.Kind(), f.Name)
		}
		assert.Equal(t, "zz", got[len(got)-1].Name)
	}
}
