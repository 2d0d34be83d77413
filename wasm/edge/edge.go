// Package edge is a shop's own door to KOMOJU's Tokens API: an http.Handler that
// takes what komojuTokenize takes, judges it by the same core, asks KOMOJU with
// the shop's key, and answers the token or every problem. The page then talks to
// its own origin only, and the key and the guards stand where the traffic arrives.
//
// The package knows no platform: what sends, limits, logs and tells the time is
// given to it. A Go shop mounts it in its own server; wasm/worker runs it on
// Cloudflare.
//
// No value that was typed in reaches an error, a log or a header.
package edge

import (
	"context"
	"log"
	"net/http"
	"reflect"
	"time"

	"komoju-tokenize/wasm/tokens"
)

// Config of a service. Key, Origins and Send are required: without them every
// call is answered 503 with the reason.
type Config struct {
	Key      string   // publishable key, pk_…
	Endpoint string   // an origin or a full address; "" is https://komoju.com
	Origins  []string // whose pages may ask, each exactly as a browser names it: https://shop.example
	// Cards lets card numbers in. The server, and all that sees its traffic, is
	// in PCI scope then; without it credit_card is refused.
	Cards bool
	// Timeout is for all of one call, its body's arrival, the repeat and the pause
	// before it too. It
	// should end before the page's own, 30 seconds. 0 means 20 seconds.
	Timeout time.Duration
	Send    Sender
	// Limit guards against card testing; nil means 10 requests a minute for each
	// address that connects. NoLimits turns it off, which is said in the log.
	Limit Limit
	Now   func() time.Time // nil means time.Now
	Log   func(string)     // nil means log.Println
	// Quiet says nothing at the start, for an instance that is not the first of
	// its service.
	Quiet bool
}

// Sender sends a request once and gives what came. It must return when ctx ends,
// whatever it waits for. id is for the header X-Request-Id. Of its errors only
// that there was one is used: their texts may hold anything.
type Sender func(ctx context.Context, r *tokens.Request, id string) (*Reply, error)

// Reply is an HTTP answer, as far as it decides anything.
type Reply struct {
	Status     int
	RetryAfter string // header, "" when absent
	Body       []byte // may be empty
}

// NoLimit is what the log says at the start when Config.Limit is NoLimits.
const NoLimit = "edge: NO RATE LIMIT is bound: nothing slows card testers down"

const cardsOn = "edge: CARDS is on: this service sees card numbers and is in PCI scope"

const usualTimeout = 20 * time.Second

// service answers the calls of one Config.
type service struct {
	Config
	broken *refusal // why nothing can be served, nil when all is set up
}

// New makes the service's handler, safe for concurrent use. It matches the last
// segment of a path, so it may be mounted under any prefix: POST …/tokens,
// GET …/healthz, GET …/fields, and OPTIONS of each.
func New(c Config) http.Handler {
	if c.Timeout <= 0 {
		c.Timeout = usualTimeout
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Limit == nil {
		c.Limit = PerCaller(usualAttempts, usualPeriod, nil)
	}
	if c.Log == nil {
		c.Log = func(line string) { log.Println(line) }
	}
	s := &service{Config: c, broken: c.broken()}
	if !c.Quiet {
		s.announce()
	}
	return s
}

// announce says at the start what whoever set the service up should know.
func (s *service) announce() {
	if s.broken != nil {
		s.Log("edge: not set up: " + s.broken.Detail)
	}
	if reflect.ValueOf(s.Limit).Pointer() == reflect.ValueOf(NoLimits).Pointer() {
		s.Log(NoLimit)
	}
	if s.Cards {
		s.Log(cardsOn)
	}
}

// ServeHTTP answers one request.
func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := s.newCall(w, r)
	a := c.answer()
	s.Log(c.line(a))
	c.write(w, a)
}
