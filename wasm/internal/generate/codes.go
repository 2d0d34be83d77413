package main

import (
	"fmt"
	"slices"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/problem"
	"komoju-tokenize/wasm/tokens"
)

// problemCodes are those of a field.
var problemCodes = func() (names []string) {
	for _, code := range problem.Codes() {
		names = append(names, code.String())
	}
	return names
}()

// callCodes are those of a whole call, found without the API.
var callCodes = []string{
	tokens.InvalidDetails, tokens.UnreadableDetails, tokens.DetailsTooLarge,
	tokens.MissingKey, tokens.SecretKey, tokens.InvalidKey, tokens.InvalidEndpoint, tokens.InvalidOptions,
	tokens.NetworkError, tokens.Timeout, tokens.Aborted, tokens.InvalidAnswer, tokens.ModuleFailed,
}

// apiCodes are KOMOJU's with the HTTP status they come with, as documented; 0
// where they were seen without one on record.
var apiCodes = []struct {
	code   string
	status int
}{
	{"bad_request", 400}, {"unauthorized", 401}, {"request_failed", 402}, {"forbidden", 403},
	{"not_found", 404}, {"conflict", 409},
	{"unprocessable_entity", 422}, {"invalid_payment_type", 422}, {"invalid_token", 422},
	{"invalid_currency", 422}, {"invalid_parameter", 422}, {"missing_parameter", 422}, {"fraudulent", 422},
	{"not_refundable", 422}, {"not_capturable", 422}, {"not_cancellable", 422}, {"not_chargebackable", 422},
	{"too_many_requests", 429}, {"internal_server_error", 500},
	{"bad_gateway", 502}, {"insufficient_funds", 502}, {"used_number", 502}, {"card_declined", 502},
	{"invalid_password", 502}, {"bad_verification_value", 502}, {"exceeds_limit", 502},
	{"card_expired", 502}, {"invalid_number", 502}, {"invalid_account", 502},
	{"restricted_account", 502}, {"invalid_user_key", 502}, {"other_error", 502}, {"other_invalid", 502},
	{"service_unavailable", 503}, {"gateway_timeout", 504},
	{"unsupported_card_brand", 0}, {"locked", 0}, {"payment_type_under_maintenance", 0},
}

func apiCodeNames() (names []string) {
	for _, row := range apiCodes {
		names = append(names, row.code)
	}
	return names
}

// complete fails when a code has no sentence, or a sentence belongs to no code.
func complete() error {
	all := slices.Concat(problemCodes, callCodes, apiCodeNames())
	for _, code := range all {
		if !message.Known(code) {
			return fmt.Errorf("code %s has no text in wasm/message", code)
		}
	}
	for _, code := range message.Codes() {
		if !slices.Contains(all, code) {
			return fmt.Errorf("code %s of wasm/message is in no list of wasm/internal/generate", code)
		}
	}
	return nil
}

// retryable asks the core what it would say of such a failure once it has
// given up asking again by itself.
func retryable(code string, status int) bool {
	answer := tokens.Answer{Attempt: 100, Status: status, Code: code}
	if status == 0 {
		answer.Failure = code
	}
	end := tokens.Read(&answer)
	return end.Fault != nil && end.Fault.Retryable
}
