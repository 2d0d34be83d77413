package edge

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"komoju-tokenize/wasm/payment"
)

// How ECMAScript has values, and writes them: https://tc39.es/ecma262/

// put adds a member; of two with one name the last counts, at the first's place.
func put(list payment.Details, m payment.Member) payment.Details {
	for i := range list {
		if list[i].Name == m.Name {
			list[i] = m
			return list
		}
	}
	return append(list, m)
}

// ordered puts the names that are array indices first, as OrdinaryOwnPropertyKeys
// does.
func ordered(list payment.Details) payment.Details {
	slices.SortStableFunc(list, func(a, b payment.Member) int { return cmp.Compare(index(a.Name), index(b.Name)) })
	return list
}

// index is the number of a name that is an array index, more than any for others.
func index(name string) uint32 {
	n, err := strconv.ParseUint(name, 10, 32)
	if err != nil || name[0] == '+' || name[0] == '0' && len(name) > 1 {
		return math.MaxUint32
	}
	return uint32(n)
}

// number is a number of JSON as JavaScript carries it. One that is too large for
// it is marked, for the core to refuse; and so is one that has lost digits, where it
// must be exact (beyond Number.MAX_SAFE_INTEGER), as the loader marks it.
func number(digits string, exact bool) payment.Member {
	const safe = 1<<53 - 1
	n, err := strconv.ParseFloat(digits, 64)
	switch size := math.Abs(n); {
	case err != nil:
		return payment.Member{Value: "\uFFFD"}
	case exact && size > safe:
		return payment.Member{Value: "\"\uFFFD\"", Raw: true}
	case n == 0: // -0 too
		return payment.Member{Value: "0", Raw: true}
	case size < 1e-6 || size >= 1e21:
		text := strconv.FormatFloat(n, 'e', -1, 64)
		return payment.Member{Value: strings.Replace(text, "e-0", "e-", 1), Raw: true}
	}
	return payment.Member{Value: strconv.FormatFloat(n, 'f', -1, 64), Raw: true}
}

// written is an object as JSON.stringify writes it.
func written(list payment.Details) string {
	var w strings.Builder
	before := "{"
	for _, m := range list {
		w.WriteString(before + quoted(m.Name) + ":" + literal(m))
		before = ","
	}
	if len(list) == 0 {
		return "{}"
	}
	return w.String() + "}"
}

func literal(m payment.Member) string {
	if m.Raw {
		return m.Value
	}
	return quoted(m.Value)
}

// The controls that have a letter of their own.
const letters, controls = `bfnrt`, "\b\f\n\r\t"

// quoted is a string as JSON.stringify writes it.
func quoted(s string) string {
	var w strings.Builder
	w.WriteByte('"')
	for i := range len(s) {
		c := s[i]
		switch at := strings.IndexByte(controls, c); {
		case at >= 0:
			w.WriteString(`\` + letters[at:at+1])
		case c < ' ':
			w.WriteString(`\u00` + strconv.FormatUint(uint64(c>>4), 16) + strconv.FormatUint(uint64(c&15), 16))
		case c == '"' || c == '\\':
			w.WriteString(`\` + string(c))
		default:
			w.WriteByte(c)
		}
	}
	w.WriteByte('"')
	return w.String()
}

// escaped reads the escape that s begins with. Half a surrogate pair becomes
// U+FFFD.
func escaped(s []byte) (r rune, size int) {
	if i := strings.IndexByte(letters, s[1]); i >= 0 {
		return rune(controls[i]), 2
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
