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
		return r.judgeExpiry(i, value)
	case byLengthOfBrand:
		return card.ReadSecurityCode(value, r.number.CodeLength)
	case byDigits:
		if n := len(value) - len(without(value, ascii.Digits)); n < int(f.least) {
			return problem.InvalidPhone, true
		}
		return problem.None, true
	case byValue:
		if n := ascii.Number(value, int(f.most)); n < int(f.least) || n > int(f.most) {
			return problem.InvalidDays, n >= 0 && n < int(f.least) && n*10 <= int(f.most)
		}
		return problem.None, true
	case asBirthday:
		if !canBeDate(value) {
			return problem.InvalidBirthday, false
		}
	case asEmail:
		if !isEmail(value) {
			return problem.InvalidEmail, canBeEmail(r.typed(i), int(f.most))
		}
	case asKana:
		return judgeKana(value)
	case asStore:
		if storeOf(value) == "" {
			return problem.InvalidStore, canBeStore(value)
		}
	case asURL:
		if !isURL(value) {
			return problem.InvalidURL, canBeURL(r.typed(i))
		}
	}
	return judgeLength(value, f)
}

// typed is the value of field i as it was typed. What is dropped at its end stands
// in the way of what is typed on.
func (r *reader) typed(i uint8) string {
	value, _ := r.text(ascii.Line(FieldNames, int(i&^optional)), false)
	return value
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
