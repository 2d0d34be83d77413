package ascii

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSetsArePairs(t *testing.T) {
	for c := range 256 {
		b := byte(c)
		digit := b >= '0' && b <= '9'
		letter := b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
		assert.Equal(t, digit, In(b, Digits), c)
		assert.Equal(t, digit || letter, In(b, Alphanumeric), c)
		assert.Equal(t, b > ' ' && b != 0x7F, In(b, Visible), c)
	}
	assert.Equal(t, 2, Span("12a", Digits))
	assert.Zero(t, Span("", Digits))
	assert.True(t, Only("", Digits), "nothing holds nothing wrong")
	assert.False(t, Only("1 ", Digits))
}

func TestSearchesAreThoseOfPackageStrings(t *testing.T) {
	for _, s := range []string{"", "a", "ab", "aab", "abab", "b"} {
		for _, part := range []string{"", "a", "ab", "abc", "ba"} {
			if part != "" {
				assert.Equal(t, strings.Index(s, part), Index(s, part), s+" "+part)
			}
			assert.Equal(t, strings.HasPrefix(s, part), HasPrefix(s, part), s+" "+part)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, row := range []struct {
		text string
		most int
		want int
		why  string
	}{
		{"0", 9, 0, "the least"},
		{"007", 9, 7, "zeros before it"},
		{"9", 9, 9, "the most"},
		{"10", 9, 10, "over it"},
		{"99999999999999999999999", 9, 10, "over it, without overflow"},
		{"", 9, -1, "no number"},
		{"-1", 9, -1, "no digit"},
		{"１", 9, -1, "full-width digits are folded elsewhere"},
	} {
		assert.Equal(t, row.want, Number(row.text, row.most), row.why)
	}
}

// A table that answers for part of a word would let one code pass for another.
func TestTables(t *testing.T) {
	const table = "one 1 uno\ntwo 2\nthree\n"
	for word, row := range map[string]int{"one": 0, "uno": 0, "2": 1, "three": 2, "un": 3, "": 3, "one 1": 3, "2\nthree": 3} {
		assert.Equal(t, row, Row(table, word), word)
	}
	assert.Equal(t, "one", Lookup(table, "uno"))
	assert.Empty(t, Lookup(table, "on"))
	assert.Equal(t, "two 2", Line(table, 1))
	assert.Empty(t, Line(table, 3))
	assert.Empty(t, Line("", 7))
	head, tail := Cut("a=b=c", '=')
	assert.Equal(t, []string{"a", "b=c"}, []string{head, tail})
}

func TestLower(t *testing.T) {
	assert.Equal(t, "az@[`{09アÄ", Lower("AZ@[`{09アÄ"), "Latin letters alone")
}

func FuzzWriter(f *testing.F) {
	f.Add("\x00\x1f \"\\/\u2028山\U0001F600", 0)
	f.Add("", 1234567890)
	f.Fuzz(func(t *testing.T, s string, n int) {
		s = strings.ToValidUTF8(s, "")
		var w Writer
		w.Quote(s)
		var read string
		require.NoError(t, json.Unmarshal(w.Buf, &read), "what is quoted is JSON")
		assert.Equal(t, s, read)
		if n >= 0 {
			assert.Equal(t, strconv.Itoa(n), Decimal(n))
		}
	})
}
