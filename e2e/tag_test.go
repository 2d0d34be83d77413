package e2e

import (
	"fmt"
	"net/http"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/japanese"

	"komoju-tokenize/demo/sandbox"
)

// servePage serves a page of a shop's own and the loader beside it. Neither the
// loader's answer nor its tag names an encoding, so the page's counts for both.
func servePage(t *testing.T, contentType, html string) (origin string) {
	t.Helper()
	loader, err := os.ReadFile(dist("komoju-tokenize.js"))
	require.NoError(t, err)
	return asLocalhost(serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/komoju-tokenize.js" {
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = w.Write(loader)
			return
		}
		w.Header().Set("Content-Type", contentType)
		_, _ = w.Write([]byte(html))
	})))
}

const pageHead = `<!doctype html><html lang=%q><link rel="icon" href="data:,">`

func tag(attributes string) string {
	return `<script src="/komoju-tokenize.js" ` + attributes + `></script>`
}

func keyAndEndpoint(p *place) string {
	return fmt.Sprintf("data-publishable-key=%q data-endpoint=%q", sandbox.DefaultPublishableKey, p.api)
}

// Many a Japanese shop still serves Shift_JIS: the loader's sentences must not
// come out of it as another text, nor the names that are typed.
func TestPageInShiftJIS(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	html := fmt.Sprintf(pageHead, "ja") + `<title>お支払い</title><p id="out"></p>` + tag(keyAndEndpoint(p))
	html, err := japanese.ShiftJIS.NewEncoder().String(html)
	require.NoError(t, err)
	tb := newTab(t)
	tb.open(servePage(t, "text/html; charset=Shift_JIS", html))
	require.Equal(t, "Shift_JIS", eval[string](tb, `() => document.characterSet`))
	require.Equal(t, "お支払い", eval[string](tb, `() => document.title`))
	eval[any](tb, `async () => {
		const { problems } = await komojuTokenize.validate({ type: "credit_card", number: "4111111111111112", month: "1", year: "99" });
		document.querySelector("#out").textContent = problems[0].message;
	}`)
	assert.Equal(t, "入力した番号をご確認ください。", tb.text("#out"))
	got := tb.tokenize(details{"type": "bank_transfer", "email": "taro@example.com", "phone": "0312345678",
		"family_name_kana": "ﾔﾏﾀﾞ", "given_name_kana": "たろう", "family_name": "髙田"}, nil)
	require.NotNil(t, got.Token, got.Text)
	assert.Equal(t, "ヤマダ", got.Token.Details["family_name_kana"])
	assert.Equal(t, "タロウ", got.Token.Details["given_name_kana"])
	assert.Equal(t, "髙田", got.Token.Details["family_name"])
}

// The attributes of the tag set everything up without a line of script.
func TestAttributesOfTheTag(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	for _, c := range []struct{ why, attributes, lang string }{
		{"the page's language", "", "ja"},
		{"a language of its own", `data-locale="ko"`, "ko"},
		{"a language nobody speaks, and then the page's", `data-locale="xx"`, "ja"},
	} {
		tb := newTab(t)
		tb.open(servePage(t, "text/html", fmt.Sprintf(pageHead, "ja")+tag(keyAndEndpoint(p)+" "+c.attributes)))
		assertLanguage(t, c.lang, tb.tokenize(details{"type": "toss"}, nil).Message, c.why)
		assert.NotNil(t, tb.tokenize(card, nil).Token, c.why)
		r := tb.net.sent(http.MethodPost, p.tokens())
		require.Len(t, r, 1)
		assert.Equal(t, "Basic cGtfdGVzdF9rb21vanVfc2FuZGJveDo=", r[0].Header.Get("Authorization"), c.why)
	}
}

// A shop's own edge service is named with its path.
func TestEndpointWithAPath(t *testing.T) {
	t.Parallel()
	paths := make(chan string, 4)
	edge := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		paths <- r.URL.Path
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Access-Control-Allow-Headers", "authorization, content-type")
		_, _ = w.Write([]byte(`{"id":"tok_edge"}`))
	}))
	tb := newTab(t)
	tb.open(servePage(t, "text/html", fmt.Sprintf(pageHead, "en")+
		tag(fmt.Sprintf("data-publishable-key=pk_live_x data-endpoint=%q", edge+"/pay/tokens"))))
	got := tb.tokenize(card, nil)
	require.NotNil(t, got.Token, got.Text)
	for range len(paths) { // the browser's question whether it may, and the call
		assert.Equal(t, "/pay/tokens", <-paths)
	}
}

// Markup can take the name of document.currentScript: whoever may put an image
// on a shop's page must not learn card numbers by it.
func TestMarkupCannotNameTheEndpoint(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := newTab(t)
	tb.open(servePage(t, "text/html", fmt.Sprintf(pageHead, "en")+
		`<img name="currentScript" data-endpoint="http://127.0.0.1:9/thief" data-publishable-key="pk_thief">`+tag(keyAndEndpoint(p))))
	got := tb.tokenize(card, nil)
	assert.Equal(t, "missing_key", got.Code)
	assert.Zero(t, p.sandbox.Calls())
}

// Loading the script must do nothing but define it.
func TestLoadingDoesNothing(t *testing.T) {
	t.Parallel()
	tb := newTab(t)
	origin := servePage(t, "text/html", fmt.Sprintf(pageHead, "en")+
		`<script>window.before = Object.keys(window)</script>`+tag("")+
		`<script>window.after = Object.keys(window).filter((name) => !before.includes(name) && name !== "before")</script>`)
	tb.open(origin)
	if noTinyGo == "" { // standard Go's runtime brings globals of its own
		assert.Equal(t, []string{"komojuTokenize"}, eval[[]string](tb, `() => after`))
	}
	assert.Len(t, tb.net.all(), 2, "the page and the script")
}
