package sandbox_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/payment"
)

// typed are good values of each kind of field, as people type them.
var typed = map[string][]string{
	"card_number": {"9700000000000004", "4111111111111111", "４１１１ー１１１１−1111 1111", "3782 822463 10005", "3530111333300000",
		"30569309025904", "4100000000000100", "6200000000000000000", "4222222222222"},
	"month":         {"12", "１", "01", " 8 "},
	"year":          {"2030", "２０３０", "99", "26"},
	"security_code": {"123", "１２３", "1234", "000"},
	"email":         {"foo@bar.com", "ｆｏｏ＠ｂａｒ．ｃｏｍ", "a..b.@docomo.ne.jp", "a@localhost", " x!#$%&'*+/=?^_`{|}~-@b-c.jp "},
	"phone":         {"090-1111-2222", "０９０ー１１１１ー２２２２", "+81 (90) 1111_2222", "090.1111.2222"},
	"text":          {"Taro", "山田　太郎", "Ｔａｒｏ", "か\u3099", "x"},
	"kana":          {"ヤマダ", "やまだ", "ﾔﾏﾀﾞ", "ジョン・スミス", "らーめん"},
	"store":         {"lawson", "FamilyMart", "7-eleven", "ﾌｧﾐﾘｰﾏｰﾄ", "セイコーマート", "ミニストップ", "daily_yamazaki"},
	"days":          {"14", "５９", "031"},
	"url":           {"http://example.com", "https://例え.jp/道?a=1#b", "myapp://done"},
	"alphanumeric":  {"1111111111111111", "1111-1111-1111-1111", "ａBcDeFgHiJkLmNoP"},
	"serial":        {"1111111111111111", "１１１１－１１１１－１１１１－１１１１", "AAAA*BBBB*CCCC*D"},
	"hiragana":      {"あいうえ かきくけ さしすせ たちつて", "アイウエカキクケサシスセタチツテ", "がぎぐげござじずぜぞだぢづでどば", "1111111111111111"},
	"account":       {"12345", " １２３４５ ", "cultureid"},
	"expiry":        {"12/30", "１２／３０", "1230", "12/2030", "2030-12", "30年1月", "12 / 99"},
	"installments":  {"3", "revolving", "24", "7"},
	"birthday":      {"900131", "９００１３１", "00-02-29"},
	"password":      {"password", " pass word ", "山田", strings.Repeat("か\u3099", 12), "   "},
}

// Each spelling must be good by itself, or the fuzzing below would try nothing.
func TestTypedSpellingsAreTaken(t *testing.T) {
	for _, kind := range payment.Types {
		for _, field := range kind.Fields() {
			for _, value := range typed[field.Kind()] {
				requireTaken(t, today, "", filled(kind, field.Name, value), kind.Name+"."+field.Name+": "+value)
			}
		}
	}
}

// filled is a type with all its fields, one of them as given.
func filled(kind payment.Type, name, value string) payment.Details {
	d := members("type", kind.Name, name, value)
	for _, other := range kind.Fields() {
		left := name == "number" && other.Name == "verification_value" || // which goes by the number
			name == "expiry" && other.Instead != "" // month and year, which would win
		if other.Name != name && !left {
			d = append(d, payment.Member{Name: other.Name, Value: typed[other.Kind()][0]})
		}
	}
	return d
}

// currencies are those of today's documents. The library takes any three
// letters, as the list grows; the sandbox knows no other.
var currencies = strings.Split(",JPY,USD,EUR,TWD,KRW,PLN,GBP,HKD,SGD,NZD,AUD,IDR,MYR,PHP,THB,CNY,BRL,CHF,CAD,VND", ",")

// limit is the most that a page can hand to the module, in bytes.
const limit = 4 << 10

// FuzzAgreement: what the library lets through, the sandbox must take. Each
// field of a type has a pick, which makes its value of a good spelling and of a
// piece of text.
func FuzzAgreement(f *testing.F) {
	for i := range payment.Types {
		f.Add(uint8(i), "", "", uint8(i), uint16(0))
		f.Add(uint8(i), "\x04\x08\x0c\x10\x04\x08\x0c\x10", "\u3000\x00ー\x00\u2028\x00\u0085\x00゛", uint8(0), uint16(1150))
		f.Add(uint8(i), strings.Repeat("\x03", 8), " \x00\u2028\x00\u0085\x0099\x00true\x00{}\x00-1\x001e3", uint8(0), uint16(1151))
	}
	for i := range payment.Types { // a little too long
		f.Add(uint8(i), strings.Repeat("\x01", 8), strings.Repeat("11111\x00", 8), uint8(0), uint16(0))
	}
	for hours := range uint16(14) { // 12/26 while that month ends around the earth
		f.Add(uint8(0), "\x00\x00\x0c", "", uint8(0), 1176+hours)
	}
	f.Fuzz(func(t *testing.T, kind uint8, picks, text string, currency uint8, hours uint16) {
		if len(text) > limit {
			return
		}
		at := today.Add(time.Duration(hours) * time.Hour)
		d := fuzzed(payment.Types[int(kind)%len(payment.Types)], picks, strings.ToValidUTF8(text, "\uFFFD"))
		r, fault := build(at, currencies[int(currency)%len(currencies)], d)
		if fault == nil {
			answer := send(at, r)
			require.Equal(t, 200, answer.Code, "%s\n%s", r.Body, answer.Body)
		}
	})
}

// noPicks stands for picks left out: good spellings.
const noPicks = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

func fuzzed(kind payment.Type, picks, text string) payment.Details {
	d := members("type", kind.Name)
	pieces := strings.Split(text, "\x00")
	for i, field := range kind.Fields() {
		m := payment.Member{Name: field.Name}
		if len(pieces) > 0 {
			m.Value, pieces = pieces[0], pieces[1:]
		}
		d = append(d, mix(m, (picks + noPicks)[i], typed[field.Kind()]))
	}
	for _, rest := range pieces {
		d = append(d, mix(payment.Member{Name: "zz", Value: rest}, 3, nil))
	}
	return d
}

// mix makes a member of a piece of text and a good spelling: the spelling alone,
// the piece behind it, the piece inside, or the piece alone, as JSON if it is.
func mix(m payment.Member, pick byte, spellings []string) payment.Member {
	if pick&3 == 3 {
		m.Raw = json.Valid([]byte(m.Value)) && !strings.HasPrefix(strings.TrimSpace(m.Value), `"`)
		return m
	}
	good := []rune(spellings[int(pick>>2)%len(spellings)])
	middle := int(pick) % len(good)
	m.Value = [...]string{string(good), string(good) + m.Value, string(good[:middle]) + m.Value + string(good[middle:])}[pick&3]
	return m
}
