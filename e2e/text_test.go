package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// Ways in which shoppers change a page's text: as large as twice, by the page's own
// root (WCAG 2.2, 1.4.4), and with more room between letters, words and lines (1.4.12:
// https://www.w3.org/TR/WCAG22/#text-spacing).
var textChanges = map[string]string{
	"twice the size": `html { font-size: 200% !important }`,
	"more room": `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
		p { margin-bottom: 2em !important }`,
}

func TestChangedTextStaysOnThePage(t *testing.T) {
	for why, rules := range textChanges {
		for _, width := range []int64{320, 640} {
			t.Run(why, func(t *testing.T) {
				t.Parallel()
				p := openShop(t)
				tb := newTab(t)
				tb.do("the window", chromedp.EmulateViewport(width, 640))
				for _, lang := range []string{"en", "ja"} {
					tb.open(p.page + "/?lang=" + lang)
					tb.ready()
					tb.restyle(rules)
					tb.assertNothingLeaves(width, lang)
				}
			})
		}
	}
}

// restyle adds rules as a shopper's own style sheet would; a page's policy has no say
// in sheets made by script.
func (tb *tab) restyle(rules string) {
	tb.t.Helper()
	eval[any](tb, `(rules) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(rules);
		document.adoptedStyleSheets = [sheet];
	}`, rules)
}

func (tb *tab) assertNothingLeaves(width int64, lang string) {
	tb.t.Helper()
	for _, kind := range []string{"credit_card", "konbini", "pay_easy", "steam_prepaid_card"} {
		tb.choose(kind)
		eval[any](tb, `() => { for (const fold of document.querySelectorAll("details")) fold.open = true; }`)
		tb.refused()
		assert.LessOrEqual(tb.t, eval[int64](tb, `() => document.scrollingElement.scrollWidth`), width, "%s %s", lang, kind)
		assert.Empty(tb.t, eval[[]string](tb, outside), "%s %s", lang, kind)
	}
}

// outside lists texts that reach beyond the box that is drawn around them.
const outside = `() => {
	const boxes = "button, .choice, .alert, .note, .brand, form, .summary, body", texts = [];
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const at = walk.currentNode, range = document.createRange();
		if (!at.data.trim() || !at.parentElement.checkVisibility() || at.parentElement.closest(".unseen, option, noscript")) continue;
		range.selectNodeContents(at);
		const { left, right } = range.getBoundingClientRect(), box = at.parentElement.closest(boxes).getBoundingClientRect();
		if (left < box.left - 1 || right > box.right + 1) texts.push(at.data.trim());
	}
	return texts;
}`
