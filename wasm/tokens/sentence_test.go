package tokens_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/tokens"
)

// What a shopper reads beside a field must say what that field wants, whichever
// other fields share its code.
func TestSentencesFitTheirFields(t *testing.T) {
	const ja, ko, zh, en = message.JA, message.KO, message.ZH, message.EN
	for _, row := range []struct {
		kind, field, value string
		l                  message.Lang
		code, sentence     string
	}{
		{"credit_card", "number", "4111", ja, "too_short", "桁数をご確認ください。"},
		{"credit_card", "number", "41111111111111111111", ko, "too_long", "자릿수를 확인해 주세요."},
		{"credit_card", "number", "4111-1111-1111-111O", ja, "invalid_characters", "数字でご入力ください。"},
		{"credit_card", "verification_value", "12", zh, "too_short", "请核对位数。"},
		{"credit_card", "verification_value", "12345", en, "too_long", "Please check the number of digits."},
		{"credit_card", "verification_value", "abc", en, "invalid_characters", "Please enter digits only."},
		{"credit_card", "month", "12/30", ja, "invalid_characters", "有効期限は「月／年」の順に数字でご入力ください。"},
		{"credit_card", "month", "December", en, "invalid_characters", "Please enter the expiry date in digits, as month / year."},
		{"credit_card", "month", "13", ko, "invalid_month", "유효기간을 월 / 연도 순서의 숫자로 입력해 주세요."},
		{"credit_card", "month", "123", zh, "too_long", "请用数字按“月／年”的顺序填写有效期。"},
		{"credit_card", "year", "3", ja, "too_short", "有効期限は「月／年」の順に数字でご入力ください。"},
		{"credit_card", "year", "2999", en, "invalid_year", "Please enter the expiry date in digits, as month / year."},
		{"credit_card", "year", "2020", ja, "card_expired", "有効期限をご確認ください。期限切れの場合は、別のカードをご利用ください。"},
		{"credit_card", "year", "20", zh, "card_expired", "请核对有效期。如卡已过期，请使用其他卡。"},
		{"credit_card", "year", "", en, "required", "Please fill this in."},
		{"konbini", "store", "", en, "required", "Please choose a convenience store."},
		{"konbini", "store", "", ja, "required", "コンビニをお選びください。"},
		{"konbini", "store", "\uFFFD", ko, "invalid_characters", "편의점을 선택해 주세요."},
		{"konbini", "email", "", zh, "required", "请填写此项。"},
		{"bank_transfer", "family_name_kana", "山田", ja, "invalid_kana", "カタカナでご入力ください。"},
		{"web_money", "prepaid_number", "111", zh, "too_short", "请核对位数。"},
		{"web_money", "prepaid_number", "1111!", ja, "invalid_characters", "使用できない文字があります。ご確認ください。"},
		{"net_cash", "prepaid_number", "111111111111111111111", ja, "too_long", "桁数をご確認ください。"},
		{"nanaco", "prepaid_number", "111", ko, "too_short", "자릿수를 확인해 주세요."},
		{"bit_cash", "prepaid_number", "あいう", ja, "too_short", "文字数をご確認ください。"},
		{"dospara", "user_password", "123456789012345678901", zh, "too_long", "请核对字数。"},
		{"culture_voucher", "culture_id", "1234567890123", ko, "too_long", "글자 수를 확인해 주세요."},
		{"paypay", "month", "\uFFFD", en, "invalid_characters", "Some characters cannot be used. Please check what you entered."},
	} {
		c := config
		c.Language = row.l
		v := tokens.Validate(&c, payment.Details{{Name: "type", Value: row.kind}, {Name: row.field, Value: row.value}})
		assert.Contains(t, v.Problems, tokens.Problem{Field: row.field, Code: row.code, Message: row.sentence},
			"%s.%s", row.kind, row.field)
	}
}
