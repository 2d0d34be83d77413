package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/japanese"
)

// scheme is what a scheme may have (RFC 3986, section 3.1).
const scheme = ascii.Alphanumeric + "++-."

// isURL asks for scheme://something: apps have schemes of their own.
func isURL(s string) bool {
	n := ascii.Span(s, scheme)
	return n > 0 && ascii.HasPrefix(s[n:], "://") && n+3 < len(s)
}

// canBeURL reports whether something typed behind s makes it an address. A blank at
// its end would then stand inside.
func canBeURL(s string) bool {
	const mark, more = "://", "x"
	s = japanese.Trim(s + more)
	s = s[:len(s)-len(more)]
	n := ascii.Span(s, scheme)
	rest := s[n:]
	return rest == "" || n > 0 && (ascii.HasPrefix(mark, rest) || ascii.HasPrefix(rest, mark)) && ascii.Only(rest, ascii.Visible)
}
