package card

import (
	"komoju-tokenize/wasm/problem"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadNumberTable(t *testing.T) {
	for _, row := range numbers(t) {
		got := ReadNumber(row.Number)
		why := row.Number + ": " + row.Why + " (" + row.Source + ")"
		assert.Equal(t, row.Brand, got.Brand, why)
		assert.Equal(t, row.Code, got.Code.String(), why)
		assert.Equal(t, row.Valid, got.Code == problem.None, why)
		assert.Equal(t, row.Potential, got.Potential, why)
	}
}

// official is KOMOJU.md section 4 once more, as written there, so that a slip
// in the table of brands does not pass unseen.
var official = map[string]string{
	"visa":             "4",
	"master":           "51-55 222100-272099",
	"american_express": "34 37",
	"jcb":              "3528-3589 3088-3094 3096-3102 3112-3120 3158-3159 3337-3349",
	"diners_club":      "300-305 3095 36 38-39",
	"discover":         "6011 644-649 65",
	"unionpay":         "62 81",
}

// ownerOf names the brand of six leading digits: of the ranges that hold them,
// the one with the longest prefix.
func ownerOf(six string) string {
	owner, longest := "", 0
	for brand, ranges := range official {
		for _, r := range strings.Fields(ranges) {
			low, high, found := strings.Cut(r, "-")
			if !found {
				high = low
			}
			head := six[:len(low)]
			if low <= head && head <= high && len(low) > longest {
				owner, longest = brand, len(low)
			}
		}
	}
	return owner
}

// A logo that appears too late, or has to be taken back, unsettles the shopper:
// each of the 1,111,110 prefixes of one to six digits must name its brand
// exactly when all its continuations have the same one.
func TestBrandIsNamedOnceCertain(t *testing.T) {
	owners := make([]string, 1_000_000)
	for i := range owners {
		owners[i] = ownerOf(strconv.Itoa(1_000_000 + i)[1:])
	}
	size := 1_000_000
	for n := 1; n <= 6; n++ {
		size /= 10
		for first := 0; first < len(owners); first += size {
			want := owners[first]
			for _, other := range owners[first : first+size] {
				if other != want {
					want = ""
					break
				}
			}
			prefix := strconv.Itoa(1_000_000 + first)[1 : n+1]
			if got := ReadNumber(prefix).Brand; got != want {
				require.Equal(t, want, got, "prefix "+prefix)
			}
		}
	}
}

func TestLongerPrefixWins(t *testing.T) {
	kept := spans
	t.Cleanup(func() { spans = kept })
	copy(spans[:], []span{{4000, 4999, visa}, {6221, 6229, visa}, {6000, 6499, visa}})
	copy(spans[len(spans)-2:], []span{{6200, 6299, unionPay}, {4111, 4115, unionPay}})
	for _, row := range []struct{ number, brand, why string }{
		{"6221", "visa", "a range inside UnionPay's 62 takes its numbers away"},
		{"6230", "unionpay", "the rest of 62 stays"},
		{"622", "", "half typed, both are possible"},
		{"62", "", "half typed, both are possible"},
		{"4115", "unionpay", "a range inside Visa's 4 wins from a later row too"},
		{"411", "", "half typed: a narrower range of a later row takes certainty away"},
		{"412", "visa", "the rest of 4 stays"},
		{"6011", "discover", "the wider range comes first in the table and must not win"},
		{"6300", "visa", "the wider range keeps what no narrower one takes"},
	} {
		assert.Equal(t, row.brand, ReadNumber(row.number).Brand, row.why)
	}
}

func TestLook(t *testing.T) {
	for _, row := range []struct {
		number, name string
		length       int
		gaps         string
		why          string
	}{
		{"", "", 0, fours, "an empty field already knows how most cards look"},
		{"x", "", 0, fours, "gaps are never nil, whatever was typed"},
		{"4", "CVV", 3, fours, "Visa"},
		{"51", "CVC", 3, fours, "Mastercard"},
		{"34", "CID", 4, uneven, "American Express prints 4-6-5 and four digits of code"},
		{"3711111111111111", "CID", 4, uneven, "a digit too many must not make the field jump"},
		{"3528", "CAV2", 3, fours, "JCB"},
		{"36", "CVV", 3, uneven, "a Diners card of 14 digits prints 4-6-4"},
		{"361111111111111", "CVV", 3, uneven, "15 digits: still the short look"},
		{"3611111111111111", "CVV", 3, fours, "a Diners card of 16 digits prints blocks of four"},
		{"3611111111111111111", "CVV", 3, fives, "a Diners card of 19 digits"},
		{"6011", "CID", 3, fours, "Discover"},
		{"62", "CVN", 3, fours, "UnionPay"},
		{"6205500000000000", "CVN", 3, fours, "UnionPay, 16 digits: no space at the end"},
		{"62055000000000000", "CVN", 3, fives, "UnionPay, 17 digits"},
		{"51111111111111111", "CVC", 3, fours, "Mastercard never has 17 digits"},
		{"9700", "", 0, fours, "unknown brand: both code lengths are possible"},
	} {
		got := ReadNumber(row.number)
		assert.Equal(t, row.name, got.CodeName(), row.why)
		assert.Equal(t, row.length, got.CodeLength, row.why)
		assert.Equal(t, row.gaps, got.Gaps, row.why)
	}
}

// The column decides alone: the day a brand drops its check digit, one word in
// the table must be enough.
func TestCheckDigitIsDeclaredInTheTable(t *testing.T) {
	with := brand{lengths: has16, checkDigit: true}
	without := brand{lengths: has16}
	code, potential := with.judge("6200000000000006")
	assert.Equal(t, problem.InvalidNumber, code)
	assert.False(t, potential)
	code, potential = without.judge("6200000000000006")
	assert.Empty(t, code)
	assert.True(t, potential)
	for _, b := range brands {
		assert.True(t, b.checkDigit, "every brand of today has one, UnionPay too")
	}
}

// The module's memory is a small arena and a number is read at every key press.
func TestReadNumberAllocatesNothing(t *testing.T) {
	var got Number
	assert.Zero(t, testing.AllocsPerRun(100, func() { got = ReadNumber("6205500000000000004") }))
	assert.Equal(t, "unionpay", got.Brand)
}

func FuzzReadNumber(f *testing.F) {
	for _, row := range numbers(f) {
		f.Add(row.Number)
	}
	f.Fuzz(func(t *testing.T, digits string) {
		got := ReadNumber(digits)
		require.NotEmpty(t, got.Gaps)
		require.Contains(t, []problem.Code{problem.None, problem.InvalidCharacters, problem.TooShort, problem.TooLong, problem.InvalidNumber}, got.Code)
		require.Equal(t, got.Brand == "", got.CodeLength == 0)
		require.Equal(t, got.Brand == "", got.CodeName() == "")
		if got.Code == problem.None {
			require.True(t, Luhn(digits), "valid implies a good check digit")
			require.True(t, got.Potential, "valid implies potential")
			require.True(t, len(digits) >= 12 && len(digits) <= 19, "valid implies 12 to 19 digits")
		}
		require.Equal(t, got.Potential, completable(digits), "potential means: some digits behind it make it valid")
	})
}

// completable searches for digits that make a number valid: ones behind it up
// to every length, then each last digit.
func completable(digits string) bool {
	if ReadNumber(digits).Code == problem.None || digits == strings.Repeat("0", 18) {
		return true // 18 zeros lead only to 19 zeros: not worth a byte of code
	}
	for body := digits; len(body) < 19; body += "1" {
		for check := byte('0'); check <= '9'; check++ {
			if ReadNumber(body+string(check)).Code == problem.None {
				return true
			}
		}
	}
	return false
}

// A form labels the security code by this: a name that came and went, or that
// stood beside another count of digits, would send the shopper looking on the
// wrong side of the card.
func FuzzNumberCodeName(f *testing.F) {
	for _, row := range numbers(f) {
		f.Add(row.Number, "1")
	}
	f.Fuzz(func(t *testing.T, digits, more string) {
		if !isDigits(digits + more) {
			n := ReadNumber(digits + more)
			require.Empty(t, n.CodeName(), "what is no number has no brand")
			return
		}
		now, then := ReadNumber(digits), ReadNumber(digits+more)
		if name := now.CodeName(); name != "" {
			require.Contains(t, []string{"CVV", "CVC", "CID", "CAV2", "CVN"}, name)
			require.Equal(t, name, then.CodeName(), "it stays, whatever is typed behind it")
			require.Equal(t, now.CodeLength, then.CodeLength)
		}
	})
}
