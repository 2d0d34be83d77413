package edge

import (
	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/tokens"
)

// refusal is an answer that KOMOJU has no part in.
type refusal struct {
	HTTP   int    `json:"http"`
	Code   string `json:"code"`
	Detail string `json:"detail,omitempty"` // for the developer
}

// Names of refusals that are no codes of the core.
const (
	noRoute        = "route"
	wrongMethod    = "method"
	foreignOrigin  = "origin"
	wrongMedia     = "media"
	otherKey       = "key"
	secretSent     = "secret_sent"
	tooMany        = "rate"
	noCards        = "cards"
	slowBody       = "slow_body"
	panicked       = "panic"
	missingOrigins = "missing_origins"
	invalidOrigins = "invalid_origins"
	missingSender  = "missing_sender"
)

// refusals hold what is refused before KOMOJU is asked, and the status of each
// fault of the core that is no answer of KOMOJU's. A page's loader reads these as
// it reads KOMOJU's own, which sets some statuses: it repeats a 503 and a 504,
// and takes a 502 with a code for the card's fault.
var refusals = map[string]refusal{
	noRoute:       {404, "not_found", "Nothing is at this path."},
	wrongMethod:   {405, "bad_request", "This path takes another method."},
	foreignOrigin: {403, "forbidden", "The Origin is none of ALLOWED_ORIGINS."},
	wrongMedia:    {415, "bad_request", "The body is neither JSON nor a form."},
	otherKey:      {401, "unauthorized", "The request carries another key."},
	secretSent:    {401, tokens.SecretKey, "The request carries a secret key: replace it."},
	tooMany:       {429, "too_many_requests", "Too many requests from one address."},
	noCards:       {422, "invalid_payment_type", "Cards are not taken here: CARDS is off."},
	slowBody:      {408, tokens.Timeout, "The body did not arrive in time."},
	panicked:      {500, "internal_server_error", "The service failed: see its log."},

	missingOrigins: {503, "service_unavailable", "No origin is allowed yet (ALLOWED_ORIGINS)."},
	invalidOrigins: {503, "service_unavailable", "An origin is not like https://shop.example (ALLOWED_ORIGINS)."},
	missingSender:  {503, "service_unavailable", "The service has nothing to send with (Config.Send)."},

	tokens.MissingKey:      {503, tokens.MissingKey, "There is no key yet (KOMOJU_PUBLISHABLE_KEY)."},
	tokens.SecretKey:       {503, tokens.SecretKey, "The key is a secret one (KOMOJU_PUBLISHABLE_KEY)."},
	tokens.InvalidKey:      {503, tokens.InvalidKey, "The key does not begin with pk_ (KOMOJU_PUBLISHABLE_KEY)."},
	tokens.InvalidEndpoint: {503, tokens.InvalidEndpoint, "The endpoint is not https (KOMOJU_ENDPOINT)."},

	tokens.InvalidDetails:    {422, tokens.InvalidDetails, ""},
	tokens.UnreadableDetails: {400, tokens.UnreadableDetails, "The body holds no object payment_details."},
	tokens.DetailsTooLarge:   {413, tokens.DetailsTooLarge, "The body may have 16 KB, the details 3.5 KB."},
	tokens.NetworkError:      {503, tokens.NetworkError, ""},
	tokens.Timeout:           {504, tokens.Timeout, ""},
	tokens.Aborted:           {503, tokens.Aborted, ""},
	tokens.InvalidAnswer:     {502, tokens.InvalidAnswer, ""},
}

func refuse(name string) *refusal {
	row := refusals[name]
	return &row
}

// fault is the refusal in the words of the core, in the caller's language.
func (r *refusal) fault(l message.Lang) *tokens.Fault {
	f := tokens.NewFault(r.Code, l)
	f.Detail = r.Detail
	f.Retryable = r.Code == "too_many_requests" || r.Code == tokens.Timeout
	if r.Code == "invalid_payment_type" {
		f.Problems = []tokens.Problem{{Field: "type", Code: f.Code, Message: f.Message}}
	}
	return f
}

// statusOf is the HTTP status of a fault: KOMOJU's own, unless its answer was
// none or none that a caller could use.
func statusOf(f *tokens.Fault) int {
	row, ours := refusals[f.Code]
	switch {
	case ours:
		return row.HTTP
	case f.Status >= 400:
		return f.Status
	}
	return 502
}
