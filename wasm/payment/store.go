package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/japanese"
)

// stores are the six chains of the Tokens API: the name that it documents, then
// how people write it, without case, spaces and dashes.
const stores = `seven-eleven seveneleven 7eleven 711 セブンイレブン セブンーイレブン セブン・イレブン セブン
lawson ローソン
family-mart familymart ファミリーマート ファミマ
ministop ミニストップ
daily-yamazaki dailyyamazaki デイリーヤマザキ デイリー
seicomart セイコーマート セコマ
`

// storeOf is the documented name of a chain, "" of anything else.
func storeOf(s string) string {
	return ascii.Lookup(stores, ascii.Lower(without(japanese.Katakana(s), separators+"__..,,''")))
}

// foldStore writes an alias as the documented name and leaves the rest.
func foldStore(s string) string {
	if name := storeOf(s); name != "" {
		return name
	}
	return japanese.Trim(s)
}
