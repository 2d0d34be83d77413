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
	asBirthday
)

// judge holds a value that is not empty to the rule of field i: what is wrong
// with it, and whether it could still become valid by typing on.
func (r *reader) judge(value string, i uint8, f *field) (code problem.Code, potential bool) {
	switch rules[f.kind].judge {
	case byBrand:
		r.number = card.ReadNumber(value)
		return r.number.Code, r.number.Potential
	case byCalendar:
		return r.judgeExpiry(i)
	case byLengthOfBrand:
		return card.ReadSecurityCode(value, r.number.CodeLength)
	case byDigits:
		if n := len(value) - len(without(value, ascii.Digits)); n < int(f.least) {
			return problem.InvalidPhone, true
		}
		return problem.None, true
	case byValue:
		if n := ascii.Number(value, int(f.most)); n < int(f.least) || n > int(f.most) {
			return problem.InvalidDays, n < int(f.least)
		}
		return problem.None, true
	case asBirthday:
		if !canBeDate(value) {
			return problem.InvalidBirthday, false
		}
	case asEmail:
		if !isEmail(value) {
			return problem.InvalidEmail, canBeEmail(value)
		}
	case asKana:
		return judgeKana(value)
	case asStore: // what is no alias yet may become one
		if storeOf(value) == "" {
			return problem.InvalidStore, true
		}
	case asURL:
		if !isURL(value) {
			return problem.InvalidURL, true
		}
	}
	return judgeLength(value, f)
}

// mail is what may stand before the @ of an address.
const mail = "!!#'*+-9==??AZ^~"

// isEmail follows the HTML standard's "valid e-mail address", which takes the
// old phone carriers' addresses with doubled and trailing dots too.
func isEmail(s string) bool {
	at := ascii.Span(s, mail)
	return at > 0 && at < len(s) && s[at] == '@' && isDomain(s[at+1:])
}

// canBeEmail says whether the beginning of s is that of an address.
func canBeEmail(s string) bool {
	at := ascii.Span(s, mail)
	return at == len(s) || at > 0 && s[at] == '@'
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
func judgeKana(s string) (code problem.Code, potential bool) {
	if japanese.IsKatakana(s) {
		return problem.None, true
	}
	rest := without(s, "AZaz")
	return problem.InvalidKana, rest == "" || japanese.IsKatakana(rest)
}

// isURL asks for scheme://something: apps have schemes of their own.
func isURL(s string) bool {
	n := ascii.Span(s, ascii.Alphanumeric+"++-.")
	return n > 0 && ascii.HasPrefix(s[n:], "://") && n+3 < len(s)
}

// judgeLength counts characters, never bytes.
func judgeLength(s string, f *field) (code problem.Code, potential bool) {
	n := japanese.Length(s)
	switch {
	case f.most > 0 && n > int(f.most):
		return problem.TooLong, false
	case n < int(f.least):
		return problem.TooShort, true
	}
	return problem.None, true
}
