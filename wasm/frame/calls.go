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
	w.string(`{"url":`, r.URL)
	w.string(`,"authorization":`, r.Authorization)
	w.string(`,"body":`, r.Body)
	return w.end()
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
		w.truth(`{"token":`, true)
	case o.Wait > 0:
		w.plain(`{"wait":`, ascii.Decimal(o.Wait))
	default:
		return w.fault(o.Fault)
	}
	return w.end()
}

// Validate takes configuration and details, and answers problems and what is
// known of each field.
func Validate(in []byte) []byte {
	a := arguments(in)
	v := tokens.Validate(a.config(), a.details())
	w := newWriter()
	w.truth(`{"valid":`, len(v.Problems) == 0)
	w.problems(v.Problems)
	before := `,"fields":{`
	for i := range v.Readings {
		// Of a member that is passed on as JSON nothing is known.
		if r := &v.Readings[i]; !r.Raw {
			w.string(before, r.Name)
			w.reading(r)
			before = ","
		}
	}
	w.Byte('}')
	return w.end()
}

func (a arguments) config() *tokens.Config {
	return &tokens.Config{
		Key:      a.get("setting[publishableKey]"),
		Endpoint: a.get("setting[endpoint]"),
		Currency: a.get("setting[currency]"),
		Now:      int64(a.number("setting[now]")) * 60, // minutes: seconds outgrow 32 bits
		Language: a.language(),
	}
}

func (a arguments) language() message.Lang { return message.Language(a.get("setting[locale]")) }

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
	w.string(`{"code":`, f.Code)
	w.string(`,"message":`, f.Message)
	w.string(`,"detail":`, f.Detail)
	w.plain(`,"status":`, ascii.Decimal(f.Status))
	w.truth(`,"retryable":`, f.Retryable)
	w.problems(f.Problems)
	return w.end()
}

func (w *writer) problems(list []tokens.Problem) {
	w.Text(`,"problems":[`)
	before := `{"field":`
	for i := range list {
		w.string(before, list[i].Field)
		w.string(`,"code":`, list[i].Code)
		w.string(`,"message":`, list[i].Message)
		w.Byte('}')
		before = `,{"field":`
	}
	w.Byte(']')
}

func (w *writer) reading(r *payment.Reading) {
	w.string(`:{"value":`, r.Value)
	w.truth(`,"valid":`, r.Code == problem.None)
	w.truth(`,"potential":`, r.Potential)
	if n := r.Number; n != nil {
		if n.Brand == "" {
			w.Text(`,"brand":null`)
		} else {
			w.string(`,"brand":`, n.Brand)
		}
		w.plain(`,"gaps":[`, n.Gaps)
		w.plain(`],"codeLength":`, ascii.Decimal(n.CodeLength))
	}
	w.Byte('}')
}
