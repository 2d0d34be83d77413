package e2e

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tamed is a page under the policy and with the tag that the build wrote, the
// script coming from another origin, as from a CDN. It uses both as they stand
// but for the addresses.
func tamed(t *testing.T, p *place, loader []byte) (page string) {
	t.Helper()
	var ready struct{ Script, Policy string }
	text, err := os.ReadFile(dist("integrity.json"))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &ready))
	elsewhere := serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		w.Header().Set("Access-Control-Allow-Origin", "*")
		_, _ = w.Write(loader)
	}))
	tag := strings.Replace(ready.Script, `src="`, `src="`+elsewhere+`/`, 1)
	policy := strings.Replace(ready.Policy, "https://komoju.com", p.api, 1)
	require.NotEqual(t, ready.Policy, policy)
	return asLocalhost(serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Security-Policy", policy)
		_, _ = w.Write([]byte(`<!doctype html><link rel="icon" href="data:,">` + tag))
	})))
}

// The ready snippet and policy line: what they are for is that nobody's else
// script runs, and that ours does.
func TestIntegrityLetsOursIn(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	loader, err := os.ReadFile(dist("komoju-tokenize.js"))
	require.NoError(t, err)
	tb := newTab(t)
	tb.open(tamed(t, p, loader))
	got := tb.tokenize(card, options{"publishableKey": "pk_test_komoju_sandbox", "endpoint": p.api})
	assert.NotNil(t, got.Token, got.Text)
}

func TestIntegrityKeepsOthersOut(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	loader, err := os.ReadFile(dist("komoju-tokenize.js"))
	require.NoError(t, err)
	tb := newTab(t)
	tb.log.expect(1, "integrity")
	tb.open(tamed(t, p, bytes.Replace(loader, []byte("payment_details"), []byte("payment_detailz"), 1)))
	assert.Equal(t, "undefined", eval[string](tb, `() => typeof window.komojuTokenize`))
}
