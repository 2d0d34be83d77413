package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/japanese"
)

const (
	mail    = "!!#'*+-9==??AZ^~" // what may stand before the @ of an address
	host    = ascii.Alphanumeric + "--"
	longest = 63 // characters of a label (RFC 1035, section 2.3.4)
)

// foldEmail drops the dot and the space that phones write behind a whole address
// when the space bar is hit twice.
func foldEmail(s string) string {
	s = japanese.Trim(japanese.Address(s))
	end := len(s)
	for end > 0 && ascii.In(s[end-1], blank+"..") {
		end--
	}
	if isEmail(s[:end]) {
		s = s[:end]
	}
	return s
}

// isEmail follows the HTML standard's "valid e-mail address", which takes the
// old phone carriers' addresses with doubled and trailing dots too.
func isEmail(s string) bool {
	at := ascii.Span(s, mail)
	return at > 0 && at < len(s) && s[at] == '@' && IsDomain(s[at+1:])
}

// IsDomain reports whether s is labels of letters, digits and inner hyphens, 63 at
// most each, with dots between them: a host by the HTML standard.
func IsDomain(s string) bool {
	for {
		n := ascii.Span(s, host)
		if n == 0 || n > longest || s[0] == '-' || s[n-1] == '-' {
			return false
		}
		if n == len(s) {
			return true
		}
		if s[n] != '.' {
			return false
		}
		s = s[n+1:]
	}
}

// canBeEmail says whether something typed behind s makes it an address: a letter
// where a label is missing or ends in a hyphen, before that an @ too.
func canBeEmail(s string, most int) bool {
	s = japanese.Address(s)
	s = s[ascii.Span(s, blank):]
	if ascii.Span(s, mail) == len(s) {
		s += "@"
	}
	return len(s) < most && isEmail(s+"a")
}
