package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/japanese"
	"komoju-tokenize/wasm/problem"
)

// Store is a convenience store chain that konbini payments know.
type Store struct {
	Name    string // as the API documents it
	aliases string // how people write it, without case, spaces and dashes, each between bars
}

// Stores are the six chains of the Tokens API.
var Stores = [...]Store{
	{"seven-eleven", "|seveneleven|7eleven|711|セブンイレブン|セブンーイレブン|セブン・イレブン|セブン|"},
	{"lawson", "|lawson|ローソン|"},
	{"family-mart", "|familymart|ファミリーマート|ファミマ|"},
	{"ministop", "|ministop|ミニストップ|"},
	{"daily-yamazaki", "|dailyyamazaki|デイリーヤマザキ|デイリー|"},
	{"seicomart", "|seicomart|セイコーマート|セコマ|"},
}

// foldStore writes an alias as the documented name and leaves the rest.
func foldStore(s string) string {
	b := []byte("|" + without(japanese.Katakana(s), separators+"__..,,''||") + "|")
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	for i := range Stores {
		if ascii.Index(Stores[i].aliases, string(b)) >= 0 {
			return Stores[i].Name
		}
	}
	return trim(s)
}

// judgeStore takes a documented name. What is no alias yet may become one.
func judgeStore(_ *reader, out *Reading, _ *Field) {
	for i := range Stores {
		if Stores[i].Name == out.Value {
			return
		}
	}
	out.refuse(problem.InvalidStore, true)
}
