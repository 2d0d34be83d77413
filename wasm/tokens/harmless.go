package tokens

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/payment"
)

// harmless says whether a text of the API may be shown to a developer: one that
// repeats a value may not, nor one with a word that could be a value in another
// spelling, an address or four digits in a row. The API knows values as they were
// sent, which is folded, and not as they were typed. Its texts hold none today;
// nothing promises it.
func harmless(text string, details payment.Details) bool {
	const shortest = 3
	readings := Validate(&Config{}, details).Readings
	for i := 1; i < len(readings); i++ { // the first is the type's, which is no secret
		value := readings[i].Value
		if len(value) >= shortest && ascii.Index(text, value) >= 0 {
			return false
		}
	}
	for ; text != ""; text = text[1:] {
		if text[0] == '@' || ascii.Span(text, ascii.Digits) >= 4 {
			return false
		}
	}
	return true
}
