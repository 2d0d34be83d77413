package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/card"
	"komoju-tokenize/wasm/problem"
)

// Digits of the shortest and the longest card number that has a brand.
const (
	shortestCard = 13
	longestCard  = 19
)

// findCard looks in folded text for a card's number of least digits or more, with
// any signs between its groups: a known brand and a good check digit. open says
// that the text ends with it, so that another digit would make it none.
func findCard(s string, least int) (found, open bool) {
	for s != "" && !(found && !open) {
		i := 0
		for i < len(s) && !ascii.In(s[i], ascii.Digits) {
			i++
		}
		s = s[i:]
		if is, atEnd := beginsWithCard(s, least); is {
			found, open = true, atEnd
		}
		s = s[ascii.Span(s, ascii.Digits):]
	}
	return found, open
}

// beginsWithCard joins the groups of digits at the start of s, one after the other,
// until they are a card's number.
func beginsWithCard(s string, least int) (is, atEnd bool) {
	w := ascii.Writer{Buf: make([]byte, 0, longestCard)}
	for s != "" && len(w.Buf) <= longestCard {
		n := ascii.Span(s, ascii.Digits)
		w.Text(s[:n])
		s = s[n:]
		if len(w.Buf) >= least && isBranded(string(w.Buf)) {
			return true, s == ""
		}
		n = ascii.Span(s, signs)
		if s = s[n:]; s == "" || !ascii.In(s[0], ascii.Digits) {
			break
		}
	}
	return false, false
}

// signs are all ASCII characters but letters and digits.
const signs = "\x00/:@[`{\x7f"

func isBranded(digits string) bool {
	n := card.ReadNumber(digits)
	return n.Code == problem.None && n.Brand != ""
}
