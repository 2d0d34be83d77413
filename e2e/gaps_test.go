package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// deletions are keys at a caret, | in the text, or at a selection between two of them.
var deletions = []struct{ before, key, after string }{
	{"4111| 2222", kb.Delete, "4111| 222"},
	{"4111 |2222", kb.Backspace, "411|2 222"},
	{"4111 2222| 3333", kb.Delete, "4111 2222| 333"},
	{"4111 2222 |3333", kb.Backspace, "4111 222|3 333"},
	{"3782 |822463 10005", kb.Backspace, "378|8 224631 0005"},
	{"3782 822463| 10005", kb.Delete, "3782 822463| 0005"},
	{"4111 2|222", kb.Backspace, "4111 |222"},
	{"411|1 2222", kb.Delete, "411|2 222"},
	{"|4111 2222", kb.Delete, "|1112 222"},
	{"|4111 2222", kb.Backspace, "|4111 2222"},
	{"4111 2222|", kb.Delete, "4111 2222|"},
	{"4111 222|2", kb.Delete, "4111 222|"},
	{"4111 |2|222", kb.Backspace, "4111 |222"},
	{"411|1 2|222", kb.Delete, "411|2 22"},
}

// The gaps are the page's, and not the shopper's: a key that deletes must delete a
// digit, wherever the caret stands.
func TestDeletingAtAGap(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("en")
	for _, row := range deletions {
		tb.stand(row.before)
		tb.keys(row.key)
		tb.settled()
		assert.Equal(t, row.after, tb.caret(), "%s and the key %q", row.before, row.key)
	}
}

// A selected gap, and one that the shopper typed into a wrong number, is no digit.
func TestDeletingAGapItself(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("en")
	tb.stand("4111| |2222")
	tb.keys(kb.Delete)
	tb.settled()
	assert.Equal(t, "4111 2222", tb.value("number"))
	tb.empty("number")
	tb.keys("41x1 1")
	tb.settled()
	tb.keys(kb.ArrowLeft + kb.Backspace)
	tb.settled()
	assert.Equal(t, "41x1|1", tb.caret())
}

// Held down, or with Ctrl for a whole group, the keys empty the field.
func TestDeletingToTheEnd(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("en")
	tb.stand("4111 2222 3333|")
	for range 12 {
		tb.keys(kb.Backspace)
		tb.settled()
	}
	assert.Empty(t, tb.value("number"))
	tb.stand("4111 |2222")
	tb.do("Ctrl and Backspace", chromedp.KeyEvent(kb.Backspace, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	tb.settled()
	assert.Equal(t, "2222", tb.value("number"))
}

// stand types digits and puts the caret at the |, or selects from one to the other.
func (tb *tab) stand(text string) {
	tb.t.Helper()
	tb.empty("number")
	eval[any](tb, `(text) => {
		const input = document.querySelector("#field-number"), from = text.indexOf("|"), to = text.lastIndexOf("|");
		input.value = text.replaceAll("|", "");
		input.dispatchEvent(new InputEvent("input", { bubbles: true }));
		input.setSelectionRange(from, to > from ? to - 1 : from);
	}`, text)
	tb.settled()
}

func (tb *tab) caret() string {
	tb.t.Helper()
	return eval[string](tb, `() => {
		const { value, selectionStart } = document.querySelector("#field-number");
		return value.slice(0, selectionStart) + "|" + value.slice(selectionStart);
	}`)
}

// settled waits until what was typed is judged and shown: verdicts come in the order
// asked, and the page shows them a timer's turn after the mouse was let go.
func (tb *tab) settled() {
	tb.t.Helper()
	eval[any](tb, `async () => {
		await komojuTokenize.validate({ type: "credit_card" });
		await new Promise((next) => setTimeout(next));
		await new Promise(requestAnimationFrame);
	}`)
}
