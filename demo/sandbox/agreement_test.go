package sandbox_test

import (
	"encoding/json"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/tokens"
)

// The sandbox knows KOMOJU's documents and nothing of the library. Where the two
// meet here, one of them has to be wrong: a shopper would be told that all is
// well and then be refused, or be refused what KOMOJU's own documents show.

var today = time.Date(2026, 11, 13, 0, 0, 0, 0, time.UTC)

// build is what the library makes of details at a time, under a test key.
func build(at time.Time, currency string, d payment.Details) (*tokens.Request, *tokens.Fault) {
	return tokens.NewRequest(&tokens.Config{Key: sandbox.DefaultPublishableKey, Currency: currency, Now: at.Unix()}, d)
}

// send gives the request to a sandbox whose clock shows the same.
func send(at time.Time, r *tokens.Request) *httptest.ResponseRecorder {
	call := httptest.NewRequest("POST", r.URL, strings.NewReader(r.Body))
	call.Header.Set("Authorization", r.Authorization)
	call.Header.Set("Content-Type", "application/json")
	answer := httptest.NewRecorder()
	sandbox.New(sandbox.Config{Now: func() time.Time { return at }}).ServeHTTP(answer, call)
	return answer
}

// requireTaken holds details that must go through both.
func requireTaken(t *testing.T, at time.Time, currency string, d payment.Details, why string) {
	t.Helper()
	r, fault := build(at, currency, d)
	if fault != nil {
		require.Empty(t, fault.Problems, "the library refuses: %s", why)
		require.Empty(t, fault.Code, "the library refuses: %s", why)
	}
	answer := send(at, r)
	require.Equal(t, 200, answer.Code, "the sandbox refuses: %s\n%s", why, answer.Body)
}

func members(pairs ...string) (d payment.Details) {
	for i := 0; i < len(pairs); i += 2 {
		d = append(d, payment.Member{Name: pairs[i], Value: pairs[i+1]})
	}
	return d
}

func TestDocumentedRequestsAreTaken(t *testing.T) {
	text, err := os.ReadFile("../../wasm/tokens/testdata/documented.json")
	require.NoError(t, err)
	var file struct {
		Pairs []struct {
			Type    string
			Request struct {
				Currency string
				Details  map[string]string `json:"payment_details"`
			}
		}
	}
	require.NoError(t, json.Unmarshal(text, &file))
	require.Len(t, file.Pairs, len(payment.Types))
	for _, p := range file.Pairs {
		var d payment.Details
		for name, value := range p.Request.Details {
			d = append(d, payment.Member{Name: name, Value: value})
		}
		requireTaken(t, today, p.Request.Currency, d, p.Type)
	}
}

