package card

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/problem"
)

// ExpiryParts are month and year of an expiry in one text, as far as they are typed.
type ExpiryParts struct {
	Month, Year string
	Text        string // as a form shows it; "" leaves what was typed
	yearFirst   bool
	firstDone   bool // nothing typed on changes the first of both
	done        bool // nor the second
}

// SplitExpiry finds month and year in a text, as people and browsers write them:
// 12/30, 1230, 12/2030, 2030-12, 12月30年, 2030年12月. Between them may stand whatever
// is no ASCII letter. A year goes first when it has four digits, or when its unit
// says so. The digits of text are ASCII; ok is false when it has anything else.
func SplitExpiry(text string) (p ExpiryParts, ok bool) {
	const between = "\x00/:@[`{\xff" // all but ASCII digits and letters
	n := ascii.Span(text, ascii.Digits)
	first, rest := text[:n], text[n:]
	second := ""
	if gap := ascii.Span(rest, between); gap > 0 {
		p.firstDone = true
		p.yearFirst = n == 4 || len(rest) > 2 && ascii.Index("年년", rest[:3]) >= 0
		rest = rest[gap:]
		n = ascii.Span(rest, ascii.Digits)
		second, rest = rest[:n], rest[n:]
		p.done = rest != ""
		rest = rest[ascii.Span(rest, between):]
	} else {
		n = p.splitDigits(first)
		first, second = first[:n], first[n:]
		p.firstDone = second != ""
	}
	p.Month, p.Year = first, second
	if p.yearFirst {
		p.Month, p.Year = second, first
	}
	return p, rest == ""
}

// splitDigits gives how many of digits with nothing between them are the first of
// both. 20 begins a year, as it is no month; any other two digits that are no month
// are a month of one digit and the beginning of a year.
func (p *ExpiryParts) splitDigits(s string) int {
	n := min(2, len(s))
	if month := ascii.Number(s[:n], 99); month == 20 {
		p.yearFirst = true
		return min(4, len(s))
	} else if month > 12 {
		return 1
	}
	return n
}

// Join joins the verdicts on month and year. Where both are good they get two digits
// each, and Text is 12/30; what is half typed has a slash after its month. Of what
// cannot become good, or begins with its year, the text stays.
func (p *ExpiryParts) Join(month, year Verdict) Verdict {
	v := p.judge(month, year)
	if v.Code == problem.None {
		p.Month, p.Year = twoDigits(p.Month), p.Year[len(p.Year)-2:]
		p.yearFirst, p.firstDone = false, true
	}
	switch {
	case p.yearFirst || !v.Potential:
	case p.firstDone:
		p.Text = twoDigits(p.Month) + "/" + p.Year
	default:
		p.Text = p.Month
	}
	return v
}

// judge joins the verdicts. What is done cannot be mended by typing on.
func (p *ExpiryParts) judge(month, year Verdict) Verdict {
	first, code := month, month.Code
	if p.yearFirst {
		first = year
	}
	if code == problem.None {
		code = year.Code
	}
	isStuck := p.done || p.firstDone && first.Code != problem.None
	return Verdict{code, code == problem.None || !isStuck && month.Potential && year.Potential}
}

func twoDigits(month string) string {
	if len(month) == 1 {
		return "0" + month
	}
	return month
}
