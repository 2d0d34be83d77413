package tokens_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/tokens"
)

func TestDocumentedAnswersAreTokens(t *testing.T) {
	for _, p := range documented(t) {
		o := tokens.Read(&tokens.Answer{Attempt: 1, Status: 200, ID: p.Answer["id"].(string)})
		assert.Equal(t, tokens.Outcome{Token: true}, o, p.Type)
	}
}

func TestDocumentedErrorsKeepTheirCode(t *testing.T) {
	text, err := os.ReadFile("testdata/errors.json")
	require.NoError(t, err)
	var file struct {
		Answers []struct {
			Why    string
			Status int
			Body   struct {
				Error struct{ Code, Message, Param string }
			}
		}
	}
	require.NoError(t, json.Unmarshal(text, &file))
	require.NotEmpty(t, file.Answers)
	for _, row := range file.Answers {
		e := row.Body.Error
		o := tokens.Read(&tokens.Answer{Attempt: 3, Status: row.Status, Code: e.Code, Message: e.Message, Param: e.Param, Test: true})
		require.NotNil(t, o.Fault, row.Why)
		assert.Equal(t, e.Code, o.Fault.Code, row.Why)
		assert.Equal(t, row.Status, o.Fault.Status, row.Why)
		assert.Equal(t, e.Message, o.Fault.Detail, row.Why)
		assert.Equal(t, message.Text(e.Code, message.EN), o.Fault.Message, row.Why)
	}
}

func TestRepeating(t *testing.T) {
	for _, row := range []struct {
		answer tokens.Answer
		code   string
		again  bool
		why    string
	}{
		{tokens.Answer{Failure: "network_error"}, "network_error", true, "no answer at all"},
		{tokens.Answer{Failure: "timeout"}, "timeout", false, "the time is used up"},
		{tokens.Answer{Failure: "aborted"}, "aborted", false, "the caller wants no more"},
		{tokens.Answer{Failure: "module_failed"}, "module_failed", false, "nothing was sent"},
		{tokens.Answer{Status: 400}, "bad_request", false, "no body"},
		{tokens.Answer{Status: 401, Code: "unauthorized"}, "unauthorized", false, "a wrong key stays wrong"},
		{tokens.Answer{Status: 403}, "forbidden", false, "a proxy's page"},
		{tokens.Answer{Status: 404}, "not_found", false, "a wrong endpoint"},
		{tokens.Answer{Status: 418}, "invalid_answer", false, "a status that the API does not have"},
		{tokens.Answer{Status: 422, Code: "missing_parameter"}, "missing_parameter", false, "the same details fail again"},
		{tokens.Answer{Status: 429}, "too_many_requests", true, "documented as worth it"},
		{tokens.Answer{Status: 500, Code: "internal_server_error"}, "internal_server_error", true, "documented as worth it"},
		{tokens.Answer{Status: 502, Code: "bad_gateway"}, "bad_gateway", true, "the one code of 502 that is"},
		{tokens.Answer{Status: 502}, "bad_gateway", true, "no JSON: a proxy speaks"},
		{tokens.Answer{Status: 502, Code: "card_declined"}, "card_declined", false, "the card stays declined"},
		{tokens.Answer{Status: 502, Code: "invalid_number"}, "invalid_number", false, "the number stays wrong"},
		{tokens.Answer{Status: 503}, "service_unavailable", true, "documented as worth it"},
		{tokens.Answer{Status: 504}, "gateway_timeout", true, "HTML, as recorded"},
		{tokens.Answer{Status: 200}, "invalid_answer", false, "a 200 without an id is no token"},
		{tokens.Answer{Status: 302}, "invalid_answer", false, "redirects are refused"},
		{tokens.Answer{Status: 422, Code: "<img src=x>"}, "unprocessable_entity", false, "no text of the answer becomes a code"},
	} {
		for attempt := 1; attempt <= 3; attempt++ {
			a := row.answer
			a.Attempt = attempt
			o := tokens.Read(&a)
			assert.False(t, o.Token, row.why)
			if row.again && attempt < 3 {
				assert.Positive(t, o.Wait, row.why)
				assert.Nil(t, o.Fault, row.why)
				continue
			}
			require.NotNil(t, o.Fault, row.why)
			assert.Equal(t, row.code, o.Fault.Code, row.why)
			assert.NotEmpty(t, o.Fault.Message, row.why)
		}
	}
}

