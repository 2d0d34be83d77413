package card

import "komoju-tokenize/wasm/ascii"

// The rows of brands, in the order of names.
const (
	unknown = iota // every number of no other brand
	visa
	master
	americanExpress
	jcb
	dinersClub
	discover
	unionPay
)

// names spell the brands as KOMOJU does, a line each.
const names = `
visa
master
american_express
jcb
diners_club
discover
unionpay
`

// codeNames are what the brands call the security code.
const codeNames = `CVV visa diners_club
CVC master
CID american_express discover
CAV2 jcb
CVN unionpay
`

// A span is a range of a brand's numbers by their first four digits, both ends
// included. Four are enough: every range of KOMOJU.md section 4 starts and ends
// on a four-digit boundary (222100–272099 is 2221–2720, 34 is 3400–3499).
type span struct {
	low, high uint16
	brand     uint8
}

// spans is the only place that tells brands apart. The order of rows does not
// matter: of two ranges the narrower one, that is the one with the longer
// prefix, wins.
var spans = [...]span{
	{4000, 4999, visa},
	{5100, 5599, master}, {2221, 2720, master},
	{3400, 3499, americanExpress}, {3700, 3799, americanExpress},
	{3528, 3589, jcb}, {3088, 3094, jcb}, {3096, 3102, jcb},
	{3112, 3120, jcb}, {3158, 3159, jcb}, {3337, 3349, jcb},
	{3000, 3059, dinersClub}, {3095, 3095, dinersClub},
	{3600, 3699, dinersClub}, {3800, 3999, dinersClub},
	{6011, 6011, discover}, {6440, 6599, discover},
	{6200, 6299, unionPay}, {8100, 8199, unionPay},
}

// A brand is what its numbers look like.
type brand struct {
	lengths    uint8 // bit n is set when a number may have n digits more than shortest
	checkDigit bool  // the last digit must satisfy Luhn
	uneven     bool  // up to 15 digits are printed as 4, 6 and the rest
	codeLength uint8
}

// shortest is the least number of digits that any card has.
const shortest = 12

// Bits of lengths.
const (
	has12 = 1 << iota
	has13
	has14
	has15
	has16
	has17
	has18
	has19
	has16To19 = has16 | has17 | has18 | has19
)

// An unknown brand is accepted on its check digit alone, since a merchant's
// contract may cover brands that the table lacks.
var brands = [...]brand{
	unknown:         {has12 | has13 | has14 | has15 | has16To19, true, false, 0},
	visa:            {has13 | has16 | has19, true, false, 3},
	master:          {has16, true, false, 3},
	americanExpress: {has15, true, true, 4},
	jcb:             {has16To19, true, false, 3},
	dinersClub:      {has14 | has15 | has16To19, true, true, 3},
	discover:        {has16To19, true, false, 3},
	unionPay:        {has16To19, true, false, 3},
}

// find gives the brand that every continuation of digits has, or unknown.
// A range that holds only some of them makes the brand uncertain, unless a
// still narrower one decides.
func find(digits string) uint8 {
	low, high := reach(digits)
	found, narrowest := uint8(unknown), 10000
	for i := range spans {
		s := &spans[i]
		from, to := int(s.low), int(s.high)
		if from > high || to < low || to-from >= narrowest {
			continue
		}
		found, narrowest = unknown, to-from
		if from <= low && high <= to {
			found = s.brand
		}
	}
	return found
}

// reach gives the least and greatest first four digits that digits may still
// come to have.
func reach(digits string) (low, high int) {
	for i := range 4 {
		low, high = low*10, high*10+9
		if i < len(digits) {
			d := int(digits[i] - '0')
			low, high = low+d, high+d-9
		}
	}
	return low, high
}

// The gaps of Number.
const (
	fours  = "4 8 12"
	fives  = "4 8 12 16"
	uneven = "4 10"
)

// gaps of a number with n digits. From 16 digits on all brands print blocks of
// four; a brand that never gets there keeps its own, or a digit too many would
// make the whole field jump.
func (b *brand) gaps(n int) string {
	switch {
	case n > 16 && b.lengths >= has17:
		return fives
	case b.uneven && (n < 16 || b.lengths < has16):
		return uneven
	}
	return fours
}

// CodeName is CVV, CVC, CID, CAV2 or CVN; "" while the brand is unknown.
func (n *Number) CodeName() string { return ascii.Lookup(codeNames, n.Brand) }
