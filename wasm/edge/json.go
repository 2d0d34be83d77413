package edge

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"komoju-tokenize/wasm/payment"
)

// Only syntax is left to encoding/json: to read into values it brings reflection
// and its writer along, a twelfth of the Worker. What json.Valid has let pass
// needs no more than to be walked over.
//
// Values come out as JSON.stringify(JSON.parse(text)) of ECMAScript gives them: a
// page, the package and the Worker in JavaScript carry details so, and what is
// sent to KOMOJU may not depend on which of them a shop has.

// A reader walks over valid JSON.
type reader struct {
	rest  []byte
	exact bool // a number that JavaScript does not carry exactly is marked
}

// noName stands for a name that holds what text cannot. The byte is in no UTF-8, so
// it stays to be seen in the text around it, unless a later member of one name took
// the place of that.
const noName = "\xFF"

// parse reads JSON, of which a byte order mark is no part (RFC 8259, section 8.1).
func parse(raw []byte) (m payment.Member, ok bool) {
	r := &reader{rest: bytes.TrimPrefix(raw, []byte(mark))}
	if !r.valid() {
		return m, false
	}
	m = r.value()
	return m, !strings.Contains(m.Value, noName)
}

// deepest is how many brackets may stand in each other: a Worker's stack is small.
const deepest = 64

func (r *reader) valid() bool {
	depth, inside := 0, false
	for i := 0; i < len(r.rest); i++ {
		switch c := r.rest[i]; {
		case c == '"':
			inside = !inside
		case inside && c == '\\':
			i++
		case !inside && (c == '{' || c == '['):
			depth++
		case !inside && (c == '}' || c == ']'):
			depth--
		}
		if depth > deepest {
			return false
		}
	}
	return json.Valid(r.rest)
}

const mark = "\uFEFF"

// members lists an object's members in the order in which JavaScript has them; ok
// is false for what is no JSON, or another kind of value.
func members(raw []byte) (list payment.Details, ok bool) {
	return (&reader{rest: bytes.TrimPrefix(raw, []byte(mark))}).members()
}

func (r *reader) members() (list payment.Details, ok bool) {
	if !r.valid() || r.next() != '{' {
		return nil, false
	}
	list = r.object()
	return list, !strings.Contains(written(list), noName)
}

// elements lists those of an array that members have found.
func elements(raw []byte) (list []string) {
	r := &reader{rest: raw}
	r.each(func() { list = append(list, literal(r.value())) })
	return list
}

// next passes over white space, and gives what follows.
func (r *reader) next() byte {
	r.rest = bytes.TrimLeft(r.rest, " \t\r\n")
	return r.rest[0]
}

// value reads one: a string's text, or the JSON text of anything else.
func (r *reader) value() payment.Member {
	switch c := r.next(); {
	case c == '"':
		return payment.Member{Value: whole(r.text())}
	case c == '{':
		return payment.Member{Value: written(r.object()), Raw: true}
	case c == '[':
		return payment.Member{Value: "[" + strings.Join(r.array(), ",") + "]", Raw: true}
	case c == '-' || c <= '9':
		return number(r.take("+-.0123456789Ee"), r.exact)
	}
	return payment.Member{Value: r.take("aeflnrstu"), Raw: true} // true, false, null
}

// each has f read what stands between two brackets, one after the other.
func (r *reader) each(f func()) {
	for r.rest = r.rest[1:]; r.next() != ']' && r.rest[0] != '}'; {
		f()
		if r.next() == ',' {
			r.rest = r.rest[1:]
		}
	}
	r.rest = r.rest[1:]
}

func (r *reader) array() (list []string) {
	r.each(func() { list = append(list, literal(r.value())) })
	return list
}

func (r *reader) object() (list payment.Details) {
	r.each(func() {
		r.next()
		name := r.text()
		if !isWhole(name) {
			name = noName
		}
		r.next()
		r.rest = r.rest[1:] // the colon
		m := r.value()
		m.Name = name
		list = put(list, m)
	})
	return ordered(list)
}

// take takes the bytes off that are in set.
func (r *reader) take(set string) string {
	rest := bytes.TrimLeft(r.rest, set)
	taken := string(r.rest[:len(r.rest)-len(rest)])
	r.rest = rest
	return taken
}

// text takes a string off (RFC 8259, section 7).
func (r *reader) text() string {
	var w strings.Builder
	for r.rest = r.rest[1:]; r.rest[0] != '"'; {
		if n := bytes.IndexAny(r.rest, `\"`); n > 0 {
			w.Write(r.rest[:n])
			r.rest = r.rest[n:]
			continue
		}
		c, size := escaped(r.rest)
		w.WriteRune(c)
		r.rest = r.rest[size:]
	}
	r.rest = r.rest[1:]
	return w.String()
}

// whole gives text as it is, or U+FFFD for what no text can hold: broken UTF-8,
// half a surrogate pair, a zero, which ends a string in the module's frames. The
// core refuses U+FFFD.
func whole(s string) string {
	if isWhole(s) {
		return s
	}
	return "\uFFFD"
}

func isWhole(s string) bool { return !strings.ContainsAny(s, "\x00\uFFFD") && utf8.ValidString(s) }

// text is the string of a name, "" when it is another kind of value, or missing.
func text(list payment.Details, name string) string {
	if m := find(list, name); !m.Raw {
		return m.Value
	}
	return ""
}

// object lists the members of the object of a name, with exact numbers.
func object(list payment.Details, name string) (inner payment.Details, ok bool) {
	m := find(list, name)
	if !m.Raw {
		return nil, false
	}
	return (&reader{rest: []byte(m.Value), exact: true}).members()
}

func find(list payment.Details, name string) payment.Member {
	for _, m := range list {
		if m.Name == name {
			return m
		}
	}
	return payment.Member{}
}