func TestRetryableTellsWhetherTheSameDetailsMaySucceed(t *testing.T) {
	for code, want := range map[string]bool{"network_error": true, "timeout": true,
		"aborted": false, "details_too_large": false, "unreadable_details": false} {
		o := tokens.Read(&tokens.Answer{Attempt: 3, Failure: code})
		assert.Equal(t, want, o.Fault.Retryable, code)
	}
	for status, want := range map[int]bool{200: true, 401: false, 422: false, 429: true, 500: true, 502: true, 503: true, 504: true} {
		o := tokens.Read(&tokens.Answer{Attempt: 3, Status: status})
		assert.Equal(t, want, o.Fault.Retryable, status)
	}
}

func TestWaiting(t *testing.T) {
	for _, row := range []struct {
		attempt, jitter int
		retryAfter      string
		wait            int
		why             string
	}{
		{1, 0, "", 250, "half of half a second at the least"},
		{1, 999, "", 499, "and up to the whole of it"},
		{2, 0, "", 500, "twice that the second time"},
		{2, 500, "", 750, "jitter in the middle"},
		{1, 999, "1", 1000, "the server's word goes before"},
		{2, 0, "10", 10000, "as long as is honoured"},
		{1, 0, "11", 0, "longer than anybody waits at a till: no repeat"},
		{1, 0, "99999999999999999999", 0, "no overflow"},
		{1, 0, "0", 250, "at once would be a stampede"},
		{1, 0, "Wed, 21 Oct 2026 07:28:00 GMT", 250, "a date is as good as nothing: no clock here"},
		{1, 0, "-5", 250, "no number"},
	} {
		o := tokens.Read(&tokens.Answer{Attempt: row.attempt, Jitter: row.jitter, Status: 429, RetryAfter: row.retryAfter})
		assert.Equal(t, row.wait, o.Wait, row.why)
		assert.Equal(t, row.wait == 0, o.Fault != nil, row.why)
	}
}

func TestFieldAtFault(t *testing.T) {
	for _, row := range []struct{ code, param, text, field, why string }{
		{"missing_parameter", "number", "", "number", "the param names it"},
		{"missing_parameter", "payment_details[family_name_kana]", "", "family_name_kana", "in the form encoding"},
		{"missing_parameter", "evil<field>", "", "", "a param that is no field"},
		{"missing_parameter", "numbers", "", "", "a longer word is another field"},
		{"bad_verification_value", "", "", "verification_value", "the code says it"},
		{"invalid_number", "", "", "number", "the code says it"},
		{"invalid_currency", "", "", "currency", "the code says it"},
		{"unprocessable_entity", "", "Validation failed: Payment is invalid, Payment source is invalid, " +
			"Payment source number is not a valid credit card number", "number", "recorded: only the message tells"},
		{"unprocessable_entity", "", "Payment source verification value is invalid", "verification_value", "Rails parts words by spaces"},
		{"unprocessable_entity", "", "Payment source family name kana is missing", "family_name_kana", "the longest name counts"},
		{"unprocessable_entity", "", "Payment source is invalid", "", "nothing more is said"},
		{"card_declined", "", "Your card has been declined.", "", "no field is to blame"},
	} {
		o := tokens.Read(&tokens.Answer{Attempt: 3, Status: 422, Code: row.code, Param: row.param, Message: row.text, Language: message.KO})
		if row.field == "" {
			assert.Empty(t, o.Fault.Problems, row.why)
			continue
		}
		want := []tokens.Problem{{Field: row.field, Code: row.code, Message: message.Text(row.code, message.KO)}}
		assert.Equal(t, want, o.Fault.Problems, row.why)
	}
}

