package e2e

import (
	"fmt"
	"net/http"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/stretchr/testify/assert"

	"komoju-tokenize/demo/sandbox"
)

// An API that names its time is waited for, and then answers.
func TestRetryAfterIsKept(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("en")
	tb.log.expect(1, "status of 429", p.tokens())
	p.fail(busy("2", 1))
	got := tb.tokenize(card, nil)
	assert.NotNil(t, got.Token)
	assert.GreaterOrEqual(t, got.Took, 2000.0)
	assert.Equal(t, 2, p.sandbox.Calls())
}

func TestTimeLimit(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("ja")
	p.fail(sandbox.Fault{Kind: "delay", DelayMS: 600_000})
	got := tb.tokenize(card, options{"timeout": 300})
	assert.Equal(t, "timeout", got.Code)
	assert.True(t, got.Retryable)
	assertLanguage(t, "ja", got.Message)
	assert.GreaterOrEqual(t, got.Took, 290.0)
	assert.Equal(t, 1, p.sandbox.Calls(), "nothing is sent after the limit")
}

// The limit is for the whole call, the waits between attempts included.
func TestTimeLimitEndsWaits(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("en")
	tb.log.expect(1, "status of 429", p.tokens())
	p.fail(busy("10", 1))
	got := tb.tokenize(card, options{"timeout": 1000})
	assert.Equal(t, "timeout", got.Code)
	assert.Less(t, got.Took, 9000.0)
	assert.Equal(t, 1, p.sandbox.Calls())
}

func TestAbortBefore(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("zh")
	got := eval[result](tb, `(details) => (`+tell+`)(details, { signal: AbortSignal.abort() })`, card)
	assert.Equal(t, "aborted", got.Code)
	assertLanguage(t, "zh", got.Message)
	assert.Zero(t, p.sandbox.Calls())
}

func TestAbortDuring(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("ko")
	p.fail(sandbox.Fault{Kind: "delay", DelayMS: 600_000})
	eval[any](tb, `(details) => {
		const controller = new AbortController();
		window.stop = () => controller.abort(new Error("my own reason"));
		window.outcome = (`+tell+`)(details, { signal: controller.signal });
	}`, card)
	tb.eventually("the call has arrived", func() bool { return p.sandbox.Calls() == 1 })
	got := eval[result](tb, `() => { window.stop(); return window.outcome; }`)
	assert.Equal(t, "aborted", got.Code)
	assert.False(t, got.Retryable)
	assertLanguage(t, "ko", got.Message)
	assert.Equal(t, 1, p.sandbox.Calls())
}

// Without a connection; and with it again, the same page works.
func TestOffline(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("ja")
	tb.log.expect(3, "Failed to load resource: net::ERR_INTERNET_DISCONNECTED", p.tokens())
	tb.offline(p.api, true)
	got := tb.tokenize(card, nil)
	assert.Equal(t, "network_error", got.Code)
	assert.True(t, got.Retryable)
	assertLanguage(t, "ja", got.Message)
	assert.Zero(t, p.sandbox.Calls())
	tb.offline(p.api, false)
	assert.NotNil(t, tb.tokenize(card, nil).Token)
}

// offline cuts the browser off from one origin: from all of them, an icon that is
// loaded late would be logged in some runs.
func (tb *tab) offline(origin string, is bool) {
	tb.t.Helper()
	call(tb, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{
			URLPattern: origin + "/*", Offline: is, DownloadThroughput: -1, UploadThroughput: -1}},
	})
}

// An answer that sends the browser on would hand the card to whoever it names.
// A page without a policy of its own has nothing else to stop it.
func TestRedirectIsNotFollowed(t *testing.T) {
	t.Parallel()
	var reached atomic.Int64
	thief := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reached.Add(1)
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Access-Control-Allow-Headers", "*")
		_, _ = w.Write([]byte(`{"id":"tok_stolen"}`))
	}))
	p := openShop(t)
	tb := newTab(t)
	tb.open(servePage(t, "text/html", fmt.Sprintf(pageHead, "en")+tag(keyAndEndpoint(p))))
	tb.log.expect(3, "Failed to load resource: net::ERR_FAILED", thief)
	p.fail(sandbox.Fault{Kind: "raw", Status: 307, Headers: map[string]string{"Location": thief}, Count: 3})
	assert.Equal(t, "network_error", tb.tokenize(card, nil).Code)
	assert.Zero(t, reached.Load())
}

// Ten at once share one module and one buffer; each must get its own.
func TestTenAtOnce(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("en")
	p.fail(sandbox.Fault{Kind: "delay", DelayMS: 200, Count: 5}) // some answers overtake others
	got := eval[[]result](tb, `() => Promise.all(Array.from({ length: 10 }, (_, i) =>
		(`+tell+`)({ type: "konbini", store: "lawson", email: "shopper" + i + "@example.com" }, { locale: i % 2 ? "ja" : "en" })))`)
	seen := map[string]bool{}
	for i, one := range got {
		if assert.NotNil(t, one.Token, one.Code) {
			assert.Equal(t, fmt.Sprintf("shopper%d@example.com", i), one.Token.Details["email"])
			seen[one.Token.ID] = true
		}
	}
	assert.Len(t, seen, 10)
}

// What can be known before anything is sent is told without sending.
func TestRefusedBeforeSending(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("ja")
	for code, o := range map[string]options{
		"secret_key":       {"publishableKey": "sk_test_0123456789"},
		"invalid_key":      {"publishableKey": "key"},
		"missing_key":      {"publishableKey": ""},
		"invalid_endpoint": {"endpoint": "http://example.com"},
	} {
		got := tb.tokenize(card, o)
		assert.Equal(t, code, got.Code)
		assert.NotContains(t, got.Text, "0123456789")
		assertLanguage(t, "ja", got.Message)
	}
	assert.Equal(t, "unreadable_details", eval[result](tb, `() => (`+tell+`)({ type: "credit_card", get number() { throw new Error("4111"); } })`).Code)
	assert.Equal(t, "details_too_large", tb.tokenize(details{"type": "toss", "email": fmt.Sprintf("%05000d", 1)}, nil).Code)
	assert.Empty(t, tb.net.sent(http.MethodPost, p.tokens()))
	assert.Empty(t, tb.net.sent(http.MethodOptions, p.tokens()))
}
