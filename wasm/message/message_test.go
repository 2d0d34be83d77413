package message

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every code a shopper can be shown, by where it comes from.
var sources = []struct{ from, codes string }{
	{"a field", "required invalid_characters too_short too_long invalid_number invalid_month invalid_year card_expired invalid_security_code invalid_email invalid_phone invalid_kana invalid_store invalid_url invalid_days invalid_currency unexpected_card_number invalid_birthday"},
	{"a call", "invalid_details unreadable_details details_too_large missing_key secret_key invalid_key invalid_endpoint invalid_options network_error timeout aborted invalid_answer module_failed"},
	{"the API, of requests", "bad_request unauthorized request_failed forbidden not_found conflict unprocessable_entity invalid_payment_type invalid_token invalid_currency invalid_parameter missing_parameter fraudulent too_many_requests unsupported_card_brand locked payment_type_under_maintenance"},
	{"the API, of payments", "not_refundable not_capturable not_cancellable not_chargebackable insufficient_funds used_number card_declined invalid_password bad_verification_value exceeds_limit card_expired invalid_number invalid_account restricted_account invalid_user_key other_error other_invalid"},
	{"the API, of its servers", "internal_server_error bad_gateway service_unavailable gateway_timeout"},
}

// The sentence for any failed payment.
var general = [...]string{
	EN: "The payment did not go through. Please use another way to pay.",
	JA: "お支払いが完了しませんでした。別のお支払い方法をご利用ください。",
	KO: "결제가 완료되지 않았습니다. 다른 결제 수단을 이용해 주세요.",
	ZH: "支付未完成，请使用其他支付方式。",
}

// each runs check over every sentence of the table.
func each(t *testing.T, check func(t *testing.T, code string, l Lang, sentence string)) {
	for _, key := range keys() {
		for l := EN; l <= ZH; l++ {
			check(t, key, l, of(key, l))
		}
	}
}

// A code left out would tell a shopper with a mistyped number to try again.
func TestEveryCodeHasItsSentence(t *testing.T) {
	expected := map[string]bool{}
	for _, source := range sources {
		for code := range strings.FieldsSeq(source.codes) {
			expected[code] = true
			assert.True(t, Known(code), "%s from %s", code, source.from)
		}
	}
	assert.Len(t, Codes(), len(expected), "a code nobody sends, or one that stands in two groups")
}

// Of a code in two groups, the second sentence would never be shown.
func TestNoCodeStandsTwice(t *testing.T) {
	seen := map[string]bool{}
	for _, code := range keys() {
		assert.False(t, seen[code], code)
		seen[code] = true
	}
}

// One line too many or too few shifts every later sentence into another
// language or another group.
func TestGroupsHaveAllTheirLines(t *testing.T) {
	for _, language := range []string{codes + "the last is for any other\n", english, japanese, korean, chinese} {
		lines := strings.Split(strings.TrimSuffix(language, "\n"), "\n")
		require.Len(t, lines, groups, lines[0])
		for _, line := range lines {
			assert.NotEmpty(t, line, "after %s", lines[0])
			assert.Equal(t, strings.TrimSpace(line), line, "blanks would show on the page")
		}
	}
	assert.Regexp(t, `^([a-z_]+[#*/?]?[ \n])+$`, codes, "codes are parted by one space")
}

func TestSentencesFitBesideAField(t *testing.T) {
	each(t, func(t *testing.T, code string, l Lang, sentence string) {
		assert.NotEmpty(t, sentence, "%s in %d", code, l)
		assert.LessOrEqual(t, utf8.RuneCountInString(sentence), 90, sentence)
	})
}

func TestSentencesEndLikeSentences(t *testing.T) {
	stops := [...]string{EN: ".", JA: "。", KO: ".", ZH: "。"}
	each(t, func(t *testing.T, code string, l Lang, sentence string) {
		assert.True(t, strings.HasSuffix(sentence, stops[l]), "%s: %s", code, sentence)
	})
}

func TestSentencesAreForShoppers(t *testing.T) {
	each(t, func(t *testing.T, code string, _ Lang, sentence string) {
		for _, word := range []string{"parameter", "invalid", "token", "api", "null", "error", "json", "http", "_"} {
			assert.NotContains(t, strings.ToLower(sentence), word, code)
		}
	})
}

// has tells whether any character of s stands in one of the scripts.
func has(s string, scripts ...*unicode.RangeTable) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, scripts...) })
}

