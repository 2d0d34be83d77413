package tokens

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
)

// A sentence that does not say what is wanted leaves a shopper guessing.
func TestSentencesSayWhatTheFieldWants(t *testing.T) {
	const digits, expiry, choose = "数字でご入力ください。", "有効期限は「月／年」の順に数字でご入力ください。", "コンビニをお選びください。"
	for _, row := range []struct{ kind, field, typed, sentence, why string }{
		{"credit_card", "month", "12/30", expiry, "an expiry in the field of a month"},
		{"credit_card", "month", "13", expiry, "no month"},
		{"credit_card", "year", "203", expiry, "three digits"},
		{"credit_card", "expiry", "Dec", expiry, "a name"},
		{"credit_card", "expiry", "12/3", expiry, "half typed"},
		{"credit_card", "year", "2020", "有効期限をご確認ください。期限切れの場合は、別のカードをご利用ください。", "check first"},
		{"credit_card", "number", "4111", "桁数をご確認ください。", "digits, not characters"},
		{"credit_card", "number", "4111x", digits, "a letter"},
		{"credit_card", "verification_value", "12", "桁数をご確認ください。", "digits, not characters"},
		{"web_money", "prepaid_number", "111", "桁数をご確認ください。", "digits, not characters"},
		{"web_money", "prepaid_number", "あ", "英数字でご入力ください。", "kana"},
		{"dospara", "user_password", "123456789012345678901", "文字数をご確認ください。", "a password has characters"},
		{"konbini", "store", "", choose, "an empty choice"},
		{"konbini", "store", "circle-k", choose, "no chain"},
		{"konbini", "email", "", "ご入力ください。", "an empty text"},
		{"konbini", "phone", "4111111111111111", "ここにはカード番号を入力しないでください。", "a card's number"},
		{"bank_transfer", "family_name_kana", "山田", "カタカナでご入力ください。", "kanji"},
	} {
		t.Run(row.kind+"."+row.field+" "+row.why, func(t *testing.T) {
			c := &Config{Now: 1794528000, Language: message.JA}
			v := Validate(c, payment.Details{{Name: "type", Value: row.kind}, {Name: row.field, Value: row.typed}})
			for _, p := range v.Problems {
				if p.Field == row.field {
					assert.Equal(t, row.sentence, p.Message)
					return
				}
			}
			assert.Fail(t, "no problem of this field")
		})
	}
}
