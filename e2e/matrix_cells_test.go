package e2e

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
)

// scriptTag lays the file beside the page that a CDN would serve.
func (p *project) scriptTag() {
	at := filepath.Join(p.dir, "node_modules", "komoju-tokenize")
	file := readPackage(p.t, filepath.Join(at, "package.json")).Unpkg
	require.NoError(p.t, os.Rename(filepath.Join(at, file), filepath.Join(p.dir, "komoju-tokenize.js")))
	p.shop(p.serveFolder(".", p.strictest()))
}

// built builds the page, and serves what came out as any server does.
func (p *project) built() {
	p.npm(p.script)
	p.shop(p.serveFolder("dist", p.strictest()))
}

// builtByURL builds the page with the module as a file of its own, which must
// come along.
func (p *project) builtByURL() {
	main := filepath.Join(p.dir, "main.js")
	text, err := os.ReadFile(main)
	require.NoError(p.t, err)
	made := strings.Replace(string(text), `"komoju-tokenize"`, `"komoju-tokenize/url"`, 1)
	require.NotEqual(p.t, string(text), made)
	require.NoError(p.t, os.WriteFile(main, []byte(made), 0o644))
	p.npm(p.script)
	modules, err := filepath.Glob(filepath.Join(p.dir, "dist", "*", "*.wasm"))
	require.NoError(p.t, err)
	beside, err := filepath.Glob(filepath.Join(p.dir, "dist", "*.wasm"))
	require.NoError(p.t, err)
	require.Len(p.t, append(modules, beside...), 1, "the module was left behind")
	p.shop(p.serveFolder("dist", "")) // Parcel writes the file's name into a script of the page
}

func (p *project) viteDev() {
	p.shop(p.start("npm", "run", "--silent", "dev", "--", "--host=127.0.0.1", "--port=0"))
}

func (p *project) next() {
	p.npm("build")
	origin := p.start("npm", "run", "--silent", "start", "--", "--hostname=127.0.0.1", "--port=0")
	p.shop(origin)
	p.posted(origin + "/edge")
}

// prints runs a program that pays by itself, and prints what became of it and
// nothing else.
func (p *project) prints() { assert.Equal(p.t, "pending", strings.TrimSpace(p.npm(p.script))) }

// workerd builds the worker and serves it by its own configuration, but for the
// two lines that are the machine's: the port, and who may be reached.
func (p *project) workerd() {
	p.npm(p.script)
	config := filepath.Join(p.dir, "config.capnp")
	text, err := os.ReadFile(config)
	require.NoError(p.t, err)
	words := strings.NewReplacer("127.0.0.1:8787", "127.0.0.1:0", `"public"`, `"local"`)
	require.NoError(p.t, os.WriteFile(config, []byte(words.Replace(string(text))), 0o644))
	program := filepath.Join(tools(), "node_modules", "workerd", "bin", "workerd")
	p.posted(p.start(program, "serve", "config.capnp", "--control-fd=3"))
}

// strictest is a policy that lets the module run and its request out, no more.
func (p *project) strictest() string {
	return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; connect-src " + p.api
}

func (p *project) serveFolder(name, policy string) (origin string) {
	files := http.FileServerFS(os.DirFS(filepath.Join(p.dir, name)))
	return serve(p.t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if policy != "" {
			w.Header().Set("Content-Security-Policy", policy)
		}
		files.ServeHTTP(w, r)
	}))
}

// shop types a card into the page and pays: first a wrong one, which must not
// leave the page.
func (p *project) shop(origin string) {
	tb := newTab(p.t)
	tb.net.tunnels = true // a dev server tells its page of changes by a socket
	tb.open(asLocalhost(origin))
	tb.until("the page can be used", `document.querySelector("button:enabled")`)
	for _, field := range [][2]string{{"number", "4111111111111112"}, {"month", "12"}, {"year", "2031"}, {"verification_value", "908"}} {
		tb.typed(field[0], field[1])
	}
	tb.pressed()
	assert.Contains(p.t, tb.text("body"), "check the number")
	require.Zero(p.t, p.sandbox.Calls())
	tb.typed("number", "４１１１ 1111 1111 1111")
	p.paid(tb.pressed())
}

// typed replaces what is in a field by keys.
func (tb *tab) typed(name, text string) {
	tb.t.Helper()
	field := fmt.Sprintf("[name=%s]", name)
	eval[any](tb, `(field) => document.querySelector(field).select()`, field)
	tb.do("typing", chromedp.Focus(chromedp.CSS(field)))
	tb.keys(text)
}

// pressed presses the button and waits for the page's answer.
func (tb *tab) pressed() string {
	tb.t.Helper()
	before := eval[string](tb, `() => document.querySelector("output").value`)
	tb.click("button")
	tb.until("an answer", fmt.Sprintf(`document.querySelector("output").value !== %q`, before))
	return eval[string](tb, `() => document.querySelector("output").value`)
}

// posted asks a server that runs the package: once for a token, once for less.
func (p *project) posted(url string) {
	status, got := p.post(url, `{"store":"ファミマ","email":"taro@example.com"}`)
	require.Equal(p.t, http.StatusOK, status, got)
	p.paid(got["id"])
	status, got = p.post(url, `{"store":"lawson"}`)
	assert.Equal(p.t, http.StatusUnprocessableEntity, status)
	assert.Equal(p.t, "invalid_details", got["code"])
}

func (p *project) post(url, body string) (int, map[string]any) {
	answer, err := http.Post(url, "application/json", strings.NewReader(body))
	require.NoError(p.t, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	require.NoError(p.t, err)
	var got map[string]any
	require.NoError(p.t, json.Unmarshal(text, &got), string(text))
	return answer.StatusCode, got
}

// paid pays with the token: only one that the sandbox has made is good for it.
func (p *project) paid(id any) {
	body := fmt.Sprintf(`{"amount":1000,"currency":"JPY","payment_details":%q}`, id)
	r, err := http.NewRequestWithContext(p.t.Context(), http.MethodPost, p.api+"/api/v1/payments", strings.NewReader(body))
	require.NoError(p.t, err)
	r.Header.Set("Content-Type", "application/json")
	r.SetBasicAuth(sandbox.DefaultSecretKey, "")
	answer, err := http.DefaultClient.Do(r)
	require.NoError(p.t, err)
	defer answer.Body.Close()
	assert.Equal(p.t, http.StatusOK, answer.StatusCode, "no token of the sandbox's: %v", id)
}
