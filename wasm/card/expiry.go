package card

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/problem"
)

// Expiry is the verdict on an expiry, field by field.
type Expiry struct{ Month, Year Verdict }

// Verdict is the problem code of one field, None when it is good, and whether
// the field is good or could still become so by typing more digits into it.
type Verdict struct {
	Code      problem.Code
	Potential bool
}

// ReadExpiry judges month ("1" or "01" to "12") and year (two or four digits)
// of a card at now, in Unix seconds (any time from 1970 on). Source: KOMOJU.md
// section 3. Month is None, InvalidCharacters, TooShort, TooLong, InvalidMonth or
// Expired; Year has InvalidYear instead of InvalidMonth.
//
// A past year is Expired on Year, a past month of the current year on Month. A
// card is good to the end of its month where that ends last on earth, UTC−12.
func ReadExpiry(month, year string, now int64) Expiry {
	today := monthOf(now - 12*3600)
	current, first := today/12, 1
	full, verdict := readYear(year, current)
	if verdict.Code == problem.None && full == current {
		first = today%12 + 1
	}
	return Expiry{readMonth(month, first), verdict}
}

// readMonth judges a month that must not lie before first, 1 to 12.
func readMonth(s string, first int) Verdict {
	month := ascii.Number(s, 12)
	switch {
	case month < 0 && s != "":
		return Verdict{problem.InvalidCharacters, false}
	case len(s) > 2:
		return Verdict{problem.TooLong, false}
	case len(s) < 2 && month < 1:
		return Verdict{problem.TooShort, s == "" || first < 10}
	case month < 1 || month > 12:
		return Verdict{problem.InvalidMonth, false}
	case month < first:
		return Verdict{problem.Expired, s == "1"}
	}
	return Verdict{problem.None, true}
}

// yearsAhead is how far a four-digit year may lie in the future. No card lasts
// so long, so beyond it there is a slip of the finger.
const yearsAhead = 50

// readYear judges a year that must not lie before current, and gives its value
// with the century put in. Two digits are always 20xx: a year below 100 means
// this century (KOMOJU.md section 3). Only four digits can be too far ahead:
// "99" is KOMOJU's own test value, 12/99, and must pass.
func readYear(s string, current int) (int, Verdict) {
	year, n := ascii.Number(s, 9999), len(s)
	if n == 2 && year >= 0 {
		year += 2000
	}
	switch {
	case year < 0 && n > 0:
		return year, Verdict{problem.InvalidCharacters, false}
	case n > 4:
		return year, Verdict{problem.TooLong, false}
	case n != 2 && n != 4:
		return year, Verdict{problem.TooShort, canBeYear(s, current)}
	case year < current:
		return year, Verdict{problem.Expired, canBeYear(s, current)}
	case n == 4 && year > current+yearsAhead:
		return year, Verdict{problem.InvalidYear, false}
	}
	return year, Verdict{problem.None, true}
}

// canBeYear reports whether some year of two or four digits that begins with
// the digits s, at most four, is good: "20" may go on to 2029, but from 2020
// on "1" leads only to 201x and 1xxx.
func canBeYear(s string, current int) bool {
	low := max(ascii.Number(s, 9999), 0)
	high := low
	for i := len(s); i < 4; i++ {
		low, high = low*10, high*10+9
		if i == 1 && high+2000 >= current {
			return true
		}
	}
	return high >= current && low <= current+yearsAhead
}

// monthOf gives the month that holds the given Unix second, counted from
// January of year 0 of the Gregorian calendar, in UTC. It counts from 1 March
// instead: the leap day is then the last of its year, and a division gives
// each year and month without a table.
func monthOf(seconds int64) int {
	const start = 719468 * 86400 // seconds from 1 March of year 0 to 1970
	days := int((seconds + start) / 86400)
	century := (4*days + 3) / 146097 // four centuries are 146097 days
	days -= century * 146097 / 4
	year := (4*days + 3) / 1461 // four years are 1461 days
	days -= year * 1461 / 4
	march := (5*days + 2) / 153 // five months from March are 153 days
	return (century*100+year)*12 + march + 2
}
