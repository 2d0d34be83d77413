// Package payment is the catalogue of KOMOJU's payment types and the engine
// that reads what a shopper typed by it: first fold, then judge.
//
// The catalogue is the one source: TypeScript types, the README's field table
// and the demo's forms are generated from it (see wasm/internal/generate).
// Facts and their trust are those of KOMOJU's public API documentation and the
// hyper-schema it served in 2019, the only public source of lengths.
package payment

// Type is one way to pay: a row of Types.
type Type struct {
	Name     string  // value of payment_details[type]
	Currency string  // sent when the shop names none; "" for no such default
	fields   []uint8 // rows of fields, in the order in which the request carries them
}

// Field is one member of payment_details in one Type.
type Field struct {
	Name     string
	Required bool
	Rule     *Rule
	Min, Max uint8 // characters; for days the bounds of the number, for a phone digits; Max 0: no limit
}

// The rows of fields; several types share most of them. Of two rows with one
// name, the one called …Maybe is optional.
const (
	number = iota
	month
	year
	securityCode
	email
	emailMaybe
	phone
	phoneMaybe
	store
	days
	days14
	returnURL
	familyName
	givenName
	familyNameMaybe
	givenNameMaybe
	nameMaybe
	familyNameKana
	givenNameKana
	serial
	webMoney
	netCash
	bitCash
	userNo
	userPassword
	cultureID
	culturePassword
	happyMoneyID
	happyMoneyPassword
)

var fields = [...]Field{
	number:       {"number", true, &ruleNumber, 12, 19},
	month:        {"month", true, &ruleMonth, 1, 2},
	year:         {"year", true, &ruleYear, 2, 4},
	securityCode: {"verification_value", false, &ruleSecurityCode, 3, 4},
	email:        {"email", true, &ruleEmail, 0, 255},
	emailMaybe:   {"email", false, &ruleEmail, 0, 255},
	phone:        {"phone", true, &rulePhone, 10, 0},
	phoneMaybe:   {"phone", false, &rulePhone, 10, 0},
	store:        {"store", true, &ruleStore, 0, 0},
	days:         {"expiry_days", false, &ruleDays, 0, 59},
	days14:       {"expiry_days", false, &ruleDays, 14, 59},
	returnURL:    {"return_url", false, &ruleURL, 0, 0},
	// A name is any text: a limit would be a guess, and a false refusal loses a
	// sale.
	familyName:      {"family_name", true, &ruleText, 0, 0},
	givenName:       {"given_name", true, &ruleText, 0, 0},
	familyNameMaybe: {"family_name", false, &ruleText, 0, 0},
	givenNameMaybe:  {"given_name", false, &ruleText, 0, 0},
	nameMaybe:       {"name", false, &ruleText, 0, 0},
	familyNameKana:  {"family_name_kana", true, &ruleKana, 0, 0},
	givenNameKana:   {"given_name_kana", true, &ruleKana, 0, 0},
	// nanaco's and Steam's numbers have a documented length and no documented
	// alphabet, so only the length is judged.
	serial:             {"prepaid_number", true, &ruleSerial, 16, 16},
	webMoney:           {"prepaid_number", true, &ruleAlphanumeric, 16, 16},
	netCash:            {"prepaid_number", true, &ruleAlphanumeric, 16, 20},
	bitCash:            {"prepaid_number", true, &ruleHiragana, 16, 16},
	userNo:             {"user_no", true, &ruleAccount, 1, 20},
	userPassword:       {"user_password", true, &rulePassword, 1, 20},
	cultureID:          {"culture_id", true, &ruleAccount, 1, 12},
	culturePassword:    {"culture_password", true, &rulePassword, 1, 12},
	happyMoneyID:       {"happy_money_id", true, &ruleAccount, 1, 20},
	happyMoneyPassword: {"happy_money_password", true, &rulePassword, 1, 50},
}

// Types holds the sixteen payment types of the Tokens API. Others exist
// (paypay, linepay …): their details are sent as given, never refused.
var Types = [...]Type{
	{"credit_card", "", []uint8{number, month, year, securityCode,
		nameMaybe, givenNameMaybe, familyNameMaybe, emailMaybe}},
	{"konbini", "", []uint8{store, email, phoneMaybe,
		nameMaybe, givenNameMaybe, familyNameMaybe, days}},
	{"bank_transfer", "", []uint8{email, phone, familyNameKana, givenNameKana,
		familyNameMaybe, givenNameMaybe, nameMaybe, days14}},
	{"pay_easy", "", []uint8{email, phone, familyName, givenName,
		familyNameKana, givenNameKana, days}},
	{"web_money", "", []uint8{webMoney, emailMaybe}},
	{"bit_cash", "", []uint8{bitCash, emailMaybe}},
	{"net_cash", "", []uint8{netCash, emailMaybe}},
	{"nanaco", "", []uint8{serial, emailMaybe}},
	{"steam_prepaid_card", "", []uint8{serial, emailMaybe}},
	{"dospara", "", []uint8{userNo, userPassword}},
	{"culture_voucher", "", []uint8{cultureID, culturePassword}},
	{"happy_money", "", []uint8{happyMoneyID, happyMoneyPassword}},
	{"mobile", "KRW", []uint8{email}},
	{"toss", "", []uint8{email}},
	{"cvs", "", []uint8{email}},
	{"zgold", "", []uint8{email, returnURL}},
}

// TypeOf is the catalogue's row for a type's name, nil for a type that is not
// in it.
func TypeOf(name string) *Type {
	for i := range Types {
		if Types[i].Name == name {
			return &Types[i]
		}
	}
	return nil
}

// Fields are the fields of a type in the order in which the request carries
// them.
func (t *Type) Fields() []*Field {
	var list []*Field
	for _, i := range t.fields {
		list = append(list, &fields[i])
	}
	return list
}

// FieldName is the name of row i of all fields, some of them twice; "" past the
// last.
func FieldName(i int) string {
	if i >= len(fields) {
		return ""
	}
	return fields[i].Name
}
