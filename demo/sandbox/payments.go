package sandbox

import (
	"net/http"
	"strconv"
	"time"
)

// createPayment is server to server: it carries no CORS headers, so that a page
// calling it is stopped by its browser.
func (s *Sandbox) createPayment(w http.ResponseWriter, r *http.Request) {
	refused := s.secretCaller(r)
	var raw []byte
	if refused == nil {
		raw, refused = readBody(w, r)
	}
	var made any
	if refused == nil {
		made, refused = s.pay(r.Header.Get("Content-Type"), raw)
	}
	reply(w, made, refused)
}

func (s *Sandbox) pay(contentType string, raw []byte) (any, *refusal) {
	sent, refused := parse(contentType, raw)
	if refused != nil {
		return nil, refused
	}
	due, refused := billOf(sent)
	if refused != nil {
		return nil, refused
	}
	now := s.config.Now()
	used, refused := s.tokens.take(due.token, due.currency, now)
	if refused == nil {
		refused = failure(used.outcome)
	}
	if refused != nil {
		return nil, refused
	}
	return paymentAnswer(used, due, sent, now), nil
}

// bill is what a payment asks for.
type bill struct {
	token, currency string
	amount, tax     int
}

func billOf(sent params) (due bill, refused *refusal) {
	for _, name := range []string{"amount", "currency", "payment_details"} {
		if blank(sent[name]) {
			return due, missingParameter(name)
		}
	}
	var ok bool
	if due.amount, ok = whole(sent["amount"]); !ok || due.amount == 0 {
		return due, refuse("invalid_parameter", "Amount must be greater than 0").at("amount")
	}
	if due.tax, ok = whole(sent["tax"]); !ok && !blank(sent["tax"]) {
		return due, refuse("invalid_parameter", "Tax must be a whole number").at("tax")
	}
	// The API takes an object here too; this one only knows tokens.
	if due.token, ok = sent["payment_details"].(string); !ok {
		return due, refuse("invalid_parameter", "The payment details are not a token.").at("payment_details")
	}
	due.currency, refused = judgeCurrency(sent["currency"])
	return due, refused
}

// whole reads up to 12 digits: enough for any currency, and no sum overflows.
func whole(value any) (int, bool) {
	text, ok := scalar(value)
	if !ok || text == "" || len(text) > 12 || !allOf(text, digits) {
		return 0, false
	}
	number, err := strconv.Atoi(text)
	return number, err == nil
}

// failures are the recorded messages of cards that fail, or our own for those
// never recorded.
var failures = map[string]string{
	"insufficient_funds":     "The card has insufficient funds.",
	"exceeds_limit":          "Exceeds card limit",
	"bad_verification_value": "The security code you have entered is incorrect.",
	"card_expired":           "Your card has expired.",
	"card_declined":          "Your card has been declined.",
	"invalid_number":         "The card number is invalid.",
	"fraudulent":             "The payment could not be completed.",
}

// failure uses the token up all the same (guess).
func failure(outcome string) *refusal {
	if outcome == "" {
		return nil
	}
	return refuse(outcome, failures[outcome])
}

// paymentAnswer has the members of the recorded payments.
func paymentAnswer(used token, due bill, sent params, now time.Time) params {
	id, status, capturedAt := opaque(24), "pending", any(nil)
	if used.captured {
		status, capturedAt = "captured", stamp(now)
	}
	return params{
		"id": id, "resource": "payment", "status": status,
		"amount": due.amount, "tax": due.tax, "total": due.amount + due.tax, "currency": due.currency,
		"payment_method_fee": 0, "amount_refunded": 0,
		"payment_details": paymentDetails(used, id), "payment_deadline": deadline(used.days, now),
		"description": orNull(sent["description"]), "external_order_num": orNull(sent["external_order_num"]),
		"metadata": orEmpty(sent["metadata"]), "customer": nil, "locale": "en",
		"captured_at": capturedAt, "created_at": stamp(now),
		"refunds": []any{}, "refund_requests": []any{},
	}
}

func paymentDetails(used token, id string) params {
	switch used.kind {
	case "credit_card":
		return params{"type": used.kind, "brand": orNull(used.brand), "last_four_digits": used.tail,
			"month": used.month, "year": used.year}
	case "konbini":
		// .invalid never resolves: no page can mistake this for a real slip.
		return params{"type": used.kind, "email": used.email, "store": used.store,
			"confirmation_code": nil, "receipt": "12345",
			"instructions_url": "https://sandbox.invalid/en/instructions/" + id}
	}
	return params{"type": used.kind}
}

// deadline is the end of a day in Japan, as recorded; null where days is 0 and
// nothing can lapse.
func deadline(days int, now time.Time) any {
	if days == 0 {
		return nil
	}
	year, month, day := now.In(japan).Date()
	return stamp(time.Date(year, month, day+days, 23, 59, 59, 0, japan))
}

var japan = time.FixedZone("JST", 9*60*60)

func orNull(value any) any {
	if text, ok := scalar(value); ok && text != "" {
		return text
	}
	return nil
}

func orEmpty(value any) any {
	if members, ok := value.(params); ok {
		return members
	}
	return params{}
}
