package problem

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Pages compare with these names; one line more or less in the text would give
// every later code another's.
func TestNamesStayWithTheirCodes(t *testing.T) {
	for code, name := range map[Code]string{
		None: "", Required: "required", InvalidCharacters: "invalid_characters", TooShort: "too_short",
		TooLong: "too_long", InvalidNumber: "invalid_number", InvalidMonth: "invalid_month", InvalidYear: "invalid_year",
		Expired: "card_expired", InvalidSecurityCode: "invalid_security_code", InvalidEmail: "invalid_email",
		InvalidPhone: "invalid_phone", InvalidKana: "invalid_kana", InvalidStore: "invalid_store", InvalidURL: "invalid_url",
		InvalidDays: "invalid_days", UnexpectedCardNumber: "unexpected_card_number",
		InvalidBirthday: "invalid_birthday", InvalidType: "invalid_payment_type", InvalidCurrency: "invalid_currency",
		InvalidCurrency + 1: "", 255: "",
	} {
		assert.Equal(t, name, code.String())
	}
	assert.Len(t, Codes(), int(InvalidCurrency))
}
