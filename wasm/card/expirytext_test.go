package card

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/problem"
)

// november is 13 November 2026.
const november = 1794528000

// expiryText is what package payment makes of an expiry in one text.
type expiryText struct {
	Month, Year, Text string
	Verdict
}

func readExpiryText(text string, now int64) expiryText {
	p, ok := SplitExpiry(text)
	if !ok {
		return expiryText{Text: text, Verdict: Verdict{problem.InvalidCharacters, false}}
	}
	e := ReadExpiry(p.Month, p.Year, now)
	t := expiryText{Text: text, Verdict: p.Join(e.Month, e.Year)}
	if t.Code == problem.None {
		t.Month, t.Year = p.Month, p.Year
	}
	if p.Text != "" {
		t.Text = p.Text
	}
	return t
}

func TestExpiryInOneText(t *testing.T) {
	for _, row := range []struct {
		typed, text, month, year, code string
		potential                      bool
		why                            string
	}{
		{"12/30", "12/30", "12", "30", "", true, "as it stands on the card"},
		{"12 / 30", "12/30", "12", "30", "", true, "as forms show it"},
		{"1230", "12/30", "12", "30", "", true, "nothing between"},
		{"12/2030", "12/30", "12", "30", "", true, "as browsers fill cc-exp in"},
		{"2030-12", "12/30", "12", "30", "", true, "as <input type=month> gives it"},
		{"12-30", "12/30", "12", "30", "", true, "a dash"},
		{"1/30", "01/30", "01", "30", "", true, "one digit for the month"},
		{"12月30年", "12/30", "12", "30", "", true, "units, in the card's order"},
		{"2030年12月", "12/30", "12", "30", "", true, "units, in the order of Japanese"},
		{"30年12月", "12/30", "12", "30", "", true, "units tell what two digits are"},
		{"30年1月", "01/30", "01", "30", "", true, "units tell what one digit is"},
		{"12월 30년", "12/30", "12", "30", "", true, "Korean units"},
		{"2030년 12월", "12/30", "12", "30", "", true, "Korean units"},
		{"12月/30年", "12/30", "12", "30", "", true, "a unit and a slash"},
		{"12.30", "12/30", "12", "30", "", true, "a dot"},
		{"12,30", "12/30", "12", "30", "", true, "the comma of a number pad"},
		{"12 30", "12/30", "12", "30", "", true, "a space"},
		{"12⁄30", "12/30", "12", "30", "", true, "a fraction slash"},
		{"12∕30", "12/30", "12", "30", "", true, "a division slash"},
		{"12・30", "12/30", "12", "30", "", true, "a middle dot"},
		{"12--30", "12/30", "12", "30", "", true, "a key that was hit twice"},
		{"2030/1", "01/30", "01", "30", "", true, "year first, one digit for the month"},
		{"203012", "12/30", "12", "30", "", true, "year first, nothing between: 20 is no month"},
		{"122030", "12/30", "12", "30", "", true, "six digits, month first"},
		{"930", "09/30", "09", "30", "", true, "93 is no month"},
		{"92030", "09/30", "09", "30", "", true, "92 is no month"},
		{"130", "01/30", "01", "30", "", true, "13 is no month"},
		{"12/30/", "12/30", "12", "30", "", true, "a slash at the end"},
		{"11/26", "11/26", "11", "26", "", true, "this month"},
		{"12/99", "12/99", "12", "99", "", true, "KOMOJU's own sample"},

		{"", "", "", "", "too_short", true, "nothing yet"},
		{"1", "1", "", "", "too_short", true, "half a month, or January"},
		{"12", "12", "", "", "too_short", true, "the month"},
		{"12/", "12/", "", "", "too_short", true, "the month, and its slash"},
		{"9/", "09/", "", "", "too_short", true, "one digit, and its slash"},
		{"123", "12/3", "", "", "too_short", true, "a slash is shown where none was typed"},
		{"12/3", "12/3", "", "", "too_short", true, "half a year"},
		{"12/20", "12/20", "", "", "card_expired", true, "2020 may become 2030"},
		{"12/203", "12/203", "", "", "too_short", true, "half of 2030"},
		{"20", "20", "", "", "too_short", true, "a year that goes first"},
		{"2030", "2030", "", "", "too_short", true, "a year that goes first"},
		{"2030-", "2030-", "", "", "too_short", true, "the year, and its dash"},

		{"13/30", "13/30", "", "", "invalid_month", false, "no month"},
		{"0/30", "0/30", "", "", "too_short", false, "no month"},
		{"00", "00", "", "", "invalid_month", false, "no month begins so"},
		{"30/12", "30/12", "", "", "invalid_month", false, "two digits that go first are the month"},
		{"12/19", "12/19", "", "", "card_expired", false, "past, and no year goes on so"},
		{"10/26", "10/26", "", "", "card_expired", false, "last month"},
		{"2026-1", "2026-1", "", "", "card_expired", true, "past, but may become December"},
		{"2026年1月", "2026年1月", "", "", "card_expired", false, "past, and its unit ends it"},
		{"12/2099", "12/2099", "", "", "invalid_year", false, "no card lasts so long"},
		{"12/1999", "12/1999", "", "", "card_expired", false, "another century"},
		{"012/30", "012/30", "", "", "too_long", false, "three digits"},
		{"1234567", "1234567", "", "", "too_long", false, "seven digits"},
		{"2030-12-31", "2030-12-31", "", "", "invalid_characters", false, "a day"},
		{"/30", "/30", "", "", "too_short", false, "no month can be put before it by typing on"},
		{"12a", "12a", "", "", "invalid_characters", false, "a letter"},
		{"Dec 30", "Dec 30", "", "", "invalid_characters", false, "a name"},
	} {
		t.Run(row.typed+" "+row.why, func(t *testing.T) {
			got := readExpiryText(row.typed, november)
			assert.Equal(t, row.code, got.Code.String())
			assert.Equal(t, []string{row.text, row.month, row.year}, []string{got.Text, got.Month, got.Year})
			assert.Equal(t, row.potential, got.Potential)
		})
	}
}

