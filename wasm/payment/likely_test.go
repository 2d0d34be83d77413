package payment_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/payment"
)

// The names that merchants are known to have used; the first of them cost shops
// their security codes.
func TestLikely(t *testing.T) {
	for name, field := range map[string]string{
		"code": "verification_value", "cvc": "verification_value", "exp_month": "month",
		"exp": "expiry", "exp_date": "expiry", "expiration": "expiry", "email_address": "email", "kana": "family_name_kana", "installments": "", "month": "", "": "",
	} {
		assert.Equal(t, field, payment.Likely(name), name)
	}
}

// A hint about a field that is right would send a developer astray, and one that
// names no field would not help.
func FuzzLikely(f *testing.F) {
	fields := strings.Fields(payment.FieldNames)
	for _, name := range append(fields, "code", "cvc card", "code\n", "exp", " ", "") {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		likely := payment.Likely(name)
		if likely != "" {
			require.Contains(t, fields, likely)
			require.NotContains(t, fields, name)
		}
	})
}

// A hint about a value that is documented would send a developer astray.
func FuzzDocumented(f *testing.F) {
	for _, value := range []string{"", "3", "revolving", "36", "3 5", "\n"} {
		f.Add("installments", value)
		f.Add("month", value)
	}
	documented := strings.Fields("3 5 6 10 12 15 18 20 24 revolving")
	f.Fuzz(func(t *testing.T, name, value string) {
		list := payment.Documented(&payment.Member{Name: name, Value: value})
		require.Equal(t, name != "installments" || slices.Contains(documented, value), list == "")
		require.NotContains(t, list, "\n")
	})
}
