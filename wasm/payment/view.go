//go:build !tinygo

package payment

import "komoju-tokenize/wasm/ascii"

// What documents and forms see of the catalogue. The module does without, and
// TinyGo would have it make these lists each time it starts.

// Type is one way to pay.
type Type struct {
	Name     string // value of payment_details[type]
	Currency string // sent when the shop names none; "" for no such default
}

// Field is one member of payment_details in one Type.
type Field struct {
	Name     string
	Required bool
	Instead  string // members that may be given instead of a required one; "" for none
	Min, Max uint8  // characters; for days the bounds of the number, for a phone digits; Max 0: no limit
	kind     uint8
}

// Store is a convenience store chain that konbini payments know.
type Store struct{ Name string }

var (
	// Types holds the sixteen payment types of the Tokens API. Others exist
	// (paypay, linepay …): their details are sent as given, never refused.
	Types = listTypes()

	// Stores are the six chains of the Tokens API.
	Stores = listStores()
)

func listTypes() (list []Type) {
	for rest := typeNames; rest != ""; {
		var kind string
		kind, rest = ascii.Cut(rest, '\n')
		list = append(list, Type{kind, Currency(kind)})
	}
	return list
}

func listStores() (list []Store) {
	for rest := stores; rest != ""; {
		var row string
		row, rest = ascii.Cut(rest, '\n')
		name, _ := ascii.Cut(row, ' ')
		list = append(list, Store{name})
	}
	return list
}

// TypeOf is the row of a type, an empty one for a type that is not in the
// catalogue.
func TypeOf(name string) *Type {
	for i := range Types {
		if Types[i].Name == name {
			return &Types[i]
		}
	}
	return &Type{}
}

// Fields are the fields of a type in the order in which the request carries
// them.
func (t *Type) Fields() (list []*Field) {
	for _, i := range fieldsOf(typeOf(t.Name)) {
		f := &fields[i&^optional]
		name := ascii.Line(FieldNames, int(i&^optional))
		list = append(list, &Field{name, i < optional, insteadOf(t.Name, name), f.least, f.most, f.kind})
	}
	return list
}

// alternatives are required fields that a type can do without when it is given
// others: what readExpiry and isByPhone decide, in words.
var alternatives = []struct{ kind, field, instead string }{
	{"credit_card", "month", "expiry"},
	{"credit_card", "year", "expiry"},
	{"toss", "email", "phone and birthday"},
}

func insteadOf(kind, field string) string {
	for _, row := range alternatives {
		if row.kind == kind && row.field == field {
			return row.instead
		}
	}
	return ""
}

// kinds name the kinds of values, in the order of rules.
const kinds = `card_number
month
year
security_code
email
phone
text
kana
store
days
url
alphanumeric
serial
hiragana
account
password
expiry
installments
birthday
`

// Kind names the rule of a field.
func (f *Field) Kind() string { return ascii.Line(kinds, int(f.kind)) }
