package e2e

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

// languages are those the pages speak.
var languages = []string{"en", "ja", "ko", "zh"}

// assertLanguage tells by its script whether a sentence is in a language.
func assertLanguage(t *testing.T, lang, text string, why ...any) {
	t.Helper()
	kana := has(text, unicode.Hiragana, unicode.Katakana)
	is := map[string]bool{
		"en": text != "" && !has(text, unicode.Han, unicode.Hangul) && !kana,
		"ja": kana,
		"ko": has(text, unicode.Hangul),
		"zh": has(text, unicode.Han) && !kana,
	}
	assert.True(t, is[lang], append([]any{text + " is not in " + lang}, why...)...)
}

func has(text string, tables ...*unicode.RangeTable) bool {
	for _, r := range text {
		if unicode.In(r, tables...) {
			return true
		}
	}
	return false
}
