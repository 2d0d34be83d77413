package tokens

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/payment"
)

// body writes the request's JSON: payment_details in the catalogue's order, then
// the currency.
func body(readings []payment.Reading, currency string) string {
	const usual = 1 << 10
	w := &ascii.Writer{Buf: make([]byte, 0, usual)}
	w.Text(`{"payment_details":`)
	separator := byte('{')
	for i := range readings {
		m := &readings[i].Member
		if readings[i].Unsent {
			continue
		}
		w.Byte(separator)
		separator = ','
		w.Quote(m.Name)
		w.Byte(':')
		if m.Raw {
			w.Text(m.Value)
		} else {
			w.Quote(m.Value)
		}
	}
	w.Byte('}')
	if currency != "" {
		w.Text(`,"currency":`)
		w.Quote(currency)
	}
	w.Byte('}')
	return w.String()
}
