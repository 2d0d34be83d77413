// Package sandbox stands in for the KOMOJU API in tests and demos: create a
// token, pay with it, and be refused as the documents say. It shares no code
// with the packages under test, so that a mistake there cannot be repeated
// here, and it judges values exactly as they arrive: nothing is folded.
//
// No card number, security code, prepaid number or password is kept, logged or
// answered. All state is in memory and bounded.
package sandbox

import (
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// Keys a Sandbox takes when its Config names none. They open nothing else.
const (
	DefaultPublishableKey = "pk_test_komoju_sandbox"
	DefaultSecretKey      = "sk_test_komoju_sandbox"
)

// Config of a Sandbox. The zero value is ready for use.
type Config struct {
	// PublishableKey creates tokens only. Whether a key is in test mode is
	// read from its start, pk_test_ or sk_test_; any other key is a live one,
	// for which the test cards have no special meaning. Empty means
	// DefaultPublishableKey.
	PublishableKey string
	// SecretKey creates tokens and payments. Empty means DefaultSecretKey.
	SecretKey string
	// Faults opens POST and DELETE /sandbox/faults to callers on loopback.
	Faults bool
	// Now is the clock for expiry dates and the life of tokens; it must be
	// safe for concurrent use. nil means time.Now.
	Now func() time.Time
	// Limit is how many unused tokens are kept; one more drops the oldest.
	// Zero or less means 10,000.
	Limit int
}

// Sandbox is an http.Handler, safe for concurrent use. New makes one.
type Sandbox struct {
	config Config
	calls  atomic.Int64
	tokens store
	faults queue
	closed chan struct{}
	once   sync.Once
}

// New makes a Sandbox without tokens or faults.
func New(config Config) *Sandbox {
	config = config.withDefaults()
	return &Sandbox{config: config, tokens: store{limit: config.Limit}, closed: make(chan struct{})}
}

func (c Config) withDefaults() Config {
	if c.PublishableKey == "" {
		c.PublishableKey = DefaultPublishableKey
	}
	if c.SecretKey == "" {
		c.SecretKey = DefaultSecretKey
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Limit <= 0 {
		c.Limit = 10_000
	}
	return c
}

// Calls tells how many POST /api/v1/tokens have arrived, those answered with a
// fault among them. Preflights do not count.
func (s *Sandbox) Calls() int { return int(s.calls.Load()) }

// Close ends every delay under way by closing its connection, so that a server
// shutting down need not wait for them. It may be called more than once.
func (s *Sandbox) Close() { s.once.Do(func() { close(s.closed) }) }

// ServeHTTP answers one call. A path or method outside the few below is 404
// not_found, also with a valid path and another method (guess: the documents
// name no 405).
func (s *Sandbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	s.route(r.Method+" "+r.URL.Path)(w, r)
}

func (s *Sandbox) route(call string) http.HandlerFunc {
	switch {
	case call == "POST /api/v1/tokens":
		return s.createToken
	case call == "OPTIONS /api/v1/tokens":
		return preflight
	case call == "POST /api/v1/payments":
		return s.createPayment
	case call == "POST /sandbox/faults" && s.config.Faults:
		return onLoopback(s.addFault)
	case call == "DELETE /sandbox/faults" && s.config.Faults:
		return onLoopback(s.clearFaults)
	}
	return func(w http.ResponseWriter, _ *http.Request) {
		refuse("not_found", "The requested resource could not be found.").write(w)
	}
}
