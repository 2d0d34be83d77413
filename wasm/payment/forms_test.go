package payment_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/payment"
)

// A field without a row would be missing from every form and document.
func TestEveryFieldHasAForm(t *testing.T) {
	for _, kind := range payment.Types {
		for _, field := range kind.Fields() {
			form := payment.FormOf(kind.Name, field.Name)
			require.NotNil(t, form, "%s.%s", kind.Name, field.Name)
			assert.Equal(t, field.Kind() == "store", form.Input == payment.InputSelect, "%s: %s", kind.Name, field.Name)
			assert.Equal(t, field.Kind() == "password", form.Input == payment.InputPassword, "%s: %s", kind.Name, field.Name)
		}
	}
}

// A row for nothing is a field that was renamed or dropped on one side.
func TestEveryFormHasAField(t *testing.T) {
	for i := range payment.FieldForms {
		form, found := &payment.FieldForms[i], false
		for _, kind := range payment.Types {
			for _, field := range kind.Fields() {
				found = found || payment.FormOf(kind.Name, field.Name) == form
			}
		}
		assert.True(t, found, "no field uses the row %s %s", form.Type, form.Name)
	}
}

func TestNoFormIsEmpty(t *testing.T) {
	for _, form := range payment.FieldForms {
		filled(t, form.Name, form.Label)
		assert.NotEmpty(t, form.Doc, form.Name)
		assert.NotEmpty(t, form.Example, form.Name)
		assert.NotEmpty(t, form.Autocomplete, form.Name)
	}
}

// A limit that is too tight cuts a pasted number and tells nobody.
func TestMaxLengthLeavesRoom(t *testing.T) {
	for _, kind := range payment.Types {
		for _, field := range kind.Fields() {
			form := payment.FormOf(kind.Name, field.Name)
			require.NotNil(t, form)
			longest := int(max(field.Min, field.Max))
			switch field.Kind() {
			case "days":
				longest = 2
			case "email":
				longest = int(field.Max) / 2 // long enough already; only never below its limit
			}
			assert.GreaterOrEqual(t, form.MaxLength, max(2*longest, 1), "%s.%s", kind.Name, field.Name)
		}
	}
}

// An example that the form then refuses teaches the shopper a mistake.
func TestExamplesAreAccepted(t *testing.T) {
	for _, kind := range payment.Types {
		details := payment.Details{{Name: "type", Value: kind.Name}}
		for _, field := range kind.Fields() {
			form := payment.FormOf(kind.Name, field.Name)
			require.NotNil(t, form)
			details = append(details, payment.Member{Name: field.Name, Value: form.Example})
		}
		for _, reading := range payment.Read(details, payment.Setting{Now: 1_800_000_000}) {
			assert.Empty(t, reading.Code, "%s.%s", kind.Name, reading.Name)
		}
	}
}

// The API repeats these and no others; a document that promises more would have
// a shop wait for a card number that never comes.
func TestEchoedFields(t *testing.T) {
	var echoed []string
	for _, form := range payment.FieldForms {
		if form.Echoed && form.Type == "" {
			echoed = append(echoed, form.Name)
		}
	}
	assert.ElementsMatch(t, []string{
		"email", "phone", "given_name", "family_name", "given_name_kana", "family_name_kana", "store"}, echoed)
}

func TestTypesAndStoresHaveForms(t *testing.T) {
	var types, stores, typeForms, storeForms []string
	for _, kind := range payment.Types {
		types = append(types, kind.Name)
	}
	for _, store := range payment.Stores {
		stores = append(stores, store.Name)
	}
	for _, form := range payment.TypeForms {
		filled(t, form.Name, form.Label)
		typeForms = append(typeForms, form.Name)
	}
	for _, form := range payment.StoreForms {
		filled(t, form.Name, form.Label)
		storeForms = append(storeForms, form.Name)
	}
	assert.Equal(t, types, typeForms)
	assert.Equal(t, stores, storeForms)
}

func filled(t *testing.T, name string, words payment.Words) {
	t.Helper()
	for _, text := range []string{words.EN, words.JA, words.KO, words.ZH} {
		assert.NotEmpty(t, text, name)
	}
}
