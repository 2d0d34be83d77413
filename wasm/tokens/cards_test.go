package tokens_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/tokens"
)

// A server that takes no cards must not learn one, and says nothing else of it.
func TestNoCards(t *testing.T) {
	c := config
	c.NoCards = true
	for _, d := range []payment.Details{
		{{Name: "type", Value: "credit_card"}},
		{{Name: "type", Value: "paypay"}, {Name: "number", Value: "x"}},
		{{Name: "type", Value: "konbini"}, {Name: "phone", Value: "4111 1111 1111 1111"}},
	} {
		r, fault := tokens.NewRequest(&c, d)
		require.Nil(t, r)
		assert.Equal(t, "invalid_payment_type", fault.Code)
		assert.Empty(t, fault.Problems)
	}
	_, fault := tokens.NewRequest(&c, payment.Details{{Name: "type", Value: "toss"}, {Name: "email", Value: "taro@shop.example"}})
	assert.Nil(t, fault)
}
