package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/assert"
)

// With forced colours a browser draws the system's colours, and no backgrounds or
// shadows: what is told apart by those alone is lost
// (https://www.w3.org/TR/css-color-adjust-1/#forced-colors-mode).
func TestForcedColoursKeepEdges(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("ja")
	tb.refused()
	tb.force("active")
	for _, selector := range []string{"#pay", ".note", "#field-number", ".choice", ".languages a[aria-current]", "form", ".summary"} {
		assert.True(t, tb.edged(selector), "%s has no edge to be seen", selector)
	}
	tb.until("the chosen way to pay has an edge of its own", `getComputedStyle(document.querySelector(".choice:has(:checked)")).borderTopColor !==
		getComputedStyle(document.querySelector(".choice:not(:has(:checked))")).borderTopColor`)
	assert.NotEqual(t, tb.edge("#field-number"), tb.edge("#field-holder, #field-name"), "which field is wrong")
	tb.fill("number", "4")
	tb.until("the brand is shown", `document.querySelector(".brand").textContent`)
	assert.True(t, tb.edged(".brand"))
}

// An edge that is there for forced colours must not be drawn without them.
func TestEdgesForForcedColoursAreUnseenElsewhere(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("en")
	for _, selector := range []string{"#pay", ".note"} {
		assert.False(t, tb.edged(selector), selector)
	}
}

func (tb *tab) force(value string) {
	tb.t.Helper()
	call(tb, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: value}}})
}

// edge is the border of the first such element.
func (tb *tab) edge(selector string) string {
	tb.t.Helper()
	return eval[string](tb, `(selector) => {
		const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(document.querySelector(selector));
		return [borderTopWidth, borderTopStyle, borderTopColor].join(" ");
	}`, selector)
}

// edged tells whether the border differs from what is behind it.
func (tb *tab) edged(selector string) bool {
	tb.t.Helper()
	return eval[bool](tb, `(selector) => {
		const at = document.querySelector(selector);
		const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(at);
		const behind = getComputedStyle(document.body).backgroundColor;
		return parseFloat(borderTopWidth) > 0 && borderTopStyle !== "none" && ![behind, "rgba(0, 0, 0, 0)"].includes(borderTopColor);
	}`, selector)
}
