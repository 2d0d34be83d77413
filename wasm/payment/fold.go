package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/japanese"
)

// Sets of bytes that people put between the digits of a number.
const (
	blank      = "\t\r  "
	separators = blank + "--"
)

// line folds what is typed on one line: an address, an id, a name. It is not
// what a password gets.
func line(s string) string { return trim(japanese.Width(s)) }

// kana folds a reading of a name.
func kana(s string) string { return trim(japanese.Katakana(s)) }

// hiragana folds a BitCash number, whose characters people group as they are
// printed.
func hiragana(s string) string { return without(japanese.Hiragana(s), separators) }

// digits folds a number that people group with spaces or dashes. Anything else
// stays: a letter in a card number is a fault, not a separator.
func digits(s string) string { return without(japanese.Width(s), separators) }

// phoneLine drops dots, which people write and the API's pattern does not know.
func phoneLine(s string) string { return without(line(s), "..") }

// asTyped leaves a password alone: in it every character may matter.
func asTyped(s string) string { return s }

// trim drops white space at both ends.
func trim(s string) string {
	s = s[ascii.Span(s, blank):]
	for s != "" && ascii.In(s[len(s)-1], blank) {
		s = s[:len(s)-1]
	}
	return s
}

// without drops every byte of s that is in set.
func without(s, set string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if !ascii.In(s[i], set) {
			b = append(b, s[i])
		}
	}
	return string(b)
}
