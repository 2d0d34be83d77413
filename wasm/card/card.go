// Package card judges what a shopper types into the fields of a payment card:
// number, expiry, security code. Its functions go from values to values, read
// no clock and keep nothing. They expect folded text: spaces and hyphens gone,
// full-width digits made ASCII.
//
// Rules come from KOMOJU.md sections 3 and 4. Where those are silent a value
// is accepted: a false refusal loses a sale.
package card

import "komoju-tokenize/wasm/ascii"

// isDigits reports whether s holds nothing but ASCII digits; so does "".
func isDigits(s string) bool { return ascii.Only(s, ascii.Digits) }
