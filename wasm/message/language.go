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

// subtags are the primary language subtags (ISO 639-1), in the order of Lang.
const subtags = "en\nja\nko\nzh\n"

// Language gives the first language of tags that has sentences, or EN. Tags are
// language tags (BCP 47, RFC 5646), most wanted first, separated by commas, as
// in "fr, ja-JP, en": an HTML lang attribute or a joined navigator.languages.
// Only the primary subtag counts, in either case, so zh-Hant-TW is ZH; an
// underscore (ja_JP, the POSIX way) and a weight (ja;q=0.8) are let pass. Three
// letters are another language: kok is Konkani, not Korean.
func Language(tags string) Lang {
	for tags != "" {
		var tag string
		tag, tags = ascii.Cut(tags, ',')
		tag = tag[ascii.Span(tag, "\x00 "):]
		primary := tag[:ascii.Span(tag, "AZaz")]
		if row := ascii.Row(subtags, ascii.Lower(primary)); row <= int(ZH) {
			return Lang(row)
		}
	}
	return EN
}
