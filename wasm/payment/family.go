package payment

// Families are kinds of fields whose faults a shopper is told alike. In the table
// of package message they stand right after a code.
const (
	OfText    byte = 0   // all without sentences of their own
	OfDigits  byte = '#' // a number
	OfLetters byte = '*' // a number made of letters and digits
	OfExpiry  byte = '/'
	OfChoice  byte = '?' // a list to choose from
)

// familyOf is the family of each kind.
var familyOf = [...]byte{
	cardNumber:   OfDigits,
	cardMonth:    OfExpiry,
	cardYear:     OfExpiry,
	cardCode:     OfDigits,
	telephone:    OfDigits,
	chain:        OfChoice,
	alphanumeric: OfLetters,
	anySerial:    OfLetters, // no document says what is in it
	cardExpiry:   OfExpiry,
	birthDate:    OfText, // the last kind: each has an element
}
