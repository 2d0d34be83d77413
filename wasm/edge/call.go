package edge

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"time"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/tokens"
)

// call is one request on its way through the service.
type call struct {
	*service
	request  *http.Request
	out      http.ResponseWriter
	id       string // of the request, for logs here and at KOMOJU
	language message.Lang
	since    time.Time
}

// answer is what a call ends in. Nothing is written before it is whole, so that
// a panic can still become a proper answer.
type answer struct {
	status     int
	code       string // of an error; for the log
	body       []byte
	cache      string // Cache-Control; "" is no-store
	retryAfter string
	allow      string // the method, where another was used
	preflight  bool
}

func (s *service) newCall(w http.ResponseWriter, r *http.Request) *call {
	return &call{
		service: s, request: r, out: w, id: requestID(r.Header), since: s.Now(),
		language: message.Language(joined(r.Header, "Accept-Language")),
	}
}

// joined is all of a header, as fetch has it. Cloudflare's values arrive cut at each
// comma, as several, from which Get would take the first.
func joined(h http.Header, name string) string { return strings.Join(h.Values(name), ",") }

// requestID is the caller's own, or Cloudflare's, or a new one. It goes into
// logs, so it must look like an id: letters in it, and nothing but letters,
// digits, dashes and underscores.
func requestID(h http.Header) string {
	for _, name := range []string{"X-Request-Id", "Cf-Ray"} {
		if id := joined(h, name); len(id) <= 64 && isID(id) {
			return id
		}
	}
	return rand.Text()
}

func isID(s string) bool {
	letters := 0
	for _, c := range s {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			letters++
		case '0' <= c && c <= '9', c == '-', c == '_':
		default:
			return false
		}
	}
	return letters > 0
}

// answer passes the request to its route. A panic's text may hold anything, so
// only where it came from is told.
func (c *call) answer() (a *answer) {
	defer func() {
		if reason := recover(); reason != nil {
			c.Log(fmt.Sprintf("edge: panic (%T) at %s, request %s", reason, trace(), c.id))
			a = c.refused(refuse(panicked))
		}
	}()
	switch {
	case c.broken != nil:
		return c.refused(c.broken)
	case c.secret():
		return c.refused(refuse(secretSent))
	}
	return c.route()
}

// trace names the functions that led to a panic, innermost first, without any
// of their arguments.
func trace() string {
	callers := make([]uintptr, 12)
	frames := runtime.CallersFrames(callers[:runtime.Callers(3, callers)])
	var names []string
	for {
		frame, more := frames.Next()
		names = append(names, fmt.Sprintf("%s:%d", frame.Function, frame.Line))
		if !more {
			return strings.Join(names, " < ")
		}
	}
}

func (c *call) refused(r *refusal) *answer {
	a := c.fault(r.fault(c.language), r.HTTP)
	if r.HTTP == http.StatusTooManyRequests {
		a.retryAfter = limitPeriod
	}
	return a
}

// limitPeriod is how many seconds a caller over the limit is asked to stay away:
// longer than the loader waits at a till, so that it does not try again by itself.
const limitPeriod = "60"

func (c *call) fault(f *tokens.Fault, status int) *answer {
	return &answer{status: status, code: f.Code, body: shape(f)}
}

// line is what the log says of a call: nothing that came with it but its id.
func (c *call) line(a *answer) string {
	code := a.code
	if code == "" {
		code = "ok"
	}
	return "edge: " + strconv.Itoa(a.status) + " " + code + " " +
		strconv.FormatInt(c.Now().Sub(c.since).Milliseconds(), 10) + " ms, request " + c.id
}
