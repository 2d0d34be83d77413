package shop_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
)

func TestPayByCard(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	page := p.receiptOf(p.pay(map[string]any{"token": p.token("JPY", card), "type": "credit_card"}), "en")
	assert.Contains(t, page, "¥3,828")
	assert.Contains(t, page, "Your payment is complete")
	assert.Contains(t, page, "•••• 1111")
}

// Without the number and the date nobody can pay at the store.
func TestPayAtAStore(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	page := p.receiptOf(p.pay(map[string]any{"token": p.token("JPY", konbini), "type": "konbini"}), "ja")
	for _, text := range []string{"お支払い待ち", "ローソン", "12345", "お支払い期限", "¥3,828"} {
		assert.Contains(t, page, text)
	}
	assert.NotContains(t, page, "sandbox.invalid", "a link that leads nowhere")
}

// A page that could name its price would.
func TestTheAmountIsTheServers(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	page := p.receiptOf(p.pay(map[string]any{
		"token": p.token("", card), "type": "credit_card", "amount": 1, "currency": "USD", "order": "cheap"}), "en")
	assert.Contains(t, page, "¥3,828")
}

// A token for mobile is bound to won, so a payment in yen would be refused.
func TestTypeWithItsOwnCurrency(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	token := p.token("KRW", map[string]string{"type": "mobile", "email": "a@example.com"})
	assert.Contains(t, p.receiptOf(p.pay(map[string]any{"token": token, "type": "mobile"}), "ko"), "₩37,000")
}

func TestRefusedTokens(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	used := p.token("JPY", card)
	require.Equal(t, http.StatusCreated, p.pay(map[string]any{"token": used}).status)
	declined := map[string]string{"type": "credit_card", "number": "4123111111111059", "month": "12", "year": "99"}
	for _, c := range []struct{ why, token, code, text string }{
		{"no such token", "tok_nothing", "invalid_token", "お支払いが完了しませんでした"},
		{"a token works once", used, "invalid_token", "お支払いが完了しませんでした"},
		{"the card fails when it is charged", p.token("JPY", declined), "card_declined", "お支払いが承認されませんでした"},
		{"bound to another currency", p.token("KRW", card), "invalid_currency", "お店の決済設定"},
	} {
		answer := p.pay(map[string]any{"token": c.token, "type": "credit_card", "lang": "ja"})
		assert.Equal(t, http.StatusPaymentRequired, answer.status, c.why)
		code, message := errorOf(t, answer)
		assert.Equal(t, c.code, code, c.why)
		assert.Contains(t, message, c.text, c.why)
	}
}

// Whether money moved is not known after such answers. To ask again, or to tell
// the shopper to, could charge twice.
func TestUnconfirmed(t *testing.T) {
	for why, api := range map[string]http.HandlerFunc{
		"no answer":         func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"a proxy's page":    func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(504); _, _ = w.Write([]byte("<html>")) },
		"broke down":        status(503, "service_unavailable"),
		"answered nonsense": says("paid?"),
		"an empty object":   says(`{}`),
		"null":              says(`null`),
		"a list":            says(`[]`),
		"no id":             says(`{"status":"captured","total":3828,"currency":"JPY"}`),
		"no state":          says(`{"id":"p1","total":3828,"currency":"JPY"}`),
		"an unknown state":  says(`{"id":"p1","status":"paid?","total":3828,"currency":"JPY"}`),
		"no sum":            says(`{"id":"p1","status":"captured","currency":"JPY"}`),
		"no currency":       says(`{"id":"p1","status":"captured","total":3828}`),
		"an id of no text":  says(`{"id":1,"status":"captured","total":3828,"currency":"JPY"}`),
		"an error with 200": says(`{"error":{"code":"bad_gateway"}}`),
		"a redirect": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/elsewhere", http.StatusTemporaryRedirect)
		},
	} {
		var calls atomic.Int32
		p := open(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { calls.Add(1); api(w, r) }))
		answer := p.pay(map[string]any{"token": "tok_a", "type": "credit_card", "lang": "en"})
		assert.Equal(t, http.StatusBadGateway, answer.status, why)
		code, message := errorOf(t, answer)
		assert.Equal(t, "unconfirmed", code, why)
		assert.Contains(t, message, "before you try again", why)
		assert.EqualValues(t, 1, calls.Load(), why)
	}
}

// A payment that failed is answered as a payment too: no receipt for it.
func TestNoReceiptForAFailedPayment(t *testing.T) {
	for _, state := range []string{"failed", "cancelled", "expired"} {
		p := open(t, says(`{"id":"p1","status":"`+state+`","total":3828,"currency":"JPY"}`))
		answer := p.pay(map[string]any{"token": "tok_a", "lang": "en"})
		assert.Equal(t, http.StatusPaymentRequired, answer.status, state)
		_, message := errorOf(t, answer)
		assert.Contains(t, message, "declined", state)
	}
}

// The API's own words are for developers, and may hold anything.
func TestTheAPIsWordsStayHere(t *testing.T) {
	p := open(t, status(422, "card_declined"))
	assert.NotContains(t, p.pay(map[string]any{"token": "tok_a"}).body, "inner words")
}

func TestMalformedPurchases(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	for why, purchase := range map[string]map[string]any{
		"no token":         {"type": "credit_card"},
		"a token too long": {"token": strings.Repeat("a", 257)},
		"far too large":    {"token": "tok_a", "more": strings.Repeat("a", 5000)},
		"not text":         {"token": map[string]any{"id": 1}},
	} {
		assert.Equal(t, http.StatusBadRequest, p.pay(purchase).status, why)
	}
	form := p.pay(map[string]any{"token": "tok_a"}, "Content-Type", "application/x-www-form-urlencoded")
	assert.Equal(t, http.StatusUnsupportedMediaType, form.status, "what a page without script would post")
}

func TestOtherSitesCannotPay(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	for _, header := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://elsewhere.example"}} {
		answer := p.pay(map[string]any{"token": p.token("JPY", card)}, header...)
		assert.Equal(t, http.StatusForbidden, answer.status, header)
	}
}

func status(code int, name string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(code)
		_, _ = w.Write([]byte(`{"error":{"code":"` + name + `","message":"inner words"}}`))
	}
}

func says(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(body)) }
}

func errorOf(t *testing.T, a answered) (code, message string) {
	t.Helper()
	var body struct {
		Error struct{ Code, Message string }
	}
	require.NoError(t, json.Unmarshal([]byte(a.body), &body), a.body)
	return body.Error.Code, body.Error.Message
}
