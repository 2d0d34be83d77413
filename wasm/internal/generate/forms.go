package main

import (
	"bytes"
	"encoding/json"

	"komoju-tokenize/wasm/payment"
)

// The form description: all that a page needs to draw a form for any type. It
// holds no rule; validate answers those.
type (
	formFile struct {
		Types  []formType  `json:"types"`
		Stores []formStore `json:"stores"`
		Names  formNames   `json:"names"`
	}
	formNames struct {
		FamilyFirst []string   `json:"familyFirst"` // languages
		Pairs       []namePair `json:"pairs"`
	}
	namePair struct {
		Given  string `json:"given"`
		Family string `json:"family"`
	}
	formType struct {
		Name     string      `json:"name"`
		Label    texts       `json:"label"`
		Common   bool        `json:"common"`
		Currency string      `json:"currency"`
		Fields   []formField `json:"fields"`
	}
	formField struct {
		Name         string `json:"name"`
		Label        texts  `json:"label"`
		Required     bool   `json:"required"`
		Ask          string `json:"ask"`
		Input        string `json:"input"`
		Autocomplete string `json:"autocomplete"`
		InputMode    string `json:"inputmode"`
		MaxLength    int    `json:"maxlength"`
		Example      string `json:"example"`
	}
	formStore struct {
		Name  string `json:"name"`
		Label texts  `json:"label"`
	}
	texts struct {
		EN string `json:"en"`
		JA string `json:"ja"`
		KO string `json:"ko"`
		ZH string `json:"zh"`
	}
)

func forms([]byte) ([]byte, error) {
	var file formFile
	for i, kind := range payment.Types {
		row := payment.TypeForms[i]
		fields, err := formFields(kind)
		if err != nil {
			return nil, err
		}
		file.Types = append(file.Types, formType{kind.Name, texts(row.Label), row.Common, kind.Currency, fields})
	}
	for _, row := range payment.StoreForms {
		file.Stores = append(file.Stores, formStore{row.Name, texts(row.Label)})
	}
	file.Names.FamilyFirst = payment.FamilyFirst[:]
	for _, pair := range payment.NamePairs {
		file.Names.Pairs = append(file.Names.Pairs, namePair(pair))
	}
	return indented(file)
}

func formFields(kind payment.Type) (fields []formField, err error) {
	for _, f := range kind.Fields() {
		row, err := form(kind, f)
		if err != nil {
			return nil, err
		}
		fields = append(fields, formField{
			Name: f.Name, Label: texts(row.Label), Required: f.Required, Ask: ask(f, row), Input: input(row),
			Autocomplete: row.Autocomplete, InputMode: row.InputMode, MaxLength: row.MaxLength, Example: row.Example,
		})
	}
	return fields, nil
}

// ask spells out what the zero value means, so that a page need not know.
func ask(f *payment.Field, row *payment.FieldForm) string {
	switch {
	case f.Required || row.Ask == payment.AskAlways:
		return "always"
	case row.Ask == payment.AskNever:
		return "never"
	}
	return "aside"
}

func input(row *payment.FieldForm) string {
	if row.Input == payment.InputText {
		return "text"
	}
	return row.Input
}

func indented(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	err := encoder.Encode(value)
	return out.Bytes(), err
}
