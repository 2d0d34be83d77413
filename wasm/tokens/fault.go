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

// hints tell a developer, by code, what the shopper's sentence must not.
const hints = MissingKey + " publishableKey is not set.\n" +
	SecretKey + " A secret key must never reach a page: replace it.\n" +
	InvalidKey + " A publishable key begins with pk_.\n" +
	InvalidEndpoint + " The endpoint must be https, or http on localhost.\n" +
	UnreadableDetails + " The details must be an object.\n" +
	DetailsTooLarge + " The details are over 4 KB.\n"

// NewFault is the fault of a code, with the shopper's sentence and the
// developer's hint.
func NewFault(code string, l message.Lang) *Fault {
	return &Fault{Code: code, Message: message.Text(code, l), Detail: ascii.Lookup(hints, code)}
}
