package sandbox

import (
	"net/http"
	"time"
)

// life of a token that is not used.
const life = 24 * time.Hour

// tokenAnswer is the answer to POST /api/v1/tokens.
type tokenAnswer struct {
	ID        string            `json:"id"`
	Resource  string            `json:"resource"`
	CreatedAt string            `json:"created_at"`
	Details   map[string]string `json:"payment_details"`
}

// createToken reads the body before anything else, for the sake of delays, but
// refuses a bad key first.
func (s *Sandbox) createToken(w http.ResponseWriter, r *http.Request) {
	s.calls.Add(1)
	allowOrigin(w, r)
	raw, unreadable := readBody(w, r)
	if s.disturb(w, r) {
		return
	}
	who, refused := s.caller(r)
	if refused == nil {
		refused = unreadable
	}
	var made any
	if refused == nil {
		made, refused = s.issue(r.Header.Get("Content-Type"), raw, who)
	}
	reply(w, made, refused)
}

func (s *Sandbox) issue(contentType string, raw []byte, who caller) (any, *refusal) {
	sent, refused := parse(contentType, raw)
	if refused != nil {
		return nil, refused
	}
	details, refused := detailsOf(sent)
	if refused != nil {
		return nil, refused
	}
	now := s.config.Now()
	made, refused := newToken(sent["currency"], details, who, now)
	if refused != nil {
		return nil, refused
	}
	s.tokens.put(made, now)
	return tokenAnswer{made.id, "token", stamp(now), echo(details)}, nil
}

func newToken(pinned any, details params, who caller, now time.Time) (token, *refusal) {
	currency, refused := "", (*refusal)(nil)
	if !blank(pinned) {
		currency, refused = judgeCurrency(pinned)
	}
	if refused != nil {
		return token{}, refused
	}
	kind, refused := judge(details, who, now)
	if refused != nil {
		return token{}, refused
	}
	return remember(kind, details, who, currency, now), nil
}

func detailsOf(sent params) (params, *refusal) {
	value := sent["payment_details"]
	if details, ok := value.(params); ok {
		return details, nil
	}
	if blank(value) {
		return nil, missingParameter("payment_details")
	}
	return nil, refuse("invalid_parameter", "The payment details are not an object.").at("payment_details")
}

// echoed is all of payment_details that an answer may repeat.
var echoed = []string{
	"type", "email", "phone", "given_name", "family_name",
	"given_name_kana", "family_name_kana", "store",
}

func echo(details params) map[string]string {
	kept := map[string]string{}
	for _, name := range echoed {
		if text, ok := scalar(details[name]); ok && !blank(text) {
			kept[name] = text
		}
	}
	return kept
}

// stamp writes a time as the API does: ISO 8601, UTC, whole seconds.
func stamp(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05Z") }
