package message

import "komoju-tokenize/wasm/ascii"

// Lang is a language of the sentences; its value is the sentence's line in a
// group of the table.
type Lang uint8

// The languages. EN is first: the zero value is what nobody asked for.
const (
	EN Lang = iota // English
	JA             // Japanese
	KO             // Korean
	ZH             // Chinese, in simplified characters
)

// subtags are the primary language subtags (ISO 639-1) in the order of Lang.
const subtags = "enjakozh"

// Language gives the first language of tags that has sentences, or EN. Tags are
// language tags (BCP 47, RFC 5646), most wanted first, separated by commas, as
// in "fr, ja-JP, en": an HTML lang attribute or a joined navigator.languages.
// Only the primary subtag counts, in either case, so zh-Hant-TW is ZH; an
// underscore (ja_JP, the POSIX way) and a weight (ja;q=0.8) are let pass.
func Language(tags string) Lang {
	for tags != "" {
		var tag string
		tag, tags = ascii.Cut(tags, ',')
		for tag != "" && tag[0] <= ' ' {
			tag = tag[1:]
		}
		if l, ok := primary(tag); ok {
			return l
		}
	}
	return EN
}

// primary reads the language a tag begins with. A third letter means another
// language: kok is Konkani, not Korean.
func primary(tag string) (Lang, bool) {
	if len(tag) < 2 || len(tag) > 2 && lower(tag[2]) >= 'a' && lower(tag[2]) <= 'z' {
		return EN, false
	}
	for l := EN; l <= ZH; l++ {
		if lower(tag[0]) == subtags[2*l] && lower(tag[1]) == subtags[2*l+1] {
			return l, true
		}
	}
	return EN, false
}

// lower folds A-Z to a-z. It moves other bytes too, but none onto a letter.
func lower(b byte) byte { return b | 0x20 }
