package shop

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
)

// till pays at the API, as only the holder of the secret key can.
type till struct {
	client *http.Client
	url    string
	key    string
}

// bill is a payment to make.
type bill struct {
	Amount   int    `json:"amount"`
	Currency string `json:"currency"`
	Token    string `json:"payment_details"`
	Order    string `json:"external_order_num"`
}

// paid is what the shop keeps of the API's payment.
type paid struct {
	ID       string `json:"id"`
	Status   string `json:"status"` // captured; pending until the shopper has paid
	Total    int    `json:"total"`
	Currency string `json:"currency"`
	Deadline string `json:"payment_deadline"` // ISO 8601, "" for none
	Details  struct {
		Type         string `json:"type"`
		Store        string `json:"store"`
		Receipt      string `json:"receipt"`
		Confirmation string `json:"confirmation_code"`
		Instructions string `json:"instructions_url"`
		Brand        string `json:"brand"`
		LastFour     string `json:"last_four_digits"`
	} `json:"payment_details"`
}

// unconfirmed is the code when nobody knows whether the payment was made. To
// try again by itself might charge twice.
const unconfirmed = "unconfirmed"

// unsure are codes of an API that broke down on the way.
var unsure = map[string]bool{
	"": true, "internal_server_error": true, "bad_gateway": true, "service_unavailable": true, "gateway_timeout": true,
}

// pay makes the payment, or answers the API's code. The API's own words stay
// here: they are for developers and in English.
func (t till) pay(ctx context.Context, b bill) (made paid, code string) {
	answer, err := t.post(ctx, b)
	if err != nil {
		return paid{}, unconfirmed
	}
	defer answer.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(answer.Body, 1<<20))
	if err != nil {
		return paid{}, unconfirmed
	}
	if answer.StatusCode == http.StatusOK && json.Unmarshal(raw, &made) == nil {
		return made.judged()
	}
	return paid{}, refusal(raw)
}

// states in which the API answers a payment, and the code that the shopper's
// sentence follows from; "" for those that deserve a receipt.
var states = map[string]string{
	"captured": "", "authorized": "", "pending": "", "failed": "card_declined", "cancelled": "card_declined", "expired": "card_declined",
}

// judged is the payment if it is one. Any other answer of 200 (a proxy's {}, a
// state nobody knows) leaves open whether money moved, and a receipt would lie.
func (p paid) judged() (paid, string) {
	code, known := states[p.Status]
	if !known || p.ID == "" || p.Total <= 0 || p.Currency == "" {
		code = unconfirmed
	}
	if code != "" {
		return paid{}, code
	}
	return p, ""
}

func (t till) post(ctx context.Context, b bill) (*http.Response, error) {
	body, err := json.Marshal(b)
	if err != nil {
		return nil, err
	}
	call, err := http.NewRequestWithContext(ctx, http.MethodPost, t.url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	call.SetBasicAuth(t.key, "")
	call.Header.Set("Content-Type", "application/json")
	return t.client.Do(call)
}

func refusal(raw []byte) string {
	var refused struct {
		Error struct {
			Code string `json:"code"`
		} `json:"error"`
	}
	if json.Unmarshal(raw, &refused) != nil || unsure[refused.Error.Code] {
		return unconfirmed
	}
	return refused.Error.Code
}
