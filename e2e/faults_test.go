package e2e

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"komoju-tokenize/demo/sandbox"
)

// trouble is a way for the API to fail, and what the page's script must get.
type trouble struct {
	why       string
	fail      sandbox.Fault
	code      string // "" for a token
	retryable bool
	calls     int // how often the API is asked
	status    int
}

func status(n int) sandbox.Fault { return sandbox.Fault{Kind: "status", Status: n, Count: 3} }

func raw(n int, body string) sandbox.Fault {
	return sandbox.Fault{Kind: "raw", Status: n, Body: body, Count: 3}
}

func busy(retryAfter string, count int) sandbox.Fault {
	return sandbox.Fault{Kind: "status", Status: 429, Count: count, Headers: map[string]string{
		"Retry-After": retryAfter, "Access-Control-Expose-Headers": "Retry-After"}}
}

const badGateway = "<!doctype html><h1>Bad gateway</h1>"

// troubles by the page's language; each is met in one of them.
var troubles = map[string][]trouble{
	"en": {
		{"a wrong key", status(401), "unauthorized", false, 1, 401},
		{"no leave", status(403), "forbidden", false, 1, 403},
		{"an outage", status(503), "service_unavailable", true, 3, 503},
		{"a short outage", sandbox.Fault{Kind: "status", Status: 503, Count: 2}, "", false, 3, 0},
		{"JSON that ends too early", sandbox.Fault{Kind: "broken_json"}, "invalid_answer", true, 1, 200},
		{"two ids, of which the last counts", raw(200, `{"id":"tok_first","id":"tok_last","resource":"token"}`), "", false, 1, 0},
	},
	"ja": {
		{"a refusal", status(422), "unprocessable_entity", false, 1, 422},
		{"a broken server", status(500), "internal_server_error", true, 3, 500},
		{"HTML from a proxy", sandbox.Fault{Kind: "html", Count: 3}, "gateway_timeout", true, 3, 504},
		{"a token without an id", raw(200, `{"resource":"token"}`), "invalid_answer", true, 1, 200},
		{"no body", sandbox.Fault{Kind: "empty"}, "invalid_answer", true, 1, 200},
	},
	"ko": {
		{"a card's 502 is final", raw(502, `{"error":{"code":"card_declined","message":"Declined.","param":null}}`), "card_declined", false, 1, 502},
		{"a proxy's 502 is not", sandbox.Fault{Kind: "raw", Status: 502, ContentType: "text/html", Body: badGateway, Count: 3}, "bad_gateway", true, 3, 502},
		{"too busy for long", busy("60", 3), "too_many_requests", true, 1, 429},
		{"no answer", sandbox.Fault{Kind: "cut", Count: 3}, "network_error", true, 3, 0},
		{"an id that is a number", raw(200, `{"id":12}`), "invalid_answer", true, 1, 200},
	},
	"zh": {
		{"an unknown code", raw(422, `{"error":{"code":"brand_new","message":"?"}}`), "brand_new", false, 1, 422},
		{"an error told twice", raw(422, `{"error":{"code":"used_number"},"error":{"code":"locked","message":"x"}}`), "locked", false, 1, 422},
		{"JSON that is no object", raw(200, `[1,"2"]`), "invalid_answer", true, 1, 200},
		{"members of all objects", raw(400, `{"__proto__":{"code":"x"},"error":{"__proto__":{"code":"y"},"code":"bad_request"}}`), "bad_request", false, 1, 400},
	},
}

func TestTroubles(t *testing.T) {
	for lang, list := range troubles {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := openShop(t)
			tb := p.visit(lang)
			for _, c := range list {
				before := p.sandbox.Calls()
				p.fail(c.fail)
				tb.expectFailures(p, c)
				got := tb.tokenize(card, options{"currency": "JPY"})
				p.sandbox.ClearFaults()
				assert.Equal(t, c.calls, p.sandbox.Calls()-before, c.why+": calls")
				c.judge(t, lang, got)
			}
		})
	}
}

// expectFailures declares what the browser logs: a line for each answer that is
// no success.
func (tb *tab) expectFailures(p *place, c trouble) {
	count := c.calls
	if c.code == "" {
		count-- // the last call brings the token
	}
	switch {
	case c.fail.Kind == "cut":
		tb.log.expect(count, "Failed to load resource: net::ERR_EMPTY_RESPONSE", p.tokens())
	case c.status != 200:
		status := c.fail.Status
		if status == 0 {
			status = c.status
		}
		tb.log.expect(count, fmt.Sprintf("Failed to load resource: the server responded with a status of %d", status), p.tokens())
	}
}

func (c trouble) judge(t *testing.T, lang string, got result) {
	t.Helper()
	assert.Equal(t, c.code, got.Code, c.why)
	if c.code == "" {
		assert.NotNil(t, got.Token, c.why)
		return
	}
	assert.Equal(t, c.status, got.Status, c.why)
	assert.Equal(t, c.retryable, got.Retryable, c.why)
	assertLanguage(t, lang, got.Message, c.why)
}
