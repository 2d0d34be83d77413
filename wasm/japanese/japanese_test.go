package japanese_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/japanese"
)

// operations are the functions a row of testdata/folds.json may name.
var operations = map[string]func(string) any{
	"width":       func(s string) any { return japanese.Width(s) },
	"katakana":    func(s string) any { return japanese.Katakana(s) },
	"hiragana":    func(s string) any { return japanese.Hiragana(s) },
	"is_reading":  func(s string) any { return japanese.IsReading(s) },
	"is_hiragana": func(s string) any { return japanese.IsHiragana(s) },
	"length":      func(s string) any { return float64(japanese.Length(s)) },
}

// folds are the functions from text to text.
var folds = map[string]func(string) string{
	"width":    japanese.Width,
	"katakana": japanese.Katakana,
	"hiragana": japanese.Hiragana,
}

type fold struct {
	Op   string `json:"op"`
	In   string `json:"in"`
	Want any    `json:"want"`
	Why  string `json:"why"`
}

func rows(t testing.TB) []fold {
	t.Helper()
	file, err := os.ReadFile("testdata/folds.json")
	require.NoError(t, err)
	decoder := json.NewDecoder(bytes.NewReader(file))
	decoder.DisallowUnknownFields()
	var all []fold
	require.NoError(t, decoder.Decode(&all))
	return all
}

func TestFolds(t *testing.T) {
	for _, row := range rows(t) {
		operation := operations[row.Op]
		require.NotNil(t, operation, "op %q of row %q", row.Op, row.Why)
		assert.Equal(t, row.Want, operation(row.In), "%s(%+q): %s", row.Op, row.In, row.Why)
	}
}

// A row without a reason, or one that stands twice, proves nothing.
func TestFoldRowsAreSound(t *testing.T) {
	seen := map[[2]string]bool{}
	for _, row := range rows(t) {
		key := [2]string{row.Op, row.In}
		assert.False(t, seen[key], "%s(%+q) stands twice", row.Op, row.In)
		assert.NotEmpty(t, row.Why, "%s(%+q)", row.Op, row.In)
		seen[key] = true
	}
	assert.GreaterOrEqual(t, len(seen), 300)
}

// A value is folded on each keystroke and again before it is sent: what the
// shopper saw judged must be what goes out.
func TestFoldingTwiceChangesNothing(t *testing.T) {
	for _, row := range rows(t) {
		for name, fold := range folds {
			once := fold(row.In)
			assert.Equal(t, once, fold(once), "%s(%+q)", name, row.In)
		}
	}
}

// A form may fold widths for all fields first and ask for kana later: the
// result must not depend on it.
func TestKanaFormsDoNotDependOnAnEarlierWidth(t *testing.T) {
	for _, row := range rows(t) {
		assert.Equal(t, japanese.Katakana(row.In), japanese.Katakana(japanese.Width(row.In)), "%+q", row.In)
		assert.Equal(t, japanese.Hiragana(row.In), japanese.Hiragana(japanese.Width(row.In)), "%+q", row.In)
	}
}

func TestBrokenUTF8(t *testing.T) {
	for _, row := range []struct{ in, want, why string }{
		{"\xff", "\ufffd", "a byte that starts nothing"},
		{"ヤ\xe3\x82", "ヤ\ufffd\ufffd", "a kana cut short, as by a limit counted in bytes"},
		{"\xe3ー", "\ufffd-", "a broken byte is no kana"},
		{"\xed\xa0\x80", "\ufffd\ufffd\ufffd", "half of a surrogate pair"},
		{"か\xff\u3099", "か\ufffd\u3099", "a mark does not reach across it"},
	} {
		assert.Equal(t, row.want, japanese.Width(row.in), row.why)
		assert.False(t, japanese.IsReading(row.in), row.why)
		assert.False(t, japanese.IsHiragana(row.in), row.why)
	}
	assert.Equal(t, 2, japanese.Length("\xff\xfe"))
}
