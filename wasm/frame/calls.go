package frame

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/problem"
	"komoju-tokenize/wasm/tokens"
)

// Tokenize takes configuration and details, and answers url, authorization and
// body of the request to send.
func Tokenize(in []byte) []byte {
	a := read(in)
	c, d := a.config(), a.details()
	w := newWriter()
	w.hint(c, d)
	r, fault := tokens.NewRequest(c, d)
	if fault != nil {
		return w.fault(fault)
	}
	w.say("", r.URL, r.Authorization, r.Body)
	return w.end()
}

// Answer takes what came, and answers how many milliseconds to wait until the
// next attempt; 0 for a token.
func Answer(in []byte) []byte {
	a := read(in)
	o := tokens.Read(&tokens.Answer{
		Attempt: a.number("attempt"), Jitter: a.number("jitter"),
		Language: a.language(), Failure: a.get("failure"),
		Status: a.number("status"), RetryAfter: a.get("retry_after"),
		ID: a.get("body[id]"), Code: a.get("body[error][code]"),
		Message: a.get("body[error][message]"), Param: a.get("body[error][param]"),
		Test: a.config().Test(), Details: a.details(),
	})
	w := newWriter()
	w.Byte(0)
	if o.Fault != nil {
		return w.fault(o.Fault)
	}
	w.say("", ascii.Decimal(o.Wait))
	return w.end()
}

// Validate takes configuration and details, and answers the count of problems,
// each with field, code and message, then what is known of each field: name,
// folded value and state: 2 is valid, 1 could still become so, 0 neither. For the
// number of a card brand, the length of its security code and gaps follow the
// state, a space before each; for an expiry brand and length are empty.
func Validate(in []byte) []byte {
	a := read(in)
	c, d := a.config(), a.details()
	w := newWriter()
	w.hint(c, d)
	v := tokens.Validate(c, d)
	w.say("", ascii.Decimal(len(v.Problems)))
	w.problems(v.Problems)
	for i := range v.Readings {
		if r := &v.Readings[i]; !r.Unshown {
			w.reading(r)
		}
	}
	return w.end()
}

func (a arguments) config() *tokens.Config {
	return &tokens.Config{
		Key:      a.get("setting[publishableKey]"),
		Endpoint: a.get("setting[endpoint]"),
		Currency: a.get("setting[currency]"),
		Now:      int64(a.number("setting[now]")) * 60, // minutes: seconds outgrow 32 bits
		Language: a.language(),
		NoCards:  a.get("setting[cards]") == "off", // an edge service's
	}
}

func (a arguments) language() message.Lang { return message.Language(a.get("setting[locale]")) }

// details are the pairs keyed payment_details[…].
func (a arguments) details() payment.Details {
	const head = "payment_details["
	d, n := make(payment.Details, len(a)/2), 0
	for i := 0; i < len(a); i += 2 {
		key, value := a[i], a[i+1]
		raw := ascii.HasPrefix(key, "#")
		if raw {
			key = key[1:]
		}
		if ascii.HasPrefix(key, head) && len(key) > len(head) {
			d[n] = payment.Member{Name: key[len(head) : len(key)-1], Value: value, Raw: raw}
			n++
		}
	}
	return d[:n]
}

// hint tells a developer, under a test key, of names that KOMOJU ignores, each with
// the likely one, and of values that it does not document, with those it does.
func (w *writer) hint(c *tokens.Config, d payment.Details) {
	if c.Test() {
		for i := range d {
			w.doubt(d[i].Name, payment.Likely(d[i].Name))
			w.doubt(d[i].Name, payment.Documented(&d[i]))
		}
	}
	w.Byte(0)
}

func (w *writer) doubt(name, instead string) {
	if instead != "" {
		w.Text(name)
		w.Text(" (")
		w.Text(instead)
		w.Text("?) ")
	}
}

func (w *writer) fault(f *tokens.Fault) []byte {
	retryable := ""
	if f.Retryable {
		retryable = "1"
	}
	w.say(f.Code, f.Message, f.Detail, ascii.Decimal(f.Status), retryable)
	w.problems(f.Problems)
	return w.end()
}

func (w *writer) problems(list []tokens.Problem) {
	for i := range list {
		w.say(list[i].Field, list[i].Code, list[i].Message)
	}
}

func (w *writer) reading(r *payment.Reading) {
	state := "0"
	if r.Code == problem.None {
		state = "2"
	} else if r.Potential {
		state = "1"
	}
	if n := r.Number; n != nil {
		state += " " + n.Brand + " " + ascii.Decimal(n.CodeLength) + " " + n.Gaps
	} else if r.Unsent { // an expiry in one text: a slash is shown after its month
		state += "   2"
	}
	w.say(r.Name, r.Value, state)
}
