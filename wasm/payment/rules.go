package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/japanese"
	"komoju-tokenize/wasm/problem"
)

// The kinds of values, rows of rules. Kind has their names for documents.
const (
	cardNumber = iota
	cardMonth
	cardYear
	cardCode
	address
	telephone
	text
	reading
	chain
	period
	link
	alphanumeric
	anySerial
	kanaSerial
	account
	password
	cardExpiry
	count
	birthDate
)

// A rule says how a kind of value is folded and judged.
type rule struct {
	fold   uint8
	set    uint8        // line of sets: what may stand in it
	code   problem.Code // when something else does
	judge  uint8
	number bool  // a whole number of JSON may stand for its digits; elsewhere 0123 would lose its zero
	noCard uint8 // digits from which on a card's number is refused, since the API echoes the field; 0 takes any
}

// A rule refuses only what the documents are certain of; where they are silent
// it lets the API decide.
var rules = [...]rule{
	cardNumber:   {grouped, anything, problem.None, byBrand, true, 0},
	cardMonth:    {calendar, anything, problem.None, byCalendar, true, 0},
	cardYear:     {calendar, anything, problem.None, byCalendar, true, 0},
	cardCode:     {grouped, anything, problem.None, byLengthOfBrand, false, 0},
	address:      {toAddress, visible, problem.InvalidEmail, asEmail, false, shortestCard},
	telephone:    {undotted, dialable, problem.InvalidPhone, byDigits, false, longestPhone + 1},
	text:         {toName, anything, problem.None, byLength, false, shortestCard},
	reading:      {toKatakana, anything, problem.None, asKana, false, shortestCard},
	chain:        {toStore, anything, problem.None, asStore, false, 0},
	period:       {spaced, digits, problem.InvalidDays, byValue, true, 0},
	link:         {trimmed, visible, problem.InvalidURL, asURL, false, 0},
	alphanumeric: {grouped, alphanumerics, problem.InvalidCharacters, byLength, false, 0},
	anySerial:    {grouped, anything, problem.None, byLength, false, 0},
	kanaSerial:   {toHiragana, anything, problem.None, byLength, false, 0},
	account:      {oneLine, anything, problem.None, byLength, false, 0},
	password:     {asTyped, anything, problem.None, byLength, false, 0},
	cardExpiry:   {signed, anything, problem.None, byCalendar, false, 0},
	count:        {oneLine, anything, problem.None, byLength, true, 0},
	birthDate:    {grouped, digits, problem.InvalidBirthday, asBirthday, false, 0},
}

// longestPhone is the most digits of a phone number (ITU-T E.164, section 6). From
// the next on it may be a card's; with 13 it may be a phone's.
const longestPhone = 15

// Lines of sets.
const (
	anything = iota
	digits
	visible
	dialable // what the API's pattern for a phone has beside digits
	alphanumerics
)

// sets are bytes that may stand in a value, as ascii's sets.
const sets = "\n" + ascii.Digits + "\n" + ascii.Visible + "\n" +
	ascii.Digits + "()  --__++\n" + ascii.Alphanumeric + "\n"

// allows says whether all of value may stand in it.
func (r *rule) allows(value string) bool {
	return r.set == anything || ascii.Only(value, ascii.Line(sets, int(r.set)))
}

// Ways to fold.
const (
	grouped    = iota // a number that people group with spaces or dashes
	calendar          // a month or year, perhaps with its unit behind it: 12月, 2030年
	signed            // a date or number whose signs tell its parts
	spaced            // a count of days, whose dash is a minus
	oneLine           // an id
	toName            // a name: what belongs to its characters stays
	toAddress         // an email address
	undotted          // a phone number: people write dots, the API's pattern does not know them
	toKatakana        // the reading of a name
	toHiragana        // a BitCash number: 16 hiragana, none of them ー, grouped as they are printed
	toStore           // the name of a chain
	trimmed           // an address that the shop set: not a letter of it is ours to change
	asTyped           // a password: in it every character may matter
)

// fold drops what people type and no rule should see. Anything else stays: a
// letter in a card number is a fault, not a separator.
func fold(s string, way uint8) string {
	if way == asTyped || ascii.Only(s, ascii.Digits) {
		return s
	}
	switch way {
	case grouped:
		s = japanese.Number(s, separators)
	case calendar:
		s = withoutUnit(japanese.Number(s, separators))
	case signed:
		s = japanese.Number(s, "")
	case spaced:
		s = japanese.Number(s, blank)
	case undotted:
		s = japanese.Number(s, "..")
	case toHiragana: // between the groups ー is a dash, and ・ a dot
		s = japanese.Hiragana(japanese.Number(s, separators+".."))
	case toKatakana:
		s = japanese.Katakana(s)
	case toName:
		s = japanese.Name(s)
	case toAddress:
		return foldEmail(s)
	case toStore:
		return foldStore(s)
	case oneLine:
		s = japanese.Width(s)
	}
	return japanese.Trim(s)
}
