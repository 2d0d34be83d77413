package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/japanese"
)

// stores are the six chains of the Tokens API: the name that it documents, then
// how people write it, as storeKey has it.
const stores = `seven-eleven seveneleven 7eleven 711 セブンイレブン セブン
lawson ロソン
family-mart familymart ファミリマト ファミマ
ministop ミニストップ
daily-yamazaki dailyyamazaki デイリヤマザキ デイリ
seicomart セイコマト セコマ
`

// storeKey writes a chain's name without case, spaces, dots and dashes, ー among
// them: any dash and wave is typed for that of ローソン.
func storeKey(s string) string {
	return ascii.Lower(japanese.Katakana(japanese.Number(s, separators+"__..,,''")))
}

// storeOf is the documented name of a chain, "" of anything else.
func storeOf(s string) string { return ascii.Lookup(stores, storeKey(s)) }

// canBeStore says whether a name begins so. The mark of the last kana may be
// still to come.
func canBeStore(s string) bool {
	return beginsStore(s) || beginsStore(s+"゛") || beginsStore(s+"゜")
}

func beginsStore(s string) bool {
	key := storeKey(s)
	return ascii.HasPrefix(stores, key) || ascii.Index(stores, " "+key) >= 0 || ascii.Index(stores, "\n"+key) >= 0
}

// foldStore writes an alias as the documented name and leaves the rest.
func foldStore(s string) string {
	if name := storeOf(s); name != "" {
		return name
	}
	return japanese.Trim(japanese.Width(s))
}
