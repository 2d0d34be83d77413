package tokens

import "komoju-tokenize/wasm/ascii"

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

// origins are the endpoints that may be trusted with what a shopper typed: https,
// and http where nobody listens in. Only literal addresses and localhost are
// that; any other name could be made to point elsewhere. A line is how the
// endpoint begins, a space, and the set of what else its host may have.
const origins = "https:// " + ascii.Alphanumeric + "-.\n" +
	"http://localhost \n" +
	"http://127. 09..\n" +
	"http://[::1] \n"

// parts may follow a host: no query, fragment or backslash, and no @, as a user
// name could pass for a host.
const parts = "!!$;==A[]~"

// url completes an endpoint that is a mere origin and keeps one that names a
// path, a shop's own edge service; "" for one that may not be used.
func (c *Config) url() string {
	s := c.Endpoint
	if s == "" {
		return host + path
	}
	n := origin(s)
	port, rest := ascii.Cut(s[n:], '/')
	switch {
	case n <= len("https://") || port != "" && port[0] != ':' || !ascii.Only(s[n:], parts):
		return ""
	case rest == "":
		return s[:n+len(port)] + path
	}
	return s
}

// origin is how long scheme and host of an endpoint are; 0 when none of origins
// fits.
func origin(s string) int {
	for rows := origins; rows != ""; {
		var row string
		row, rows = ascii.Cut(rows, '\n')
		prefix, set := ascii.Cut(row, ' ')
		if ascii.HasPrefix(s, prefix) {
			return len(prefix) + ascii.Span(s[len(prefix):], set)
		}
	}
	return 0
}
