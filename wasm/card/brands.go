package card

// A span is a range of numbers by their first four digits, both ends included.
// Four are enough: every range of KOMOJU.md section 4 starts and ends on a
// four-digit boundary (222100–272099 is 2221–2720, 34 is 3400–3499).
type span struct{ low, high uint16 }

// A brand is a row of the table: which numbers it has and what they look like.
type brand struct {
	name       string
	spans      []span
	lengths    uint32 // bit n is set when a number may have n digits
	checkDigit bool   // the last digit must satisfy Luhn
	codeLength int
	codeName   string
	gaps       []int // up to 15 digits; see grouping
}

const upTo19 = 1<<16 | 1<<17 | 1<<18 | 1<<19

// Shared by all answers, so that reading a number allocates nothing.
var (
	amexGaps = []int{4, 10}
	fours    = []int{4, 8, 12}
	fives    = []int{4, 8, 12, 16}
)

// brands is the only place that knows brands apart (KOMOJU.md section 4; names
// as KOMOJU spells them, names of the security code as the brands do). The
// order of rows does not matter: of two ranges the one with the longer prefix,
// that is the narrower one, wins.
var brands = [...]brand{
	{"visa", []span{{4000, 4999}}, 1<<13 | 1<<16 | 1<<19, true, 3, "CVV", fours},
	{"master", []span{{5100, 5599}, {2221, 2720}}, 1 << 16, true, 3, "CVC", fours},
	{"american_express", []span{{3400, 3499}, {3700, 3799}}, 1 << 15, true, 4, "CID", amexGaps},
	{"jcb", []span{
		{3528, 3589}, {3088, 3094}, {3096, 3102}, {3112, 3120}, {3158, 3159}, {3337, 3349},
	}, upTo19, true, 3, "CAV2", fours},
	{"diners_club", []span{
		{3000, 3059}, {3095, 3095}, {3600, 3699}, {3800, 3999},
	}, 1<<14 | 1<<15 | upTo19, true, 3, "CVV", amexGaps},
	{"discover", []span{{6011, 6011}, {6440, 6499}, {6500, 6599}}, upTo19, true, 3, "CID", fours},
	{"unionpay", []span{{6200, 6299}, {8100, 8199}}, upTo19, true, 3, "CVN", fours},
}

// unknown is every other number: accepted on its check digit alone, since a
// merchant's contract may cover brands that the table lacks.
var unknown = brand{
	lengths:    1<<12 | 1<<13 | 1<<14 | 1<<15 | upTo19,
	checkDigit: true,
	gaps:       fours,
}

// find gives the brand that every continuation of digits has, or unknown.
// A range that holds only some of them makes the brand uncertain, unless a
// still narrower one decides.
func find(digits string) *brand {
	low, high := reach(digits)
	found, narrowest := &unknown, uint16(10000)
	for i := range brands {
		for _, s := range brands[i].spans {
			if s.low > high || s.high < low || s.high-s.low >= narrowest {
				continue
			}
			found, narrowest = &unknown, s.high-s.low
			if s.low <= low && high <= s.high {
				found = &brands[i]
			}
		}
	}
	return found
}

// reach gives the least and greatest first four digits that digits may still
// come to have.
func reach(digits string) (low, high uint16) {
	for i := range 4 {
		low, high = low*10, high*10+9
		if i < len(digits) {
			d := uint16(digits[i] - '0')
			low, high = low+d, high+d-9
		}
	}
	return low, high
}

// grouping gives the gaps of a number with n digits. From 16 digits on all
// brands print blocks of four; a brand that never gets there keeps its own, or
// a digit too many would make the whole field jump.
func (b *brand) grouping(n int) []int {
	switch {
	case n > 16 && b.lengths>>17 != 0:
		return fives
	case n > 15 && b.lengths>>16 != 0:
		return fours
	}
	return b.gaps
}
