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
)

// A rule says how a kind of value is folded and judged.
type rule struct {
	fold  uint8
	set   uint8        // line of sets: what may stand in it
	code  problem.Code // when something else does
	judge uint8
}

// A rule refuses only what the documents are certain of; where they are silent
// it lets the API decide.
var rules = [...]rule{
	cardNumber:   {grouped, anything, problem.None, byBrand},
	cardMonth:    {grouped, anything, problem.None, byCalendar},
	cardYear:     {grouped, anything, problem.None, byCalendar},
	cardCode:     {grouped, anything, problem.None, byLengthOfBrand},
	address:      {oneLine, visible, problem.InvalidEmail, asEmail},
	telephone:    {undotted, dialable, problem.InvalidPhone, byDigits},
	text:         {oneLine, anything, problem.None, byLength},
	reading:      {toKatakana, anything, problem.None, asKana},
	chain:        {toStore, anything, problem.None, asStore},
	period:       {oneLine, digits, problem.InvalidDays, byValue},
	link:         {oneLine, visible, problem.InvalidURL, asURL},
	alphanumeric: {grouped, alphanumerics, problem.InvalidCharacters, byLength},
	anySerial:    {grouped, anything, problem.None, byLength},
	kanaSerial:   {toHiragana, anything, problem.None, byLength},
	account:      {oneLine, anything, problem.None, byLength},
	password:     {asTyped, anything, problem.None, byLength},
}

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
	oneLine           // an address, an id, a name
	undotted          // a phone number: people write dots, the API's pattern does not know them
	toKatakana        // the reading of a name
	toHiragana        // a BitCash number, whose characters people group as they are printed
	toStore           // the name of a chain
	asTyped           // a password: in it every character may matter
)

// fold drops what people type and no rule should see. Anything else stays: a
// letter in a card number is a fault, not a separator.
func fold(s string, way uint8) string {
	if way == asTyped || ascii.Only(s, ascii.Digits) {
		return s
	}
	switch way {
	case toKatakana:
		return trim(japanese.Katakana(s))
	case toStore:
		return foldStore(s)
	}
	s = japanese.Width(s)
	switch way {
	// What is dropped may have parted a kana from its mark: hence folded once more.
	case grouped:
		s = japanese.Width(without(s, separators))
	case toHiragana: // between kana it makes a dash a sound
		s = japanese.Hiragana(without(s, separators))
	case undotted:
		s = japanese.Width(without(s, ".."))
	}
	return trim(s)
}
