// Package problem names what can be wrong with a field. The names are stable:
// pages compare with them, and package message has a sentence for each.
package problem

import "komoju-tokenize/wasm/ascii"

// Code is a problem of one field. A byte instead of its name keeps the rules
// that every shopper downloads small.
type Code uint8

// The problems, in the order of names.
const (
	None                Code = iota
	Required                 // nothing was given
	InvalidCharacters        // something that can not stand in such a value
	TooShort                 // empty, or fewer characters than any allowed count
	TooLong                  // more characters than any allowed count
	InvalidNumber            // check digit or count of digits is wrong for the brand
	InvalidMonth             // not 1 to 12
	InvalidYear              // four digits, too far ahead
	Expired                  // the month is over everywhere on earth
	InvalidSecurityCode      // 3 or 4 digits, but this brand has the other count
	InvalidEmail
	InvalidPhone
	InvalidKana
	InvalidStore
	InvalidURL
	InvalidDays
	UnexpectedCardNumber // one typed into a field that is for something else
	InvalidBirthday      // not six digits that are a date, YYMMDD
	InvalidType          // a payment type's name that is no text
	InvalidCurrency      // not three letters
)

const names = `
required
invalid_characters
too_short
too_long
invalid_number
invalid_month
invalid_year
card_expired
invalid_security_code
invalid_email
invalid_phone
invalid_kana
invalid_store
invalid_url
invalid_days
unexpected_card_number
invalid_birthday
invalid_payment_type
invalid_currency
`

// String is the code's stable name, "" for None.
func (c Code) String() string { return ascii.Line(names, int(c)) }

// Codes lists all problems, for documents and tests.
func Codes() []Code {
	var all []Code
	for c := Required; c.String() != ""; c++ {
		all = append(all, c)
	}
	return all
}
