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

// Test says whether the key is one of KOMOJU's test mode; of an older one, pk_ and
// 40 digits, the mode is unknown.
func (c *Config) Test() bool { return ascii.HasPrefix(c.Key, "pk_test_") }

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
	v := Validate(c, d)
	if len(v.Problems) > 0 {
		f := NewFault(InvalidDetails, c.Language)
		f.Problems = v.Problems
		return nil, f
	}
	return &Request{
		URL:           c.url(),
		Authorization: authorization(c.Key),
		Body:          body(v.Readings, c.currency(v)),
	}, nil
}

// Validation is what is known of details that are not sent yet.
type Validation struct {
	Problems []Problem         // none: NewRequest would build a request
	Readings []payment.Reading // the type's first, then each field's
}

// Validate judges details by the rules of NewRequest without building anything,
// while they are still being typed. Of the key it only matters whether test
// cards are excused.
func Validate(c *Config, d payment.Details) *Validation {
	v := &Validation{Readings: payment.Read(d, payment.Setting{Now: c.Now, Test: c.Test()})}
	v.Problems = make([]Problem, 0, len(v.Readings)+1) // the currency may have one
	for i := range v.Readings {
		r := &v.Readings[i]
		v.problem(c, r.Name, r.Family, r.Code)
	}
	// The shape alone: KOMOJU's list of currencies grows.
	if c.Currency != "" && (len(c.Currency) != 3 || !ascii.Only(c.Currency, "AZaz")) {
		v.problem(c, "currency", 0, problem.InvalidCurrency)
	}
	return v
}

func (v *Validation) problem(c *Config, field string, family byte, code problem.Code) {
	if code != problem.None {
		name := code.String()
		n := len(v.Problems)
		v.Problems = v.Problems[:n+1]
		v.Problems[n] = Problem{field, name, message.Within(name, family, c.Language)}
	}
}

// currency is the shop's or the payment type's own.
func (c *Config) currency(v *Validation) string {
	if c.Currency == "" {
		return payment.Currency(v.Readings[0].Value)
	}
	return c.Currency
}
