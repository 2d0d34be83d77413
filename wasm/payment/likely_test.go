package payment_test

import (
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
		"email_address": "email", "kana": "family_name_kana", "installments": "", "month": "", "": "",
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
