package japanese_test

import (
	"strings"
	"testing"
	"unicode"

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
		assert.True(t, japanese.IsReading(katakana), katakana)
		assert.True(t, japanese.IsHiragana(hiragana), hiragana)
		assert.False(t, japanese.IsReading(hiragana), hiragana)
		assert.False(t, japanese.IsHiragana(katakana), katakana)
	}
}

// touched says what Width may change, by the properties of Unicode; a name must come
// through otherwise.
func touched(r rune) bool {
	switch {
	case r == ' ' || r == '-' || r == '゠' || r == '〜' || r == '〰' || r == '⁓' || r == '⸗' || r == '⹀':
		return false // as usual, or no hyphen of a name
	case r == '｟' || r == '｠':
		return false // full-width brackets that have no ASCII
	case r >= '！' && r <= 'ﾟ', r == '￥', r >= '﹐' && r <= '﹫' && norm.NFKC.String(string(r)) < "\x80":
		return true
	case r == 0x10D6E:
		return true // a dash of Unicode 16, which Go's tables do not have yet
	case r == 'ー' || r == 0xFFFF || strings.ContainsRune(lookalikes, r) || r >= 0x2500 && r <= 0x250B || r >= 0x254C && r <= 0x254F || r >= 0x2574 && r <= 0x257F:
		return true
	case r >= 0xFFF9 && r <= 0xFFFB, r >= 0x13430 && r <= 0x1343F, unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return false // signs around other text, which show
	}
	return unicode.In(r, unicode.White_Space, unicode.Cc, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point,
		unicode.Variation_Selector, unicode.Dash, unicode.Pd)
}

// lookalikes are lines that Unicode calls no dash.
const lookalikes = "\u02D7\u2043\u23AF\u23BA\u23BB\u23BC\u23BD\u23E4\u2796"

func TestNoOtherCharacterChanges(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		surrogate := r >= 0xD800 && r <= 0xDFFF
		if changed := japanese.Width(string(r)) != string(r); !surrogate && changed != touched(r) {
			assert.Fail(t, "changed or not", "%U changed: %v", r, changed)
		}
	}
}
