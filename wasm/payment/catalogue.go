// Package payment is the catalogue of KOMOJU's payment types and the engine
// that reads what a shopper typed by it: first fold, then judge.
//
// The catalogue is the one source: TypeScript types, the README's field table
// and the demo's forms are generated from it (see wasm/internal/generate).
// Facts and their trust are those of KOMOJU's public API documentation and the
// hyper-schema it served in 2019, the only public source of lengths.
//
// Its tables are bytes, with the names in one text beside them: every string or
// pointer in a table costs the module an address, which hardly compresses.
package payment

import (
	"komoju-tokenize/wasm/ascii"
)

// The rows of fields, in the order of FieldNames.
const (
	number = 1 + iota
	expiry
	month
	year
	securityCode
	email
	name
	givenName
	familyName
	phone
	store
	days
	days14
	returnURL
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
	installments
	birthday

	optional = 0x80 // added to a field that a type can do without
)

// FieldNames are the members of payment_details that the catalogue knows, a
// line each. A name stands twice when it means different things to two types.
const FieldNames = `type
number
expiry
month
year
verification_value
email
name
given_name
family_name
phone
store
expiry_days
expiry_days
return_url
family_name_kana
given_name_kana
prepaid_number
prepaid_number
prepaid_number
prepaid_number
user_no
user_password
culture_id
culture_password
happy_money_id
happy_money_password
installments
birthday
`

// A field is what its value is and how long it may be: characters; for days the
// bounds of the number, for a phone digits. A most of 0 is no limit.
type field struct{ kind, least, most uint8 }

var fields = [...]field{
	number:       {cardNumber, 12, 19},
	expiry:       {cardExpiry, 0, 0},
	month:        {cardMonth, 1, 2},
	year:         {cardYear, 2, 4},
	securityCode: {cardCode, 3, 4},
	email:        {address, 0, 255},
	phone:        {telephone, 10, 0},
	store:        {chain, 0, 0},
	days:         {period, 0, 59},
	days14:       {period, 14, 59},
	returnURL:    {link, 0, 0},
	// A name is any text: a limit would be a guess, and a false refusal loses a
	// sale.
	familyName:     {text, 0, 0},
	givenName:      {text, 0, 0},
	name:           {text, 0, 0},
	familyNameKana: {reading, 0, 0},
	givenNameKana:  {reading, 0, 0},
	// nanaco's and Steam's numbers have a documented length and no documented
	// alphabet, so only the length is judged.
	serial:             {anySerial, 16, 16},
	webMoney:           {alphanumeric, 16, 16},
	netCash:            {alphanumeric, 16, 20},
	bitCash:            {kanaSerial, 16, 16},
	userNo:             {account, 1, 20},
	userPassword:       {password, 1, 20},
	cultureID:          {account, 1, 12},
	culturePassword:    {password, 1, 12},
	happyMoneyID:       {account, 1, 20},
	happyMoneyPassword: {password, 1, 50},
	installments:       {count, 0, 0},
	birthday:           {birthDate, 6, 6},
}

// typeNames are the sixteen payment types of the Tokens API, values of
// payment_details[type], in the order of types. Others exist (paypay, linepay
// …): their details are sent as given, never refused.
const typeNames = `credit_card
konbini
bank_transfer
pay_easy
web_money
bit_cash
net_cash
nanaco
steam_prepaid_card
dospara
culture_voucher
happy_money
mobile
toss
cvs
zgold
`

// Rows of types, in the order of typeNames.
const (
	typeCreditCard = iota
	typeKonbini
	typeBankTransfer
	typePayEasy
	typeWebMoney
	typeBitCash
	typeNetCash
	typeNanaco
	typeSteamPrepaidCard
	typeDospara
	typeCultureVoucher
	typeHappyMoney
	typeMobile
	typeToss
	typeCVS
	typeZGold
	typeOther       // every type that the catalogue does not know
	typeTossByPhone // what Toss takes instead of an email address
)

// most is the number of fields that a type has at most.
const most = 10

// types hold the fields of each type, in the order in which the request carries
// them. A card's expiry goes before month and year, which it is sent as.
var types = [...][most]uint8{
	typeCreditCard: {number, expiry | optional, month, year, securityCode | optional,
		name | optional, givenName | optional, familyName | optional, email | optional, installments | optional},
	typeKonbini: {store, email, phone | optional,
		name | optional, givenName | optional, familyName | optional, days | optional},
	typeBankTransfer: {email, phone, familyNameKana, givenNameKana,
		familyName | optional, givenName | optional, name | optional, days14 | optional},
	typePayEasy: {email, phone, familyName, givenName,
		familyNameKana, givenNameKana, days | optional},
	typeWebMoney:         {webMoney, email | optional},
	typeBitCash:          {bitCash, email | optional},
	typeNetCash:          {netCash, email | optional},
	typeNanaco:           {serial, email | optional},
	typeSteamPrepaidCard: {serial, email | optional},
	typeDospara:          {userNo, userPassword},
	typeCultureVoucher:   {cultureID, culturePassword},
	typeHappyMoney:       {happyMoneyID, happyMoneyPassword},
	typeMobile:           {email},
	typeToss:             {email, phone | optional, birthday | optional},
	typeCVS:              {email},
	typeZGold:            {email | optional, returnURL | optional},
	typeOther:            {},
	typeTossByPhone:      {email | optional, phone, birthday},
}

// currencies are sent for a type when the shop names none.
const currencies = "KRW mobile\n"

// Currency is the one that a type is paid in; "" when it has no such default.
func Currency(kind string) string { return ascii.Lookup(currencies, kind) }

// typeOf is the row of a type, typeOther for one that the catalogue does not know.
func typeOf(kind string) int { return ascii.Row(typeNames, kind) }

// fieldsOf are the fields of a row of types.
func fieldsOf(row int) []uint8 {
	list := &types[row]
	for i, f := range list {
		if f == 0 {
			return list[:i]
		}
	}
	return list[:]
}
