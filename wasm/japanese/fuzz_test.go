package japanese_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"komoju-tokenize/wasm/japanese"
)

func seed(f *testing.F) {
	for _, row := range rows(f) {
		f.Add(row.In)
	}
	f.Add("\xff\xe3\x82ー")
	f.Add("\uffffか\x00\u3099")
}

// fuzzFold holds what every fold promises: valid UTF-8 that never grows, and
// no change the second time.
func fuzzFold(f *testing.F, fold func(string) string) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		once := fold(s)
		assert.Equal(t, once, fold(once))
		assert.True(t, utf8.ValidString(once))
		assert.LessOrEqual(t, utf8.RuneCountInString(once), utf8.RuneCountInString(s))
		assert.LessOrEqual(t, japanese.Length(once), japanese.Length(s))
	})
}

func FuzzWidth(f *testing.F)   { fuzzFold(f, japanese.Width) }
func FuzzName(f *testing.F)    { fuzzFold(f, japanese.Name) }
func FuzzAddress(f *testing.F) { fuzzFold(f, japanese.Address) }
func FuzzNumber(f *testing.F) {
	fuzzFold(f, func(s string) string { return japanese.Number(s, "--  ") })
}
func FuzzKatakana(f *testing.F) { fuzzFold(f, japanese.Katakana) }
func FuzzHiragana(f *testing.F) { fuzzFold(f, japanese.Hiragana) }

// What is left is a piece of what was typed, and nothing in it is lost.
func FuzzTrim(f *testing.F) {
	seed(f)
	f.Add(" \u200e\tx y\u2028")
	f.Fuzz(func(t *testing.T, s string) {
		once := japanese.Trim(s)
		assert.Contains(t, s, once)
		assert.Equal(t, once, japanese.Trim(once))
		assert.Equal(t, strings.Trim(japanese.Name(s), " "), strings.Trim(japanese.Name(once), " "), "only ends go")
	})
}

// kana are what a shopper with nothing but a kana keyboard can type, each of
// them a whole sound, so that every mix of them is a text.
var kana = []string{
	"あ", "が", "か\u3099", "は゜", "ゃ", "っ", "ん", "を", "ゔ", "ゕ", "ゝ", "すゞ", "らー", "ろ－", "ね―",
	"ア", "ガ", "カ゛", "ハ\u309A", "ャ", "ッ", "ン", "ヲ", "ヴ", "ヶ", "ヽ", "ラー", "ナ・", "リ−",
	"ｱ", "ｶﾞ", "ﾊﾟ", "ｬ", "ｯ", "ﾝ", "ｦ", "ｳﾞ", "ﾗｰ", "ﾅ･", "\u3000", "\u2009", " ",
}

func kanaText(picks []byte) string {
	text := ""
	for _, pick := range picks {
		text += kana[int(pick)%len(kana)]
	}
	return text
}

func FuzzIsReading(f *testing.F) {
	f.Add([]byte{0, 12, 41, 255})
	f.Fuzz(func(t *testing.T, picks []byte) {
		text := kanaText(picks)
		assert.Equal(t, text != "", japanese.IsReading(japanese.Katakana(text)), "%+q", text)
		japanese.IsReading(string(picks))
	})
}

func FuzzIsHiragana(f *testing.F) {
	f.Add([]byte{0, 12, 41, 255})
	f.Fuzz(func(t *testing.T, picks []byte) {
		text := kanaText(picks)
		assert.Equal(t, text != "", japanese.IsHiragana(japanese.Hiragana(text)), "%+q", text)
		japanese.IsHiragana(string(picks))
	})
}

func FuzzLength(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		length := japanese.Length(s)
		assert.LessOrEqual(t, length, utf8.RuneCountInString(s))
		assert.Equal(t, s == "", length == 0)
	})
}
