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
	if harmless(a.Message, a.Details) {
		f.Detail = a.Message
	}
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
	case a.Code != "" && len(a.Code) <= 64 && ascii.Only(a.Code, "__az"):
		return a.Code
	}
	if code := ascii.Lookup(statuses, ascii.Decimal(a.Status)); code != "" {
		return code
	}
	return InvalidAnswer
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
