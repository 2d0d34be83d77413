package e2e

import (
	"bytes"
	"encoding/json"
	"net/http"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
)

// On the smallest phones no page may have to be pushed sideways, whatever it
// has to say.
func TestNarrowScreens(t *testing.T) {
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := openShop(t)
			tb := newTab(t)
			tb.do("narrowing", chromedp.EmulateViewport(320, 640))
			tb.log.expect(1, "network error: Failed to load resource", "404", "/receipt/unknown")
			tb.assertPagesFit(p, lang)
		})
	}
}

// Text of twice the size is what half-blind shoppers set their browser to, and must
// not make a page wider (WCAG 2.2, 1.4.4: https://www.w3.org/TR/WCAG22/#resize-text).
func TestLargeTextOnNarrowScreens(t *testing.T) {
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := openShop(t)
			tb := newTab(t)
			tb.do("narrowing", chromedp.EmulateViewport(320, 640))
			call(tb, page.SetFontSizes, page.SetFontSizesParams{FontSizes: &page.FontSizes{Standard: 32}})
			tb.log.expect(1, "network error: Failed to load resource", "404", "/receipt/unknown")
			tb.assertPagesFit(p, lang)
			size := eval[string](tb, `() => getComputedStyle(document.querySelector("#pay")).fontSize`)
			assert.Equal(t, "34px", size, "the page took the browser's size")
		})
	}
}

// assertPagesFit opens every page, the checkout last.
func (tb *tab) assertPagesFit(p *place, lang string) {
	tb.t.Helper()
	for _, path := range p.quietPages() {
		tb.open(p.page + path + "?lang=" + lang)
		tb.assertFits(path)
	}
	tb.assertFormsFit(p.page + "/?lang=" + lang)
}

// assertFormsFit unfolds every form and has it show its problems.
func (tb *tab) assertFormsFit(url string) {
	tb.t.Helper()
	tb.open(url)
	tb.ready()
	for _, pay := range asking {
		tb.choose(pay.kind)
		eval[any](tb, `() => { for (const fold of document.querySelectorAll("details")) fold.open = true; }`)
		tb.refused()
		tb.assertFits(pay.kind)
	}
}

func (tb *tab) assertFits(what string) {
	tb.t.Helper()
	width := eval[[2]int](tb, `() => [innerWidth, document.scrollingElement.scrollWidth]`)
	assert.Equal(tb.t, 320, width[0], what)
	assert.LessOrEqual(tb.t, width[1], width[0], what)
}

// quietPages are the paths of pages without a form: receipts of both kinds, and
// one that is not there.
func (p *place) quietPages() []string {
	p.t.Helper()
	return []string{
		p.buy(map[string]string{"type": "credit_card", "number": "4111111111111111", "month": "12", "year": "2031"}),
		p.buy(map[string]string{"type": "konbini", "store": "daily-yamazaki", "email": "taro@example.com"}),
		"/receipt/unknown",
	}
}

// buy pays without a page, and answers the receipt's path.
func (p *place) buy(details map[string]string) string {
	p.t.Helper()
	var token struct{ ID string }
	p.post(p.tokens(), map[string]any{"payment_details": details}, &token)
	var made struct{ Receipt string }
	p.post(p.page+"/pay", map[string]string{"token": token.ID, "type": details["type"]}, &made)
	require.NotEmpty(p.t, made.Receipt)
	return made.Receipt
}

func (p *place) post(url string, body, answer any) {
	p.t.Helper()
	raw, err := json.Marshal(body)
	require.NoError(p.t, err)
	r, err := http.NewRequestWithContext(p.t.Context(), http.MethodPost, url, bytes.NewReader(raw))
	require.NoError(p.t, err)
	r.Header.Set("Content-Type", "application/json")
	r.SetBasicAuth(sandbox.DefaultPublishableKey, "")
	response, err := http.DefaultClient.Do(r)
	require.NoError(p.t, err)
	defer response.Body.Close()
	require.NoError(p.t, json.NewDecoder(response.Body).Decode(answer))
}
