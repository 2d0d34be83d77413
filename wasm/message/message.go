// Package message turns the codes of problems and failures into sentences a
// shopper may read, in four languages: what is wrong, and what to do next.
// The codes are those of this project's own checks and those of the KOMOJU API.
package message

import "komoju-tokenize/wasm/ascii"

// groupLines is how many lines of the table one group takes: its codes, four
// sentences and an empty line.
const groupLines = 6

// Text gives the sentence for code in language l, at most 90 characters long.
// A code it does not know gets the sentence that fits any failed payment, since
// KOMOJU adds codes without notice. A language that does not exist reads as EN.
func Text(code string, l Lang) string {
	if l > ZH {
		l = EN
	}
	sentences, _ := find(code)
	sentence, _ := ascii.Cut(skip(sentences, int(l)), '\n')
	return sentence
}

// Known tells whether code has a sentence chosen for it.
func Known(code string) bool {
	_, known := find(code)
	return known
}

// Codes lists every known code once, in the table's order. It is meant for
// tests and generated documents; a module that does not call it does not hold it.
func Codes() (codes []string) {
	for rest := table; rest != ""; rest = skip(rest, groupLines) {
		group, _ := ascii.Cut(rest, '\n')
		for group != "" {
			var code string
			code, group = ascii.Cut(group, ' ')
			codes = append(codes, code)
		}
	}
	return codes
}

// find gives the table from the sentences of code's group onwards; for an
// unknown code, from those of the last group.
func find(code string) (sentences string, known bool) {
	for rest := table; rest != ""; rest = skip(rest, groupLines) {
		var group string
		group, sentences = ascii.Cut(rest, '\n')
		if holds(group, code) {
			return sentences, true
		}
	}
	return sentences, false
}

// holds compares whole codes: a plain search would find "invalid_key" in
// "invalid_keyword", or two neighbours joined by their space.
func holds(group, code string) bool {
	for group != "" {
		var one string
		one, group = ascii.Cut(group, ' ')
		if one == code {
			return true
		}
	}
	return false
}

// skip drops the first n lines.
func skip(s string, n int) string {
	for range n {
		_, s = ascii.Cut(s, '\n')
	}
	return s
}
