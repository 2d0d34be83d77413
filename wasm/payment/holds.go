package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/japanese"
)

// HoldsCard reports whether details are a card's, whatever type they name: by a
// member of a card's, by a name that is often given to one, or by a value that
// holds a card's number, nested values too. A service that is to keep out of PCI's
// scope refuses such details. A prepaid number that looks like a card's is refused
// with them: nothing tells the two apart.
func HoldsCard(d Details) bool {
	// The rows of misnomers before that are a card's.
	for i := range d {
		if ascii.Row(misnomers, d[i].Name) < ascii.Row(misnomers, "email") || holdsNumber(d[i].Value) {
			return true
		}
	}
	return false
}

// holdsNumber takes whatever stands between digits, but for Latin letters, for a
// separator.
func holdsNumber(value string) bool {
	b := []byte(japanese.Width(value))
	for i := range b {
		b[i] = min(b[i], 0x7f)
	}
	found, _ := findCard(string(b), shortestCard)
	return found
}