// The samples that KOMOJU's documents and recorded calls show beside those.
func TestDocumentedSamplesAreTaken(t *testing.T) {
	card := func(number, month, year string, more ...string) payment.Details {
		return members(append([]string{"type", "credit_card", "number", number, "month", month, "year", year}, more...)...)
	}
	email := []string{"email", "test@example.com"}
	person := append([]string{"phone", "080-1111-2222", "family_name_kana", "ヤマダ", "given_name_kana", "タロウ",
		"family_name", "山田", "given_name", "太郎"}, email...)
	year2018 := time.Date(2018, 11, 13, 6, 20, 21, 0, time.UTC)
	for _, row := range []struct {
		why string
		at  time.Time
		d   payment.Details
	}{
		{"the card of 2018, before it expired", year2018, card("4111111111111111", "01", "2023", "verification_value", "123")},
		{"the card of 2018, in its last month", time.Date(2023, 1, 31, 23, 59, 0, 0, time.UTC), card("4111111111111111", "01", "2023")},
		{"its names and email", year2018, card("4111111111111111", "01", "2023", append([]string{"given_name", "Taro", "family_name", "Yamada"}, email...)...)},
		{"KOMOJU's own tests use 12/99", today, card("4111111111111111", "12", "99")},
		{"a recorded session: one digit of month, full name", today, card("4100000000000100", "8", "2025", "verification_value", "123", "name", "John Doe")},
		{"the documented secure token", today, card("4100000000000100", "08", "2025", "verification_value", "123", "name", "Test Card")},
		{"a recorded payment of 2015: numbers for month and year", time.Date(2015, 9, 1, 0, 0, 0, 0, time.UTC), append(
			members("type", "credit_card", "number", "4111111111111111", "verification_value", "123", "given_name", "Longbob", "family_name", "Longsen", "email", "valid@email.com"),
			payment.Member{Name: "month", Value: "9", Raw: true}, payment.Member{Name: "year", Value: "2016", Raw: true})},
		{"konbini with all its fields", today, members(append([]string{"type", "konbini", "store", "lawson", "expiry_days", "3", "name", "山田 太郎"}, person...)...)},
		{"bank transfer with all its fields", today, members(append([]string{"type", "bank_transfer", "expiry_days", "14", "name", "山田 太郎"}, person...)...)},
		{"pay-easy with days", today, members(append([]string{"type", "pay_easy", "expiry_days", "3"}, person...)...)},
		{"an older sample's phone", today, members("type", "konbini", "store", "lawson", "email", "test@example.com", "phone", "090-1111-2222")},
		{"a BitCash number as sold: hiragana", today, members("type", "bit_cash", "prepaid_number", "あいうえおかきくけこさしすせそた")},
		{"toss by email, as in 2018", today, members("type", "toss", "email", "foo@bar.com")},
		{"toss by phone and birthday, as today", today, members("type", "toss", "phone", "010-1234-5678", "birthday", "900131")},
		{"zgold as the gem of 2023 has it", today, members("type", "zgold")},
		{"installments, a word", today, card("4111111111111111", "12", "30", "installments", "revolving")},
		{"installments that no document has yet", today, card("4111111111111111", "12", "30", "installments", "36")},
		{"an expiry in one text", today, members("type", "credit_card", "number", "4111111111111111", "expiry", "12/30")},
		{"a type outside the table", today, members("type", "paypay")},
	} {
		requireTaken(t, row.at, "", row.d, row.why)
	}
}

func TestDocumentedCardsAndStoresAreTaken(t *testing.T) {
	for _, number := range strings.Fields("3530111333300000 378282246310005 4111111111111111 5555555555554444 30569309025904 " +
		"4123111111111000 4123111111111018 4123111111111034 4123111111111042 4123111111111059 4123111111111067 4123111111111075 4123111111111083") {
		requireTaken(t, today, "", members("type", "credit_card", "number", number, "month", "12", "year", "2030"), number)
	}
	for _, number := range strings.Fields("4100000000000100 5100000000000107 3528000000000106 4100000000005000 5100000000005007 3528000000005006 " +
		"4100000000500000 5100000000500007 3528000000500006 4100000000300005 5100000000300002 3528000000300001") {
		requireTaken(t, today, "", members("type", "credit_card", "number", number, "month", "08", "year", "2025"), number+", long past")
	}
	for _, store := range strings.Fields("seven-eleven lawson family-mart ministop daily-yamazaki seicomart") {
		requireTaken(t, today, "", members("type", "konbini", "store", store, "email", "foo@bar.com"), store)
	}
	for _, kind := range strings.Fields("web_money bit_cash net_cash nanaco steam_prepaid_card") {
		requireTaken(t, today, "", members("type", kind, "prepaid_number", "1111111111111111"), kind)
	}
}

// Recorded: the API refuses this one.
func TestTheRecordedRefusalIsRefused(t *testing.T) {
	d := members("type", "credit_card", "number", "1234567890123456", "month", "12", "year", "30", "verification_value", "123", "name", "John Doe")
	_, fault := build(today, "", d)
	require.NotNil(t, fault, "by the library")
	require.Len(t, fault.Problems, 1)
	assert.Equal(t, "number", fault.Problems[0].Field)
	r, fault := build(today, "", members("type", "toss", "email", "foo@bar.com"))
	require.Nil(t, fault)
	r.Body = `{"payment_details":{"type":"credit_card","number":"1234567890123456","month":"12","year":"30"}}`
	assert.Equal(t, 422, send(today, r).Code, "by the sandbox")
}
