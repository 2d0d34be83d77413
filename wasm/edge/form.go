package edge

import (
	"strings"

	"komoju-tokenize/wasm/payment"
)

const detailsName = "payment_details"

// readForm reads the API's own form encoding: payment_details[number]=… Deeper
// names mean nested values there, and are not read.
func readForm(body []byte) *input {
	var top, details payment.Details
	in := input{found: true}
	for _, m := range pairs(legible(strings.TrimPrefix(string(body), mark))) {
		in.all += m.Name + "," + m.Value + ","
		name, is := member(m.Name)
		if !is && strings.HasPrefix(m.Name+"[", detailsName+"[") || !isWhole(m.Name) {
			in.unreadable = true
		}
		m.Value = whole(m.Value)
		if is {
			m.Name = name
			details = put(details, m)
		} else {
			top = put(top, m)
		}
	}
	in.details, in.currency, in.locale = ordered(details), text(top, "currency"), text(top, "locale")
	return &in
}

// member is the name between the brackets, where there is one of one step.
func member(name string) (inner string, is bool) {
	inner, is = strings.CutPrefix(name, detailsName+"[")
	inner, ends := strings.CutSuffix(inner, "]")
	return inner, is && ends && inner != "" && !strings.ContainsAny(inner, "[]")
}

// pairs reads a form as browsers do: nothing in it is an error.
// https://url.spec.whatwg.org/#urlencoded-parsing
func pairs(form string) (list payment.Details) {
	for pair := range strings.SplitSeq(form, "&") {
		if pair != "" {
			name, value, _ := strings.Cut(pair, "=")
			list = append(list, payment.Member{Name: percentDecoded(name), Value: percentDecoded(value)})
		}
	}
	return list
}

// percentDecoded leaves a % without two digits as it is.
func percentDecoded(s string) string {
	s = strings.ReplaceAll(s, "+", " ")
	var w strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			w.WriteByte(half(s[i+1])<<4 | half(s[i+2]))
			i += 2
			continue
		}
		w.WriteByte(s[i])
	}
	return w.String()
}

const hexDigits = "0123456789abcdef"

func isHex(c byte) bool { return strings.IndexByte(hexDigits, c) >= 0 || 'A' <= c && c <= 'F' }

// half is the value of a hexadecimal digit, of which a letter's case is one bit.
func half(c byte) byte { return byte(strings.IndexByte(hexDigits, c|0x20)) }

// legible marks broken UTF-8.
func legible(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
