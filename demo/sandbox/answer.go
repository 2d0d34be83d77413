package sandbox

import (
	"encoding/json"
	"net/http"
)

// codes is the table of error codes with their HTTP status. The first row of a
// status is the one a fault of kind "status" answers when given no body.
var codes = []struct {
	code   string
	status int
}{
	{"bad_request", 400},
	{"unauthorized", 401},
	{"request_failed", 402},
	{"forbidden", 403},
	{"not_found", 404},
	{"conflict", 409},
	{"unprocessable_entity", 422},
	{"invalid_payment_type", 422},
	{"invalid_token", 422},
	{"invalid_currency", 422},
	{"invalid_parameter", 422},
	{"missing_parameter", 422},
	{"fraudulent", 422},
	{"too_many_requests", 429},
	{"internal_server_error", 500},
	{"bad_gateway", 502},
	{"insufficient_funds", 502},
	{"card_declined", 502},
	{"bad_verification_value", 502},
	{"exceeds_limit", 502},
	{"card_expired", 502},
	{"invalid_number", 502},
	{"service_unavailable", 503},
	{"gateway_timeout", 504},
}

func statusOf(code string) int {
	for _, row := range codes {
		if row.code == code {
			return row.status
		}
	}
	return http.StatusInternalServerError
}

func codeOf(status int) string {
	for _, row := range codes {
		if row.status == status {
			return row.code
		}
	}
	return "other_error"
}

// refusal is a documented error. Its message never holds a value sent in.
type refusal struct {
	status int
	body   errorBody
}

type errorBody struct {
	Code    string    `json:"code"`
	Message string    `json:"message"`
	Param   *string   `json:"param"`
	Details *struct{} `json:"details"`
}

// refuse makes a refusal. details is an empty object, but null where a card
// company refused: both as recorded.
func refuse(code, message string) *refusal {
	made := &refusal{status: statusOf(code), body: errorBody{Code: code, Message: message}}
	if made.status < http.StatusInternalServerError {
		made.body.Details = &struct{}{}
	}
	return made
}

func (r *refusal) at(param string) *refusal {
	r.body.Param = &param
	return r
}

func (r *refusal) write(w http.ResponseWriter) {
	answer(w, r.status, map[string]errorBody{"error": r.body})
}

func missingParameter(name string) *refusal {
	return refuse("missing_parameter", "A required parameter ("+name+") is missing").at(name)
}

// reply answers 200 with made, unless the call was refused.
func reply(w http.ResponseWriter, made any, refused *refusal) {
	if refused != nil {
		refused.write(w)
		return
	}
	answer(w, http.StatusOK, made)
}

// answer ignores a failed write: the caller has gone, and nobody is left to tell.
func answer(w http.ResponseWriter, status int, body any) {
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
