package tokens

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
)

// Answer is what came back, as far as it decides anything.
type Answer struct {
	Attempt    int // 1 for the first
	Jitter     int // random, 0 to 999
	Language   message.Lang
	Failure    string // NetworkError, Timeout …; "" when an answer came
	Status     int    // HTTP
	RetryAfter string // header, "" when absent
	ID         string // members of the body, "" when it has no such string:
	Code       string // error[code]
	Message    string // error[message]
	Param      string // error[param]

	// Test says that a test key was used: only then a text of the API is passed on.
	Test bool
	// Details as they were given to NewRequest, so that a text of the API which
	// repeats one of their values is not passed on.
	Details payment.Details
}

// Outcome is one of three: a token, a wait and another attempt, or a fault.
type Outcome struct {
	Token bool
	Wait  int // milliseconds until the next attempt, 0 for none
	Fault *Fault
}

// attempts is how often one call may ask at most. Repeating is harmless: a
// token nobody received expires unused.
const attempts = 3

// Read decides what an answer means.
func Read(a *Answer) Outcome {
	if a.Failure == "" && a.Status/100 == 2 && a.ID != "" {
		return Outcome{Token: true}
	}
	code := a.code()
	repeat := a.repeatable(code)
	if repeat && a.Attempt < attempts {
		if wait := a.wait(); wait > 0 {
			return Outcome{Wait: wait}
		}
	}
	f := NewFault(code, a.Language)
	f.Status = a.Status
	f.Retryable = repeat || code == Timeout || code == InvalidAnswer
	f.Detail = a.detail()
	if field := a.field(code); field != "" {
		f.Problems = []Problem{{field, code, f.Message}}
	}
	return Outcome{Fault: f}
}

// statuses name the answers that carry no code of their own: a proxy's HTML, an
// empty body.
const statuses = `bad_request 400
unauthorized 401
forbidden 403
not_found 404
unprocessable_entity 422
too_many_requests 429
internal_server_error 500
bad_gateway 502
service_unavailable 503
gateway_timeout 504
`

// code is the API's own, where it looks like one: an answer may hold anything.
func (a *Answer) code() string {
	switch {
	case a.Failure != "":
		return a.Failure
	case a.Status/100 == 2:
		return InvalidAnswer
	case isCode(a.Code) && !a.isGiven(a.Code):
		return a.Code
	}
	if code := ascii.Lookup(statuses, ascii.Decimal(a.Status)); code != "" {
		return code
	}
	return InvalidAnswer
}

// words are the API's codes of one word. Any other has two at least.
const words = "unauthorized forbidden conflict fraudulent locked\n"

// isCode reports whether text looks like a code of the API: one that is known, or
// words of small letters with a line between.
func isCode(text string) bool {
	n := ascii.Span(text, "az")
	return ascii.Row(words, text) == 0 ||
		n > 0 && n < len(text) && len(text) <= 64 && text[len(text)-1] != '_' && ascii.Only(text, "__az")
}

// repeatable: card and voucher faults come as 502 too, and asking again would
// not mend those (KOMOJU documents them so). A 502 is worth it only with the
// code bad_gateway or from something that speaks no JSON.
func (a *Answer) repeatable(code string) bool {
	switch a.Status {
	case 429, 500, 503, 504:
		return true
	case 502:
		return code == "bad_gateway"
	}
	return code == NetworkError
}

const (
	firstWait = 250 // milliseconds, once more for each attempt; as much again is jitter
	longest   = 10  // seconds; a server that asks for more is left alone
)

// wait grows and has jitter, so that the shoppers of one outage do not
// come back together; or what the server asked for, 0 when that is too long.
func (a *Answer) wait() int {
	switch seconds := ascii.Number(a.RetryAfter, longest); {
	case seconds > longest:
		return 0
	case seconds > 0:
		return seconds * 1000
	}
	half := firstWait * a.Attempt
	return half + half*a.Jitter/1000
}
