package shop

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A shop that runs for months must not fill the memory.
func TestReceiptsAreBounded(t *testing.T) {
	r := receipts{limit: 2}
	first, second, third := r.put(receipt{Order: "1"}), r.put(receipt{Order: "2"}), r.put(receipt{Order: "3"})
	_, ok := r.get(first)
	assert.False(t, ok, "the oldest goes")
	for id, order := range map[string]string{second: "2", third: "3"} {
		kept, ok := r.get(id)
		assert.True(t, ok)
		assert.Equal(t, order, kept.Order)
	}
	_, ok = r.get("")
	assert.False(t, ok)
	assert.Len(t, third, 26, "130 random bits: knowing the id is the only key to a receipt")
}

// Every price must exist in every currency, or an order would be free.
func TestPrices(t *testing.T) {
	for _, currency := range currencies {
		for _, l := range order {
			assert.Positive(t, l.Price(currency).Amount, "%s in %s", l.Name, currency)
		}
	}
	assert.Equal(t, "¥1,234,567", money{1234567, "JPY"}.String())
	assert.Equal(t, "₩480", money{480, "KRW"}.String())
}
