package e2e

import (
	"slices"
	"testing"

	mouse "github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// What the page shows and says while a form is filled in.

// begun are fields with what a shopper types first into them, and goes on from.
var begun = []struct{ kind, field, text string }{
	{"credit_card", "number", "4"}, {"credit_card", "month", "1"}, {"credit_card", "year", "3"},
	{"credit_card", "verification_value", "7"}, {"konbini", "email", "t"}, {"konbini", "phone", "0"},
	{"bank_transfer", "email", "t"}, {"pay_easy", "family_name_kana", "ヤ"}, {"web_money", "prepaid_number", "W"},
}

// After a failed try a field that is being mended is not wrong at its first letter;
// it is once it is left.
func TestNoProblemAtTheFirstLetterAfterAFailedTry(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("ja")
	for _, row := range begun {
		tb.choose(row.kind)
		tb.refused()
		tb.fill(row.field, row.text)
		tb.settled()
		assert.Empty(t, tb.mark(row.field).Problem, "%s %s while it is typed", row.kind, row.field)
	}
}

func TestProblemsComeWhenAFieldIsLeftAgain(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("ja")
	tb.refused()
	tb.fill("number", "4")
	tb.settled()
	assert.Empty(t, tb.mark("number").Problem)
	tb.keys(kb.Tab)
	tb.until("the problem is shown", `document.querySelector("#field-number-problem").innerText`)
	tb.empty("number")
	tb.keys(kb.Tab)
	tb.until("it is asked for again", `document.querySelector("#field-number-problem").innerText`)
	tb.fill("month", "99")
	tb.until("what nothing can mend is told at once", `document.querySelector("#field-month-problem").innerText`)
}

// The press goes to where the button is, and the field above is left by it: a
// sentence that comes in between must not move the button from under the pointer.
func TestTheButtonStaysUnderThePointer(t *testing.T) {
	for why, window := range map[string]struct{ width, text int64 }{"wide": {1280, 16}, "narrow": {320, 16}, "a sentence of many lines": {320, 32}} {
		t.Run(why, func(t *testing.T) {
			t.Parallel()
			p := openShop(t)
			tb := newTab(t)
			tb.do("the window", chromedp.EmulateViewport(window.width, 6000))
			call(tb, page.SetFontSizes, page.SetFontSizesParams{FontSizes: &page.FontSizes{Standard: window.text}})
			tb.open(p.page + "/?lang=en")
			tb.ready()
			tb.choose("bank_transfer")
			tb.fill("email", "taro")
			tb.pressAndLetGo()
		})
	}
}

// pressAndLetGo holds the mouse down on the button until the problems are known.
func (tb *tab) pressAndLetGo() {
	tb.t.Helper()
	eval[any](tb, `() => {
		window.clicks = 0;
		document.querySelector("#pay").addEventListener("click", () => clicks++);
	}`)
	at := tb.middle("#pay")
	tb.do("pressing", chromedp.MouseEvent(mouse.DispatchMouseEventTypeMousePressed, at[0], at[1], chromedp.Button("left"), chromedp.ClickCount(1)))
	tb.settled()
	assert.Equal(tb.t, at, tb.middle("#pay"), "the button moved")
	tb.do("letting go", chromedp.MouseEvent(mouse.DispatchMouseEventTypeMouseReleased, at[0], at[1], chromedp.Button("left"), chromedp.ClickCount(1)))
	tb.until("the press counts", `clicks === 1`)
	tb.until("the problems are shown", `document.querySelectorAll("[aria-invalid=true]").length > 1`)
}

func (tb *tab) middle(selector string) [2]float64 {
	tb.t.Helper()
	return eval[[2]float64](tb, `(selector) => {
		const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
		return [x + width / 2, y + height / 2];
	}`, selector)
}

// A screen reader speaks each change of a live region: at every key it would talk
// over the shopper's typing.
func TestLiveRegionsAreQuietWhileTyping(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("en")
	tb.listen()
	tb.click("#field-number")
	for _, key := range "4111111111111112" {
		tb.keys(string(key))
		tb.settled()
	}
	assert.Equal(t, []string{"Visa"}, tb.heard(), "the brand, once")
	tb.keys(kb.Tab)
	tb.until("the problem is shown", `document.querySelector("#field-number-problem").innerText`)
	tb.settled()
	assert.Equal(t, []string{"Visa", "Card number: " + tb.mark("number").Problem}, tb.heard(), "once it is left")
	tb.fill("month", "123")
	tb.settled()
	assert.NotEmpty(t, tb.mark("month").Problem)
	assert.Len(t, tb.heard(), 2, "what is shown while typing is not said")
}

func TestPayingIsSaidAloud(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("en")
	tb.listen()
	tb.fill("number", "4111111111111111")
	tb.refused()
	tb.settled()
	said := tb.heard()
	assert.Contains(t, said, "One moment, please…")
	assert.False(t, slices.ContainsFunc(said, func(s string) bool { return s == "Card number: " }), "%q", said)
}

// listen notes what comes into any live region, as a screen reader would.
func (tb *tab) listen() {
	tb.t.Helper()
	eval[any](tb, `() => {
		window.heard = [];
		const live = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output";
		new MutationObserver((changes) => {
			const regions = new Set(changes.map((change) => (change.target.closest ? change.target : change.target.parentElement)?.closest(live)));
			for (const region of regions) if (region?.textContent) heard.push(region.textContent);
		}).observe(document, { subtree: true, childList: true, characterData: true });
	}`)
}

func (tb *tab) heard() []string {
	tb.t.Helper()
	return eval[[]string](tb, `() => heard`)
}
