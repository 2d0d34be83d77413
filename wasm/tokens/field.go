package tokens

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/payment"
)

// blamed are the fields that a code of the API speaks of by itself.
const blamed = `verification_value bad_verification_value
number invalid_number unsupported_card_brand
year card_expired
currency invalid_currency
type invalid_payment_type
`

// field finds the field an answer complains about, so that a form can point at
// it: by its param (number, payment_details[number]), else by its code, else in
// the message of unprocessable_entity, where Rails writes "Payment source
// verification value is …" and param is null. Only names of the catalogue count:
// an answer may hold anything.
func (a *Answer) field(code string) string {
	const before, inner = "source ", "payment_details["
	param := a.Param
	if ascii.HasPrefix(param, inner) {
		param = param[len(inner):]
	}
	if name := leading(param); name != "" {
		return name
	}
	if name := ascii.Lookup(blamed, code); name != "" {
		return name
	}
	for text := a.Message; ; {
		i := ascii.Index(text, before)
		if i < 0 {
			return ""
		}
		text = text[i+len(before):]
		if name := leading(text); name != "" {
			return name
		}
	}
}

// leading is the longest field name of the catalogue that text begins with.
func leading(text string) string {
	best := ""
	for rest := payment.FieldNames; rest != ""; {
		var name string
		name, rest = ascii.Cut(rest, '\n')
		if len(name) > len(best) && spells(text, name) {
			best = name
		}
	}
	return best
}

// spells says whether text begins with the words of name, which a message
// parts by spaces.
func spells(text, name string) bool {
	if len(text) < len(name) {
		return false
	}
	for i := 0; i < len(name); i++ {
		if c := text[i]; c != name[i] && (c != ' ' || name[i] != '_') {
			return false
		}
	}
	return ascii.Span(text[len(name):], ascii.Alphanumeric+"__") == 0
}
