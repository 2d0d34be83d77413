package e2e

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
)

// snippet is the first HTML in README.md, as it stands there: many a shop begins with
// a copy of it.
func snippet(t *testing.T) string {
	t.Helper()
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	_, html, found := strings.Cut(string(readme), "```html\n")
	require.True(t, found)
	html, _, found = strings.Cut(html, "```")
	require.True(t, found)
	return html
}

// copied is a page of a shop's own with the snippet in it, and the shop's /pay.
type copied struct {
	*place
	*tab
	paid   atomic.Int32
	status atomic.Int32 // what /pay answers; 0 closes the connection
}

// openCopy serves the snippet with only key and endpoint set behind it.
func openCopy(t *testing.T) *copied {
	t.Helper()
	c := &copied{place: openShop(t)}
	c.status.Store(http.StatusOK)
	html := fmt.Sprintf(pageHead, "en") + snippet(t) + fmt.Sprintf(
		`<script>komojuTokenize.configure({ publishableKey: %q, endpoint: %q })</script>`, sandbox.DefaultPublishableKey, c.api)
	mux := http.NewServeMux()
	mux.HandleFunc("POST /pay", c.pay)
	mux.Handle("GET /komoju-tokenize.js", http.FileServerFS(os.DirFS(dist(""))))
	mux.HandleFunc("GET /", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, html)
	})
	c.tab = newTab(t)
	c.open(asLocalhost(serve(t, mux)))
	return c
}

func (c *copied) pay(w http.ResponseWriter, r *http.Request) {
	token, err := io.ReadAll(r.Body)
	assert.NoError(c.tab.t, err)
	assert.Contains(c.tab.t, string(token), "tok_")
	c.paid.Add(1)
	status := int(c.status.Load())
	if status == 0 {
		panic(http.ErrAbortHandler)
	}
	w.WriteHeader(status)
}

// press clicks twice, as people do on what looks like an icon.
func (c *copied) press() {
	c.tab.t.Helper()
	eval[any](c.tab, `() => { const pay = document.querySelector("#pay"); pay.click(); pay.click(); }`)
	c.until("it says something", `document.querySelector("#said").value`)
}

func (c *copied) canPress() bool {
	return eval[bool](c.tab, `() => !document.querySelector("#pay").disabled`)
}

func TestSnippetPaysOnce(t *testing.T) {
	t.Parallel()
	c := openCopy(t)
	c.press()
	assert.Equal(t, "Thank you for your order.", c.text("#said"))
	c.click("#pay")
	assert.EqualValues(t, 1, c.paid.Load())
	assert.False(t, c.canPress())
}

// Once the token was sent nobody knows whether it was paid with: the shopper is told
// so, and not invited to pay twice.
func TestSnippetTellsWhenPayingFails(t *testing.T) {
	for _, status := range []int{500, 502, 402, 404, 0} {
		t.Run(fmt.Sprint(status), func(t *testing.T) {
			t.Parallel()
			c := openCopy(t)
			c.status.Store(int32(status))
			c.log.expect(1, "Failed to load resource", "/pay")
			c.press()
			assert.Equal(t, "We could not confirm your payment. Please contact us before you try again.", c.text("#said"))
			assert.EqualValues(t, 1, c.paid.Load())
			assert.False(t, c.canPress())
		})
	}
}

// Where there is no token nothing was paid, and the shopper may try again.
func TestSnippetTellsWhenThereIsNoToken(t *testing.T) {
	t.Parallel()
	c := openCopy(t)
	c.log.expect(1, "Failed to load resource", "422", c.tokens())
	c.fail(raw(422, `{"error":{"code":"unprocessable_entity","param":"email","message":"no"}}`))
	c.press()
	assert.Contains(t, c.text("#said"), "email: ")
	assert.Zero(t, c.paid.Load())
	require.True(t, c.canPress())
	c.sandbox.ClearFaults()
	c.press()
	c.until("it has paid", `document.querySelector("#said").value.startsWith("Thank")`)
	assert.Equal(t, "Thank you for your order.", c.text("#said"))
	assert.EqualValues(t, 1, c.paid.Load())
}
