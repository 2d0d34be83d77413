package card

import (
	"komoju-tokenize/wasm/problem"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadSecurityCode(t *testing.T) {
	for _, row := range []struct {
		digits    string
		length    int
		code      problem.Code
		potential bool
		why       string
	}{
		{"123", 3, problem.None, true, "three digits for a card that has three"},
		{"000", 3, problem.None, true, "zeros are a security code"},
		{"1234", 4, problem.None, true, "American Express has four"},
		{"123", 0, problem.None, true, "brand unknown: three pass"},
		{"1234", 0, problem.None, true, "brand unknown: four pass"},
		{"", 3, problem.TooShort, true, "nothing typed yet"},
		{"", 0, problem.TooShort, true, "nothing typed yet"},
		{"12", 3, problem.TooShort, true, "half typed"},
		{"12", 0, problem.TooShort, true, "half typed"},
		{"123", 4, problem.InvalidSecurityCode, true, "one digit of American Express is missing"},
		{"1234", 3, problem.InvalidSecurityCode, false, "one too many for this brand"},
		{"12345", 4, problem.TooLong, false, "no brand has five"},
		{"12345", 0, problem.TooLong, false, "no brand has five"},
		{"12a", 3, problem.InvalidCharacters, false, "a letter"},
		{"12:", 3, problem.InvalidCharacters, false, "':' follows '9' in ASCII"},
		{"１２３", 3, problem.InvalidCharacters, false, "folding is the caller's work"},
		{"x", 3, problem.InvalidCharacters, false, "typing on does not help"},
		{"1234567x", 3, problem.InvalidCharacters, false, "a wrong character is told before the count"},
	} {
		code, potential := ReadSecurityCode(row.digits, row.length)
		assert.Equal(t, row.code, code, row.why)
		assert.Equal(t, row.potential, potential, row.why)
	}
}

func FuzzReadSecurityCode(f *testing.F) {
	f.Add("123", 3)
	f.Add("1234", 0)
	f.Add("12x", 4)
	f.Add("12345", -1)
	f.Fuzz(func(t *testing.T, digits string, length int) {
		code, potential := ReadSecurityCode(digits, length)
		require.Contains(t, []problem.Code{problem.None, problem.InvalidCharacters, problem.TooShort, problem.TooLong, problem.InvalidSecurityCode}, code)
		if code == problem.None {
			require.True(t, potential)
			require.True(t, len(digits) == 3 || len(digits) == 4)
			require.True(t, length == 0 || len(digits) == length)
		}
		if length == 0 || length == 3 || length == 4 {
			require.Equal(t, codeCompletable(digits, length), potential)
		}
	})
}

func codeCompletable(digits string, length int) bool {
	for ; len(digits) < 5; digits += "0" {
		if code, _ := ReadSecurityCode(digits, length); code == problem.None {
			return true
		}
	}
	return false
}
