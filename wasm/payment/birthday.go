package payment

import "komoju-tokenize/wasm/ascii"

// daysOf holds the days of each month in a leap year.
const daysOf = "\x1f\x1d\x1f\x1e\x1f\x1e\x1f\x1f\x1e\x1f\x1e\x1f"

// canBeDate reports whether digits are a date, YYMMDD, or the beginning of one: it
// looks at the least date that they can become. The year has no century, so 29
// February is a date in each year that can be a leap year.
func canBeDate(s string) bool {
	const least = "000101"
	date := (s + least[min(len(s), len(least)):])[:len(least)]
	if len(s) == 5 && s[4] != '0' {
		date = s + "0" // 31 could be too late where 30 is a day
	}
	year, month, day := ascii.Number(date[:2], 99), ascii.Number(date[2:4], 99), ascii.Number(date[4:], 99)
	return month >= 1 && month <= 12 && day >= 1 && day <= int(daysOf[month-1]) &&
		(month != 2 || day < 29 || year%4 == 0)
}
