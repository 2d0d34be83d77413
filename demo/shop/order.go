package shop

import (
	"strconv"

	"komoju-tokenize/wasm/payment"
)

// money is a sum in a currency without decimals.
type money struct {
	Amount   int
	Currency string
}

var signs = map[string]string{"JPY": "¥", "KRW": "₩"}

// String writes ¥3,200.
func (m money) String() string {
	digits := strconv.Itoa(m.Amount)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return signs[m.Currency] + digits
}

// home is the currency for all payment types but those with their own.
const home = "JPY"

// currencies the shop has prices in.
var currencies = []string{home, "KRW"}

// line of the order; Name is a key of the page's texts.
type line struct {
	Name     string
	Image    string
	Quantity int
	prices   map[string]int
}

// Price of the line in a currency.
func (l line) Price(currency string) money {
	return money{l.Quantity * l.prices[currency], currency}
}

// order is what is in everybody's basket. It stays on the server: a page that
// could name a price could name its own.
var order = []line{
	{"item_sencha", "sencha", 1, map[string]int{"JPY": 1620, "KRW": 15000}},
	{"item_hojicha", "hojicha", 2, map[string]int{"JPY": 864, "KRW": 8000}},
	{"shipping", "", 1, map[string]int{"JPY": 480, "KRW": 6000}},
}

func total(currency string) money {
	sum := money{Currency: currency}
	for _, l := range order {
		sum.Amount += l.Price(currency).Amount
	}
	return sum
}

// due is what a payment of this type costs: in the type's own currency if it
// has one, since the token is bound to it.
func due(kind string) money {
	if row := payment.TypeOf(kind); row != nil && row.Currency != "" {
		return total(row.Currency)
	}
	return total(home)
}
