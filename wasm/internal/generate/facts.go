package main

import (
	"fmt"
	"slices"
	"strings"

	"komoju-tokenize/wasm/card"
	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
)

// languages of all texts, with the tag a page names them by.
var languages = []struct {
	tag  string
	lang message.Lang
}{{"en", message.EN}, {"ja", message.JA}, {"ko", message.KO}, {"zh", message.ZH}}

// limits word each kind of rule. %s is the field's bounds.
var limits = map[string]string{
	"card_number":   "%s digits; spaces and dashes are dropped.",
	"month":         "1 to 12.",
	"year":          "Two or four digits; below 100 is this century.",
	"security_code": "%s digits, as the brand has it.",
	"email":         "%s characters.",
	"phone":         "%s digits; beside them only ( ) space - _ +.",
	"text":          "Any text.",
	"kana":          "Katakana; hiragana and half-width kana are converted. Beside it what bank transfers take: digits, capitals, space and ( ) 「 」 . , - / \\ ¥ ・.",
	"store":         "One of the six chains; their usual spellings are understood.",
	"days":          "A whole number, %s.",
	"url":           "An address with its scheme, sent as it is but for blanks around it.",
	"alphanumeric":  "%s letters and digits; spaces and dashes are dropped.",
	"serial":        "%s characters; spaces and dashes are dropped.",
	"hiragana":      "%s hiragana; katakana is converted, spaces and dashes are dropped.",
	"account":       "%s characters.",
	"password":      "%s characters, sent exactly as typed.",
	"expiry":        "12/30, 1230, 12/2030, 2030-12 and the like.",
	"installments":  "3, 5, 6, 10, 12, 15, 18, 20, 24 or revolving; under a test key the console names any other.",
	"birthday":      "YYMMDD, a real date.",
}

// limit is a sentence on what a field takes.
func limit(f *payment.Field) (string, error) {
	text, ok := limits[f.Kind()]
	if !ok {
		return "", fmt.Errorf("field %s: no text for the rule %q", f.Name, f.Kind())
	}
	if strings.Contains(text, "%s") {
		text = fmt.Sprintf(text, bounds(f))
	}
	return text, nil
}

func bounds(f *payment.Field) string {
	switch {
	case f.Max == 0:
		return fmt.Sprintf("At least %d", f.Min)
	case f.Min == f.Max:
		return fmt.Sprint(f.Min)
	case f.Min == 0 && f.Kind() != "days":
		return fmt.Sprintf("At most %d", f.Max)
	}
	return fmt.Sprintf("%d to %d", f.Min, f.Max)
}

// form is a field's row, which must exist.
func form(kind payment.Type, f *payment.Field) (*payment.FieldForm, error) {
	row := payment.FormOf(kind.Name, f.Name)
	if row == nil {
		return nil, fmt.Errorf("%s.%s has no row in payment.FieldForms", kind.Name, f.Name)
	}
	return row, nil
}

// brands asks for every leading four digits, so that the table itself may stay
// private.
func brands() (names []string) {
	for prefix := range 10_000 {
		name := card.ReadNumber(fmt.Sprintf("%04d", prefix)).Brand
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func storeNames() (names []string) {
	for _, s := range payment.Stores {
		names = append(names, s.Name)
	}
	return names
}
