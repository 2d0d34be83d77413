package e2e

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Some shoppers have no mouse: everything must be reachable, and they must see
// where they are.
func TestPayByKeyboardAlone(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("ja")
	tb.chooseByKeys()
	for _, field := range []struct{ name, text string }{
		{"number", "4111111111111111"}, {"month", "12"}, {"year", "2031"}, {"verification_value", "737"},
	} {
		tb.tabTo("#field-" + field.name)
		tb.keys(field.text)
	}
	tb.tabTo("#pay")
	tb.keys(kb.Enter)
	tb.receipt()
	assert.Equal(t, "お支払い済み", tb.text(".state"))
	tb.tabTo("a.back")
	tb.keys(kb.Enter)
	tb.ready()
}

// chooseByKeys goes to the next way to pay and back again, and unfolds the rest.
func (tb *tab) chooseByKeys() {
	tb.t.Helper()
	tb.tabTo(`[name="type"]`)
	tb.keys(kb.ArrowDown)
	tb.until("the next way to pay is chosen", `document.activeElement.value === "konbini" && document.activeElement.checked`)
	tb.tabTo("#field-store")
	tb.backTo(`[name="type"]`)
	tb.keys(kb.ArrowUp)
	tb.until("the first again", `document.querySelector("#field-number")`)
	tb.tabTo("#more > summary")
	tb.keys(" ")
	tb.until("more ways to pay unfold", `document.querySelector("#more").open`)
}

// A shopper who has typed the last field presses Enter there.
func TestEnterInAFieldPays(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("en")
	tb.choose("toss")
	tb.fill("email", "taro@example.com")
	tb.keys(kb.Enter)
	tb.receipt()
}

func (tb *tab) tabTo(selector string) {
	tb.t.Helper()
	tb.walk(selector, func() { tb.keys(kb.Tab) })
}

func (tb *tab) backTo(selector string) {
	tb.t.Helper()
	tb.walk(selector, func() { tb.do("pressing Shift+Tab", shiftTab) })
}

// walk steps until the focus is on an element. Wherever it rests on its way it
// must be seen.
func (tb *tab) walk(selector string, step func()) {
	tb.t.Helper()
	for range 60 {
		step()
		assert.True(tb.t, eval[bool](tb, focusIsSeen), "the focus on %s is not to be seen",
			eval[string](tb, `() => document.activeElement.outerHTML`))
		if eval[bool](tb, `(selector) => document.activeElement.matches(selector)`, selector) {
			return
		}
	}
	require.FailNow(tb.t, "not reached by keyboard", selector)
}

// focusIsSeen looks for an outline on the focused element or on one around it,
// inside the window.
const focusIsSeen = `() => {
	const at = document.activeElement;
	const { top, bottom, width } = at.getBoundingClientRect();
	if (at === document.body || !at.matches(":focus-visible") || width === 0 || top > innerHeight || bottom < 0) return false;
	for (let around = at; around; around = around.parentElement) {
		const { outlineStyle, outlineWidth } = getComputedStyle(around);
		if (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) return true;
	}
	return false;
}`
