package japanese_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"komoju-tokenize/wasm/japanese"
)

// unicodeWidth is Width by the Unicode character database.
func unicodeWidth(s string) string {
	return norm.NFC.String(width.Fold.String(s))
}

const marks = "ﾞﾟ\u3099\u309A"

// ｰ alone is a dash here and not in Unicode, so each character also stands
// after a kana, where the two agree.
func TestHalfWidthBlockAgreesWithUnicode(t *testing.T) {
	for r := '｡'; r <= 'ﾟ'; r++ {
		after := "ア" + string(r)
		assert.Equal(t, unicodeWidth(after), japanese.Width(after), "%U after kana", r)
		if r != 'ｰ' {
			assert.Equal(t, unicodeWidth(string(r)), japanese.Width(string(r)), "%U", r)
		}
	}
}

func TestHalfWidthKanaWithMarksAgreesWithUnicode(t *testing.T) {
	for r := 'ｦ'; r <= 'ﾝ'; r++ {
		for _, mark := range marks {
			in := "ア" + string(r) + string(mark)
			assert.Equal(t, unicodeWidth(in), japanese.Width(in), "%U %U", r, mark)
		}
	}
}

// Covers every voiced kana there is and shows that no other is made up.
func TestFullWidthKanaWithMarksAgreesWithUnicode(t *testing.T) {
	for r := 'ぁ'; r <= 'ヿ'; r++ {
		for _, mark := range "\u3099\u309A" {
			in := "ア" + string(r) + string(mark)
			assert.Equal(t, norm.NFC.String(in), japanese.Width(in), "%U %U", r, mark)
		}
	}
}

// A spacing mark is what a shopper types when the combining one was meant.
func TestSpacingMarksJoinWhereCombiningOnesDo(t *testing.T) {
	for r := 'ぁ'; r <= 'ヿ'; r++ {
		for spacing, mark := range map[string]string{"゛": "\u3099", "゜": "\u309A"} {
			want := "ア" + norm.NFC.String(string(r)+mark)
			if want == "ア"+string(r)+mark {
				want = "ア" + string(r) + spacing
			}
			assert.Equal(t, want, japanese.Width("ア"+string(r)+spacing), "%U %s", r, spacing)
		}
	}
}

func TestFullWidthASCIIAgreesWithUnicode(t *testing.T) {
	for r := '！'; r <= '～'; r++ {
		assert.Equal(t, unicodeWidth(string(r)), japanese.Width(string(r)), "%U", r)
	}
}

// The two kana blocks stand 0x60 apart (Unicode charts 3040 and 30A0).
func TestKanaPairs(t *testing.T) {
	for r := 'ぁ'; r <= 'ゞ'; r++ {
		if r > 'ゖ' && r < 'ゝ' {
			continue // voicing marks and unassigned
		}
		hiragana, katakana := string(r), string(r+0x60)
		assert.Equal(t, katakana, japanese.Katakana(hiragana))
		assert.Equal(t, hiragana, japanese.Hiragana(katakana))
		assert.Equal(t, hiragana, japanese.Hiragana(hiragana))
		assert.Equal(t, katakana, japanese.Katakana(katakana))
		assert.True(t, japanese.IsKatakana(katakana), katakana)
		assert.True(t, japanese.IsHiragana(hiragana), hiragana)
		assert.False(t, japanese.IsKatakana(hiragana), hiragana)
		assert.False(t, japanese.IsHiragana(katakana), katakana)
	}
}

// touched is everything Width may change; a name must come through otherwise.
const touched = "\u00a0\u200b\u202f\u205f\u2060\u2212\u3000\ufe63\ufeffー\uffff"

func TestNoOtherCharacterChanges(t *testing.T) {
	changing := map[rune]bool{}
	for _, r := range touched {
		changing[r] = true
	}
	for r := rune(0); r <= 0x2FFFF; r++ {
		spaceOrDash := r >= 0x2000 && r <= 0x200A || r >= 0x2010 && r <= 0x2015
		wide := r >= '！' && r <= 'ﾟ'
		surrogate := r >= 0xD800 && r <= 0xDFFF
		if changed := japanese.Width(string(r)) != string(r); !surrogate {
			assert.Equal(t, changing[r] || spaceOrDash || wide && r != '｟' && r != '｠', changed, "%U", r)
		}
	}
}
