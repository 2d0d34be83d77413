package main

import (
	"bytes"
	_ "embed"
	"strings"
	"text/template"

	"komoju-tokenize/wasm/payment"
)

//go:embed types.d.ts.tmpl
var typesTemplate string

// typed is a payment type as an interface.
type typed struct {
	Name, Interface, Label, Currency string
	Members                          []member
}

// member is one field in it.
type member struct{ Name, Mark, Type, Doc string }

// types writes the TypeScript declarations of all that crosses the public API.
func types([]byte) ([]byte, error) {
	if err := complete(); err != nil {
		return nil, err
	}
	rows, err := typedAll()
	if err != nil {
		return nil, err
	}
	var tags []string
	for _, l := range languages {
		tags = append(tags, l.tag)
	}
	var out bytes.Buffer
	err = template.Must(template.New("").Parse(typesTemplate)).Execute(&out, map[string]any{
		"Warning": warning("//"), "Types": rows,
		"Problems": lines(problemCodes), "Calls": lines(callCodes), "API": lines(apiCodeNames()),
		"Locales": quoted(tags), "Stores": quoted(storeNames()), "Brands": quoted(brands()),
	})
	return out.Bytes(), err
}

func typedAll() (rows []typed, err error) {
	for i, kind := range payment.Types {
		row := typed{Name: kind.Name, Interface: camel(kind.Name) + "Details",
			Label: payment.TypeForms[i].Label.EN, Currency: kind.Currency}
		for _, f := range kind.Fields() {
			m, err := memberOf(kind, f)
			if err != nil {
				return nil, err
			}
			row.Members = append(row.Members, m)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func memberOf(kind payment.Type, f *payment.Field) (member, error) {
	row, err := form(kind, f)
	if err != nil {
		return member{}, err
	}
	limit, err := limit(f)
	doc := row.Doc + " " + limit + either(row.Echoed, " Echoed.", " Not echoed.")
	if f.Instead != "" {
		doc += " Required unless " + f.Instead + either(strings.Contains(f.Instead, " "), " are", " is") + " given."
	}
	if f.Required && f.Instead == "" {
		return member{f.Name, "", typeOf(f), doc}, err
	}
	return member{f.Name, "?", typeOf(f) + " | null | undefined", doc}, err
}

// typeOf is generous where the module is: a store under another spelling, a
// number for what is one.
func typeOf(f *payment.Field) string {
	switch f.Kind() {
	case "store":
		return "Store | (string & {})"
	case "card_number", "month", "year", "days", "installments":
		return "string | number"
	}
	return "string"
}

// quoted lists strings as the alternatives of a TypeScript type, on one line.
func quoted(list []string) string { return `"` + strings.Join(list, `" | "`) + `"` }

// lines does so with a line for each, so that a diff shows which one came.
func lines(list []string) string { return "\n  | \"" + strings.Join(list, "\"\n  | \"") + `"` }

// camel writes credit_card as CreditCard.
func camel(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}
