package e2e

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// rows are the lines of a class, and how many questions it has.
func (c comparison) rows(group, class string) (lines [][]string, all int) {
	for i, q := range c.questions {
		if q.group != group || q.class != class {
			continue
		}
		all++
		cells, wrong := []string{q.shown(), q.right(), q.reason()}, false
		for _, v := range c.validators[1:] {
			list := q.faults(v.Answers[i])
			cells = append(cells, celled(list))
			wrong = wrong || len(list) > 0
		}
		if wrong {
			lines = append(lines, cells)
		}
	}
	return lines, all
}

// celled tells faults, those by our own rules in brackets.
func celled(list []fault) string {
	var out []string
	for _, f := range list {
		if f.open {
			f.text = "(" + f.text + ")"
		}
		out = append(out, f.text)
	}
	return strings.Join(out, ", ")
}

func (q question) shown() string {
	text := q.Number
	switch q.Kind {
	case "expiry":
		text = q.Month + "/" + q.Year
	case "code":
		text = q.Number + ": " + q.Code
	}
	return "`" + strings.ReplaceAll(text, "\t", "⇥") + "`"
}

// right is what must be said.
func (q question) right() string {
	text := q.code
	if q.want.Valid {
		text = "valid"
	}
	if q.want.Brand != "" {
		text += ", " + q.want.Brand
	}
	return text
}

func (q question) reason() string {
	if q.guess == "" {
		return q.why
	}
	return q.why + " (our own rule: " + q.guess + ")"
}

// name tells a character that looks like others.
func name(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return fmt.Sprintf("%U", r)
}
