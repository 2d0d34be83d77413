package edge

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"komoju-tokenize/wasm/payment"
)

// Only syntax is left to encoding/json: to read into values it brings reflection
// and its writer along, a twelfth of the Worker, and it would lose the order of
// members, in which fields of no known rule are sent on. What json.Valid has let
// pass needs no more than to be cut.

// members lists an object's members in their order; ok is false for what is no
// JSON, or another kind of value.
func members(raw []byte) (list payment.Details, ok bool) {
	raw = space(raw)
	if len(raw) == 0 || raw[0] != '{' || !json.Valid(raw) {
		return nil, false
	}
	for rest := space(raw[1:]); rest[0] != '}'; rest = next(rest) {
		var name, value []byte
		name, rest = cut(rest)
		value, rest = cut(space(space(rest)[1:])) // a colon between them
		list = put(list, member(unquote(name), value))
	}
	return list, true
}

// elements lists those of an array that members have found.
func elements(raw []byte) (list [][]byte) {
	for rest := space(raw[1:]); rest[0] != ']'; rest = next(rest) {
		var value []byte
		value, rest = cut(rest)
		list = append(list, value)
	}
	return list
}

func member(name string, value []byte) payment.Member {
	if value[0] == '"' {
		return payment.Member{Name: name, Value: unquote(value)}
	}
	var compact bytes.Buffer
	_ = json.Compact(&compact, value) // it is JSON
	return payment.Member{Name: name, Value: compact.String(), Raw: true}
}

// put adds a member; of two with one name the last counts, as in every browser.
func put(list payment.Details, m payment.Member) payment.Details {
	for i := range list {
		if list[i].Name == m.Name {
			list[i] = m
			return list
		}
	}
	return append(list, m)
}

// text is the string of a name, "" when it is another kind of value, or missing.
func text(list payment.Details, name string) string {
	if m := find(list, name); !m.Raw {
		return m.Value
	}
	return ""
}

// object lists the members of the object of a name.
func object(list payment.Details, name string) (inner payment.Details, ok bool) {
	m := find(list, name)
	if !m.Raw {
		return nil, false
	}
	return members([]byte(m.Value))
}

func find(list payment.Details, name string) payment.Member {
	for _, m := range list {
		if m.Name == name {
			return m
		}
	}
	return payment.Member{}
}

const blank = " \t\r\n"

func space(s []byte) []byte { return bytes.TrimLeft(s, blank) }

// next is where the next value begins, or the closing bracket.
func next(s []byte) []byte {
	if s = space(s); s[0] == ',' {
		s = space(s[1:])
	}
	return s
}

// cut takes the first value off.
func cut(s []byte) (value, rest []byte) {
	end := 0
	switch s[0] {
	case '"':
		end = quoteEnd(s)
	case '{', '[':
		end = bracketEnd(s)
	default:
		end = bytes.IndexAny(s, blank+",]}")
	}
	return s[:end], s[end:]
}

func quoteEnd(s []byte) int {
	for i := 1; ; i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}

func bracketEnd(s []byte) int {
	for i, depth := 0, 0; ; i++ {
		switch s[i] {
		case '"':
			i += quoteEnd(s[i:]) - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
}

// unquote reads a string of JSON (RFC 8259, section 7).
func unquote(s []byte) string {
	var w strings.Builder
	for s = s[1 : len(s)-1]; len(s) > 0; {
		if s[0] != '\\' {
			w.WriteByte(s[0])
			s = s[1:]
			continue
		}
		r, size := escaped(s)
		w.WriteRune(r)
		s = s[size:]
	}
	return legible(w.String())
}

// escaped reads the escape that s begins with. Half a surrogate pair becomes
// U+FFFD, which the core refuses.
func escaped(s []byte) (r rune, size int) {
	const letters, meant = `bfnrt`, "\b\f\n\r\t"
	if i := strings.IndexByte(letters, s[1]); i >= 0 {
		return rune(meant[i]), 2
	}
	if s[1] != 'u' {
		return rune(s[1]), 2
	}
	r = hex(s)
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if pair := utf16.DecodeRune(r, hex(s[6:])); pair != utf8.RuneError {
		return pair, 12
	}
	return utf8.RuneError, 6
}

// hex reads \u and four digits; 0 where there is no such escape.
func hex(s []byte) rune {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0
	}
	n, _ := strconv.ParseUint(string(s[2:6]), 16, 16)
	return rune(n)
}
