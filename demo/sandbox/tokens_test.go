package sandbox

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A documented request that is refused, or whose echo differs from the
// documented one, would fail every test built upon this stand-in.
func TestDocumentedRequests(t *testing.T) {
	require.Len(t, samples, 16)
	for _, row := range samples {
		body := params{"payment_details": row.details}
		if row.currency != "" {
			body["currency"] = row.currency
		}
		want := params{"type": row.details["type"]}
		for _, name := range row.echoed {
			want[name] = row.details[name]
		}
		for contentType, text := range map[string]string{asJSON: jsonOf(body), asForm: formOf(body)} {
			t.Run(row.details["type"].(string)+" "+contentType, func(t *testing.T) {
				s, _ := fixed()
				w := call(s, "POST", tokensPath, DefaultPublishableKey, contentType, text)
				require.Equal(t, 200, w.Code, w.Body.String())
				assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
				assert.Equal(t, "application/json", w.Header().Get("Content-Type"))
				got := decode(t, w)
				assert.ElementsMatch(t, []string{"id", "resource", "created_at", "payment_details"}, keys(got))
				assert.Regexp(t, `\Atok_[a-z0-9]{89}\z`, got["id"])
				assert.Equal(t, "token", got["resource"])
				assert.Equal(t, "2026-03-31T23:30:00Z", got["created_at"])
				assert.Equal(t, want, got["payment_details"])
			})
		}
	}
}

func TestAccepted(t *testing.T) {
	rows := []struct {
		why     string
		details params
	}{
		{"JSON numbers are taken like strings", but(card, params{"number": 4111111111111111, "month": 1, "year": 2030, "verification_value": 123})},
		{"a year of two digits is of this century", but(card, params{"year": "99", "month": "12"})},
		{"good to the end of its month", but(card, params{"month": "03", "year": "26"})},
		{"only three fields of a card are required", params{"type": "credit_card", "number": "378282246310005", "month": "1", "year": "30"}},
		{"a security code may have four digits", but(card, params{"verification_value": "1234"})},
		{"19 digits", but(card, params{"number": "6200000000000000000"})},
		{"unknown fields pass", but(card, params{"installments": params{"count": 3}, "code": true})},
		{"kana fields take any script", but(sampleOf("bank_transfer"), params{"family_name_kana": "Yamada", "given_name_kana": "ﾀﾛｳ"})},
		{"blank optional fields count as not sent", but(konbini, params{"phone": "", "expiry_days": " "})},
		{"a password may be made of spaces", but(sampleOf("dospara"), params{"user_password": "  "})},
		{"apps have schemes of their own", but(sampleOf("zgold"), params{"return_url": "myapp://done"})},
		{"a mark counts with what it marks", but(sampleOf("culture_voucher"), params{"culture_password": strings.Repeat("か\u3099", 12)})},
		{"a mark counts by itself", but(sampleOf("nanaco"), params{"prepaid_number": strings.Repeat("か\u3099", 8)})},
		{"expiry_days 0", but(konbini, params{"expiry_days": 0})},
		{"expiry_days 59", but(sampleOf("bank_transfer"), params{"expiry_days": "59"})},
		{"16 characters are 48 bytes", but(sampleOf("bit_cash"), params{"prepaid_number": "ひらがなでじゅうろくもじのばんご"})},
		{"net_cash may have 20", but(sampleOf("net_cash"), params{"prepaid_number": "abcdeABCDE0123456789"})},
		{"every allowed sign in a phone", but(konbini, params{"phone": "+81 (90)_1111-2222"})},
		{"255 characters of email", but(konbini, params{"email": strings.Repeat("a", 243) + "@example.com"})},
		{"toss by phone and birthday", params{"type": "toss", "phone": "010-1234-5678", "birthday": "000229"}},
		{"zgold needs nothing but its type", params{"type": "zgold"}},
		{"a real type without a table", params{"type": "paypay", "anything": []int{1}}},
	}
	for _, row := range rows {
		s, _ := fixed()
		assert.Equal(t, 200, tokenize(s, row.details).Code, row.why)
	}
}

// Somewhere on earth it is March until noon of 1 April, UTC.
func TestCardLastsToTheEndOfItsMonth(t *testing.T) {
	s, c := fixed()
	march := but(card, params{"month": "03", "year": "2026"})
	c.advance(12*time.Hour + 30*time.Minute - time.Second)
	assert.Equal(t, 200, tokenize(s, march).Code)
	c.advance(time.Second)
	wantRefusal(t, tokenize(s, march), 422, "unprocessable_entity", "")
}

func TestTestCardsMakeTokens(t *testing.T) {
	numbers := []string{"3530111333300000", "378282246310005", "4111111111111111", "5555555555554444", "30569309025904"}
	for tail := range outcomes {
		numbers = append(numbers, "4123111111111"+tail)
	}
	for _, number := range numbers {
		s, _ := fixed()
		assert.Equal(t, 200, tokenize(s, but(card, params{"number": number})).Code, "failing cards fail at payment only: %s", number)
	}
}

func TestPastExpiryOfSecureTestCards(t *testing.T) {
	past := params{"month": "08", "year": "2025"}
	s, _ := with(Config{PublishableKey: "pk_live_sandbox"})
	for _, number := range evergreen {
		details := but(but(card, past), params{"number": number})
		body := params{"payment_details": details}
		assert.Equal(t, 200, post(s, tokensPath, DefaultSecretKey, body).Code, "documented with a past expiry: %s", number)
		wantRefusal(t, post(s, tokensPath, "pk_live_sandbox", body), 422, "unprocessable_entity", "")
	}
	others := post(s, tokensPath, DefaultSecretKey, params{"payment_details": but(card, past)})
	wantRefusal(t, others, 422, "unprocessable_entity", "")
}

func TestBrands(t *testing.T) {
	for number, want := range map[string]string{
		"4111111111111111": "visa", "2221000000000000": "master", "2720999999999999": "master",
		"340000000000000": "american_express", "3528000000000000": "jcb", "3096000000000000": "jcb",
		"3095000000000000": "diners_club", "6445000000000000": "discover", "8100000000000000": "unionpay",
		"2720000": "master", "273000": "", "": "",
	} {
		got, lengths := brandOf(number)
		assert.Equal(t, want, got, number)
		assert.True(t, slices.IsSorted(lengths))
	}
}
