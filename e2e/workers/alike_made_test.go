package workers

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// maker makes requests up: all that it chooses follows from its seed.
type maker struct{ *rand.Rand }

func generated(seed uint64, count int) (list []raw) {
	m := maker{rand.New(rand.NewPCG(seed, 16))}
	for range count {
		list = append(list, m.request())
	}
	return list
}

func one[T any](m maker, list []T) T { return list[m.IntN(len(list))] }

// often is true but for one time in n.
func (m maker) often(n int) bool { return m.IntN(n) > 0 }

func (m maker) request() raw {
	r := raw{setup: "shop", method: http.MethodPost, target: "/tokens", chunked: !m.often(6)}
	if !m.often(4) {
		r.setup = "cardless"
	}
	if !m.often(25) {
		r.target, r.method = one(m, targets), one(m, methods)
	}
	media := "application/json"
	if m.often(2) {
		r.body = m.json()
	} else {
		media, r.body = formType, m.form()
	}
	if !m.often(30) {
		media = one(m, medias)
	}
	r.header = [][2]string{{"Content-Type", media}, {"Origin", page}}
	if !m.often(30) {
		r.header[1][1] = one(m, origins)
	}
	if !m.often(6) {
		header := one(m, headers)
		for i := 0; i < len(header); i += 2 {
			r.header = append(r.header, [2]string{header[i], header[i+1]})
		}
	}
	if !m.often(5) {
		r.body = m.damage(r.body)
	}
	return r
}

// good are details that pass.
var good = []map[string]string{
	{"type": "paypay"}, {"type": "toss", "email": "hanako@shop.example"}, {"type": "konbini", "store": "lawson", "email": "hanako@shop.example", "phone": "09012345678"},
	{"type": "credit_card", "number": "4111 1111 1111 1111", "month": "9", "year": "2033", "verification_value": "123"}, {"type": "dospara", "user_no": "12345", "user_password": "hunter2"},
	{"type": "bank_transfer", "email": "hanako@shop.example", "phone": "０９０−１２３４−５６７８", "family_name_kana": "やまだ", "given_name_kana": "ﾀﾛｳ"}, {"type": "zz", "2": "b", "b": "1", "1": "c"},
}

// odd are texts that some reader takes for something else.
var odd = []string{"", " ", "1", "0", "true", "null", "[]", "a][b", "#x", "a&b=c", "100%", "%41", "%2sf", "+", "あ", "é", "😀", "\u007f", "\u2028", "\"", "\\", "\\u0000", "\n", "\t", "__proto__", "4111111111111111", "4111-1111-1111-1111",
	"４１１１ １１１１ １１１１ １１１１", "3530111333300000", "1111111111111111", "sk_test_1", "sk_x", "pk_test_x", "２", "ａ", "\u200e1\u200e", "\u00a0", "\ufeff", "0x10", "1e3", "01", "-1", "4294967295", "toString", "x.y", "x[y", "type", "number", "cvc"}

// details are a good request with something in it changed, most times.
func (m maker) details() (names []string, all map[string]string) {
	all = map[string]string{}
	for name, value := range one(m, good) {
		all[name] = value
		names = append(names, name)
	}
	slices.Sort(names) // a map has no order, and the seed is to decide
	m.Shuffle(len(names), func(i, k int) { names[i], names[k] = names[k], names[i] })
	for m.IntN(2) == 0 {
		name := one(m, append([]string{one(m, odd)}, names...))
		if _, is := all[name]; !is {
			names = append(names, name)
		}
		all[name] = one(m, odd)
	}
	return names, all
}

func (m maker) json() string {
	names, all := m.details()
	var parts []string
	for _, name := range names {
		value := m.quoted(all[name])
		if !m.often(6) {
			value = m.value(3)
		}
		parts = append(parts, m.space()+m.quoted(name)+m.space()+":"+value)
		if !m.often(15) { // once more
			parts = append(parts, m.quoted(name)+":"+m.value(2))
		}
	}
	body := `"payment_details":{` + strings.Join(parts, ",") + "}"
	for _, name := range []string{"currency", "locale", "x"} {
		if !m.often(6) {
			body += "," + m.quoted(name) + ":" + one(m, []string{`"JPY"`, `"ja"`, m.value(2)})
		}
	}
	return one(m, []string{"", "", "", "", "\ufeff"}) + m.space() + "{" + body + "}" + m.space()
}

func (m maker) space() string { return one(m, []string{"", "", "", "", " ", "\t", "\r\n"}) }

// value is any JSON, and now and then what is none.
func (m maker) value(depth int) string {
	switch {
	case !m.often(3):
		return one(m, values)
	case depth == 0 || m.often(3):
		return one(m, []string{m.quoted(one(m, odd)), m.number(), "null", "true"})
	case m.often(2):
		return "[" + m.value(depth-1) + m.space() + "," + m.value(depth-1) + "]"
	}
	return "{" + m.quoted(one(m, odd)) + ":" + m.value(depth-1) + "," + m.space() + m.quoted(one(m, odd)) + ":" + m.value(depth-1) + "}"
}

func (m maker) number() string {
	digits := fmt.Sprint(m.Uint64() >> m.IntN(64))
	return one(m, []string{"", "-"}) + digits + one(m, []string{"", "", ".0", ".50", "." + digits}) + one(m, []string{"", "", "e0", "E+2", "e-9", "e15", "e300"})
}

// quoted is a string of JSON, some of it in escapes.
func (m maker) quoted(s string) string {
	var w strings.Builder
	for _, c := range s {
		switch {
		case c < ' ' || c == '"' || c == '\\' || c < 0x10000 && !m.often(12):
			fmt.Fprintf(&w, one(m, []string{`\u%04x`, `\u%04X`}), c)
		default:
			w.WriteRune(c)
		}
	}
	return `"` + w.String() + `"`
}

func (m maker) form() string {
	names, all := m.details()
	var parts []string
	for _, name := range names {
		parts = append(parts, m.encoded("payment_details["+name+"]")+one(m, []string{"=", "=", "=", "=", "=", "=", ""})+m.encoded(all[name]))
		if !m.often(15) {
			parts = append(parts, one(m, forms), "payment_details["+name+"]="+one(m, odd))
		}
	}
	for _, name := range []string{"currency", "locale", "x"} {
		if !m.often(8) {
			parts = append(parts, name+"="+one(m, []string{"JPY", "ja", m.encoded(one(m, odd))}))
		}
	}
	return strings.Join(parts, one(m, []string{"&", "&", "&", "&&"}))
}

// encoded is a part of a form, most times as it should be.
func (m maker) encoded(s string) string {
	if m.often(3) {
		return url.QueryEscape(s)
	}
	return strings.NewReplacer("%", "%25", "&", "%26").Replace(s)
}

// damage changes some bytes.
func (m maker) damage(s string) string {
	b := []byte(s)
	for range 1 + m.IntN(3) {
		at := m.IntN(len(b) + 1)
		piece := one(m, []string{"", "\x00", "\xff", "\xe3\x81", "%", "%4", "%00", "%ff", "&", "=", "+", "\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ":", "1", "\ufeff", "\ufffd", " ", "\u00a0"})
		b = append(b[:at:at], append([]byte(piece), b[min(len(b), at+m.IntN(2)):]...)...)
	}
	return string(b)
}
