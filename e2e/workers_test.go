package e2e

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/front"
	"komoju-tokenize/demo/sandbox"
	"komoju-tokenize/demo/shop"
)

// A page that tokenizes through its own origin: what a shopper typed goes there
// and nowhere else, whichever service stands behind.
func TestPageBehindAnEdgeService(t *testing.T) {
	for _, kind := range []string{front.Native, front.Worker, front.Light} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			p := openShopBehind(t, kind)
			tb := p.visit("ja")
			got := tb.tokenize(card, options{"currency": "JPY"})
			require.NotNil(t, got.Token, got.Text)
			assert.Equal(t, 1, p.sandbox.Calls())
			for _, e := range tb.net.all() {
				assert.True(t, strings.HasPrefix(e.URL, p.page), "a request to another origin: %s %s", e.Method, e.URL)
			}
			p.fail(sandbox.Fault{Kind: "raw", Status: 502, Body: `{"error":{"code":"card_declined","message":"Declined."}}`})
			tb.log.expect(1, "Failed to load resource: the server responded with a status of 502", p.page+"/edge/tokens")
			refused := tb.tokenize(card, options{"currency": "JPY"})
			assert.Equal(t, "card_declined", refused.Code)
			assert.Equal(t, 502, refused.Status)
			assert.False(t, refused.Retryable)
		})
	}
}

// openShopBehind serves a shop with an edge service on its origin, and a sandbox
// that the page does not know.
func openShopBehind(t *testing.T, kind string) *place {
	t.Helper()
	p := &place{t: t, till: &till{}, sandbox: sandbox.New(sandbox.Config{})}
	p.api = serve(t, p.sandbox)
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	p.page = asLocalhost(server.URL)
	service, end, err := front.New(t.Context(), front.Config{Kind: kind, Key: sandbox.DefaultPublishableKey,
		API: p.api, Page: p.page, Top: "..", Log: io.Discard})
	require.NoError(t, err)
	t.Cleanup(end)
	mux.Handle(front.Path, service)
	mux.Handle("/", shop.New(shop.Config{
		PublishableKey: sandbox.DefaultPublishableKey, SecretKey: sandbox.DefaultSecretKey,
		Endpoint: p.page + front.Path + "tokens", API: p.api, Dist: os.DirFS(dist("")),
	}))
	return p
}
