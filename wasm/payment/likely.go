package payment

import "komoju-tokenize/wasm/ascii"

// misnomers are names that people and other APIs give to a field: the field's
// own, then theirs. None of them is a field itself.
const misnomers = `number card_number cardNumber
month exp_month expMonth
year exp_year expYear
verification_value code cvc cvv security_code
email email_address
family_name_kana kana
`

// Likely is the field that a name of no field was probably meant for, "" when
// nothing is like it. KOMOJU drops a security code under the name code without a
// word, which costs a shop its fraud checks.
func Likely(name string) string {
	field := ascii.Lookup(misnomers, name)
	if field == name {
		return ""
	}
	return field
}
