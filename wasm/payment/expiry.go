package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/card"
	"komoju-tokenize/wasm/problem"
)

// withoutUnit drops the unit that people write behind a month or a year, in
// Japanese, Chinese or Korean. Each is three bytes of UTF-8.
func withoutUnit(s string) string {
	if n := len(s) - 3; n > 0 && ascii.Index("月年월년", s[n:]) >= 0 {
		return s[:n]
	}
	return s
}

// testCards are KOMOJU's twelve 3-D Secure test cards: the first ten digits of each
// brand's, and the next five of each outcome. The last is the check digit. Their
// expiry was documented as 08/2025, so under a test key one that has passed is not
// held against them.
const testCards = "4100000000 5100000000 3528000000\n00010 00500 50000 30000\n"

// isTestCard reports whether a test card stands beside a test key.
func (r *reader) isTestCard() bool {
	s := r.digits(number)
	return r.setting.Test && len(s) == 16 && card.Luhn(s) &&
		ascii.Row(testCards, s[:10]) == 0 && ascii.Row(testCards, s[10:15]) == 1
}

// excuse lets a passed expiry of a test card stand.
func (r *reader) excuse(v card.Verdict) (code problem.Code, potential bool) {
	if (v.Code == problem.Expired || v.Code == problem.TooShort) && r.isTestCard() {
		v.Potential = true
		if v.Code == problem.Expired {
			v.Code = problem.None
		}
	}
	return v.Code, v.Potential
}

// judgeExpiry reads a month by the year that is given with it; a year speaks for
// itself.
func (r *reader) judgeExpiry(i uint8, value string) (code problem.Code, potential bool) {
	if i == month {
		return r.excuse(card.ReadExpiry(value, r.digits(year), r.setting.Now).Month)
	}
	return r.excuse(card.ReadExpiry("", value, r.setting.Now).Year)
}

// splitExpiry takes month and year from an expiry in one text. Where both are given
// they win, as if there were no other.
func (r *reader) splitExpiry() {
	value, readable := r.text("expiry", false)
	value = fold(value, signed)
	if value == "" || r.digits(month) != "" && r.digits(year) != "" {
		return
	}
	parts, ok := card.SplitExpiry(value)
	r.add(Member{Name: "expiry", Value: value}, problem.InvalidCharacters, false)
	r.last().Family = OfExpiry
	r.expiry = &expiryReading{parts, r.last(), ok && readable}
}

// expiryReading is an expiry in one text, while month and year are read from it.
type expiryReading struct {
	card.ExpiryParts
	reading  *Reading
	readable bool
}

// joinExpiry judges an expiry in one text by the readings of month and year, which
// follow it. A good one is shown itself, and sent as these.
func (r *reader) joinExpiry() {
	e, m, y := r.expiry.reading, &r.out[len(r.out)-2], r.last()
	e.Unsent, m.Unshown, y.Unshown = true, true, true
	v := e.verdict()
	if r.expiry.readable {
		v = r.expiry.Join(m.verdict(), y.verdict())
	}
	e.Code, e.Potential = v.Code, v.Potential
	if r.expiry.Text != "" {
		e.Value = r.expiry.Text
	}
	m.Value, y.Value = r.expiry.Month, r.expiry.Year
	if v.Code != problem.None {
		r.out = r.out[:len(r.out)-2]
	}
}

// verdict is of a part: one that is not there yet is too short.
func (r *Reading) verdict() card.Verdict {
	if r.Code == problem.Required {
		return card.Verdict{Code: problem.TooShort, Potential: true}
	}
	return card.Verdict{Code: r.Code, Potential: r.Potential}
}