// The API promises nowhere that its texts hold no value of the request.
func TestTextsThatRepeatAValueAreDropped(t *testing.T) {
	sent := payment.Details{{Name: "type", Value: "credit_card"}, {Name: "number", Value: "4111 1111 1111 1111"},
		{Name: "user_password", Value: "hunter2"}, {Name: "month", Value: "12"}, {Name: "family_name", Value: "山田"},
		{Name: "verification_value", Value: "737"}, {Name: "other", Value: `{"a":["value5",{"b":"secret"}]}`, Raw: true}}
	for text, kept := range map[string]bool{
		"Your card has been declined.":              true,
		"credit_card is not enabled":                true,
		"must be at least 16 characters in 12 ways": true,
		"number 4111111111111111 is wrong":          false,
		"number ending 1111 is wrong":               false,
		"number 4111 1111 1111 1111 is wrong":       false,
		"password hunter2 is wrong":                 false,
		"山田 is not a name":                          false,
		"foo@bar.jp is taken":                       false,
		"HUNTER2 is wrong":                          false,
		"h u n t e r 2 is wrong":                    false,
		"Ｈｕｎｔｅｒ２ is wrong":                          false,
		"hunt… is wrong":                            false,
		"1111-4111-1111-1111 is wrong":              false,
		"４１１１ is wrong":                             false,
		"code 737 is wrong":                         false,
		"nested Value5 is wrong":                    false,
		"nested Se-Cret is wrong":                   false,
		"2retnuh is wrong":                          false,
		"%68%75%6e%74%65%72%32 is wrong":            false,
		`\u0068\u0075\u006e is wrong`:               false,
		"&#104;&#117;&#110; is wrong":               false,
		"68756e74657232 is wrong":                   false,
		"aHVudGVyMg is wrong":                       false,
		"aHVudGVyMg== is wrong":                     false,
		"h&shy;u is wrong":                          false,
		"3-D Secure is not set up (JCB, 3DS2).":     true,
		"カードはご利用いただけません。":                           true,
	} {
		o := tokens.Read(&tokens.Answer{Attempt: 3, Status: 422, Code: "other_error", Message: text, Details: sent, Test: true})
		assert.Equal(t, kept, o.Fault.Detail == text, text)
		assert.True(t, kept || o.Fault.Detail == "", text)
	}
}

// The API knows a value as it was sent, not as it was typed.
func TestTextsThatRepeatAFoldedValueAreDropped(t *testing.T) {
	for _, row := range []struct{ kind, field, typed, text string }{
		{"bank_transfer", "family_name_kana", "やまだ", "ヤマダ is no reading"},
		{"bank_transfer", "given_name_kana", "ﾀﾛｳ", "タロウ is no reading"},
		{"bit_cash", "prepaid_number", "アイウエ カキクケ サシスセ タチツテ", "あいうえかきくけさしすせたちつて is unknown"},
		{"net_cash", "prepaid_number", "abcd-efgh-ijkl-mnop", "abcdefghijklmnop is unknown"},
		{"culture_voucher", "culture_id", "ｔａｒｏ", "taro is unknown"},
		{"konbini", "store", "セブン", "seven-eleven is closed"},
		{"paypay", "account", "ＴＡＲＯ", "taro is unknown"},
	} {
		sent := payment.Details{{Name: "type", Value: row.kind}, {Name: row.field, Value: row.typed}}
		o := tokens.Read(&tokens.Answer{Attempt: 3, Status: 422, Code: "other_error", Message: row.text, Details: sent, Test: true})
		assert.Empty(t, o.Fault.Detail, row.kind+"."+row.field)
	}
}

// Under a live key nobody reads the API's text, so that it need not be trusted.
func TestNoTextUnderALiveKey(t *testing.T) {
	o := tokens.Read(&tokens.Answer{Attempt: 3, Status: 422, Code: "other_error", Message: "Your card has been declined."})
	assert.Empty(t, o.Fault.Detail)
	assert.Equal(t, "other_error", o.Fault.Code)
}

// A code is read by programs and shown in logs: it may be no value that was given.
func TestCodesThatAreNone(t *testing.T) {
	sent := payment.Details{{Name: "type", Value: "dospara"}, {Name: "user_no", Value: "taro_yamada"}, {Name: "user_password", Value: "Hanako Suzuki"},
		{Name: "deep", Value: `{"a":["Jiro Sato",{"b":"blue_moon"}]}`, Raw: true}}
	for code, want := range map[string]string{
		"card_declined": "card_declined", "brand_new_code": "brand_new_code", "locked": "locked", "forbidden": "forbidden",
		"conflict": "conflict", "fraudulent": "fraudulent", "unauthorized": "unauthorized",
		"taro": "unprocessable_entity", "secret": "unprocessable_entity", "taro_yamada": "unprocessable_entity",
		"jiro_sato": "unprocessable_entity", "blue_moon": "unprocessable_entity", "hanako_suzuki": "unprocessable_entity", "Card_Declined": "unprocessable_entity", "a_1": "unprocessable_entity",
		"_a": "unprocessable_entity", "a_": "unprocessable_entity", "": "unprocessable_entity", "a b": "unprocessable_entity",
		strings.Repeat("a_", 40) + "a": "unprocessable_entity",
	} {
		o := tokens.Read(&tokens.Answer{Attempt: 3, Status: 422, Code: code, Details: sent})
		assert.Equal(t, want, o.Fault.Code, code)
	}
}
