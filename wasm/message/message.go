// Package message turns the codes of problems and failures into sentences a
// shopper may read, in four languages: what is wrong, and what to do next.
// The codes are those of this project's own checks and those of the KOMOJU API.
package message

import "komoju-tokenize/wasm/ascii"

// groups is how many sentences each language has: one for each line of codes,
// and the last for any other code.
const groups = 24

// Text gives the sentence for code in language l, at most 90 characters long.
// A code it does not know gets the sentence that fits any failed payment, since
// KOMOJU adds codes without notice. A language that does not exist reads as EN.
func Text(code string, l Lang) string { return Within(code, 0, l) }

// Within gives the sentence for code in a field of a family, as package payment
// has them: too_short in a number speaks of digits. Where the family has no
// sentence of its own, it is that of Text.
func Within(code string, family byte, l Lang) string {
	row := ascii.Row(codes, code+string([]byte{family}))
	if row == groups-1 {
		row = ascii.Row(codes, code)
	}
	if l > ZH {
		l = EN
	}
	return ascii.Line(sentences, int(l)*groups+row)
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

// Codes lists every known code once, without families, in the table's order. It is for
// tests and generated documents: a module that does not call it does not hold it.
func Codes() (list []string) {
	for rest := codes + otherwise; rest != ""; {
		n := ascii.Span(rest, ascii.Visible)
		if ascii.Only(rest[:n], "__az") {
			list = append(list, rest[:n])
		}
		rest = rest[n+1:]
	}
	return list
}
