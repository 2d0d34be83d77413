package payment_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/payment"
)

// seedKinds adds what a type may be called, and what may pass for it in a table
// of text.
func seedKinds(f *testing.F) {
	for _, kind := range payment.Types {
		f.Add(kind.Name)
	}
	for _, kind := range []string{"", " ", "\n", "paypay", "credit", "credit_card\n", "credit_card konbini", "KRW", "\xff"} {
		f.Add(kind)
	}
}

// known says whether a type is in the catalogue.
func known(kind string) bool { return payment.TypeOf(kind).Name != "" }

// A currency that no shop asked for would make every payment of the type fail.
func FuzzCurrency(f *testing.F) {
	seedKinds(f)
	f.Fuzz(func(t *testing.T, kind string) {
		currency := payment.Currency(kind)
		if kind == "mobile" {
			require.Equal(t, "KRW", currency)
		} else if kind != "KRW" { // the table's own word, and no type
			require.Empty(t, currency, "a currency out of nowhere")
		}
		if known(kind) {
			require.Equal(t, payment.TypeOf(kind).Currency, currency, "documents say what is sent")
		}
	})
}

// A nil would end the program of whoever asks for a type of tomorrow.
func FuzzTypeOf(f *testing.F) {
	seedKinds(f)
	f.Fuzz(func(t *testing.T, kind string) {
		row := payment.TypeOf(kind)
		require.NotNil(t, row)
		if row.Name == "" {
			require.Empty(t, *row)
			return
		}
		require.Equal(t, kind, row.Name, "no other type's row")
		require.Contains(t, payment.Types, *row)
	})
}

// A type of tomorrow has no fields here, so that none of its members is refused.
func FuzzTypeFields(f *testing.F) {
	seedKinds(f)
	f.Fuzz(func(t *testing.T, kind string) {
		list := (&payment.Type{Name: kind}).Fields()
		require.Equal(t, known(kind), len(list) > 0)
		seen := map[string]bool{}
		for _, field := range list {
			require.NotEmpty(t, field.Name)
			require.False(t, seen[field.Name], "a field that stands twice is sent twice")
			require.True(t, field.Max == 0 || field.Min <= field.Max, "no value would fit")
			seen[field.Name] = true
		}
	})
}

// Documents and forms look rules up by these names.
func FuzzFieldKind(f *testing.F) {
	seedKinds(f)
	f.Fuzz(func(t *testing.T, kind string) {
		for _, field := range payment.TypeOf(kind).Fields() {
			name := field.Kind()
			require.Regexp(t, `^[a-z_]+$`, name)
			require.Equal(t, field.Name == "email", name == "email", "%s is no %s", field.Name, name)
			require.Equal(t, field.Name == "number", name == "card_number", "%s is no %s", field.Name, name)
			require.Equal(t, strings.HasSuffix(field.Name, "_password"), name == "password", "%s is no %s", field.Name, name)
		}
	})
}

// The row of another field would put its label and its keyboard beside this one.
func FuzzFormOf(f *testing.F) {
	for _, kind := range payment.Types {
		for _, field := range kind.Fields() {
			f.Add(kind.Name, field.Name)
		}
	}
	f.Add("", "")
	f.Add("paypay", "email")
	f.Fuzz(func(t *testing.T, kind, field string) {
		form := payment.FormOf(kind, field)
		if form == nil {
			for _, own := range payment.TypeOf(kind).Fields() {
				require.NotEqual(t, field, own.Name, "a field of the type has a row")
			}
			return
		}
		require.Equal(t, field, form.Name)
		require.True(t, form.Type == "" || form.Type == kind, "the row of another type")
	})
}
