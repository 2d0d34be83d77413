package tokens

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/payment"
)

// harmless says whether a text of the API may be shown to a developer: one that
// repeats a value which was sent may not, nor one with a word that could be a
// value in another spelling, an address or four digits in a row. KOMOJU's texts
// hold none today; nothing promises it.
func harmless(text string, details payment.Details) bool {
	const shortest = 3
	for i := range details {
		d := &details[i]
		if len(d.Value) >= shortest && d.Name != "type" && ascii.Index(text, d.Value) >= 0 {
			return false
		}
	}
	run := 0
	for i := 0; i < len(text); i++ {
		run++
		if !ascii.In(text[i], ascii.Digits) {
			run = 0
		}
		if run == 4 || text[i] == '@' {
			return false
		}
	}
	return true
}
