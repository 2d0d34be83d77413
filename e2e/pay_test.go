package e2e

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each way to pay, from the empty page to the receipt; and of what was typed in
// confidence nothing anywhere but in the one request that it is meant for.
func TestPay(t *testing.T) {
	for _, pay := range payments {
		t.Run(pay.kind, func(t *testing.T) {
			t.Parallel()
			pay.try(t, openShop(t))
		})
	}
}

func (pay payment) try(t *testing.T, p *place) {
	tb := p.visit(pay.lang)
	tb.choose(pay.kind)
	for _, e := range pay.entries {
		tb.fill(e.field, e.typed)
	}
	traces := tb.traces()
	tb.pay()
	assert.Equal(t, pay.state(), tb.text(".state"))
	assert.Equal(t, pay.total, tb.text("#total"))
	assert.Equal(t, 1, p.sandbox.Calls())
	p.judgeSent(tb, pay)
	p.judgeToken(tb)
	p.judgeSecrets(tb, pay.entries, append(traces, tb.traces()...))
}

// Nobody may be able to choose what was never tried.
func TestPaymentsAreAllThatThePageOffers(t *testing.T) {
	t.Parallel()
	var kinds []string
	for _, pay := range payments {
		kinds = append(kinds, pay.kind)
	}
	offered := eval[[]string](openShop(t).visit("en"), `() => [...document.querySelectorAll("[name=type]")].map((radio) => radio.value)`)
	assert.ElementsMatch(t, kinds, offered)
}

// judgeSent looks at what the one request for a token held.
func (p *place) judgeSent(tb *tab, pay payment) {
	p.t.Helper()
	calls := tb.net.sent(http.MethodPost, p.tokens())
	require.Len(p.t, calls, 1)
	var sent struct {
		Details map[string]string `json:"payment_details"`
	}
	require.NoError(p.t, json.Unmarshal(calls[0].Body, &sent))
	assert.Equal(p.t, pay.kind, sent.Details["type"])
	for _, e := range pay.entries {
		assert.Equal(p.t, e.sent, sent.Details[e.field], e.field)
	}
}

// judgeToken follows the token from the API to the page, from there to the back
// end, and from there to the till.
func (p *place) judgeToken(tb *tab) {
	p.t.Helper()
	var made struct{ ID string }
	require.NoError(p.t, json.Unmarshal(tb.net.sent(http.MethodPost, p.tokens())[0].Answer, &made))
	paid := tb.net.sent(http.MethodPost, p.page+"/pay")
	require.Len(p.t, paid, 1)
	assert.Contains(p.t, string(paid[0].Body), `"`+made.ID+`"`)
	assert.Equal(p.t, []string{made.ID}, p.till.tokens())
}

// judgeSecrets searches all that can be seen from outside for every secret. The
// one request that must hold them shows that the search would find them.
func (p *place) judgeSecrets(tb *tab, entries []entry, traces []string) {
	p.t.Helper()
	seen, allowed := p.seen(tb)
	seen = p.withoutChance(seen + strings.Join(append(traces, tb.log.all()...), "\n"))
	for _, e := range entries {
		if e.secret {
			assert.NotEmpty(p.t, disguises(e.sent).in(allowed), "the search does not find %s", e.field)
			assert.Empty(p.t, disguises(e.sent).in(seen), "%s, as sent", e.field)
			assert.Empty(p.t, disguises(e.typed).in(seen), "%s, as typed", e.field)
		}
	}
}

// seen is all that the tab sent: what may hold secrets, the bodies of requests
// for a token, and everything else.
func (p *place) seen(tb *tab) (seen, allowed string) {
	for _, e := range tb.net.all() {
		header, _ := json.Marshal(e.Header)
		seen += e.URL + "\n" + string(header) + "\n"
		if e.Method == http.MethodPost && e.URL == p.tokens() {
			allowed += string(e.Body)
		} else {
			seen += string(e.Body) + "\n"
		}
	}
	return seen, allowed
}

// withoutChance takes away what is random and known to be harmless, in which a
// short secret would be found by chance.
func (p *place) withoutChance(text string) string {
	known := []string{p.page, "", p.api, ""}
	for _, token := range p.till.tokens() {
		known = append(known, token, "")
	}
	return strings.NewReplacer(known...).Replace(text)
}

// strayed names the first long secret that the browser sent outside every tab,
// "" for none. Its own traffic there is full of random text, in which a short
// one would be found by chance.
func strayed() string {
	for _, e := range strays.all() {
		for _, pay := range payments {
			for _, secret := range pay.entries {
				if secret.secret && len(secret.sent) > 9 && disguises(secret.sent).in(e.URL+string(e.Body)) != nil {
					return pay.kind + " " + secret.field
				}
			}
		}
	}
	return ""
}

// traces is what a page may leave behind, outside the values of its controls.
func (tb *tab) traces() []string {
	tb.t.Helper()
	return eval[[]string](tb, `async () => [
		document.documentElement.outerHTML, document.title, document.body.innerText, document.cookie,
		location.href, window.name, JSON.stringify(history.state), JSON.stringify(Object.keys(window)),
		JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }),
		JSON.stringify(await indexedDB.databases()), JSON.stringify(await caches.keys()),
		JSON.stringify((await navigator.serviceWorker.getRegistrations()).map((r) => r.scope)),
		JSON.stringify(performance.getEntries().map((entry) => entry.name)),
	]`)
}
