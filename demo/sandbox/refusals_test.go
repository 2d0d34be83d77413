package sandbox

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMissingParameters(t *testing.T) {
	s, _ := fixed()
	for _, body := range []params{{}, {"payment_details": nil}, {"payment_details": " "}} {
		wantRefusal(t, post(s, tokensPath, DefaultPublishableKey, body), 422, "missing_parameter", "payment_details")
	}
	wantRefusal(t, tokenize(s, params{}), 422, "missing_parameter", "type")
	required := 0
	for _, kind := range catalogue {
		for _, f := range kind.fields {
			if !f.required {
				continue
			}
			required++
			for _, value := range []any{nil, ""} {
				w := tokenize(s, but(sampleOf(kind.name), params{f.name: value}))
				wantRefusal(t, w, 422, "missing_parameter", f.name)
				assert.Equal(t, "A required parameter ("+f.name+") is missing", message(t, w))
			}
		}
	}
	assert.Equal(t, 29, required, "the required fields of the documents' table")
	wantRefusal(t, tokenize(s, params{"type": "  "}), 422, "missing_parameter", "type")
}

// A value the real server would refuse must not pass here: the page would go
// live with it. The field is named in the message only.
func TestBadValues(t *testing.T) {
	rows := []struct {
		kind, field string
		value       any
		why         string
	}{
		{"credit_card", "number", "4111111111111112", "Luhn"},
		{"credit_card", "number", "4111 1111 1111 1111", "spaces: nothing is folded"},
		{"credit_card", "number", "４１１１１１１１１１１１１１１１", "full-width digits: nothing is folded"},
		{"credit_card", "number", "62000000000000000003", "20 digits"},
		{"credit_card", "number", "0", "Luhn alone is not enough"},
		{"credit_card", "number", "41111111111116", "Visa has no 14 digits"},
		{"credit_card", "number", true, "not a text"},
		{"credit_card", "number", "  ", "spaces are no number"},
		{"credit_card", "month", "13", "no such month"},
		{"credit_card", "month", "0", "no such month"},
		{"credit_card", "month", "001", "three digits"},
		{"credit_card", "month", "+1", "a sign"},
		{"credit_card", "month", "02", "last month of this year"},
		{"credit_card", "year", "2025", "last year"},
		{"credit_card", "year", "25", "last year"},
		{"credit_card", "year", "203", "three digits"},
		{"credit_card", "year", "5", "one digit"},
		{"credit_card", "verification_value", "12", "two digits"},
		{"toss", "birthday", "900230", "no such day"},
		{"toss", "birthday", "9001", "four digits"},
		{"credit_card", "verification_value", "12345", "five digits"},
		{"credit_card", "verification_value", "12a", "a letter"},
		{"credit_card", "email", "nobody", "no @"},
		{"credit_card", "given_name", []string{"x"}, "not a text"},
		{"konbini", "email", " ", "a space is no address"},
		{"konbini", "store", "LAWSON", "six exact names"},
		{"konbini", "store", "family_mart", "six exact names"},
		{"konbini", "email", strings.Repeat("a", 244) + "@example.com", "256 characters"},
		{"konbini", "email", "a@b\n", "a line break"},
		{"konbini", "phone", "090-1111-22", "nine digits"},
		{"konbini", "phone", "090-1111-2222 ext", "letters"},
		{"konbini", "phone", "０９０１１１１２２２２", "full-width digits"},
		{"konbini", "expiry_days", "60", "over 59"},
		{"konbini", "expiry_days", "-1", "below 0"},
		{"konbini", "expiry_days", 1.5, "not whole"},
		{"bank_transfer", "expiry_days", "13", "below 14"},
		{"pay_easy", "expiry_days", "60", "over 59"},
		{"web_money", "prepaid_number", "111111111111111", "15"},
		{"web_money", "prepaid_number", "1111-1111-1111-1", "not letters and digits"},
		{"bit_cash", "prepaid_number", "ひらがな", "4"},
		{"net_cash", "prepaid_number", "111111111111111111111", "21"},
		{"net_cash", "prepaid_number", "111111111111111ｱ", "not letters and digits"},
		{"nanaco", "prepaid_number", "11111111111111111", "17"},
		{"steam_prepaid_card", "prepaid_number", "1", "1"},
		{"dospara", "user_no", strings.Repeat("1", 21), "21"},
		{"dospara", "user_password", strings.Repeat("1", 21), "21"},
		{"culture_voucher", "culture_id", strings.Repeat("1", 13), "13"},
		{"culture_voucher", "culture_password", strings.Repeat("1", 13), "13"},
		{"happy_money", "happy_money_id", strings.Repeat("1", 21), "21"},
		{"happy_money", "happy_money_password", strings.Repeat("1", 51), "51"},
		{"mobile", "email", "a@b..c", "an empty label"},
		{"zgold", "return_url", "javascript:alert(1)", "no web address"},
		{"zgold", "return_url", "example.com/://", "no scheme"},
		{"zgold", "return_url", "http://", "no host"},
		{"zgold", "return_url", "http://a b", "a space"},
	}
	for _, row := range rows {
		t.Run(row.kind+" "+row.field+" "+row.why, func(t *testing.T) {
			s, _ := fixed()
			details := but(sampleOf(row.kind), params{row.field: row.value})
			if row.field == "month" {
				details["year"] = "2026"
			}
			w := tokenize(s, details)
			wantRefusal(t, w, 422, "unprocessable_entity", "")
			text := message(t, w)
			assert.Equal(t, 1, strings.Count(text, "Payment source "+strings.ReplaceAll(row.field, "_", " ")+" "), text)
			assert.Equal(t, 2, strings.Count(text, ", "), "one fault, one field: %s", text)
			if value, ok := row.value.(string); ok && len(value) > 3 {
				assert.NotContains(t, text, value)
			}
		})
	}
}

