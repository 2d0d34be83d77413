package payment

import "komoju-tokenize/wasm/ascii"

// misnomers are names that people and other APIs give to a field: the field's
// own, then theirs. None of them is a field itself.
const misnomers = `number card_number cardNumber
month exp_month expMonth
year exp_year expYear
expiry exp exp_date expDate expiration expiration_date expiry_date
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

// documentedInstallments are the values that KOMOJU documents (KOMOJU.md section 3,
// credit_card). The list may grow, so that another value is no problem.
const documentedInstallments = "3 5 6 10 12 15 18 20 24 revolving\n"

// Documented is the list of values that a member should have one of, "" when it has
// or when there is no list.
func Documented(m *Member) string {
	if m.Name != "installments" || ascii.Row(documentedInstallments, m.Value) == 0 {
		return ""
	}
	list, _ := ascii.Cut(documentedInstallments, '\n')
	return list
}