// A sentence in the column of another language is read by nobody it is for.
func TestSentencesUseTheirScript(t *testing.T) {
	each(t, func(t *testing.T, code string, l Lang, s string) {
		kana, hangul, han := has(s, unicode.Hiragana, unicode.Katakana), has(s, unicode.Hangul), has(s, unicode.Han)
		ascii := !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
		assert.Equal(t, l == EN, ascii, "%s: %s", code, s)
		assert.Equal(t, l == JA, kana, "%s: %s", code, s)
		assert.Equal(t, l == KO, hangul, "%s: %s", code, s)
		assert.True(t, l == JA || han == (l == ZH), "%s: %s", code, s)
	})
}

func TestSentenceTellsWhatToDo(t *testing.T) {
	rows := []struct {
		code     string
		l        Lang
		sentence string
		why      string
	}{
		{"required", EN, "Please fill this in.", "first group, first language"},
		{"required", ZH, "请填写此项。", "first group, last language"},
		{"invalid_number", JA, "入力した番号をご確認ください。", "not 'card': vouchers have numbers too"},
		{"bad_verification_value", KO, "보안 코드를 확인해 주세요.", "second code of a group"},
		{"card_expired", EN, "Please check the expiry date. If the card has expired, use another card.", "a slip of the finger is likelier than an old card"},
		{"insufficient_funds", JA, "残高または利用可能額が不足しています。別のお支払い方法をご利用ください。", "the shopper can act on it"},
		{"not_found", EN, "There is a problem with this shop's payment settings. Please contact the shop.", "not the shopper's fault"},
		{"gateway_timeout", EN, "The payment service is not available. Please try again in a moment.", "a repeat may work"},
		{"network_error", EN, "Could not connect. Please check your connection and try again.", "the shopper's own line, which only the shopper can mend"},
		{"other_error", ZH, general[ZH], "last group, last sentence of the table"},
	}
	for _, row := range rows {
		assert.Equal(t, row.sentence, Text(row.code, row.l), row.why)
	}
}

// Two sentences of one language that changed places would send the shopper to
// the wrong field: each group's sentence has the word that tells it from others.
func TestSentencesSpeakOfTheirCode(t *testing.T) {
	rows := []struct{ key, en, ja, ko, zh string }{
		{"required", "fill this in", "ご入力ください。", "입력해 주세요.", "填写此项"},
		{"invalid_details", "what you entered", "入力内容", "입력한 내용", "填写的内容"},
		{"invalid_characters", "characters cannot", "使用できない文字", "사용할 수 없는 문자", "不能使用的字符"},
		{"invalid_characters#", "digits", "数字で", "숫자로", "数字"},
		{"too_short", "number of characters", "文字数", "글자 수", "字数"},
		{"too_short#", "number of digits", "桁数", "자릿수", "位数"},
		{"invalid_number", "the number you entered", "入力した番号", "입력한 번호", "填写的号码"},
		{"invalid_month", "month / year", "有効期限は「月／年」", "월 / 연도", "月／年"},
		{"card_expired", "check the expiry date. If", "をご確認ください。期限切れの", "확인해 주세요. 만료된", "核对有效期。如卡已过期"},
		{"invalid_security_code", "security code", "セキュリティコード", "보안 코드", "安全码"},
		{"invalid_email", "email", "メール", "이메일", "邮箱"},
		{"invalid_phone", "phone", "電話番号", "전화번호", "电话"},
		{"invalid_kana", "katakana", "カタカナ", "가타카나", "片假名"},
		{"invalid_store", "convenience store", "コンビニ", "편의점", "便利店"},
		{"unexpected_card_number", "card number here", "ここにはカード番号", "여기에는 카드 번호", "此处填写卡号"},
		{"invalid_birthday", "date of birth", "生年月日", "생년월일", "出生日期"},
		{"used_number", "already been used", "使用済み", "이미 사용된", "已被使用"},
		{"unsupported_card_brand", "card brand", "カードブランド", "카드 브랜드", "卡组织"},
		{"insufficient_funds", "balance", "残高", "잔액", "余额"},
		{"card_declined", "declined", "承認されません", "승인되지", "未获批准"},
		{"service_unavailable", "not available", "受け付けることができません", "이용할 수 없습니다", "目前无法支付"},
		{"network_error", "connect", "接続", "연결", "连接"},
		{"missing_key", "contact the shop", "お問い合わせ", "문의", "联系商家"},
		{"other_error", "did not go through", "完了しません", "완료되지", "未完成"},
	}
	require.Len(t, rows, groups)
	for _, row := range rows {
		for l, word := range []string{EN: row.en, JA: row.ja, KO: row.ko, ZH: row.zh} {
			assert.Contains(t, of(row.key, Lang(l)), word, row.key)
		}
	}
}

// of is the sentence of a key of the table: a code, or one with a family after it.
func of(key string, l Lang) string {
	if code := strings.TrimRight(key, "#*/?"); code != key {
		return Within(code, key[len(key)-1], l)
	}
	return Text(key, l)
}

