package e2e

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a page of a shop must say, or a script from elsewhere could read along.
func TestHeaders(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	want := "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
		"connect-src 'self' " + p.api + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
		"require-trusted-types-for 'script'"
	for _, path := range append(p.quietPages(), "/", "/?lang=ja", "/nothing", "/assets/checkout.js", "/assets/komoju-tokenize.js", "/assets/texts.json") {
		header := p.headers(path)
		assert.Equal(t, []string{want}, header.Values("Content-Security-Policy"), path)
		assert.Equal(t, "no-referrer", header.Get("Referrer-Policy"), path)
		assert.Equal(t, "nosniff", header.Get("X-Content-Type-Options"), path)
		assert.Equal(t, "same-origin", header.Get("Cross-Origin-Opener-Policy"), path)
		assert.Equal(t, "same-origin", header.Get("Cross-Origin-Resource-Policy"), path)
		assert.Equal(t, "no-store", header.Get("Cache-Control"), path)
	}
}

func (p *place) headers(path string) http.Header {
	p.t.Helper()
	r, err := http.NewRequestWithContext(p.t.Context(), http.MethodGet, p.page+path, nil)
	require.NoError(p.t, err)
	answer, err := http.DefaultClient.Do(r)
	require.NoError(p.t, err)
	defer answer.Body.Close()
	return answer.Header
}

// inline lists what would need a policy that allows any script or style.
const inline = `() => [...document.querySelectorAll("*")].filter((e) =>
	e.localName === "style" || e.localName === "script" && (!e.src || e.text.trim()) ||
	[...e.attributes].some((a) => a.name === "style" || a.name.startsWith("on") || /^\s*javascript:/i.test(a.value)),
).map((e) => e.outerHTML)`

func TestNothingInline(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := newTab(t)
	tb.log.expect(1, "network error: Failed to load resource", "404", "/receipt/unknown")
	for _, path := range p.quietPages() {
		tb.open(p.page + path)
		assert.Empty(t, eval[[]string](tb, inline), path)
	}
	tb.open(p.page)
	tb.ready()
	for _, pay := range asking {
		tb.choose(pay.kind)
		tb.refused()
		assert.Empty(t, eval[[]string](tb, inline), pay.kind)
	}
}

// The watch over policies and consoles must see what it is there for.
func TestWatchSeesBadPages(t *testing.T) {
	t.Parallel()
	origin := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Security-Policy", "script-src 'self'")
		if r.URL.Path == "/bad.js" {
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = w.Write([]byte(`console.error("said"); Promise.reject(new Error("unheard")); throw new Error("thrown")`))
			return
		}
		_, _ = w.Write([]byte(`<link rel="icon" href="data:,"><script>1</script><script src="/bad.js"></script>`))
	}))
	tb := newTab(t)
	tb.log.expect(1, "violation script-src-elem inline")
	tb.log.expect(1, "security error", "Content Security Policy")
	tb.log.expect(1, `console.error "said"`)
	tb.log.expect(1, "exception", "Error: thrown")
	tb.log.expect(1, "exception", "Error: unheard")
	tb.open(origin)
}

// withoutWasm takes from the shop's policy what lets a page compile WebAssembly.
func withoutWasm(p *place) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, err := http.Get(p.page + r.URL.String())
		if err != nil {
			panic(http.ErrAbortHandler)
		}
		defer answer.Body.Close()
		policy := answer.Header.Get("Content-Security-Policy")
		w.Header().Set("Content-Security-Policy", strings.Replace(policy, " 'wasm-unsafe-eval'", "", 1))
		w.Header().Set("Content-Type", answer.Header.Get("Content-Type"))
		w.WriteHeader(answer.StatusCode)
		_, _ = io.Copy(w, answer.Body)
	})
}

// A shop that forgets wasm-unsafe-eval: its shoppers get a sentence, its
// developer the reason.
func TestPolicyThatForbidsTheModule(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := newTab(t)
	tb.log.expect(2, "violation script-src wasm-eval") // the call below, and the form's
	tb.open(asLocalhost(serve(t, withoutWasm(p))) + "/?lang=ko")
	tb.ready()
	got := tb.tokenize(card, nil)
	assert.Equal(t, "module_failed", got.Code)
	assertLanguage(t, "ko", got.Message)
	assert.Contains(t, got.Detail, "Content Security Policy")
	tb.refused()
	assertLanguage(t, "ko", tb.text("#alert"))
	assert.Zero(t, p.sandbox.Calls())
}
