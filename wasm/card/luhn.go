package card

// Luhn reports whether the last of the digits is the check digit of those
// before it (ISO/IEC 7812-1, annex B). Anything but 0 to 9 is false. So are ""
// and all zeros: their sum is a multiple of ten too, yet no card has them, and
// a field filled with zeros must not pass as a card.
func Luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i]) - '0'
		if d < 0 || d > 9 {
			return false
		}
		d <<= i & 1
		if d > 9 {
			d -= 9
		}
		sum += d
	}
	return sum > 0 && sum%10 == 0
}
