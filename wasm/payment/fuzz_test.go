package payment_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/problem"
)

// The pieces of a fuzzed form: what separates its values, and the most that the
// module ever sees of one.
const (
	piece = "\x00"
	limit = 4 << 10
)

// form fills the fields of a type with the pieces of text, in the catalogue's
// order; pieces left over are members that it does not know. Bit i of raw makes
// piece i JSON. Hosts write UTF-8, so that is what the pieces are made.
func form(kind, text string, raw uint16) payment.Details {
	d := payment.Details{{Name: "type", Value: strings.ToValidUTF8(kind, "\uFFFD")}}
	fields := payment.TypeOf(kind).Fields()
	for i, value := range strings.Split(text, piece) {
		m := payment.Member{Name: "zz" + strconv.Itoa(i), Value: strings.ToValidUTF8(value, "\uFFFD"), Raw: raw>>(i%16)&1 == 1}
		if i < len(fields) {
			m.Name = fields[i].Name
		}
		d = append(d, m)
	}
	return d
}

// examples are good values of a type's fields.
func examples(kind payment.Type) (list []string) {
	for _, field := range kind.Fields() {
		list = append(list, payment.FormOf(kind.Name, field.Name).Example)
	}
	return list
}

func FuzzRead(f *testing.F) {
	for _, kind := range payment.Types {
		good, typed := examples(kind), strings.Repeat("４１１１ー　ﾔﾏﾀﾞ"+piece, len(kind.Fields()))
		f.Add(kind.Name, "", "", uint16(0), setting.Now, true)
		f.Add(kind.Name, strings.Join(good, piece), "1", uint16(0), setting.Now, true)
		f.Add(kind.Name, typed+"{}", "ﾞ", uint16(1<<len(good)|2), setting.Now, false)
		for i, value := range good { // as it is while its last character is still to come
			last := []rune(value)[len([]rune(value))-1:]
			half := slices.Clone(good)
			half[i] = strings.TrimSuffix(value, string(last))
			f.Add(kind.Name, strings.Join(half, piece), string(last), uint16(0), setting.Now, false)
		}
	}
	f.Add("credit_card", "4100000000000100\x0008\x002025", "", uint16(6), setting.Now, true)
	f.Add("nanaco", "ﾀ ﾞ", "", uint16(0), int64(0), false) // a kana, parted from its mark by what is dropped
	f.Add("konbini", "\x00\x00ﾀ.ﾞ", "", uint16(0), int64(0), false)
	f.Add("paypay", "\xff\x00 as given ", "", uint16(1), int64(0), false)
	f.Fuzz(func(t *testing.T, kind, text, more string, raw uint16, now int64, test bool) {
		if len(text)+len(more) > limit {
			return
		}
		d, s := form(kind, text, raw), payment.Setting{Now: now, Test: test}
		got := payment.Read(d, s)
		requireOrder(t, d, got)
		requireSound(t, got)
		requireEachItsOwn(t, d, got)
		requireSettled(t, d, got, s)
		requireNoWayOn(t, d, got, strings.ToValidUTF8(more, "\uFFFD"), s)
	})
}

// requireOrder: the type, the type's own fields as the catalogue has them, every
// required one among them, then the others untouched. Otherwise a problem would
// be told beside the wrong field, or a member be lost.
func requireOrder(t *testing.T, d payment.Details, got []payment.Reading) {
	t.Helper()
	require.Equal(t, "type", got[0].Name)
	at := 1
	fields := payment.TypeOf(got[0].Value).Fields()
	for _, field := range fields {
		if at < len(got) && got[at].Name == field.Name {
			at++
		} else {
			require.False(t, field.Required && field.Instead == "", "%s has no reading", field.Name)
		}
	}
	var others payment.Details
	for _, r := range got[at:] {
		others = append(others, r.Member)
	}
	rest := slices.DeleteFunc(slices.Clone(d), func(m payment.Member) bool { return !strings.HasPrefix(m.Name, "zz") })
	require.Len(t, others, len(rest))
	for i, m := range rest {
		require.Equal(t, m, others[i], "a member of no known rule goes as given")
	}
}

// requireSound: what is good may stay, what is empty is missing, and only a
// card's number has a brand to show.
func requireSound(t *testing.T, got []payment.Reading) {
	t.Helper()
	for _, r := range got[1:] {
		require.True(t, r.Code != problem.None || r.Potential, "%s is good, so it can be", r.Name)
		require.True(t, r.Number == nil || r.Name == "number", "%s shows a brand", r.Name)
		if r.Value == "" && payment.FormOf(got[0].Value, r.Name) != nil {
			require.NotEqual(t, problem.None, r.Code, "%s is empty and good", r.Name)
		}
	}
}

// requireEachItsOwn: a field's value is folded from its own member alone. What
// was typed beside it must never turn up in it.
func requireEachItsOwn(t *testing.T, d payment.Details, got []payment.Reading) {
	t.Helper()
	values := map[string]payment.Member{}
	for _, m := range d {
		values[m.Name] = m
	}
	for _, r := range got[1:] {
		if r.Unshown && !r.Raw {
			continue // month and year as an expiry has them
		}
		m := values[r.Name]
		require.Equal(t, one(t, d[0].Value, r.Name, m.Value, m.Raw).Value, r.Value, r.Name)
	}
}

// requireSettled: a form shows the folded values and judges again, so folding
// twice is folding once, and what was good stays so.
func requireSettled(t *testing.T, d payment.Details, got []payment.Reading, s payment.Setting) {
	t.Helper()
	folded, again := payment.Details{}, map[string]payment.Reading{}
	for _, r := range got {
		if !r.Unshown || r.Raw {
			folded = append(folded, r.Member)
		}
	}
	for _, r := range payment.Read(folded, s) {
		again[r.Name] = r
	}
	for _, r := range got {
		if r.Code == problem.None || r.Value != "" {
			require.Equal(t, r.Value, again[r.Name].Value, "%s: folding twice is folding once", r.Name)
		}
		if r.Code == problem.None {
			require.Equal(t, r, again[r.Name], "%s was good", r.Name)
		}
	}
}

// requireNoWayOn: a form stops a shopper where nothing typed on could help, so
// nothing may. The past expiry of a test card aside, which is excused once it
// stands there, and not on its way (no shopper has such a card).
func requireNoWayOn(t *testing.T, d payment.Details, got []payment.Reading, more string, s payment.Setting) {
	t.Helper()
	hopeless := map[string]bool{}
	for _, r := range got[1:] {
		hopeless[r.Name] = !r.Potential
	}
	for i := range d {
		excusable := s.Test && (d[i].Name == "month" || d[i].Name == "year" || d[i].Name == "expiry")
		if !hopeless[d[i].Name] || d[i].Raw || excusable {
			continue
		}
		typed := append(payment.Details{}, d...)
		typed[i].Value += more
		for _, r := range payment.Read(typed, s) {
			assert.False(t, r.Name == typed[i].Name && r.Code == problem.None, "%s was said to be hopeless", r.Name)
		}
	}
}