func TestMessageFollowsTheRecordedOne(t *testing.T) {
	s, _ := fixed()
	w := tokenize(s, but(card, params{"number": "1234567890123456", "email": "x", "year": "20"}))
	assert.Equal(t, "Validation failed: Payment is invalid, Payment source is invalid, "+
		"Payment source number is not a valid credit card number, "+
		"Payment source email is invalid, Payment source year has passed", message(t, w))
	assert.Equal(t, params{}, decode(t, w)["error"].(params)["details"])
}

func TestTypeAndCurrency(t *testing.T) {
	s, _ := fixed()
	for _, kind := range []any{"bitcoin", "Credit_Card", 7, params{}} {
		wantRefusal(t, tokenize(s, but(card, params{"type": kind})), 422, "invalid_payment_type", "")
	}
	for _, currency := range []any{"JP", "JPYX", "XXX", "jpy", 392, "円円円", " JPY"} {
		w := post(s, tokensPath, DefaultPublishableKey, params{"currency": currency, "payment_details": card})
		wantRefusal(t, w, 422, "invalid_currency", "")
	}
	for _, currency := range append([]string{""}, currencies...) {
		w := post(s, tokensPath, DefaultPublishableKey, params{"currency": currency, "payment_details": card})
		assert.Equal(t, 200, w.Code, currency)
	}
	w := post(s, tokensPath, DefaultPublishableKey, params{"payment_details": []int{1}})
	wantRefusal(t, w, 422, "invalid_parameter", "payment_details")
}

func TestBodies(t *testing.T) {
	rows := []struct {
		why, contentType, body string
		status                 int
	}{
		{"cut short", asJSON, `{"payment_details":`, 400},
		{"nothing", asJSON, ``, 400},
		{"two objects", asJSON, `{} {}`, 400},
		{"an array", asJSON, `[]`, 400},
		{"null", asJSON, `null`, 400},
		{"not UTF-8", asJSON, "{\"a\":\"\xff\"}", 400},
		{"a broken escape", asForm, `a=%zz`, 400},
		{"not UTF-8 once unescaped", asForm, `a=%ff`, 400},
		{"a value and members", asForm, `payment_details=x&payment_details[type]=toss`, 400},
		{"neither JSON nor form", "text/plain", `{}`, 400},
		{"no content type", "", `{}`, 400},
		{"one byte over 64 KB", asJSON, `"` + strings.Repeat("a", 64<<10-1) + `"`, 413},
	}
	for _, row := range rows {
		for _, path := range []string{tokensPath, paymentsPath} {
			s, _ := fixed()
			w := call(s, "POST", path, DefaultSecretKey, row.contentType, row.body)
			t.Run(row.why+" "+path, func(t *testing.T) { wantRefusal(t, w, row.status, "bad_request", "") })
		}
	}
}

func TestBodyOfExactlyTheLimit(t *testing.T) {
	s, _ := fixed()
	head := `{"payment_details":{"type":"toss","email":"foo@bar.com"},"x":"`
	body := head + strings.Repeat("a", 64<<10-len(head)-2) + `"}`
	assert.Equal(t, 200, call(s, "POST", tokensPath, DefaultPublishableKey, asJSON+"; charset=utf-8", body).Code)
}

func TestKeys(t *testing.T) {
	s, _ := fixed()
	for _, path := range []string{tokensPath, paymentsPath} {
		for _, key := range []string{"", "pk_test_other", DefaultPublishableKey + "x"} {
			wantRefusal(t, call(s, "POST", path, key, asJSON, `{}`), 401, "unauthorized", "")
		}
		r := httptest.NewRequest("POST", path, strings.NewReader(`{}`))
		r.SetBasicAuth(DefaultSecretKey, "password")
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		wantRefusal(t, w, 401, "unauthorized", "")
	}
	wantRefusal(t, call(s, "POST", paymentsPath, DefaultPublishableKey, asJSON, `{}`), 403, "forbidden", "")
	assert.Equal(t, 200, post(s, tokensPath, DefaultSecretKey, params{"payment_details": card}).Code)
}

func TestUnknownPathsAndMethods(t *testing.T) {
	s, _ := fixed()
	id := tokenID(t, s, DefaultPublishableKey, params{"payment_details": card})
	for _, row := range [][2]string{
		{"GET", tokensPath + "/" + id}, {"DELETE", tokensPath + "/" + id}, {"GET", tokensPath}, {"PUT", tokensPath},
		{"POST", tokensPath + "/"}, {"GET", paymentsPath}, {"OPTIONS", paymentsPath}, {"POST", "/api/v1/secure_tokens"},
		{"POST", "/sandbox/faults"}, {"DELETE", "/sandbox/faults"}, {"GET", "/"},
	} {
		wantRefusal(t, call(s, row[0], row[1], DefaultSecretKey, asJSON, `{}`), 404, "not_found", "")
	}
}
