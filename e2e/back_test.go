package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A browser may keep the page as it was left, in the middle of paying, and show it
// again as it stood. Chromium under test keeps no page, so the test plays the two
// events of it (https://html.spec.whatwg.org/#event-pageshow).
const (
	leave    = `() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }))`
	comeBack = `() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))`
)

func TestComingBackWhilePaying(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("en")
	tb.card()
	tb.holdBack(p.tokens())
	eval[any](tb, leave)
	eval[any](tb, comeBack)
	assert.True(t, eval[bool](tb, `() => document.querySelector("#pay").matches(":enabled[aria-busy=false]")`), "the button can be pressed")
	assert.True(t, eval[bool](tb, `() => !document.querySelector("fieldset:disabled")`), "another way can be chosen")
	assert.Empty(t, tb.text("#status"))
	assert.Empty(t, tb.value("number")+tb.value("verification_value"), "the card is kept for nobody")
	tb.choose("konbini")
}

// The call that was under way when the page was left may be answered afterwards: the
// shopper has begun anew, and pays once.
func TestWhatWasLeftIsNotPaid(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("en")
	tb.card()
	tb.holdBack(p.tokens())
	eval[any](tb, leave)
	eval[any](tb, comeBack)
	eval[any](tb, `() => letGo()`)
	tb.eventually("the first call is answered", func() bool { return p.sandbox.Calls() == 1 })
	tb.choose("konbini")
	tb.fill("store", "lawson")
	tb.fill("email", "taro@example.com")
	tb.pay()
	assert.Len(t, p.till.tokens(), 1)
}

// holdBack submits the form, and holds the call to an address until letGo is called.
func (tb *tab) holdBack(address string) {
	tb.t.Helper()
	eval[any](tb, `(address) => {
		const before = window.fetch, held = new Promise((resolve) => (window.letGo = resolve));
		window.fetch = async (url, options) => {
			if (String(url).startsWith(address)) {
				window.waiting = true;
				await held;
			}
			return before(url, options);
		};
		document.querySelector("#checkout").requestSubmit();
	}`, address)
	tb.until("it is paying", `document.querySelector("#pay[aria-busy=true]:disabled")`)
}

// A page that was shown for the first time has nothing to put right.
func TestFirstShowKeepsWhatTheBrowserFilledIn(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("en")
	tb.fill("number", "4111")
	eval[any](tb, `() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }))`)
	tb.settled()
	assert.Equal(t, "4111", tb.value("number"))
}

// Once the back end has the token nobody here knows whether it was paid: the shopper
// is told so, and not invited to pay twice.
func TestComingBackAfterTheTokenWasSent(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("en")
	tb.card()
	tb.holdBack("/pay")
	tb.until("the token is there", `window.waiting`)
	eval[any](tb, leave)
	eval[any](tb, comeBack)
	assert.Equal(t, "We could not confirm your payment. Please contact us before you try again.", tb.text("#alert"))
}
