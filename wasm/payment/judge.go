package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/card"
	"komoju-tokenize/wasm/japanese"
	"komoju-tokenize/wasm/problem"
)

// testCards are KOMOJU's 3-D Secure test cards. They are documented with an
// expiry that has passed (08/2025), so under a test key it is not held against
// them.
const testCards = "4100000000000100 5100000000000107 3528000000000106 4100000000005000 4100000000500000"

func judgeNumber(r *reader, out *Reading, _ *Field) {
	r.number = card.ReadNumber(out.Value)
	out.Number = &r.number
	out.Code, out.Potential = r.number.Code, r.number.Potential
}

// judgeExpiry reads month and year together, whichever of them it is asked for.
func judgeExpiry(r *reader, out *Reading, _ *Field) {
	e := card.ReadExpiry(r.folded("month"), r.folded("year"), r.setting.Now)
	v := e.Year
	if out.Name == "month" {
		v = e.Month
	}
	if v.Code == problem.Expired && r.setting.Test && r.number.Brand != "" && r.number.Code == problem.None &&
		ascii.Index(testCards, r.folded("number")) >= 0 {
		return
	}
	out.Code, out.Potential = v.Code, v.Potential
}

func judgeSecurityCode(r *reader, out *Reading, _ *Field) {
	out.Code, out.Potential = card.ReadSecurityCode(out.Value, r.number.CodeLength)
}

// mail is what may stand before the @ of an address.
const mail = "!!#'*+-9==??AZ^~"

// judgeEmail follows the HTML standard's "valid e-mail address", which takes
// the old phone carriers' addresses with doubled and trailing dots too.
func judgeEmail(r *reader, out *Reading, f *Field) {
	at := ascii.Span(out.Value, mail)
	if at == len(out.Value) {
		out.refuse(problem.InvalidEmail, true)
		return
	}
	if out.Value[at] != '@' || at == 0 {
		out.refuse(problem.InvalidEmail, false)
		return
	}
	if !isDomain(out.Value[at+1:]) {
		out.refuse(problem.InvalidEmail, true)
		return
	}
	judgeLength(r, out, f)
}

// isDomain takes labels of letters, digits and inner hyphens, 63 at most each.
func isDomain(s string) bool {
	for {
		n := ascii.Span(s, ascii.Alphanumeric+"--")
		if n == 0 || n > 63 || s[0] == '-' || s[n-1] == '-' {
			return false
		}
		if n == len(s) {
			return true
		}
		if s[n] != '.' {
			return false
		}
		s = s[n+1:]
	}
}

// judgePhone asks for ten digits; the rule's set is the rest of the API's
// pattern.
func judgePhone(_ *reader, out *Reading, f *Field) {
	n := len(out.Value) - len(without(out.Value, ascii.Digits))
	if n < int(f.Min) {
		out.refuse(problem.InvalidPhone, true)
	}
}

// judgeKana lets a half-typed Roman syllable become kana.
func judgeKana(_ *reader, out *Reading, _ *Field) {
	if !japanese.IsKatakana(out.Value) {
		rest := without(out.Value, "AZaz")
		out.refuse(problem.InvalidKana, rest == "" || japanese.IsKatakana(rest))
	}
}

// judgeDays holds a whole number to the field's bounds.
func judgeDays(_ *reader, out *Reading, f *Field) {
	n, low, high := ascii.Number(out.Value, int(f.Max)), int(f.Min), int(f.Max)
	if n < low || n > high {
		out.refuse(problem.InvalidDays, n < low)
	}
}

// judgeURL asks for scheme://something: apps have schemes of their own.
func judgeURL(_ *reader, out *Reading, _ *Field) {
	n := ascii.Span(out.Value, ascii.Alphanumeric+"++-.")
	if n == 0 || !ascii.HasPrefix(out.Value[n:], "://") || n+3 == len(out.Value) {
		out.refuse(problem.InvalidURL, true)
	}
}

// judgeLength counts characters, never bytes.
func judgeLength(_ *reader, out *Reading, f *Field) {
	n := japanese.Length(out.Value)
	if n < int(f.Min) {
		out.refuse(problem.TooShort, true)
	}
	if f.Max > 0 && n > int(f.Max) {
		out.refuse(problem.TooLong, false)
	}
}
