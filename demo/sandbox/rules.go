package sandbox

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// rule judges one value as sent and returns what is wrong with it, worded to
// follow the field's name, or "". It never repeats the value. No wording holds
// a comma, which separates the faults of a message.
type rule func(value string) string

const invalid = "is invalid"

func unless(ok bool, text string) string {
	if ok {
		return ""
	}
	return text
}

func anyText(string) string { return "" }

func allOf(value, set string) bool { return strings.Trim(value, set) == "" }

const digits = "0123456789"

var (
	mailLocal = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+"
	mailLabel = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
	mail      = regexp.MustCompile(`\A` + mailLocal + "@" + mailLabel + `(\.` + mailLabel + `)*\z`)
	alphanum  = regexp.MustCompile(`\A[A-Za-z0-9]+\z`)
	address   = regexp.MustCompile(`\A[^\s:/]+://\S+\z`)
)

// email follows the HTML standard's definition, at most 255 characters.
func email(value string) string {
	if utf8.RuneCountInString(value) > 255 {
		return "is too long (maximum is 255 characters)"
	}
	return unless(mail.MatchString(value), invalid)
}

// phone has at least 10 digits and otherwise only ( ) space - _ +.
func phone(value string) string {
	count := 0
	for _, digit := range digits {
		count += strings.Count(value, string(digit))
	}
	return unless(count >= 10 && allOf(value, digits+"() -_+"), invalid)
}

func month(value string) string {
	number, err := strconv.Atoi(value)
	return unless(err == nil && len(value) <= 2 && allOf(value, digits) && 1 <= number && number <= 12,
		"is not a valid month")
}

func year(value string) string {
	return unless((len(value) == 2 || len(value) == 4) && allOf(value, digits), "is not a valid year")
}

func securityCode(value string) string {
	return unless((len(value) == 3 || len(value) == 4) && allOf(value, digits), invalid)
}

func konbiniStore(value string) string {
	stores := []string{"seven-eleven", "lawson", "family-mart", "ministop", "daily-yamazaki", "seicomart"}
	return unless(slices.Contains(stores, value), "is not included in the list")
}

// between is a whole number from low to high, both included.
func between(low, high int) rule {
	text := fmt.Sprintf("must be a whole number from %d to %d", low, high)
	return func(value string) string {
		number, err := strconv.Atoi(value)
		return unless(err == nil && allOf(value, digits) && low <= number && number <= high, text)
	}
}

// characters counts characters, not bytes: a BitCash number is 16 hiragana. The
// documents do not say whether か and the mark that makes it が are one or two, so
// a value passes by either count (guess).
func characters(low, high int) rule {
	return func(value string) string {
		most := utf8.RuneCountInString(value)
		least := most - marks(value)
		return unless(low <= most && least <= high, "is the wrong length")
	}
}

func marks(value string) (count int) {
	for _, r := range value {
		if unicode.Is(unicode.Mn, r) {
			count++
		}
	}
	return count
}

func lettersAndDigits(low, high int) rule {
	length := characters(low, high)
	return func(value string) string {
		if text := length(value); text != "" {
			return text
		}
		return unless(alphanum.MatchString(value), invalid)
	}
}

// webAddress is a guess: the documents show one http address and no rule, and
// apps have schemes of their own.
func webAddress(value string) string { return unless(address.MatchString(value), invalid) }

// birthday is a date as YYMMDD. Nobody says of which century, so that 29 February is
// a date in each year that can be a leap year.
func birthday(value string) string {
	_, err := time.Parse("20060102", "20"+value)
	return unless(err == nil && allOf(value, digits), "is not a date")
}
