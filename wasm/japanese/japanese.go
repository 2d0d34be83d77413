// Package japanese brings text typed on a Japanese keyboard into the one form
// that a rule can judge: plain ASCII digits and letters, full-width kana.
//
// Every function takes any string. Bytes that are not UTF-8 become U+FFFD,
// nothing fails, and folding a second time changes nothing.
//
// Whatever does not show is dropped: the characters that Unicode calls default
// ignorable (marks of direction, soft hyphens, joiners …) and controls. People
// paste them without knowing. White space, tabs and line breaks too, is U+0020.
//
// A dash key gives ー, ｰ, －, ‐, ‑, ‒, –, —, ―, −, ─, ﹣ or - depending on the
// input method and its mode, and shoppers press it for the prolonged sound of
// ローソン and for the dash of 090-1234 alike. A dash is what Unicode gives that
// property, and the lines that look like one. What stands before it decides:
//
//	before it                typed        Number  Width, Name  Katakana, Hiragana
//	kana, voicing mark or ー ー ｰ         -       ー           ー
//	kana, voicing mark or ー other dash   -       -            ー
//	anything else, nothing   any of them  -       -            -
//	anything                 ゠ 〜 〰 ㅡ ~ -       as typed     as typed
//
// Width leaves － after kana a dash, since a text that is not all kana may
// mean one (コーポ－１０１); the kana forms are for fields where a dash has no
// place, and there ロ－ソン can only be ローソン.
package japanese

import "komoju-tokenize/wasm/ascii"

// Width folds the width of s and leaves its words as they are. Full-width and
// small ASCII becomes ASCII, half-width kana and punctuation become full-width, a
// voicing mark (half-width, combining or spacing) joins the kana before it, every
// space becomes U+0020, characters that do not show are dropped, and dashes follow
// the table above. A mark that no kana takes stays; a half-width one then becomes
// its combining form, as Unicode decomposes it.
func Width(s string) string {
	return fold(s, 0, "")
}

// Name folds s as Width does and keeps what belongs to a character of a name: the
// selector of its variant (葛 has two shapes), the joiners of Persian and Indic
// alphabets.
func Name(s string) string {
	return fold(s, asName, "")
}

// Address folds s as Width does and takes the full stop of Japanese for a dot.
func Address(s string) string {
	return fold(s, asAddress, "")
}

// Number folds s as Width does, for numbers that people group: every kind of dash
// is -, every kind of dot a full stop. It leaves out the bytes of drop, a set of
// package ascii.
func Number(s, drop string) string {
	return fold(s, asNumber, drop)
}

// Katakana folds s as Width does and writes its hiragana as katakana and any
// middle dot as ・.
func Katakana(s string) string {
	return fold(s, toKatakana, "")
}

// Hiragana folds s as Width does and writes its katakana as hiragana and any
// middle dot as ・. ヷ ヸ ヹ ヺ have no hiragana and stay.
func Hiragana(s string) string {
	return fold(s, toHiragana, "")
}

// Trim drops white space and what does not show at both ends of s, and changes
// nothing else.
func Trim(s string) string {
	if s != "" && ascii.In(s[0], "!~") && ascii.In(s[len(s)-1], "!~") { // most of what is typed
		return s
	}
	from, to := len(s), len(s)
	last := ' '
	for i, n := 0, 0; i < len(s); i += n {
		var r rune
		r, n = next(s[i:])
		if r = widen(last, r, asName); r != nothing && r != ' ' {
			from, to, last = min(from, i), i+n, r
		}
	}
	return s[from:to]
}

// IsReading says whether s is the reading of a name: it has a katakana, and
// beside katakana nothing but what bank transfers take (Zengin): digits, capital
// letters, space and ー ・ ( ) 「 」 . - / , \ ¥, and ゠ or = between foreign names.
// Fold s to katakana first.
func IsReading(s string) bool {
	kana := false
	for i, n := 0, 0; i < len(s); i += n {
		var r rune
		if r, n = next(s[i:]); !in(r, onlyReading) {
			return false
		}
		kana = kana || in(r, katakana+"ヷヺ")
	}
	return kana
}

// IsHiragana says whether s, at least one character long, holds nothing but
// hiragana, the marks ゝ ゞ ー ・ and U+0020. Fold s first.
func IsHiragana(s string) bool {
	for i, n := 0, 0; i < len(s); i += n {
		var r rune
		if r, n = next(s[i:]); !in(r, onlyHiragana) {
			return false
		}
	}
	return s != ""
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
