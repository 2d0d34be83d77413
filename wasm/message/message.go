// Package message turns the codes of problems and failures into sentences a
// shopper may read, in four languages: what is wrong, and what to do next.
// The codes are those of this project's own checks and those of the KOMOJU API.
package message

import "komoju-tokenize/wasm/ascii"

// groups is how many sentences each language has: one for each line of codes,
// and the last for any other code.
const groups = 20

// Text gives the sentence for code in language l, at most 90 characters long.
// A code it does not know gets the sentence that fits any failed payment, since
// KOMOJU adds codes without notice. A language that does not exist reads as EN.
func Text(code string, l Lang) string {
	if l > ZH {
		l = EN
	}
	return ascii.Line(sentences, int(l)*groups+ascii.Row(codes, code))
}

// Known tells whether code has a sentence chosen for it.
func Known(code string) bool {
	for _, known := range Codes() {
		if known == code {
			return true
		}
	}
	return false
}

// Codes lists every known code once, in the table's order. It is meant for
// tests and generated documents; a module that does not call it does not hold it.
func Codes() (list []string) {
	for rest := codes + otherwise; rest != ""; {
		n := ascii.Span(rest, ascii.Visible)
		list, rest = append(list, rest[:n]), rest[n+1:]
	}
	return list
}
