package tokens

import (
	"komoju-tokenize/wasm/message"
)

// Fault says why there is no token. It never holds a value that was typed in.
type Fault struct {
	Code      string
	Message   string // for the shopper
	Detail    string // the API's own text, for the developer; may be empty
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
	InvalidOptions    = "invalid_options" // a time limit that is none, a signal that is none …
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

// NewFault is the fault of a code, with the shopper's sentence.
func NewFault(code string, l message.Lang) *Fault {
	return &Fault{Code: code, Message: message.Text(code, l)}
}
