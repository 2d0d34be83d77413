package e2e

import (
	"fmt"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// What a shopper does, by mouse and keys.

func (tb *tab) click(selector string) {
	tb.t.Helper()
	tb.do("clicking "+selector, chromedp.Click(chromedp.CSS(selector)))
}

// keys presses keys, or types text by one key event after another.
func (tb *tab) keys(text string) {
	tb.t.Helper()
	tb.do("pressing keys", chromedp.KeyEvent(text))
}

// choose picks a payment type; those further down are folded away at first.
func (tb *tab) choose(kind string) {
	tb.t.Helper()
	radio := fmt.Sprintf(`input[name="type"][value=%q]`, kind)
	if eval[bool](tb, `(radio) => Boolean(document.querySelector("#more:not([open]) " + radio))`, radio) {
		tb.click("#more > summary")
	}
	tb.click("label:has(" + radio + ")")
	tb.until(kind+" is chosen", fmt.Sprintf(`document.querySelector('%s').checked`, radio))
}

// fill types into a field, or goes down a list to the value.
func (tb *tab) fill(name, text string) {
	tb.t.Helper()
	field := "#field-" + name
	if eval[string](tb, `(field) => document.querySelector(field).tagName`, field) == "SELECT" {
		tb.do("going to "+name, chromedp.Focus(chromedp.CSS(field)))
		tb.pickDown(text)
		return
	}
	tb.click(field)
	tb.keys(text)
}

// pickDown goes down the focused list until the value stands there.
func (tb *tab) pickDown(value string) {
	tb.t.Helper()
	for range 20 {
		if eval[string](tb, `() => document.activeElement.value`) == value {
			return
		}
		tb.keys(kb.ArrowDown)
	}
	require.FailNow(tb.t, "the list has no such value", value)
}

// empty clears a field as a person does, by selecting all of it.
func (tb *tab) empty(name string) {
	tb.t.Helper()
	tb.click("#field-" + name)
	tb.do("selecting all", chromedp.KeyEvent("a", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	tb.keys(kb.Delete)
}

// pay presses the button and waits for the receipt.
func (tb *tab) pay() {
	tb.t.Helper()
	tb.click("#pay")
	tb.receipt()
}

func (tb *tab) receipt() {
	tb.t.Helper()
	tb.until("the receipt is there", `location.pathname.startsWith("/receipt/") && document.querySelector("main.receipt dl")`)
}

// refused presses the button and waits until the page has said no.
func (tb *tab) refused() {
	tb.t.Helper()
	tb.click("#pay")
	tb.until("a refusal", `document.querySelector("#pay:enabled") &&
		(document.querySelector("#alert").textContent || document.querySelector("[aria-invalid=true]"))`)
}

// text is what a shopper reads in an element, "" where there is none.
func (tb *tab) text(selector string) string {
	tb.t.Helper()
	return eval[string](tb, `(selector) => document.querySelector(selector)?.innerText ?? ""`, selector)
}

var shiftTab = chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))
