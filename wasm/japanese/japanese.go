// Package japanese brings text typed on a Japanese keyboard into the one form
// that a rule can judge: plain ASCII digits and letters, full-width kana.
//
// Every function takes any string. Bytes that are not UTF-8 become U+FFFD,
// nothing fails, and folding a second time changes nothing.
//
// A dash key gives ー, ｰ, －, ‐, ‑, ‒, –, —, ―, −, ﹣ or - depending on the
// input method and its mode, and shoppers press it for the prolonged sound of
// ローソン and for the dash of 090-1234 alike. What stands before it decides:
//
//	before it                      typed        Width  Katakana, Hiragana
//	kana, voicing mark or ー       ー ｰ         ー     ー
//	kana, voicing mark or ー       other dash   -      ー
//	anything else, or nothing      any of them  -      -
//
// Width leaves － after kana a dash, since a text that is not all kana may
// mean one (コーポ－１０１); the kana forms are for fields where a dash has no
// place, and there ロ－ソン can only be ローソン.
package japanese

// Width folds the width of s and leaves its words as they are. Full-width ASCII
// becomes ASCII, half-width kana and punctuation become full-width, a voicing
// mark (half-width, combining or spacing) joins the kana before it, every space
// becomes U+0020, characters without width are dropped, and dashes follow the
// table above. A mark that no kana takes stays; a half-width one then becomes
// its combining form, as Unicode decomposes it.
func Width(s string) string {
	return fold(s, toWidth)
}

// Katakana folds s as Width does and writes its hiragana as katakana.
func Katakana(s string) string {
	return fold(s, toKatakana)
}

// Hiragana folds s as Width does and writes its katakana as hiragana. ヷ ヸ ヹ ヺ
// have no hiragana and stay.
func Hiragana(s string) string {
	return fold(s, toHiragana)
}

// IsKatakana says whether s, at least one character long, holds nothing but
// full-width katakana, the marks ヽ ヾ ー ・ and U+0020. Fold s first.
func IsKatakana(s string) bool {
	return consists(s, onlyKatakana)
}

// IsHiragana says whether s, at least one character long, holds nothing but
// hiragana, the marks ゝ ゞ ー ・ and U+0020. Fold s first.
func IsHiragana(s string) bool {
	return consists(s, onlyHiragana)
}

// Length counts the characters of s as a shopper counts them: a combining
// voicing mark belongs to what it follows, so か and U+3099 are one. Each byte
// that is not UTF-8 counts as one.
func Length(s string) int {
	count := 0
	for i, n := 0, 0; i < len(s); i += n {
		var r rune
		r, n = next(s[i:])
		if i == 0 || r != voicing && r != halfVoicing {
			count++
		}
	}
	return count
}
