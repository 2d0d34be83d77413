package tokens

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/payment"
)

// Where the API is, version 2025-01-28.
const (
	host = "https://komoju.com"
	path = "/api/v1/tokens"
)

// misconfigured is the code of a mistake in the shop's set-up, "" for none. It
// is found before a byte leaves, a secret key above all. A key stands in a
// header as the user name, which a colon would end.
func (c *Config) misconfigured() string {
	switch {
	case c.Key == "":
		return MissingKey
	case ascii.HasPrefix(c.Key, "sk_"):
		return SecretKey
	case !ascii.HasPrefix(c.Key, "pk_") || !ascii.Only(c.Key, "!9;~"):
		return InvalidKey
	case c.url() == "":
		return InvalidEndpoint
	}
	return ""
}

// loopbacks are hosts where nobody listens in. Only literal addresses and localhost
// are that; any other name could be made to point elsewhere.
const loopbacks = "localhost [::1]\n"

// parts are the bytes of a path (RFC 3986, section 3.3) but @, as a user name could
// pass for a host. A query would be logged, and a fragment is not sent.
const parts = "!!$;==AZ__az~~"

// url completes an endpoint that is a mere origin and keeps one that names a
// path, a shop's own edge service; "" for one that may not be used: browsers read
// an address that is a little wrong as another one (https://url.spec.whatwg.org).
func (c *Config) url() string {
	const secure, open = "https://", "http://"
	s, n := c.Endpoint, len(secure)
	isSecure := ascii.HasPrefix(s, secure)
	if s == "" {
		return host + path
	}
	if !isSecure {
		if n = len(open); !ascii.HasPrefix(s, open) {
			return ""
		}
	}
	authority, rest := ascii.Cut(s[n:], '/')
	name := authority[:hostLength(authority)]
	isLocal := ascii.Row(loopbacks, name) == 0 || isAddress(name) && ascii.HasPrefix(name, "127.")
	switch {
	case !isLocal && !(isSecure && isHost(name)), !isPort(authority[len(name):]), !isPath(rest):
		return ""
	case rest == "":
		return s[:n+len(authority)] + path
	}
	return s
}

// hostLength is where the port of an authority begins, or where it ends.
func hostLength(authority string) int {
	if ascii.HasPrefix(authority, "[::1]") {
		return len("[::1]")
	}
	return ascii.Span(authority, ascii.Alphanumeric+"-.")
}

// isHost takes an IPv4 address, or a name that cannot be read as one: its last label
// begins with a letter.
func isHost(name string) bool {
	last := name
	for last != "" && ascii.Index(last, ".") >= 0 {
		_, last = ascii.Cut(last, '.')
	}
	return isAddress(name) || payment.IsDomain(name) && ascii.In(last[0], "AZaz")
}

// isAddress takes four numbers up to 255, as browsers write an IPv4 address.
func isAddress(name string) bool {
	parts, isDomain := 0, payment.IsDomain(name)
	for ; name != ""; parts++ {
		var part string
		part, name = ascii.Cut(name, '.')
		if n := ascii.Number(part, 255); n < 0 || n > 255 || ascii.Decimal(n) != part {
			return false
		}
	}
	return parts == 4 && isDomain
}

// isPort takes none, or a colon and a number from 1 to 65535, without zeros before it.
func isPort(s string) bool {
	const most = 65535
	if s == "" {
		return true
	}
	n := ascii.Number(s[1:], most)
	return s[0] == ':' && n > 0 && n <= most && s[1] != '0'
}

// isPath refuses what browsers would rewrite: other bytes, and segments of dots, which
// stand for folders, in percent-encoding too. A path that begins like a host is a
// scheme written twice: https://https//komoju.com.
func isPath(s string) bool {
	if !ascii.Only(s, parts) || ascii.HasPrefix(s, "/") || ascii.Index(ascii.Lower(s), "%2e") >= 0 {
		return false
	}
	for s != "" {
		var segment string
		if segment, s = ascii.Cut(s, '/'); segment != "" && ascii.Only(segment, "..") {
			return false
		}
	}
	return true
}
