package sandbox

import (
	"slices"
	"strings"
	"time"
)

// judge returns the payment type, or the refusal of these payment details.
func judge(details params, who caller, now time.Time) (paymentType, *refusal) {
	kind, refused := judgeType(details)
	if refused != nil {
		return kind, refused
	}
	name := missing(kind.fields, details)
	if name != "" && kind.or != nil && missing(kind.or, details) == "" {
		kind.fields, name = kind.or, ""
	}
	if name != "" {
		return kind, missingParameter(name)
	}
	if faults := faultsOf(kind, details, who, now); len(faults) > 0 {
		return kind, unprocessable(faults)
	}
	return kind, nil
}

// missing names the first required field that is not given, "" when none is.
func missing(fields []field, details params) string {
	for _, f := range fields {
		if f.required && absent(details[f.name]) {
			return f.name
		}
	}
	return ""
}

func judgeType(details params) (paymentType, *refusal) {
	if blank(details["type"]) {
		return paymentType{}, missingParameter("type")
	}
	name, _ := details["type"].(string)
	kind, ok := findType(name)
	if !ok {
		return kind, refuse("invalid_payment_type", "The payment type is invalid.")
	}
	return kind, nil
}

// unprocessable words its message as recorded; the fields at fault are named
// there and nowhere else, as on the real server.
func unprocessable(faults []string) *refusal {
	opening := []string{"Payment is invalid", "Payment source is invalid"}
	return refuse("unprocessable_entity", "Validation failed: "+strings.Join(append(opening, faults...), ", "))
}

func faultsOf(kind paymentType, details params, who caller, now time.Time) []string {
	var faults []string
	for _, f := range kind.fields {
		if text := f.judge(details[f.name]); text != "" {
			faults = append(faults, sentence(f.name, text))
		}
	}
	if kind.name == "credit_card" {
		faults = append(faults, expiryFaults(details, who, now)...)
	}
	return faults
}

// sentence names the field as Rails would: "Payment source expiry days …".
func sentence(name, text string) string {
	return "Payment source " + strings.ReplaceAll(name, "_", " ") + " " + text
}

func (f field) judge(value any) string {
	if blank(value) && !f.required {
		return ""
	}
	text, ok := scalar(value)
	if !ok {
		return invalid
	}
	return f.rule(text)
}

func expiryFaults(details params, who caller, now time.Time) []string {
	number, _ := scalar(details["number"])
	m, _ := scalar(details["month"])
	y, _ := scalar(details["year"])
	excused := who.test && slices.Contains(evergreen, number)
	if name := pastExpiry(m, y, now); name != "" && !excused && month(m) == "" && year(y) == "" {
		return []string{sentence(name, "has passed")}
	}
	return nil
}

// judgeCurrency takes a documented currency in capitals (small letters: guess).
func judgeCurrency(value any) (string, *refusal) {
	text, _ := value.(string)
	if !slices.Contains(currencies, text) {
		return "", refuse("invalid_currency", "The currency is invalid.")
	}
	return text, nil
}
