// Package tokens speaks KOMOJU's Tokens API without doing any I/O: it builds
// the request to send, reads the answer that came, and decides between token,
// fault and another attempt. Time and randomness come in as values.
package tokens

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/problem"
)

// Config is what a call depends on beside the details.
type Config struct {
	Key      string // publishable key, pk_…
	Endpoint string // "" is https://komoju.com; a path of its own is kept
	Currency string // ISO 4217, "" for none
	Now      int64  // Unix seconds
	Language message.Lang
}

// Request is a POST to send as it stands, with Content-Type application/json.
type Request struct {
	URL           string
	Authorization string // value of the header; it holds the key alone
	Body          string // JSON
}

// Problem is one thing to mend before the details can be sent.
type Problem struct {
	Field   string // member of the details, or "currency"
	Code    string // stable, for the program
	Message string // for the shopper, in the language asked for
}

// NewRequest folds and judges the details and builds the request, or answers a
// fault: a set-up mistake of the shop, or every problem of the details at once.
func NewRequest(c *Config, d payment.Details) (*Request, *Fault) {
	if code := c.misconfigured(); code != "" {
		return nil, NewFault(code, c.Language)
	}
	readings, problems := Validate(c, d)
	if len(problems) > 0 {
		f := NewFault(InvalidDetails, c.Language)
		f.Problems = problems
		return nil, f
	}
	return &Request{
		URL:           c.url(),
		Authorization: authorization(c.Key),
		Body:          body(readings, c.currency(readings)),
	}, nil
}

// Validate judges details by the rules of NewRequest without building anything:
// what is known of each field while it is still being typed, and the problems.
// Of the key it only matters whether test cards are excused.
func Validate(c *Config, d payment.Details) ([]payment.Reading, []Problem) {
	test := ascii.HasPrefix(c.Key, "pk_test_")
	readings := payment.Read(d, payment.Setting{Now: c.Now, Test: test})
	problems := make([]Problem, 0, len(readings)+1)
	for i := range readings {
		problems = c.problem(problems, readings[i].Name, readings[i].Code)
	}
	// The shape alone: KOMOJU's list of currencies grows.
	if c.Currency != "" && (len(c.Currency) != 3 || !ascii.Only(c.Currency, "AZaz")) {
		problems = c.problem(problems, "currency", problem.InvalidCurrency)
	}
	return readings, problems
}

func (c *Config) problem(list []Problem, field string, code problem.Code) []Problem {
	if code == problem.None {
		return list
	}
	name := code.String()
	return append(list, Problem{field, name, message.Text(name, c.Language)})
}

// currency is the shop's, in capitals, or the payment type's own.
func (c *Config) currency(readings []payment.Reading) string {
	if t := payment.TypeOf(readings[0].Value); c.Currency == "" && t != nil {
		return t.Currency
	}
	b := []byte(c.Currency)
	for i := range b {
		b[i] &^= 0x20
	}
	return string(b)
}
