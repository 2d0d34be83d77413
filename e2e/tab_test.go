package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// limit of one step. It only ends what will never end: a loaded machine is slow.
const limit = 30 * time.Second

// slots bound how many tabs are open at once, however many tests run.
var slots = make(chan struct{}, 4)

// tab is a tab in a browser context of its own: no cookies, storage, cache or
// proxy shared with another.
type tab struct {
	t   *testing.T
	ctx context.Context
	log *logbook
	net *recorder
}

// newTab opens a tab. What it logs, and what it sends elsewhere than to this
// machine, is judged when the test ends.
func newTab(t *testing.T) *tab {
	t.Helper()
	slots <- struct{}{}
	t.Cleanup(func() { <-slots })
	tb := &tab{t: t, log: &logbook{}, net: newRecorder()}
	ctx, end := chromedp.NewContext(chrome, chromedp.WithListener(tb.log.hear),
		chromedp.WithNewBrowserContext(through(serve(t, tb.net))))
	tb.ctx = ctx
	t.Cleanup(end)
	require.NoError(t, opened(ctx, end), "opening a tab")
	t.Cleanup(tb.judge)
	tb.watch()
	return tb
}

// through sends all of a browser context through a proxy.
func through(proxy string) chromedp.CreateBrowserContextOption {
	return func(p *target.CreateBrowserContextParams) { p.ProxyServer, p.ProxyBypassList = proxy, "<-loopback>" }
}

// watch listens in every document of the tab, from a world of its own, so that
// the page's globals stay as its shoppers have them.
func (tb *tab) watch() {
	tb.t.Helper()
	const world = "e2e"
	for _, name := range []string{violation, "seen"} {
		call(tb, runtime.AddBinding, runtime.AddBindingParams{Name: name, ExecutionContextName: world})
	}
	call(tb, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{WorldName: world, Source: watcher})
}

// watcher reports violations of the page's policy; every text and attribute that
// ever stood in the page, if only for a moment; and what stands in its controls
// when the page is left, where the browser may keep it to go back to.
const watcher = `
	document.addEventListener("securitypolicyviolation", (e) => violation(e.violatedDirective + " " + e.blockedURI));
	new MutationObserver((list) => seen(list.map((change) => [
		change.oldValue, change.target.nodeValue, change.target.getAttribute?.(change.attributeName),
		...Array.from(change.addedNodes, (node) => node.outerHTML ?? node.nodeValue),
	].join(" ")).join("\n"))).observe(document, {
		subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true, characterDataOldValue: true,
	});
	addEventListener("beforeunload", () => seen(Array.from(document.querySelectorAll("input, select"), (c) => c.value).join("\n")));
`

// judge ends the tab's test. An expected line may still be on its way.
func (tb *tab) judge() {
	deadline := time.Now().Add(limit / 3)
	unexpected, missing := tb.log.judge()
	for ; len(missing) > 0 && time.Now().Before(deadline); unexpected, missing = tb.log.judge() {
		tb.do("waiting for the log", chromedp.Evaluate[chromedp.Void]("0"))
	}
	assert.Empty(tb.t, unexpected, "said by the browser, and not expected")
	assert.Empty(tb.t, missing, "expected of the browser, and never said")
	for _, e := range tb.net.all() {
		assert.True(tb.t, here(e.host()), "a request to elsewhere: %s %s", e.Method, e.URL)
	}
}

// do runs steps, each within the limit.
func (tb *tab) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	tb.t.Helper()
	for _, step := range steps {
		ctx, cancel := context.WithTimeout(tb.ctx, limit)
		err := chromedp.Do(ctx, step)
		cancel()
		require.NoError(tb.t, err, what)
	}
}

// open goes to an address and waits for its load event.
func (tb *tab) open(url string) {
	tb.t.Helper()
	tb.do("opening "+url, chromedp.Navigate(url))
}

// honest keeps the page's policy in force for what a test runs in it: by
// default the browser lets its debugger compile what the page may not.
func honest(p *runtime.EvaluateParams) { p.AllowUnsafeEvalBlockedByCSP = new(false) }

// eval calls a JavaScript function in the page with arguments that JSON can
// carry, and waits for what it returns or promises.
func eval[T any](tb *tab, function string, args ...any) T {
	tb.t.Helper()
	got, err := tryEval[T](tb, function, args...)
	require.NoError(tb.t, err, function)
	return got
}

func tryEval[T any](tb *tab, function string, args ...any) (T, error) {
	var list []string
	for _, arg := range args {
		text, err := json.Marshal(arg)
		require.NoError(tb.t, err)
		list = append(list, string(text))
	}
	ctx, cancel := context.WithTimeout(tb.ctx, limit)
	defer cancel()
	expression := fmt.Sprintf("(%s)(%s)", function, strings.Join(list, ","))
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise, honest))
}

// until waits for a condition on the page, across navigations. A page that is
// on its way out answers with an error, which is as good as false.
func (tb *tab) until(what, condition string) {
	tb.t.Helper()
	tick := time.NewTicker(15 * time.Millisecond)
	defer tick.Stop()
	var err error
	for deadline := time.Now().Add(limit); time.Now().Before(deadline); <-tick.C {
		var met bool
		if met, err = tryEval[bool](tb, "() => Boolean("+condition+")"); met {
			return
		}
	}
	text, _ := tryEval[string](tb, "() => document.body.innerText")
	require.FailNow(tb.t, "never came true: "+what, "%s\n%v\n%v\n%s", condition, err, tb.log.all(), text)
}

// call sends one command of the browser's protocol.
func call[P, R any](tb *tab, command cdp.Command[P, R], params P) R {
	tb.t.Helper()
	ctx, cancel := context.WithTimeout(tb.ctx, limit)
	defer cancel()
	got, err := chromedp.Call(ctx, command, params)
	require.NoError(tb.t, err, command.Method)
	return got
}

// eventually waits for a condition outside the page.
func (tb *tab) eventually(what string, met func() bool) {
	tb.t.Helper()
	require.Eventually(tb.t, met, limit, 5*time.Millisecond, what)
}
