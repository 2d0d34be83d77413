package sandbox

import (
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCapturedCard(t *testing.T) {
	s, _ := fixed()
	id := tokenID(t, s, DefaultPublishableKey, params{"payment_details": but(card, params{"number": "5555555555554444"})})
	w := post(s, paymentsPath, DefaultSecretKey, params{"amount": "100", "tax": 8, "currency": "JPY", "payment_details": id,
		"description": "Store Purchase", "external_order_num": "1", "metadata": params{"order_id": "7"}})
	require.Equal(t, 200, w.Code, w.Body.String())
	got := decode(t, w)
	assert.Regexp(t, `\A[a-z0-9]{24}\z`, got["id"])
	delete(got, "id")
	assert.Equal(t, params{
		"resource": "payment", "status": "captured", "amount": 100., "tax": 8., "total": 108., "currency": "JPY",
		"payment_method_fee": 0., "amount_refunded": 0., "payment_deadline": nil, "customer": nil, "locale": "en",
		"payment_details": params{"type": "credit_card", "brand": "master", "last_four_digits": "4444", "month": 1., "year": 2030.},
		"description":     "Store Purchase", "external_order_num": "1", "metadata": params{"order_id": "7"},
		"captured_at": "2026-03-31T23:30:00Z", "created_at": "2026-03-31T23:30:00Z",
		"refunds": []any{}, "refund_requests": []any{},
	}, got)
	assert.Empty(t, w.Header().Get("Access-Control-Allow-Origin"), "payments are no business of a page")
}

func TestPendingKonbini(t *testing.T) {
	s, _ := fixed()
	got := decode(t, payWith(s, tokenID(t, s, DefaultPublishableKey, params{"payment_details": konbini})))
	assert.Equal(t, "pending", got["status"])
	assert.Nil(t, got["captured_at"])
	assert.Equal(t, "2026-04-04T14:59:59Z", got["payment_deadline"], "three days on, at the end of the day in Japan")
	details := got["payment_details"].(params)
	assert.Equal(t, "lawson", details["store"])
	assert.Equal(t, "test@example.com", details["email"])
}

func TestStatusOfEveryType(t *testing.T) {
	captured := map[string]bool{"credit_card": true, "web_money": true, "bit_cash": true, "net_cash": true, "nanaco": true,
		"steam_prepaid_card": true, "dospara": true, "culture_voucher": true, "happy_money": true}
	s, _ := fixed()
	details := []params{{"type": "paypay"}}
	for _, row := range samples {
		details = append(details, row.details)
	}
	for _, sent := range details {
		want := map[bool]string{true: "captured", false: "pending"}[captured[sent["type"].(string)]]
		got := decode(t, payWith(s, tokenID(t, s, DefaultPublishableKey, params{"payment_details": sent})))
		assert.Equal(t, want, got["status"], sent["type"])
		assert.Equal(t, sent["type"], got["payment_details"].(params)["type"])
	}
}

func TestFailingTestCards(t *testing.T) {
	rows := []struct {
		tail, code string
		status     int
	}{
		{"000", "insufficient_funds", 502}, {"018", "exceeds_limit", 502}, {"034", "bad_verification_value", 502},
		{"042", "card_expired", 502}, {"059", "card_declined", 502}, {"067", "invalid_number", 502},
		{"075", "invalid_number", 502}, {"083", "fraudulent", 422},
	}
	for _, row := range rows {
		body := params{"payment_details": but(card, params{"number": "4123111111111" + row.tail})}
		s, _ := fixed()
		id := tokenID(t, s, DefaultPublishableKey, body)
		wantRefusal(t, payWith(s, id), row.status, row.code, "")
		wantRefusal(t, payWith(s, id), 422, "invalid_token", "")
		live, _ := with(Config{PublishableKey: "pk_live_sandbox"})
		assert.Equal(t, 200, payWith(live, tokenID(t, live, "pk_live_sandbox", body)).Code, "a live key knows no test cards")
	}
}

func TestOneUse(t *testing.T) {
	s, _ := fixed()
	id := tokenID(t, s, DefaultPublishableKey, params{"payment_details": card})
	var paid, refused atomic.Int32
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			switch payWith(s, id).Code {
			case 200:
				paid.Add(1)
			case 422:
				refused.Add(1)
			}
		})
	}
	group.Wait()
	assert.Equal(t, []int32{1, 7}, []int32{paid.Load(), refused.Load()}, "of callers at once, one may pay")
	wantRefusal(t, payWith(s, id), 422, "invalid_token", "")
	wantRefusal(t, payWith(s, "tok_unknown"), 422, "invalid_token", "")
}

func TestTokensLiveOneDay(t *testing.T) {
	s, c := fixed()
	body := params{"payment_details": konbini}
	first, second := tokenID(t, s, DefaultPublishableKey, body), tokenID(t, s, DefaultPublishableKey, body)
	c.advance(24*time.Hour - time.Second)
	assert.Equal(t, 200, payWith(s, first).Code)
	c.advance(time.Second)
	wantRefusal(t, payWith(s, second), 422, "invalid_token", "")
	tokenID(t, s, DefaultPublishableKey, body)
	assert.Len(t, s.tokens.tokens, 1, "expired tokens are swept")
}

func TestCurrencyPin(t *testing.T) {
	s, _ := fixed()
	id := tokenID(t, s, DefaultPublishableKey, params{"currency": "KRW", "payment_details": sampleOf("mobile")})
	wantRefusal(t, payWith(s, id), 422, "invalid_currency", "")
	w := post(s, paymentsPath, DefaultSecretKey, params{"amount": 1, "currency": "KRW", "payment_details": id})
	assert.Equal(t, 200, w.Code, "the token is not used up by a refused currency")
}

func TestPaymentParameters(t *testing.T) {
	s, _ := fixed()
	id := tokenID(t, s, DefaultPublishableKey, params{"payment_details": card})
	good := params{"amount": 100, "currency": "JPY", "payment_details": id}
	pay := func(changes params) *httptest.ResponseRecorder {
		return post(s, paymentsPath, DefaultSecretKey, but(good, changes))
	}
	for _, name := range []string{"amount", "currency", "payment_details"} {
		wantRefusal(t, pay(params{name: nil}), 422, "missing_parameter", name)
	}
	for _, amount := range []any{0, -1, "1.5", "１００", true, "1234567890123"} {
		wantRefusal(t, pay(params{"amount": amount}), 422, "invalid_parameter", "amount")
	}
	wantRefusal(t, pay(params{"tax": "-8"}), 422, "invalid_parameter", "tax")
	wantRefusal(t, pay(params{"currency": "XXX"}), 422, "invalid_currency", "")
	wantRefusal(t, pay(params{"payment_details": params{"token": id}}), 422, "invalid_parameter", "payment_details")
	form := formOf(params{"amount": "100", "currency": "JPY", "payment_details": id})
	assert.Equal(t, 200, call(s, "POST", paymentsPath, DefaultSecretKey, asForm, form).Code, "none of these used the token up")
}
