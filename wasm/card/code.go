package card

import "komoju-tokenize/wasm/problem"

// ReadSecurityCode judges a security code. length is the count of digits that
// the card's brand has, 3 or 4 (Number.CodeLength), or 0 while the brand is
// unknown: then both pass (KOMOJU.md section 3).
//
// code is "" when the security code is good. TooShort and TooLong mean that no
// brand has so many digits. InvalidSecurityCode means that another brand has,
// so a caller who trusts KOMOJU more than the brand table can tell it apart.
// potential says that typing more digits could still make it good.
func ReadSecurityCode(digits string, length int) (code problem.Code, potential bool) {
	n := len(digits)
	switch {
	case !isDigits(digits):
		return problem.InvalidCharacters, false
	case n < 3:
		return problem.TooShort, true
	case n > 4:
		return problem.TooLong, false
	case length == 0 || n == length:
		return problem.None, true
	}
	return problem.InvalidSecurityCode, n < length
}
