package tokens

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/japanese"
)

// detail is the API's own text for a developer, "" where it may hold what a shopper
// typed. Under a live key nobody reads it, and so none is passed on. Under a test
// key it may not repeat anything that was given, in whatever spelling.
func (a *Answer) detail() string {
	if !a.Test || a.repeats(a.Message) || isValueLike(a.Message) || holdsNumber(a.Message) {
		return ""
	}
	return a.Message
}

// isValueLike reports whether text has an address or a number in it: the API may
// know a value from elsewhere.
func isValueLike(text string) bool {
	for ; text != ""; text = text[1:] {
		if text[0] == '@' || ascii.Span(text, ascii.Digits) >= 4 {
			return true
		}
	}
	return false
}

// repeats reports whether text has a piece of any value that was given: four
// characters in a row, or all of three, without regard to case, width and what
// stands between. Pieces find part of a value too, and its groups in another order.
// The type's name is no secret.
func (a *Answer) repeats(text string) bool {
	const piece, least = 4, 3
	text = spell(text)
	for i := range a.Details {
		value := spell(a.Details[i].Value)
		n := min(piece, len(value))
		for at := 0; n >= least && a.Details[i].Name != "type" && at+n <= len(value); at++ {
			if ascii.Index(text, value[at:at+n]) >= 0 {
				return true
			}
		}
	}
	return false
}

// isGiven reports whether a value that was given is text or has it inside, however it
// is spelled: in the JSON of a member, values stand beside others.
func (a *Answer) isGiven(text string) bool {
	for i := range a.Details {
		if ascii.Index(spell(a.Details[i].Value), spell(text)) >= 0 {
			return true
		}
	}
	return false
}

// spell leaves letters and digits alone, in one case, width and kind of kana.
func spell(s string) string {
	s = ascii.Lower(japanese.Hiragana(s))
	w := ascii.Writer{Buf: make([]byte, 0, len(s))}
	for i := 0; i < len(s); i++ {
		if ascii.In(s[i], "09az\x80\xff") {
			w.Byte(s[i])
		}
	}
	return w.String()
}

// holdsNumber reports whether text has four digits without a Latin letter between, as
// many as the end of a card's number: 12/30 is one, also as 30/12.
func holdsNumber(text string) bool {
	text = ascii.Lower(japanese.Width(text))
	for digits := 0; text != ""; text = text[1:] {
		if ascii.In(text[0], ascii.Digits) {
			digits++
		} else if ascii.In(text[0], "az") {
			digits = 0
		}
		if digits == 4 {
			return true
		}
	}
	return false
}
