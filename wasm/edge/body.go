package edge

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/tokens"
)

// Bounds in bytes. Japanese text takes three times as much in a form. The details
// travel with a setting in a frame of 4 KB where the package is used: each member
// costs what the frame has beside its name and value, payment_details[], # and two
// zeros.
const (
	bodyLimit    = 16 << 10
	detailsLimit = 3584
	memberCost   = 20
)

// input is what a request asks for.
type input struct {
	details          payment.Details
	found            bool // payment_details was there, and an object
	currency, locale string
	unreadable       bool
	all              string // the text of the body, for a secret key to be looked for
}

// media are the content types that are read, and how.
var media = map[string]func([]byte) *input{
	"application/json":                  readJSON,
	"application/x-www-form-urlencoded": readForm,
}

// mediaOf is the content type without its parameters; "" for a packed body, and for
// two types.
func mediaOf(h http.Header) string {
	media := joined(h, "Content-Type")
	if joined(h, "Content-Encoding") != "" || strings.Contains(media, ",") {
		return ""
	}
	name, _, _ := strings.Cut(media, ";")
	return ascii.Lower(strings.Trim(name, " \t"))
}

// read reads the body, or names the refusal; what was read of a refused one says
// at least in which language.
func (c *call) read(ctx context.Context) (*input, string) {
	raw, name := c.body(ctx)
	if name != "" {
		return nil, name
	}
	in := media[mediaOf(c.request.Header)](raw)
	switch {
	case holdsSecret(in.all):
		return nil, secretSent
	case in.unreadable:
		return nil, tokens.UnreadableDetails
	case !in.found:
		return in, tokens.UnreadableDetails
	case in.size() > detailsLimit:
		return in, tokens.DetailsTooLarge
	}
	return in, ""
}

func (in *input) size() int {
	size := len(in.currency)
	for _, m := range in.details {
		size += len(m.Name) + len(m.Value) + memberCost
	}
	return size
}

// body gives all of the body, if it comes in the time of ctx. A server gives no
// answer while one of its bodies is being read: the reading is ended there, by a
// time in the past. Elsewhere, as in a Worker, it is left behind.
func (c *call) body(ctx context.Context) (raw []byte, name string) {
	type outcome struct {
		raw []byte
		err error
	}
	done := make(chan outcome, 1)
	go func() {
		raw, err := readBody(c.request.Body)
		done <- outcome{raw, err}
	}()
	until, _ := ctx.Deadline()
	late := time.NewTimer(time.Until(until))
	defer late.Stop()
	select {
	case o := <-done:
		return o.raw, bodyFault(o.raw, o.err)
	case <-late.C:
		_ = http.NewResponseController(c.out).SetReadDeadline(time.Unix(1, 0))
		return nil, slowBody
	}
}

// readBody turns a panic of whatever stands before this handler into an error:
// here it would end all of the program.
func readBody(body io.Reader) (raw []byte, err error) {
	defer func() {
		if recover() != nil {
			err = io.ErrUnexpectedEOF
		}
	}()
	return io.ReadAll(io.LimitReader(body, bodyLimit+1))
}

func bodyFault(raw []byte, err error) string {
	var tooLarge *http.MaxBytesError // of a handler before this one
	switch {
	case len(raw) > bodyLimit || errors.As(err, &tooLarge):
		return tokens.DetailsTooLarge
	case errors.Is(err, os.ErrDeadlineExceeded): // the server's own ReadTimeout
		return slowBody
	case err != nil:
		return tokens.UnreadableDetails
	}
	return ""
}

// readJSON reads what the loader sends to KOMOJU, with a locale if given.
func readJSON(body []byte) *input {
	all, ok := parse(body)
	if !ok {
		return &input{unreadable: true, all: legible(string(body))}
	}
	top, _ := members([]byte(literal(all)))
	in := input{currency: text(top, "currency"), locale: text(top, "locale"), all: all.Value}
	in.details, in.found = object(top, detailsName)
	return &in
}
