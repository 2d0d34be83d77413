package main

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
)

var errNoMarker = errors.New("a marked block is missing")

// blocks of the README, between <!-- generated: name --> and <!-- /generated -->.
var blocks = []struct {
	name string
	make func() (string, error)
}{{"fields", fieldsTable}, {"codes", codesTable}}

func readme(old []byte) ([]byte, error) {
	made := old
	for _, b := range blocks {
		text, err := b.make()
		if err != nil {
			return nil, err
		}
		if made, err = replace(made, b.name, text); err != nil {
			return nil, err
		}
	}
	return made, nil
}

// replace puts text between the markers of a block, which stay.
func replace(old []byte, name, text string) ([]byte, error) {
	open, shut := "<!-- generated: "+name+" -->\n", "<!-- /generated -->"
	head, rest, found := bytes.Cut(old, []byte(open))
	at := bytes.Index(rest, []byte(shut))
	if !found || at < 0 {
		return nil, fmt.Errorf("%w: %s…%s", errNoMarker, strings.TrimSpace(open), shut)
	}
	return slices.Concat(head, []byte(open+"\n"+text+"\n"), rest[at:]), nil
}

// fieldsTable has a line for every field of every type.
func fieldsTable() (string, error) {
	var out strings.Builder
	out.WriteString("| type | field | | what it is and what it takes | echoed |\n|---|---|---|---|---|\n")
	for _, kind := range payment.Types {
		for i, f := range kind.Fields() {
			row, err := form(kind, f)
			if err != nil {
				return "", err
			}
			limit, err := limit(f)
			if err != nil {
				return "", err
			}
			fmt.Fprintf(&out, "| %s | `%s` | %s | %s %s | %s |\n", first(i == 0, kind.Name), f.Name,
				need(f), row.Doc, limit, either(row.Echoed, "yes", ""))
		}
	}
	return out.String(), nil
}

// need says whether a field must be given.
func need(f *payment.Field) string {
	switch {
	case f.Instead != "":
		return "required, or " + f.Instead
	case f.Required:
		return "required"
	}
	return "optional"
}

// first names a type once, on the line of its first field.
func first(is bool, name string) string {
	if is {
		return "`" + name + "`"
	}
	return ""
}

func either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

// codesTable has a line for every code, in the order of the lists; one that is
// both ours and the API's has one line for both.
func codesTable() (string, error) {
	if err := complete(); err != nil {
		return "", err
	}
	var out strings.Builder
	out.WriteString("| code | from | what the shopper reads | retryable |\n|---|---|---|---|\n")
	var done []string
	for _, code := range slices.Concat(problemCodes, callCodes, apiCodeNames()) {
		if !slices.Contains(done, code) {
			done = append(done, code)
			fmt.Fprintf(&out, "| `%s` | %s | %s | %s |\n",
				code, origin(code), sentences(code), either(repeats(code), "yes", ""))
		}
	}
	return out.String(), nil
}

// families that have sentences of their own, as the table words them.
var families = []struct {
	family byte
	prefix string
}{{payment.OfDigits, "Of a number: "}, {payment.OfExpiry, "Of an expiry: "}, {payment.OfChoice, "Of a store: "}}

// sentences are a code's own and those it has in some fields.
func sentences(code string) string {
	own := message.Text(code, message.EN)
	all := own
	for _, f := range families {
		if text := message.Within(code, f.family, message.EN); text != own {
			all += " " + f.prefix + text
		}
	}
	return all
}

// origin is where a code comes from: a field's or a call's check, the API.
func origin(code string) string {
	var from []string
	if slices.Contains(problemCodes, code) {
		from = append(from, "field")
	}
	if slices.Contains(callCodes, code) {
		from = append(from, "ours")
	}
	for _, row := range apiCodes {
		if row.code == code {
			from = append(from, either(row.status > 0, fmt.Sprint("HTTP ", row.status), "HTTP"))
		}
	}
	return strings.Join(from, ", ")
}

func repeats(code string) bool {
	for _, row := range apiCodes {
		if row.code == code {
			return retryable(code, row.status)
		}
	}
	return retryable(code, 0)
}
