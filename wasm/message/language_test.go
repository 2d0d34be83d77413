package message

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLanguage(t *testing.T) {
	rows := []struct {
		tags string
		want Lang
		why  string
	}{
		{"en", EN, "bare subtag"},
		{"ja", JA, "bare subtag"},
		{"ko", KO, "bare subtag"},
		{"zh", ZH, "bare subtag"},
		{"ja-JP", JA, "region"},
		{"ko-KR", KO, "region"},
		{"en-GB", EN, "region"},
		{"zh-Hant-TW", ZH, "script and region: simplified is nearer than English"},
		{"zh-Hans", ZH, "script"},
		{"ja-JP-u-ca-japanese", JA, "extension"},
		{"ja_JP", JA, "underscore"},
		{"ja_JP.UTF-8", JA, "POSIX locale"},
		{"JA-jp", JA, "either case"},
		{"Zh", ZH, "either case"},
		{"kO", KO, "either case"},
		{"fr, ja-JP, en", JA, "first one we have, not first one named"},
		{"fr,de,es", EN, "none we have"},
		{"ko,ja", KO, "order of the tags, not of the table"},
		{"en,ja", EN, "English asked for is not a fall-back"},
		{"fr,en-US,ja", EN, "English before Japanese"},
		{"  ja", JA, "blanks before"},
		{"ja  ", JA, "blanks after"},
		{"fr ,\tzh", ZH, "tab"},
		{",,ja", JA, "empty tags"},
		{"fr;q=0.9,ko;q=0.8", KO, "weights of Accept-Language"},
		{"ja;q=1", JA, "weight right after the subtag"},
		{"", EN, "empty"},
		{" ", EN, "blank"},
		{",", EN, "comma only"},
		{"j", EN, "one letter"},
		{"j,a", EN, "the subtag does not run over a comma"},
		{"fr,j", EN, "one letter at the very end"},
		{"jav", EN, "Javanese is not Japanese"},
		{"kok-IN", EN, "Konkani is not Korean"},
		{"ZHA", EN, "Zhuang is not Chinese, upper case"},
		{"fr-JA", EN, "only the primary subtag counts"},
		{"x-ja", EN, "private use"},
		{"nja", EN, "across two subtags of the table"},
		{"nj", EN, "across two subtags of the table"},
		{"*", EN, "wildcard"},
		{"\x0a\x01", EN, "control characters, which lower to no letter"},
		{"日本語", EN, "not a tag"},
		{"\xff\xfe", EN, "not text"},
		{"undefined", EN, "a script's slip"},
		{strings.Repeat("fr,", 100_000) + "ja", JA, "very long list"},
		{strings.Repeat("x", 1_000_000), EN, "very long tag"},
		{strings.Repeat(" ", 1_000_000), EN, "very long blank"},
	}
	for _, row := range rows {
		assert.Equal(t, row.want, Language(row.tags), row.why)
	}
}

// upper folds ASCII only: strings.ToUpper makes an S of ſ, and so another tag.
func upper(r rune) rune {
	if r >= 'a' && r <= 'z' {
		return r - 'a' + 'A'
	}
	return r
}

func FuzzLanguage(f *testing.F) {
	for _, tags := range []string{"", "ja", "fr, ja-JP", "zh_Hant;q=1", ",", "j", "\xff"} {
		f.Add(tags)
	}
	f.Fuzz(func(t *testing.T, tags string) {
		l := Language(tags)
		require.LessOrEqual(t, l, ZH)
		require.Equal(t, l, Language(strings.Map(upper, tags)), "either case")
		require.Equal(t, l, Language("fr,"+tags), "a language we lack changes nothing")
	})
}