// A form stops a shopper where nothing typed on can help, and nowhere else.
func TestExpiryPotentialIsExact(t *testing.T) {
	const alphabet = "01237/-"
	can := map[string]bool{}
	var walk func(string) bool
	walk = func(s string) bool {
		found := readExpiryText(s, november).Code == problem.None
		for i := 0; len(s) < 7 && i < len(alphabet); i++ {
			found = walk(s+alphabet[i:i+1]) || found
		}
		if len(s) <= 4 {
			can[s] = found
		}
		return found
	}
	walk("")
	for s, want := range can {
		require.Equal(t, want, readExpiryText(s, november).Potential, s)
	}
}

// What is taken for month and year was typed, and nothing is left out of both.
func FuzzSplitExpiry(f *testing.F) {
	for _, text := range []string{"", "12/30", "1230", "2030-12", "30年1月", "9/", "20", "13", "2030년 12월", "\xff", "1/2/3", "a"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, ok := SplitExpiry(text)
		typed := strings.Map(digitsOnly, text)
		require.Contains(t, typed, p.Month)
		require.Contains(t, typed, p.Year)
		if ok {
			require.True(t, p.Month+p.Year == typed || p.Year+p.Month == typed, "each digit is of one of them")
		}
	})
}

func FuzzExpiryPartsJoin(f *testing.F) {
	for _, text := range []string{"", "12/30", "1230", "2030-12", "30年1月", "9/", "12/20", "13", "2030년 12월", "\xff", "1月月2年"} {
		f.Add(text, int64(november))
	}
	f.Fuzz(func(t *testing.T, text string, now int64) {
		got := readExpiryText(text, max(now, 0))
		require.True(t, got.Code != problem.None || got.Potential, "what is good can be good")
		require.Equal(t, got.Month == "", got.Year == "", "both or none are sent")
		if p, ok := SplitExpiry(text); ok {
			e := ReadExpiry(p.Month, p.Year, max(now, 0))
			require.Equal(t, got.Verdict, p.Join(e.Month, e.Year), "the same each time")
		}
		again := readExpiryText(got.Text, max(now, 0))
		require.Equal(t, got.Text, again.Text, "folding twice is folding once")
		if got.Code != problem.None {
			return
		}
		require.Len(t, got.Month+got.Year, 4)
		require.Equal(t, []string{got.Month, got.Year}, []string{again.Month, again.Year})
		require.True(t, strings.Contains(strings.Map(digitsOnly, text), strings.TrimPrefix(got.Month, "0")), "the month was typed")
		require.True(t, strings.Contains(strings.Map(digitsOnly, text), got.Year), "the year was typed")
	})
}

func digitsOnly(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}
