package payment

// Families are kinds of fields of which a shopper is told alike. Package message
// writes them after a code; a blank is for all without sentences of their own.
const (
	ofText    = ' '
	ofDigits  = '#'
	ofLetters = '*' // and digits
	ofExpiry  = '/'
	ofChoice  = '?'
)

// familyOf is the family of each kind.
var familyOf = [...]byte{
	cardNumber: ofDigits,
	cardMonth:  ofExpiry,
	cardYear:   ofExpiry,
	cardExpiry: ofExpiry,
	cardCode:   ofDigits,
	telephone:  ofDigits,
	chain:      ofChoice,
	// A prepaid number is letters and digits; a nanaco's and a Steam card's too,
	// though no document says it.
	alphanumeric: ofLetters,
	anySerial:    ofLetters,
	birthDate:    0, // the last kind: each has an element
}
