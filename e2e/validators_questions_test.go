package e2e

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// question is one input and what must be said of it.
type question struct {
	input
	group, class string
	want         opinion
	or           string // another brand that is as right
	half         bool   // half typed: its brand need not be named yet
	code, why    string
	guess        string // the rule of our own that decides its validity, "" when documents do
}

// Groups of questions, whose faults are counted apart.
const (
	ofNumbers  = "Card numbers"
	ofExpiries = "Expiries"
	ofCodes    = "Security codes"
	ofTyped    = "What a shopper types"
)

// class gathers the rows whose reason, behind it their codes, is like a pattern.
type class struct {
	title string
	like  *regexp.Regexp
}

// The first class that fits takes a row.
var numberClasses = []class{
	{"KOMOJU's own test cards", regexp.MustCompile(`^KOMOJU's own|^test card for|^3-D Secure`)},
	{"Test cards that others publish", regexp.MustCompile(`^published test card$`)},
	{"Test cards of brands that KOMOJU does not name", regexp.MustCompile(`brand the table lacks`)},
	{"JCB's ranges of 2022", regexp.MustCompile(`^(first|last) number of (3088|3096|3112|3158|3337)`)},
	{"First and last numbers of the other ranges", regexp.MustCompile(`^(first|last) number of`)},
	{"Mastercard's numbers from 2230 on", regexp.MustCompile(`2230`)},
	{"Just outside a range", regexp.MustCompile(`^just (below|above)`)},
	{"Every length, with a right and a wrong check digit", regexp.MustCompile(`\d digits|^longer than`)},
	{"Zeros", regexp.MustCompile(`zeros`)},
	{"Half typed", regexp.MustCompile(`^half typed`)},
	{"Letters in between", regexp.MustCompile(`^only 0 to 9`)},
}

var expiryClasses = []class{
	{"Ends of months", regexp.MustCompile(`UTC-12|anywhere|29 February|leap year`)},
	{"Far ahead", regexp.MustCompile(`^KOMOJU's own|never too far|50 years|51 years|^far ahead`)},
	{"Half typed", regexp.MustCompile(`too_short`)},
	{"No month or no year", regexp.MustCompile(`invalid_|too_long`)},
	{"Past, present and future", regexp.MustCompile(``)},
}

func classOf(t *testing.T, list []class, reason string) string {
	t.Helper()
	for _, c := range list {
		if c.like.MatchString(reason) {
			return c.title
		}
	}
	require.Fail(t, "a row of no class", reason)
	return ""
}

// guesses are rules of the table that no document of KOMOJU's states. Who judges
// otherwise is not called wrong.
var guesses = []struct {
	name string
	like *regexp.Regexp // as of a class, with the row's source behind
	rule string
}{
	{"zeros", regexp.MustCompile(`house rule`), "a number of nothing but zeros is no card"},
	{"UnionPay", regexp.MustCompile(`^unionpay, .*wrong check digit`), "UnionPay's check digit must be right; card-validator's maintainers say that not every card's is (their issue 112), and card-validator and payment do not ask for it"},
	{"years", regexp.MustCompile(`two digits are never|50 years|51 years|far ahead|2076 begins so`), "more than fifty years ahead is a slip, two digits never are"},
	{"zeros ahead", regexp.MustCompile(`three digits are no month`), "012 is no month, though 12 is"},
	{"brands", regexp.MustCompile(`brand the table lacks`), "a number of a brand that KOMOJU does not name is judged by 12 to 19 digits and Luhn, and may be any while it is typed"},
}

func guessOf(reason string) string {
	for _, g := range guesses {
		if g.like.MatchString(reason) {
			return g.name
		}
	}
	return ""
}

func (row numberRow) question(t *testing.T) question {
	q := question{
		input: input{Kind: "number", Number: row.Number, Now: today}, group: ofNumbers,
		class: classOf(t, numberClasses, row.Why), code: row.Code, why: row.Why,
		want: opinion{row.Valid, &row.Potential, row.Brand}, guess: guessOf(row.Why + " " + row.Source),
	}
	q.half = q.class == "Half typed" || q.class == "Letters in between"
	if six := fmt.Sprintf("%-6.6s", row.Number); six >= "622126" && six <= "622925" {
		q.or = "discover" // both networks carry these
	}
	if q.guess == "" && row.Brand == "" && row.Code != "invalid_characters" {
		q.guess = "brands"
	}
	return q
}

func (row expiryRow) question(t *testing.T) question {
	potential := row.MonthPotential && row.YearPotential
	reason := row.Why + " " + row.MonthCode + " " + row.YearCode
	return question{
		input: input{Kind: "expiry", Month: row.Month, Year: row.Year, Now: row.Now}, group: ofExpiries,
		class: classOf(t, expiryClasses, reason), why: row.Why, guess: guessOf(row.Why),
		want: opinion{Valid: row.MonthCode == "" && row.YearCode == "", Potential: &potential},
		code: strings.Trim(row.MonthCode+"/"+row.YearCode, "/"),
	}
}

// questions are all rows that a field judges as they stand, then what is typed
// less plainly.
func questions(t *testing.T) (all []question) {
	t.Helper()
	for _, row := range numbers(t) {
		if judgedAsTyped(row.Number) {
			all = append(all, row.question(t))
		}
	}
	for _, row := range expiries(t) {
		if judgedAsTyped(row.Month, row.Year) {
			all = append(all, row.question(t))
		}
	}
	return append(append(all, codes()...), typed()...)
}

func inputs(list []question) (out []input) {
	for _, q := range list {
		out = append(out, q.input)
	}
	return out
}
