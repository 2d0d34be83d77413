package sandbox

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// brands by the leading digits of a number. Of several rows that fit, the one
// with the longest prefix counts: 3095 is Diners Club inside JCB's new ranges.
var brands = []struct {
	name     string
	from, to string // leading digits, equally many, both included
	lengths  []int
}{
	{"visa", "4", "4", []int{13, 16, 19}},
	{"master", "51", "55", []int{16}},
	{"master", "222100", "272099", []int{16}},
	{"american_express", "34", "34", []int{15}},
	{"american_express", "37", "37", []int{15}},
	{"jcb", "3528", "3589", upTo19(16)},
	{"jcb", "3088", "3094", upTo19(16)},
	{"jcb", "3096", "3102", upTo19(16)},
	{"jcb", "3112", "3120", upTo19(16)},
	{"jcb", "3158", "3159", upTo19(16)},
	{"jcb", "3337", "3349", upTo19(16)},
	{"diners_club", "300", "305", upTo19(14)},
	{"diners_club", "3095", "3095", upTo19(14)},
	{"diners_club", "36", "36", upTo19(14)},
	{"diners_club", "38", "39", upTo19(14)},
	{"discover", "6011", "6011", upTo19(16)},
	{"discover", "644", "649", upTo19(16)},
	{"discover", "65", "65", upTo19(16)},
	{"unionpay", "62", "62", upTo19(16)},
	{"unionpay", "81", "81", upTo19(16)},
}

func upTo19(low int) []int { return []int{14, 15, 16, 17, 18, 19}[low-14:] }

// brandOf also gives the lengths the brand allows. A brand not in the table is
// "", of 12 to 19 digits (the 12 is a guess).
func brandOf(number string) (string, []int) {
	name, lengths, longest := "", append([]int{12, 13}, upTo19(14)...), 0
	for _, row := range brands {
		size := len(row.from)
		if size > longest && len(number) >= size && row.from <= number[:size] && number[:size] <= row.to {
			name, lengths, longest = row.name, row.lengths, size
		}
	}
	return name, lengths
}

func cardNumber(value string) string {
	_, lengths := brandOf(value)
	return unless(allOf(value, digits) && slices.Contains(lengths, len(value)) && luhn(value),
		"is not a valid credit card number")
}

// luhn adds every second digit from the right doubled, as the sum of its digits.
func luhn(number string) bool {
	doubled := [10]int{0, 2, 4, 6, 8, 1, 3, 5, 7, 9}
	sum := 0
	for i := range len(number) {
		digit := int(number[len(number)-1-i] - '0')
		if i%2 == 1 {
			digit = doubled[digit]
		}
		sum += digit
	}
	return sum%10 == 0
}

// outcomes of the failing test cards, which differ in their last three digits.
// "invalid card" of the documents is taken to be invalid_number (guess).
var outcomes = map[string]string{
	"000": "insufficient_funds", "018": "exceeds_limit", "034": "bad_verification_value",
	"042": "card_expired", "059": "card_declined", "067": "invalid_number",
	"075": "invalid_number", "083": "fraudulent",
}

func outcomeOf(number string) string {
	if tail, ok := strings.CutPrefix(number, "4123111111111"); ok {
		return outcomes[tail]
	}
	return ""
}

// evergreen are the 3-D Secure test cards, documented with an expiry that has
// passed since; under a test key they are not refused for it.
var evergreen = []string{
	"4100000000000100", "5100000000000107", "3528000000000106",
	"4100000000005000", "5100000000005007", "3528000000005006",
	"4100000000500000", "5100000000500007", "3528000000500006",
	"4100000000300005", "5100000000300002", "3528000000300001",
}

// lastOnEarth is where a month ends last.
var lastOnEarth = time.FixedZone("UTC-12", -12*60*60)

// pastExpiry names the field to blame, or "". A card is good until its month is
// over everywhere on earth (guess: the documents do not say whose clock counts).
// Unreadable dates are judged by their fields' rules.
func pastExpiry(monthText, yearText string, now time.Time) string {
	m, y, now := atoi(monthText), fullYear(yearText), now.In(lastOnEarth)
	switch {
	case y < now.Year():
		return "year"
	case y == now.Year() && m < int(now.Month()):
		return "month"
	}
	return ""
}

func atoi(text string) int {
	number, _ := strconv.Atoi(text)
	return number
}

// fullYear puts years below 100 in this century: 99 is 2099.
func fullYear(text string) int {
	if y := atoi(text); y >= 100 {
		return y
	}
	return 2000 + atoi(text)
}
