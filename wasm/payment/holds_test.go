package payment_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"komoju-tokenize/wasm/payment"
)

// A service without leave for cards must not pass one on, whatever it is called.
func TestHoldsCard(t *testing.T) {
	for _, value := range []string{"4111111111111111", "4111 1111 1111 1111", "4111-1111.1111/1111", "４１１１　１１１１　１１１１　１１１１", "4111・1111・1111・1111",
		"4111—1111–1111−1111", "card 378282246310005, thanks", "No.4111 1111 1111 1111 12/30", "3530\n1113\n3330\n0000", "4222222222222", "6250941006528599 ",
		`{"a":["4111111111111111"]}`, `[4111111111111111]`, `["4111","1111","1111","1111"]`, `{"a":{"b":{"number":"5555 5555 5555 4444"}}}`, "\u200e4111\u200e1111\u200e1111\u200e1111"} {
		for _, raw := range []bool{false, value[0] == '{' || value[0] == '['} {
			assert.True(t, payment.HoldsCard(payment.Details{{Name: "type", Value: "paypay"}, {Name: "x", Value: value, Raw: raw}}), value)
		}
	}
	for _, name := range []string{"number", "month", "year", "verification_value", "card_number", "cvc", "exp_month", "expiry", "exp_date"} {
		assert.True(t, payment.HoldsCard(payment.Details{{Name: name, Value: "1"}}), name)
	}
}

// What is no card passes: each of these is a sale.
func TestHoldsNoCard(t *testing.T) {
	for _, d := range []payment.Details{
		{{Name: "type", Value: "konbini"}, {Name: "phone", Value: "+81 90-1234-5678"}, {Name: "email", Value: "taro4111@shop.example"}},
		{{Name: "prepaid_number", Value: "1111111111111111"}, {Name: "store", Value: "7-11"}},
		{{Name: "x", Value: "4111111111111112"}}, {{Name: "x", Value: "411111111111"}}, {{Name: "x", Value: "4111a1111b1111c1111"}},
		{{Name: "x", Value: "2026-11-25 10:30:45.123"}}, {{Name: "x", Value: "0000000000000000"}}, {},
		{{Name: "name", Value: "山田 太郎"}, {Name: "given_name", Value: "太郎"}, {Name: "expiry_days", Value: "59"}},
		{{Name: "x", Value: `{"a":1764066645000,"b":[1,2,3]}`, Raw: true}},
	} {
		assert.False(t, payment.HoldsCard(d), d)
	}
}

// Whatever stands around a card's number in a member, it is found.
func FuzzHoldsCard(f *testing.F) {
	f.Add("a", "b", " ")
	f.Add("{\"a\":\"", "\"}", "\",\"")
	f.Fuzz(func(t *testing.T, before, after, between string) {
		for i := range len(between) {
			if c := between[i]; c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= 0x80 {
				return // no separator
			}
		}
		value := before + "x4111" + between + "1111" + between + "1111" + between + "1111x" + after
		assert.True(t, payment.HoldsCard(payment.Details{{Name: "x", Value: value}}), value)
	})
}
