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

// signs are all ASCII characters but letters and digits.
const signs = "\x00/:@[`{\x7f"

// findCard looks in folded text for a card's number of least digits or more, with
// any signs between them: a known brand and a good check digit. What was pasted
// with a number, its expiry say, may follow it. open says that the text ends with
// the number, so that another digit would make it none.
func findCard(s string, least int) (found, open bool) {
	for s = without(s, signs); s != ""; {
		run := ascii.Span(s, ascii.Digits)
		for n := least; n <= min(run, longestCard); n++ {
			if c := card.ReadNumber(s[:n]); c.Code == problem.None && c.Brand != "" {
				found, open = true, n == len(s)
			}
		}
		s = s[max(run, 1):]
	}
	return found, open
}
