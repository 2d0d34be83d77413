package payment

import "komoju-tokenize/wasm/ascii"

// Sets of bytes that people put between the digits of a number.
const (
	blank      = "\t\r  "
	separators = blank + "--"
)

// trim drops white space at both ends.
func trim(s string) string {
	s = s[ascii.Span(s, blank):]
	for s != "" && ascii.In(s[len(s)-1], blank) {
		s = s[:len(s)-1]
	}
	return s
}

// without drops every byte of s that is in set.
func without(s, set string) string {
	w := ascii.Writer{Buf: make([]byte, 0, len(s))}
	for i := 0; i < len(s); i++ {
		if !ascii.In(s[i], set) {
			w.Byte(s[i])
		}
	}
	return w.String()
}
