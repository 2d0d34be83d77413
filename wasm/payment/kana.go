package payment

import (
	"komoju-tokenize/wasm/japanese"
	"komoju-tokenize/wasm/problem"
)

// judgeKana lets a half-typed Roman syllable become kana: small letters are what
// an input method shows until then.
func judgeKana(s string) (code problem.Code, potential bool) {
	if japanese.IsReading(s) {
		return problem.None, true
	}
	return problem.InvalidKana, japanese.IsReading(without(s, "az") + "ア")
}
