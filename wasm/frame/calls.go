package frame

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/problem"
	"komoju-tokenize/wasm/tokens"
)

// Tokenize takes configuration and details, and answers url, authorization and
// body; or a fault.
func Tokenize(in []byte) []byte {
	a := arguments(in)
	r, fault := tokens.NewRequest(a.config(), a.details())
	w := newWriter()
	if fault != nil {
		return w.fault(fault)
	}
	w.pair("url", r.URL)
	w.pair("authorization", r.Authorization)
	w.pair("body", r.Body)
	return w.frame()
}

// Answer takes what came, and answers token, a wait in milliseconds, or a fault.
func Answer(in []byte) []byte {
	a := arguments(in)
	o := tokens.Read(&tokens.Answer{
		Attempt: a.number("attempt"), Jitter: a.number("jitter"),
		Language: a.language(), Failure: a.get("failure"),
		Status: a.number("status"), RetryAfter: a.get("retry_after"),
		ID: a.get("body[id]"), Code: a.get("body[error][code]"),
		Message: a.get("body[error][message]"), Param: a.get("body[error][param]"),
		Details: a.details(),
	})
	w := newWriter()
	switch {
	case o.Token:
		w.truth("#token", true)
	case o.Wait > 0:
		w.pair("#wait", ascii.Decimal(o.Wait))
	default:
		return w.fault(o.Fault)
	}
	return w.frame()
}

// Validate takes configuration and details, and answers problems and what is
// known of each field.
func Validate(in []byte) []byte {
	a := arguments(in)
	readings, problems := tokens.Validate(a.config(), a.details())
	w := newWriter()
	w.truth("#valid", len(problems) == 0)
	w.problems(problems)
	for i := range readings {
		w.reading(&readings[i])
	}
	return w.frame()
}

func (a arguments) config() *tokens.Config {
	return &tokens.Config{
		Key:      a.get("publishable_key"),
		Endpoint: a.get("endpoint"),
		Currency: a.get("currency"),
		Now:      int64(a.number("now")) * 60, // minutes: seconds outgrow 32 bits
		Language: a.language(),
	}
}

func (a arguments) language() message.Lang { return message.Language(a.get("locale")) }

// usualMembers is room for the members of any payment type.
const usualMembers = 12

// details are the pairs keyed payment_details[…].
func (a arguments) details() payment.Details {
	const head = "payment_details["
	d := make(payment.Details, 0, usualMembers)
	for len(a) > 0 {
		key, value := a.next(), a.next()
		raw := ascii.HasPrefix(key, "#")
		if raw {
			key = key[1:]
		}
		if ascii.HasPrefix(key, head) && len(key) > len(head) {
			d = append(d, payment.Member{Name: key[len(head) : len(key)-1], Value: value, Raw: raw})
		}
	}
	return d
}

func (w *writer) fault(f *tokens.Fault) []byte {
	w.pair("code", f.Code)
	w.pair("message", f.Message)
	w.pair("detail", f.Detail)
	w.pair("#status", ascii.Decimal(f.Status))
	w.truth("#retryable", f.Retryable)
	w.problems(f.Problems)
	return w.frame()
}

func (w *writer) problems(list []tokens.Problem) {
	w.pair("#problems", "[]")
	for i := range list {
		at := "problems[" + ascii.Decimal(i) + "]["
		w.pair(at+"field]", list[i].Field)
		w.pair(at+"code]", list[i].Code)
		w.pair(at+"message]", list[i].Message)
	}
}

// reading writes what is known of a field; of a member that was passed on as
// JSON nothing is.
func (w *writer) reading(r *payment.Reading) {
	if r.Raw {
		return
	}
	at := "fields[" + r.Name + "]["
	w.pair(at+"value]", r.Value)
	w.truth("#"+at+"valid]", r.Code == problem.None)
	w.truth("#"+at+"potential]", r.Potential)
	n := r.Number
	if n == nil {
		return
	}
	if n.Brand == "" {
		w.pair("#"+at+"brand]", "null")
	} else {
		w.pair(at+"brand]", n.Brand)
	}
	w.pair("#"+at+"gaps]", array(n.Gaps))
	w.pair("#"+at+"codeLength]", ascii.Decimal(n.CodeLength))
}

func array(numbers []int) string {
	s, before := "", "["
	for _, n := range numbers {
		s += before + ascii.Decimal(n)
		before = ","
	}
	return s + "]"
}
