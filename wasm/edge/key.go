package edge

import (
	"encoding/base64"
	"net/http"
	"strings"

	"komoju-tokenize/wasm/ascii"
)

// credentials are what the request's Authorization has behind the scheme, those of
// Basic decoded; "" where there are none. What cannot be decoded stays as it is.
func credentials(h http.Header) (scheme, rest string) {
	value := strings.ReplaceAll(joined(h, "Authorization"), "\t", " ")
	scheme, rest, _ = strings.Cut(value, " ")
	scheme, rest = ascii.Lower(scheme), strings.Trim(rest, " ")
	if decoded, err := decode(rest); scheme == "basic" && err == nil {
		rest = decoded
	}
	return scheme, rest
}

// decode takes what browsers' atob takes: https://infra.spec.whatwg.org/#forgiving-base64-decode
func decode(s string) (string, error) {
	s = strings.ReplaceAll(s, " ", "")
	if len(s)%4 == 0 {
		s = strings.TrimSuffix(strings.TrimSuffix(s, "="), "=")
	}
	b, err := base64.RawStdEncoding.DecodeString(s)
	return string(b), err
}

// keyOf is the key that a page's loader was set up with and sends along; none is
// needed. One of another shop or mode is a mistake that is better found here.
func keyOf(h http.Header) string {
	scheme, rest := credentials(h)
	if scheme != "basic" {
		return ""
	}
	key, _, _ := strings.Cut(rest, ":")
	return key
}

// secret reports whether a secret key stands in the address or a header. It must
// be replaced, so it is named before anything else is said of the request.
func (c *call) secret() bool {
	_, rest := credentials(c.request.Header)
	if strings.HasPrefix(rest, "sk_") || holdsSecret(rest) || holdsSecret(c.path()) {
		return true
	}
	for _, m := range pairs(c.request.URL.RawQuery) {
		if holdsSecret(m.Name + "," + m.Value) {
			return true
		}
	}
	for _, values := range c.request.Header {
		if holdsSecret(strings.Join(values, ",")) {
			return true
		}
	}
	return false
}

// Sets of bytes.
const (
	word    = "09AZ__az"
	address = word + "++--.." // what may stand before the @ of an email address
)

// holdsSecret looks for a secret key: sk_test_…, sk_live_…, or an old one of 40
// digits. An email address may begin like one, and is none.
func holdsSecret(s string) bool {
	for at := strings.Index(s, "sk_"); at >= 0; {
		tail := s[at+3:]
		begins := at == 0 || !ascii.In(s[at-1], address+"@@")
		address := strings.HasPrefix(tail[ascii.Span(tail, address):], "@")
		if begins && !address && isSecret(tail) {
			return true
		}
		next := strings.Index(tail, "sk_")
		if next < 0 {
			break
		}
		at += 3 + next
	}
	return false
}

// isSecret judges what follows sk_.
func isSecret(tail string) bool {
	const old = 40
	for _, mode := range []string{"test_", "live_"} {
		if key, is := strings.CutPrefix(tail, mode); is && ascii.Span(key, ascii.Alphanumeric) > 0 {
			return true
		}
	}
	return ascii.Span(tail, ascii.Digits+"af") >= old
}
