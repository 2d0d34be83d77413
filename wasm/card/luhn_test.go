package card

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLuhn(t *testing.T) {
	for _, row := range []struct {
		digits string
		want   bool
		why    string
	}{
		{"79927398713", true, "the usual worked example, odd count"},
		{"4111111111111111", true, "even count"},
		{"378282246310005", true, "odd count"},
		{"18", true, "doubled 1 and 8 make ten"},
		{"59", true, "doubled 5 counts as 1, not as 10"},
		{"91", true, "doubled 9 counts as 9"},
		{"81", false, "neighbouring digits swapped: 18 is good"},
		{"", false, "nothing is no number"},
		{"0", false, "zeros are no number"},
		{"0000000000000000", false, "zeros are no number"},
		{"9:", false, "':' follows '9' in ASCII and must not count as ten"},
		{"91/", false, "'/' precedes '0' in ASCII"},
		{"４２", false, "folding is the caller's work"},
	} {
		assert.Equal(t, row.want, Luhn(row.digits), row.why)
	}
}

func FuzzLuhn(f *testing.F) {
	for _, row := range numbers(f) {
		f.Add(row.Number)
	}
	f.Fuzz(func(t *testing.T, digits string) {
		plain := strings.Trim(digits, "0123456789") == ""
		zeros := strings.Trim(digits, "0") == ""
		if !plain || zeros {
			require.False(t, Luhn(digits))
			return
		}
		require.Equal(t, oracle(digits), Luhn(digits))
		good := 0
		for check := byte('0'); check <= '9'; check++ {
			if Luhn(digits + string(check)) {
				good++
			}
		}
		require.Equal(t, 1, good, "exactly one check digit fits")
	})
}

// oracle counts by the printed table of doubled digits, from the left.
func oracle(digits string) bool {
	const doubled = "0246813579"
	sum := 0
	for i, c := range digits {
		if (len(digits)-i)%2 == 0 {
			c = rune(doubled[c-'0'])
		}
		sum += int(c - '0')
	}
	return sum%10 == 0
}