// keys are the codes of the table, with families.
func keys() []string { return strings.Fields(codes + otherwise) }

// What a field wants differs: an empty list is chosen from, a number has digits.
func TestFamiliesHaveTheirSentences(t *testing.T) {
	rows := []struct{ key, as, why string }{
		{"required?", "invalid_store", "an empty list is chosen from, not filled in"},
		{"invalid_characters?", "invalid_store", "whatever was sent for it"},
		{"required#", "required", "an empty number is filled in"},
		{"required/", "required", "so is an expiry"},
		{"too_long#", "too_short#", "both count digits"},
		{"too_short*", "too_short#", "a number of letters and digits is counted alike"},
		{"too_long*", "too_short#", "a number of letters and digits is counted alike"},
		{"invalid_characters*", "invalid_characters", "digits alone would be a lie"},
		{"invalid_characters/", "invalid_month", "12/30 in a month"},
		{"too_short/", "invalid_month", "a year of one digit"},
		{"too_long/", "invalid_year", "a year of five"},
		{"details_too_large", "too_long", "not a field's: it stays vague"},
		{"card_declined#", "card_declined", "no family changes what the API says"},
		{"card_expired/", "card_expired", "well written, but over"},
		{"brand_new_code#", "other_error", "a code of tomorrow"},
	}
	for _, row := range rows {
		for l := EN; l <= ZH; l++ {
			assert.Equal(t, of(row.as, l), of(row.key, l), row.key+": "+row.why)
		}
	}
}

func TestGroupsShareOneSentence(t *testing.T) {
	rows := []struct {
		a, b   string
		shared bool
		why    string
	}{
		{"fraudulent", "card_declined", true, "a thief must not learn what gave him away"},
		{"secret_key", "unauthorized", true, "both are the shop's to mend"},
		{"invalid_security_code", "bad_verification_value", true, "found here or by the issuer, the same field is wrong"},
		{"details_too_large", "too_long", true, "both ask for less text"},
		{"too_many_requests", "service_unavailable", true, "waiting helps"},
		{"insufficient_funds", "exceeds_limit", true, "another way to pay helps with both"},
		{"invalid_month", "invalid_year", true, "one date; the problem's field tells which half"},
		{"insufficient_funds", "card_declined", false, "the shopper may know how to fill up an account"},
		{"card_expired", "card_declined", false, "an expired card can be told apart"},
		{"timeout", "gateway_timeout", false, "the shopper's line, the service's line"},
	}
	for _, row := range rows {
		for l := EN; l <= ZH; l++ {
			assert.Equal(t, row.shared, Text(row.a, l) == Text(row.b, l), "%s, %s: %s", row.a, row.b, row.why)
		}
	}
}

// KOMOJU adds codes without notice; the shopper must still read a sentence.
func TestUnknownCodeGetsTheGeneralSentence(t *testing.T) {
	rows := []struct{ code, why string }{
		{"", "an answer without a code"},
		{"brand_new_code", "a code of tomorrow"},
		{"invalid", "beginning of a code"},
		{"number", "end of a code"},
		{"invalid_numbers", "longer than a code"},
		{"too_shor", "shorter than a code"},
		{"Invalid_Number", "codes are lower case"},
		{" required", "blank before a code"},
		{"too_long details_too_large", "a whole group line"},
		{"network_error timeout", "two codes that are neighbours"},
		{"required\nPlease fill this in.", "a piece of the table"},
		{"Please fill this in.", "a sentence"},
		{"\x00\xff", "no text at all"},
		{strings.Repeat("required ", 10_000), "very long"},
	}
	for _, row := range rows {
		assert.False(t, Known(row.code), row.why)
		for l := EN; l <= ZH; l++ {
			assert.Equal(t, general[l], Text(row.code, l), row.why)
		}
	}
}

func TestUnknownLanguageReadsAsEnglish(t *testing.T) {
	for _, l := range []Lang{ZH + 1, 255} {
		assert.Equal(t, Text("required", EN), Text("required", l), "%d must not run into the next group", l)
	}
}

func FuzzText(f *testing.F) {
	for _, code := range []string{"", "required", "other_error", "nonsense", "a b", "\n", "\xff"} {
		f.Add(code, uint8(JA))
	}
	f.Fuzz(func(t *testing.T, code string, l uint8) {
		sentence := Text(code, Lang(l))
		require.NotEmpty(t, sentence)
		require.NotContains(t, sentence, "\n")
		if !Known(strings.TrimRight(code, "#*/?")) {
			require.Contains(t, general, sentence, "what was typed in must never come back")
		}
	})
}
