package tokens

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/payment"
)

// body writes the request's JSON (RFC 8259): payment_details in the catalogue's
// order, then the currency.
func body(readings []payment.Reading, currency string) string {
	const usual = 1 << 10
	w := &ascii.Writer{Buf: make([]byte, 0, usual)}
	w.Text(`{"payment_details":`)
	separator := byte('{')
	for i := range readings {
		m := &readings[i].Member
		w.Byte(separator)
		separator = ','
		quote(w, m.Name)
		w.Byte(':')
		if m.Raw {
			w.Text(m.Value)
		} else {
			quote(w, m.Value)
		}
	}
	if currency != "" {
		w.Text(`},"currency":`)
		quote(w, currency)
	} else {
		w.Byte('}')
	}
	w.Byte('}')
	return string(w.Buf)
}

func quote(w *ascii.Writer, s string) {
	w.Byte('"')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' {
			w.Text(`\u00`)
			w.Byte('0' + c>>4)
			c = "0123456789abcdef"[c&15]
		} else if c == '"' || c == '\\' {
			w.Byte('\\')
		}
		w.Byte(c)
	}
	w.Byte('"')
}
