package card

import (
	"fmt"
	"komoju-tokenize/wasm/problem"
	"math"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadExpiryTable(t *testing.T) {
	for _, row := range expiries(t) {
		got := ReadExpiry(row.Month, row.Year, row.Now)
		why := fmt.Sprintf("%s/%s at %d: %s", row.Month, row.Year, row.Now, row.Why)
		assert.Equal(t, row.MonthCode, got.Month.Code.String(), why)
		assert.Equal(t, row.MonthPotential, got.Month.Potential, why)
		assert.Equal(t, row.YearCode, got.Year.Code.String(), why)
		assert.Equal(t, row.YearPotential, got.Year.Potential, why)
	}
}

// A calendar that is a day off refuses good cards on the last day of a month:
// compare with package time on the first and last second of every day.
func TestMonthAgreesWithPackageTime(t *testing.T) {
	day := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	end := time.Date(2205, 1, 1, 0, 0, 0, 0, time.UTC)
	for ; day.Before(end); day = day.AddDate(0, 0, 1) {
		want := day.Year()*12 + int(day.Month()) - 1
		if monthOf(day.Unix()) != want || monthOf(day.Unix()+86399) != want {
			require.Fail(t, "wrong month", day.Format(time.DateOnly))
		}
	}
}

// The month must end when it ends in UTC−12, in all 200 years.
func TestCardLastsToTheEndOfItsMonth(t *testing.T) {
	last := time.FixedZone("UTC-12", -12*3600)
	for m := range 200 * 12 {
		start := time.Date(1990, time.Month(m+1), 1, 0, 0, 0, 0, last)
		month, year := start.Format("01"), start.Format("2006")
		over := start.AddDate(0, 1, 0).Unix()
		require.Equal(t, Expiry{Verdict{problem.None, true}, Verdict{problem.None, true}}, ReadExpiry(month, year, over-1), year+month)
		after := ReadExpiry(month, year, over)
		require.True(t, after.Month.Code == problem.Expired || after.Year.Code == problem.Expired, year+month)
	}
}

var times = []int64{0, 946684800, 1781515800, 1795132800, 1797724800, 4102444800}

// Every month of up to three digits and year of up to four: potential must mean
// that typing more digits into the field leads to a good value.
func TestPotentialIsExact(t *testing.T) {
	for _, now := range times {
		eachText(3, func(s string) {
			require.Equal(t, monthCompletable(s, "2026", now), ReadExpiry(s, "2026", now).Month.Potential, "%s at %d", s, now)
		})
		eachText(4, func(s string) {
			require.Equal(t, yearCompletable(s, now), ReadExpiry("12", s, now).Year.Potential, "%s at %d", s, now)
		})
	}
}

// eachText visits every text of no digits up to most.
func eachText(most int, visit func(string)) {
	for n, count := 0, 1; n <= most; n, count = n+1, count*10 {
		for i := range count {
			visit(strconv.Itoa(count + i)[1:])
		}
	}
}

func monthCompletable(month, year string, now int64) bool {
	return completableBy(month, 2, func(s string) bool { return ReadExpiry(s, year, now).Month.Code == problem.None })
}

func yearCompletable(year string, now int64) bool {
	return completableBy(year, 4, func(s string) bool { return ReadExpiry("", s, now).Year.Code == problem.None })
}

// completableBy tries every way to type on, up to the given count of digits.
func completableBy(s string, most int, good func(string) bool) bool {
	if good(s) {
		return true
	}
	for digit := byte('0'); digit <= '9' && len(s) < most; digit++ {
		if completableBy(s+string(digit), most, good) {
			return true
		}
	}
	return false
}

func FuzzReadExpiry(f *testing.F) {
	for _, row := range expiries(f) {
		f.Add(row.Month, row.Year, row.Now)
	}
	f.Add("12", "2030", int64(math.MaxInt64))
	f.Add("12", "2030", int64(math.MinInt64))
	f.Fuzz(func(t *testing.T, month, year string, now int64) {
		got := ReadExpiry(month, year, now)
		require.Contains(t, []problem.Code{problem.None, problem.InvalidCharacters, problem.TooShort, problem.TooLong, problem.InvalidMonth, problem.Expired}, got.Month.Code)
		require.Contains(t, []problem.Code{problem.None, problem.InvalidCharacters, problem.TooShort, problem.TooLong, problem.InvalidYear, problem.Expired}, got.Year.Code)
		require.False(t, got.Month.Code == problem.Expired && got.Year.Code != problem.None, "one past date is one problem")
		if got.Month.Code == problem.None && got.Year.Code == problem.None {
			require.True(t, got.Month.Potential && got.Year.Potential)
			requireNotOver(t, month, year, now)
		}
		if now >= 0 && now < 1<<36 {
			require.Equal(t, monthCompletable(month, year, now), got.Month.Potential)
			require.Equal(t, yearCompletable(year, now), got.Year.Potential)
		}
	})
}

// requireNotOver checks with package time that a good card's month lasts still.
func requireNotOver(t *testing.T, month, year string, now int64) {
	if now < 0 || now >= 1<<36 {
		return
	}
	if len(year) == 2 {
		year = "20" + year
	}
	var m, y int
	_, err := fmt.Sscanf(year+" "+month, "%d %d", &y, &m)
	require.NoError(t, err)
	over := time.Date(y, time.Month(m+1), 1, 12, 0, 0, 0, time.UTC).Unix()
	require.Less(t, now, over)
}
