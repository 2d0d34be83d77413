package frame

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/japanese"
	"komoju-tokenize/wasm/payment"
)

// What is typed comes back in a request's body and in a field's value, nowhere
// else: faults, problems and their texts end in logs, and on screens that others
// see.

// markers are values that nothing but themselves could write, as typed; most are
// bad for most fields. core is the part of one that gives it away.
var markers = []struct {
	typed, core, why string
	json             bool
}{
	{"QzWxMarker", "QzWxMarker", "letters", false},
	{"8372619450371826", "83726194", "digits", false},
	{"８３７２６１９４５０３７１８２６", "８３７２６１９４", "full-width digits", false},
	{"8372-6194-5037-1826", "83726194", "digits in groups", false},
	{"ヌルメケソヌルメケソ", "ヌルメケソ", "katakana", false},
	{"ﾇﾙﾒｹｿﾇﾙﾒｹｿ", "ﾇﾙﾒｹｿ", "half-width katakana", false},
	{"ぬるめけそぬるめけそ", "ぬるめけそ", "hiragana", false},
	{"鯨鯱鱈鯨鯱鱈", "鯨鯱鱈", "kanji", false},
	{"qzwx@marker.example", "qzwx@marker", "an address", false},
	{"qzwx@marker", "qzwx@marker", "half of an address", false},
	{" QzWx Marker\t", "QzWx Marker", "blanks", false},
	{"qzwx://marker", "qzwx://marker", "a link", false},
	{"sk_live_QzWxMarker", "QzWxMarker", "a secret key pasted into the wrong field", false},
	{strings.Repeat("QzWxMarker", 300), "QzWxMarker", "too long to be looked at", false},
	{"QzWxMarker\uFFFD", "QzWxMarker", "damaged on its way", false},
	{"\"\\QzWxMarker\n", "QzWxMarker", "what JSON writes otherwise", false},
	{"837261945037", "83726194", "a number", true},
	{"-8372619450.37e5", "83726194", "a number that is no digits", true},
	{`{"QzWxMarker":"QzWxMarker"}`, "QzWxMarker", "an object", true},
	{`["QzWxMarker"]`, "QzWxMarker", "a list", true},
}

var locales = []string{"en", "ja", "ko", "zh"}

// spellings are the ways in which a text can come back, in small letters.
func spellings(texts ...string) (list []string) {
	bare := strings.NewReplacer(" ", "", "-", "", "\t", "")
	for _, text := range texts {
		for _, s := range []string{text, japanese.Width(text), japanese.Katakana(text), japanese.Hiragana(text)} {
			list = append(list, strings.ToLower(s), strings.ToLower(bare.Replace(s)))
		}
	}
	return list
}

// requireNone searches an answer, but for the two places where a value belongs.
func requireNone(t *testing.T, got map[string]string, forbidden []string, where string) {
	t.Helper()
	for key, value := range got {
		if key == "body" || strings.HasPrefix(key, "fields[") && strings.HasSuffix(key, "][value]") {
			continue
		}
		said := strings.ToLower(key + " " + value)
		for _, s := range forbidden {
			if strings.Contains(said, s) {
				require.Fail(t, "a value comes back", "%s: %s", where, key)
			}
		}
	}
}

// eachMarked puts every marker into every member of every type, in every
// language: fields, a member that no rule knows, the type itself, and what the
// shop sets. The other members are good.
func eachMarked(t *testing.T, visit func(where string, pairs [][2]string, key string, forbidden []string)) {
	t.Helper()
	for _, kind := range payment.Types {
		keys := []string{"payment_details[zz]", "payment_details[type]", "setting[publishableKey]", "setting[currency]", "setting[endpoint]"}
		good := [][2]string{{"setting[publishableKey]", "pk_test_key"}, {"setting[now]", "29908800"}, {"payment_details[type]", kind.Name}}
		for _, field := range kind.Fields() {
			key := "payment_details[" + field.Name + "]"
			keys = append(keys, key)
			good = append(good, [2]string{key, payment.FormOf(kind.Name, field.Name).Example})
		}
		for i, m := range markers {
			forbidden := spellings(m.typed, m.core)
			for j, key := range keys {
				pairs := append([][2]string{{"setting[locale]", locales[(i+j)%len(locales)]}}, marked(good, key, m.typed, m.json)...)
				visit(kind.Name+" "+key+": "+m.why, pairs, key, forbidden)
			}
		}
	}
}

// marked is good with the value of one key replaced, or added.
func marked(good [][2]string, key, value string, raw bool) (pairs [][2]string) {
	for _, p := range good {
		if p[0] != key {
			pairs = append(pairs, p)
		}
	}
	if raw && strings.HasPrefix(key, "payment_details[") {
		key = "#" + key
	}
	return append(pairs, [2]string{key, value})
}

func TestNoProblemAndNoFaultHoldsAValue(t *testing.T) {
	refused := 0
	eachMarked(t, func(where string, pairs [][2]string, _ string, forbidden []string) {
		for _, locale := range locales {
			pairs[0][1] = locale
			got := answered(t, "tokenize", Tokenize(input(pairs)))
			requireNone(t, got, forbidden, "tokenize, "+where)
			if got["code"] != "" {
				refused++
			}
			requireNone(t, answered(t, "validate", Validate(input(pairs))), forbidden, "validate, "+where)
		}
	})
	require.Greater(t, refused, 1000, "most markers are refused, or nothing was searched")
}

// The API promises nowhere that its answers hold no value of the request; it
// knows values as they were sent.
func TestNoFaultRepeatsTheAPIRepeatingAValue(t *testing.T) {
	repeated := 0
	eachMarked(t, func(where string, pairs [][2]string, key string, forbidden []string) {
		sent := answered(t, "validate", Validate(input(pairs)))["fields["+strings.TrimPrefix(key, "payment_details[")+"[value]"]
		if sent == "" || key == "payment_details[type]" {
			return // never sent, so that the API cannot repeat it; or a name that everybody may know
		}
		repeated++
		for _, status := range []string{"200", "422", "500", "502"} {
			got := answered(t, "answer", Answer(input(append(pairs, [][2]string{{"attempt", "3"}, {"status", status},
				{"body[error][message]", "Payment source is invalid (" + sent + ")"},
				{"body[error][code]", sent}, {"body[error][param]", sent}}...))))
			require.NotEmpty(t, got["code"], where)
			requireNone(t, got, forbidden, where+", status "+status)
		}
	})
	require.Greater(t, repeated, 500, "most markers are sent, or nothing was searched")
}
