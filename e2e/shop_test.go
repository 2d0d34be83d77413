package e2e

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
	"komoju-tokenize/demo/shop"
)

// place is a shop with its API, each on an origin of its own, as in earnest.
type place struct {
	t       *testing.T
	page    string // origin of the shop's pages
	api     string // origin of the API
	sandbox *sandbox.Sandbox
	till    *till
}

// openShop serves a shop and a sandbox for one test.
func openShop(t *testing.T) *place {
	t.Helper()
	p := &place{t: t, till: &till{}, sandbox: sandbox.New(sandbox.Config{Faults: true})}
	p.api = serve(t, p.sandbox)
	t.Cleanup(p.sandbox.Close) // before its server, which waits for what is under way
	p.page = asLocalhost(serve(t, shop.New(shop.Config{
		PublishableKey: sandbox.DefaultPublishableKey, SecretKey: sandbox.DefaultSecretKey,
		Endpoint: p.api, Dist: os.DirFS(dist("")), Client: &http.Client{Transport: p.till, Timeout: limit},
	})))
	return p
}

func serve(t *testing.T, handler http.Handler) (origin string) {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

// asLocalhost is the same address under another name, and so another origin.
func asLocalhost(origin string) string {
	return strings.Replace(origin, "127.0.0.1", "localhost", 1)
}

// fail queues faults at the sandbox.
func (p *place) fail(faults ...sandbox.Fault) {
	p.t.Helper()
	for _, fault := range faults {
		require.NoError(p.t, p.sandbox.Fail(fault))
	}
}

// tokens is where the page sends details.
func (p *place) tokens() string { return p.api + "/api/v1/tokens" }

// till is the line from the merchant's back end to the API: it keeps the tokens
// that the back end pays with.
type till struct {
	mu   sync.Mutex
	paid []string
}

func (l *till) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	l.note(body)
	again := r.Clone(r.Context())
	again.Body = io.NopCloser(bytes.NewReader(body))
	return http.DefaultTransport.RoundTrip(again)
}

func (l *till) note(body []byte) {
	bill := struct {
		Token string `json:"payment_details"`
	}{"no JSON"}
	_ = json.Unmarshal(body, &bill)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.paid = append(l.paid, bill.Token)
}

func (l *till) tokens() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]string(nil), l.paid...)
}

// visit opens the checkout in a language and waits until it can be used.
func (p *place) visit(lang string) *tab {
	p.t.Helper()
	tb := newTab(p.t)
	tb.open(p.page + "/?lang=" + lang)
	tb.ready()
	return tb
}

// ready waits for the checkout's script to have drawn the form.
func (tb *tab) ready() {
	tb.t.Helper()
	tb.until("the pay button can be pressed", `document.querySelector("#pay:enabled")`)
}
