package sandbox

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStateIsBounded(t *testing.T) {
	s, _ := with(Config{Limit: 3})
	var ids []string
	for range 5 {
		ids = append(ids, tokenID(t, s, DefaultPublishableKey, params{"payment_details": konbini}))
	}
	assert.Len(t, s.tokens.tokens, 3)
	wantRefusal(t, payWith(s, ids[1]), 422, "invalid_token", "")
	assert.Equal(t, 200, payWith(s, ids[2]).Code, "the oldest are dropped, not the newest")
	assert.Equal(t, 10_000, New(Config{}).config.Limit)
}

// Whoever dumps the stand-in's memory, or reads an answer or an error, finds
// nothing that could be spent.
func TestNoSecretIsKeptOrAnswered(t *testing.T) {
	s, _ := fixed()
	secrets := map[string]string{
		"number": "5555555555554444", "verification_value": "9876", "prepaid_number": "SeCrEt9876543210",
		"user_no": "secret-user", "user_password": "secret-pass", "culture_id": "secret-id", "culture_password": "secret-pw",
		"happy_money_id": "secret-money", "happy_money_password": "secret-happy",
	}
	var seen strings.Builder
	for _, row := range samples {
		details, kept := params{}, 0
		for name, value := range row.details {
			if secret, ok := secrets[name]; ok {
				value, kept = secret, kept+1
			}
			details[name] = value
		}
		w := tokenize(s, details)
		require.Equal(t, 200, w.Code, w.Body.String())
		seen.WriteString(w.Body.String())
		seen.WriteString(tokenize(s, but(details, params{"email": "not an address"})).Body.String())
	}
	state := fmt.Sprintf("%+v", s)
	require.Contains(t, state, "tail:4444", "the dump reaches into the tokens")
	for _, kept := range s.tokens.tokens {
		seen.WriteString(payWith(s, kept.id).Body.String())
	}
	for name, secret := range secrets {
		assert.NotContains(t, state, secret, name)
		assert.NotContains(t, seen.String(), secret, name)
	}
}

func TestCallsCountsTokenCallsOnly(t *testing.T) {
	s, _ := fixed()
	tokenize(s, card)
	tokenize(s, params{})
	call(s, "OPTIONS", tokensPath, "", "", "")
	payWith(s, "tok_unknown")
	require.NoError(t, s.Fail(Fault{Kind: "empty"}))
	tokenize(s, card)
	assert.Equal(t, 3, s.Calls())
}
