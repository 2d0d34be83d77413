package japanese_test

import (
	"encoding/json"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/japanese"
)

// script writes the characters of each property as JSON, by the regular
// expressions of JavaScript (ECMAScript, table of binary Unicode properties).
const script = `
const properties = {
  ignorable: /[\p{DI}\p{Bidi_Control}\p{Cc}]/u, space: /\p{White_Space}/u, dash: /[\p{Dash}\p{Pd}]/u, variant: /\p{Variation_Selector}/u,
};
const found = Object.fromEntries(Object.keys(properties).map((name) => [name, []]));
for (let c = 0; c <= 0x10ffff; c++) {
  if (c >> 11 === 0xd800 >> 11) continue;
  const text = String.fromCodePoint(c);
  for (const name in properties) if (properties[name].test(text)) found[name].push(c);
}
process.stdout.write(JSON.stringify(found));`

// properties are what another implementation of Unicode knows, one that neither
// the tables nor their generator have seen.
func properties(t *testing.T) map[string][]rune {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is missing: it is asked for Unicode's properties")
	}
	out, err := exec.Command("node", "-e", script).Output()
	require.NoError(t, err)
	var found map[string][]rune
	require.NoError(t, json.Unmarshal(out, &found))
	for name, least := range map[string]int{"ignorable": 4000, "space": 25, "dash": 25, "variant": 250} {
		require.Greater(t, len(found[name]), least-1, name)
	}
	return found
}

func set(runes []rune) map[rune]bool {
	all := map[rune]bool{}
	for _, r := range runes {
		all[r] = true
	}
	return all
}

// A mark that nobody sees would refuse what looks perfect, or be sent inside an id.
func TestWhatDoesNotShowIsDropped(t *testing.T) {
	found := properties(t)
	space, variant := set(found["space"]), set(found["variant"])
	for _, r := range found["ignorable"] {
		if space[r] {
			continue
		}
		c := string(r)
		require.Equal(t, "12", japanese.Width("1"+c+"2"), "%U", r)
		require.Equal(t, "12", japanese.Number(c+"1"+c+"2"+c, ""), "%U", r)
		require.Equal(t, "a@b.jp", japanese.Address("a"+c+"@b.jp"), "%U", r)
		require.Equal(t, "ガー", japanese.Katakana("か"+c+"゛"+c+"－"), "%U", r)
		require.Equal(t, "がー", japanese.Hiragana("か"+c+"゛"+c+"－"), "%U", r)
		require.Equal(t, "", japanese.Trim(c), "%U", r)
		name := "山本"
		if variant[r] {
			name = "山" + c + "本"
		}
		require.Equal(t, name, japanese.Name("山"+c+"本"), "%U", r)
	}
}

// A line break pasted with a name is one space, whatever breaks it.
func TestWhiteSpaceIsASpace(t *testing.T) {
	for _, r := range properties(t)["space"] {
		c := string(r)
		require.Equal(t, "山田 太郎", japanese.Name("山田"+c+"太郎"), "%U", r)
		require.Equal(t, "ヤマダ タロウ", japanese.Katakana("ヤマダ"+c+"タロウ"), "%U", r)
		require.Equal(t, "12", japanese.Number("1"+c+"2", "  "), "%U", r)
		require.Equal(t, "x", japanese.Trim(c+"x"+c), "%U", r)
	}
}

// What the keyboards of the world have for a dash parts the digits of a number.
// Beside it nothing may, but what is listed in tables.go.
func TestEveryDashPartsDigits(t *testing.T) {
	found := properties(t)
	dash := set(append(found["dash"], 'ー', 'ｰ'))
	for _, r := range "~～∼ㅡᅳￚ" + lookalikes {
		dash[r] = true
	}
	for r := rune(0); r <= 0x10FFFF; r++ {
		boxes := r >= 0x2500 && r <= 0x250B || r >= 0x254C && r <= 0x254F || r >= 0x2574 && r <= 0x257F
		if got := japanese.Number("1"+string(r)+"2", "") == "1-2"; got != (dash[r] || boxes) {
			require.Fail(t, "a dash or none", "%U is one: %v", r, got)
		}
	}
}
