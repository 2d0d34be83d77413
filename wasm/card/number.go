package card

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/problem"
)

// Number is what the digits of a card number tell.
type Number struct {
	Brand      string       // visa, master, american_express, jcb, diners_club, discover, unionpay; "" while unknown
	Gaps       string       // a space goes after so many digits: "4 8 12"; never empty
	CodeLength int          // digits of its security code, 3 or 4; 0 while the brand is unknown
	Code       problem.Code // None when the number is good
	Potential  bool         // good, or could still become so by typing more digits
}

// ReadNumber judges a card number of any length, complete or half typed
// (KOMOJU.md section 4). The brand is named as soon as all continuations agree
// on it. A number of no known brand passes with 12 to 19 digits and a good
// check digit. Code is None, InvalidCharacters, TooShort, TooLong or
// InvalidNumber.
func ReadNumber(digits string) Number {
	if !isDigits(digits) {
		return Number{Gaps: fours, Code: problem.InvalidCharacters}
	}
	i := find(digits)
	b := &brands[i]
	code, potential := b.judge(digits)
	return Number{ascii.Line(names, int(i)), b.gaps(len(digits)), int(b.codeLength), code, potential}
}

// judge gives the problem code of digits as a number of the brand, and whether
// more digits can help: they can while some longer count is allowed, as its
// last digit can be chosen to fit.
func (b *brand) judge(digits string) (code problem.Code, potential bool) {
	n := len(digits)
	lengths := uint32(b.lengths) << shortest
	from := lengths >> n // bit i: n+i digits are allowed
	switch {
	case from == 0:
		return problem.TooLong, false
	case from&1 == 0 && from<<n == lengths:
		return problem.TooShort, true
	case from&1 == 1 && (!b.checkDigit || Luhn(digits)):
		return problem.None, true
	}
	return problem.InvalidNumber, from > 1
}
