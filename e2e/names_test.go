package e2e

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A name is written in the order of the page's language, and read out so.
func TestNamesStandInTheOrderOfTheLanguage(t *testing.T) {
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			tb := openShop(t).visit(lang)
			for _, pay := range payments {
				tb.choose(pay.kind)
				fields := tb.fields()
				for _, suffix := range []string{"", "_kana"} {
					given, family := slices.Index(fields, "given_name"+suffix), slices.Index(fields, "family_name"+suffix)
					assert.Equal(t, given < 0, family < 0, pay.kind+suffix)
					assert.True(t, given < 0 || (family < given) == (lang != "en"), "%s: %v", pay.kind, fields)
					assert.True(t, given < 0 || max(given, family)-min(given, family) == 1, "side by side: %v", fields)
				}
			}
		})
	}
}

// Chromium fills in kanji where a kana field says off, and heeds a word it does not
// know. A secret must say off, or the browser offers to keep it.
func TestWhatABrowserMayFillIn(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("ja")
	for _, pay := range payments {
		tb.choose(pay.kind)
		for _, name := range tb.fields() {
			says := eval[string](tb, `(id) => document.getElementById(id).getAttribute("autocomplete")`, "field-"+name)
			switch name {
			case "family_name_kana", "given_name_kana":
				assert.Equal(t, "none", says, pay.kind+" "+name)
			case "prepaid_number", "user_no", "user_password", "culture_id", "culture_password", "happy_money_id", "happy_money_password":
				assert.Equal(t, "off", says, pay.kind+" "+name)
			default:
				assert.NotEqual(t, "none", says, pay.kind+" "+name)
			}
		}
	}
}

// fields are the names of the form's, in the order of the page.
func (tb *tab) fields() []string {
	tb.t.Helper()
	return eval[[]string](tb, `() => Array.from(document.querySelectorAll("#checkout [id^=field-]:is(input, select)"), (c) => c.id.slice("field-".length))`)
}
