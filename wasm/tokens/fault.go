package tokens

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/message"
)

// Fault says why there is no token. It never holds a value that was typed in.
type Fault struct {
	Code      string
	Message   string // for the shopper
	Detail    string // for the developer, in English; may be empty
	Status    int    // of the API's answer, 0 for none
	Retryable bool   // the same details may succeed later
	Problems  []Problem
}

// Codes of faults that are found before anything is sent. Those of the API
// itself are KOMOJU's own.
const (
	InvalidDetails    = "invalid_details"    // see Problems
	UnreadableDetails = "unreadable_details" // no object, or a getter threw
	DetailsTooLarge   = "details_too_large"
	MissingKey        = "missing_key"
	SecretKey         = "secret_key"
	InvalidKey        = "invalid_key"
	InvalidEndpoint   = "invalid_endpoint"
)

// Failures are what a host reports when there is no answer to read: the codes
// of its faults.
const (
	NetworkError  = "network_error" // no answer at all
	Timeout       = "timeout"
	Aborted       = "aborted"        // by the caller
	ModuleFailed  = "module_failed"  // the module could not run
	InvalidAnswer = "invalid_answer" // an answer that is no token and no error
)

// hinted are the codes of mistakes that only a developer can mend, and hints
// tell how, line by line: the shopper's sentence must not.
const (
	hinted = MissingKey + "\n" + SecretKey + "\n" + InvalidKey + "\n" + InvalidEndpoint + "\n" +
		UnreadableDetails + "\n" + DetailsTooLarge + "\n"
	hints = `publishableKey is not set.
A secret key must not be in a page: replace it.
The key must begin with pk_.
The endpoint must be https, or http on localhost.
The details must be an object.
The details must not be over 4 KB.
`
)

// NewFault is the fault of a code, with the shopper's sentence and the
// developer's hint.
func NewFault(code string, l message.Lang) *Fault {
	return &Fault{Code: code, Message: message.Text(code, l), Detail: ascii.Line(hints, ascii.Row(hinted, code))}
}
