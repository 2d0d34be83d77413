package tokens

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/japanese"
)

// detail is the API's own text for a developer, "" where it may hold what a shopper
// typed. Under a live key nobody reads it, and so none is passed on. Under a test
// key it may not repeat anything that was given, in whatever spelling.
func (a *Answer) detail() string {
	if !a.Test || a.repeats(a.Message) || isEncoded(a.Message) || holdsNumber(a.Message) {
		return ""
	}
	return a.Message
}

// prose are the bytes of a sentence. Others escape, as in %31, \u0031 and &#49;, pad
// base64, or stand in an address.
const prose = "\n\n \"$$'*,;??A[]]__az\x80\xff"

// isEncoded reports whether text has an address or an encoding in it: the API may
// know a value from elsewhere, or write it otherwise. A word of five letters
// and more has capitals at its beginning alone and no digits; base64, hexadecimal and
// passwords have.
func isEncoded(text string) bool {
	const longest = 4
	if !ascii.Only(text, prose) {
		return true
	}
	for text != "" {
		n := max(ascii.Span(text, ascii.Alphanumeric), 1)
		capitals := ascii.Span(text, "AZ")
		isWord := ascii.Span(text[capitals:], "az") >= n-capitals
		if n > longest && !isWord {
			return true
		}
		text = text[n:]
	}
	return false
}

// repeats reports whether text has a piece of any value that was given: four
// characters in a row, or all of three, without regard to case, width and what
// stands between. Pieces find part of a value too, and its groups in another
// order. The API knows a value as it was sent. The type's name is no secret.
func (a *Answer) repeats(text string) bool {
	const piece, least = 4, 3
	text = spell(text)
	readings := Validate(&Config{}, a.Details).Readings
	for i := 1; i < len(readings); i++ { // the first is the type's
		value := spell(readings[i].Value)
		n := min(piece, len(value))
		for at := 0; n >= least && at+n <= len(value); at++ {
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
