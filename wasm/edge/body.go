package edge

import (
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/tokens"
)

// Bounds in bytes. The details' is the module's, which takes 4 KB; Japanese text
// takes three times as much in a form.
const (
	bodyLimit    = 16 << 10
	detailsLimit = 4 << 10
)

// input is what a request asks for.
type input struct {
	details          payment.Details
	found            bool // payment_details was there, and an object
	currency, locale string
}

// media are the content types that are read, and how. A reader answers nil for
// what it cannot read.
var media = map[string]func([]byte) *input{
	"application/json":                  readJSON,
	"application/x-www-form-urlencoded": readForm,
}

func mediaOf(h http.Header) string {
	name, _, _ := mime.ParseMediaType(h.Get("Content-Type"))
	return name
}

// read reads the body, or names the refusal; what was read of a refused one says
// at least in which language.
func (c *call) read() (*input, string) {
	raw, err := io.ReadAll(io.LimitReader(c.request.Body, bodyLimit+1))
	if len(raw) > bodyLimit {
		return nil, tokens.DetailsTooLarge
	}
	if err != nil {
		return nil, tokens.UnreadableDetails
	}
	in := media[mediaOf(c.request.Header)](raw)
	switch {
	case in == nil || !in.found:
		return in, tokens.UnreadableDetails
	case sizeOf(in.details) > detailsLimit:
		return in, tokens.DetailsTooLarge
	}
	return in, ""
}

func sizeOf(d payment.Details) (size int) {
	for _, m := range d {
		size += len(m.Name) + len(m.Value)
	}
	return size
}

// readJSON reads what the loader sends to KOMOJU, with a locale if given.
func readJSON(body []byte) *input {
	top, ok := members(body)
	if !ok {
		return nil
	}
	in := input{currency: text(top, "currency"), locale: text(top, "locale")}
	in.details, in.found = object(top, "payment_details")
	return &in
}

// readForm reads the API's own form encoding: payment_details[number]=…
func readForm(body []byte) *input {
	var top, details payment.Details
	for pair := range strings.SplitSeq(string(body), "&") {
		name, value, _ := strings.Cut(pair, "=")
		name, err := url.QueryUnescape(name)
		value, err2 := url.QueryUnescape(value)
		if err != nil || err2 != nil {
			return nil
		}
		m := payment.Member{Name: legible(name), Value: legible(value)}
		if inner, is := strings.CutPrefix(m.Name, "payment_details["); is && strings.HasSuffix(inner, "]") {
			m.Name = strings.TrimSuffix(inner, "]")
			details = put(details, m)
			continue
		}
		top = put(top, m)
	}
	return &input{details, true, text(top, "currency"), text(top, "locale")}
}

// legible marks damaged text as JSON readers do, for the core to refuse.
func legible(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
