package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/card"
	"komoju-tokenize/wasm/japanese"
	"komoju-tokenize/wasm/problem"
)

// Ways to judge.
const (
	byLength = iota
	byBrand
	byCalendar
	byLengthOfBrand
	byDigits
	byValue
	asEmail
	asKana
	asStore
	asURL
)

// judge holds a value that is not empty to its field's rule.
func (r *reader) judge(out *Reading, f *field) {
	switch rules[f.kind].judge {
	case byBrand:
		r.number = card.ReadNumber(out.Value)
		out.Number = &r.number
		out.Code, out.Potential = r.number.Code, r.number.Potential
	case byCalendar:
		r.judgeExpiry(out)
	case byLengthOfBrand:
		out.Code, out.Potential = card.ReadSecurityCode(out.Value, r.number.CodeLength)
	case byDigits:
		if n := len(out.Value) - len(without(out.Value, ascii.Digits)); n < int(f.least) {
			out.refuse(problem.InvalidPhone, true)
		}
	case byValue:
		if n := ascii.Number(out.Value, int(f.most)); n < int(f.least) || n > int(f.most) {
			out.refuse(problem.InvalidDays, n < int(f.least))
		}
	case asEmail:
		judgeEmail(out, f)
	case asKana:
		judgeKana(out)
	case asStore: // what is no alias yet may become one
		if storeOf(out.Value) == "" {
			out.refuse(problem.InvalidStore, true)
		}
	case asURL:
		judgeURL(out)
	default:
		judgeLength(out, f)
	}
}

// testCards are KOMOJU's 3-D Secure test cards. They are documented with an
// expiry that has passed (08/2025), so under a test key it is not held against
// them.
const testCards = "4100000000000100 5100000000000107 3528000000000106 4100000000005000 4100000000500000"

// judgeExpiry reads month and year together, whichever of them it is asked for.
func (r *reader) judgeExpiry(out *Reading) {
	e := card.ReadExpiry(r.digits(month), r.digits(year), r.setting.Now)
	v := e.Year
	if out.Name == "month" {
		v = e.Month
	}
	if v.Code == problem.Expired && r.setting.Test && r.number.Brand != "" && r.number.Code == problem.None &&
		ascii.Index(testCards, r.digits(number)) >= 0 {
		return
	}
	out.Code, out.Potential = v.Code, v.Potential
}

// mail is what may stand before the @ of an address.
const mail = "!!#'*+-9==??AZ^~"

// judgeEmail follows the HTML standard's "valid e-mail address", which takes
// the old phone carriers' addresses with doubled and trailing dots too.
func judgeEmail(out *Reading, f *field) {
	at := ascii.Span(out.Value, mail)
	switch {
	case at == len(out.Value):
		out.refuse(problem.InvalidEmail, true)
	case at == 0 || out.Value[at] != '@':
		out.refuse(problem.InvalidEmail, false)
	case !isDomain(out.Value[at+1:]):
		out.refuse(problem.InvalidEmail, true)
	default:
		judgeLength(out, f)
	}
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

// judgeKana lets a half-typed Roman syllable become kana.
func judgeKana(out *Reading) {
	if !japanese.IsKatakana(out.Value) {
		rest := without(out.Value, "AZaz")
		out.refuse(problem.InvalidKana, rest == "" || japanese.IsKatakana(rest))
	}
}

// judgeURL asks for scheme://something: apps have schemes of their own.
func judgeURL(out *Reading) {
	n := ascii.Span(out.Value, ascii.Alphanumeric+"++-.")
	if n == 0 || !ascii.HasPrefix(out.Value[n:], "://") || n+3 == len(out.Value) {
		out.refuse(problem.InvalidURL, true)
	}
}

// judgeLength counts characters, never bytes.
func judgeLength(out *Reading, f *field) {
	n := japanese.Length(out.Value)
	if n < int(f.least) {
		out.refuse(problem.TooShort, true)
	}
	if f.most > 0 && n > int(f.most) {
		out.refuse(problem.TooLong, false)
	}
}
