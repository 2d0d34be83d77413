package edge

import (
	"hash/maphash"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"time"
)

// Limit says whether a request may pass, before its body is read. An error lets it
// pass: a broken counter must not stop a shop's sales.
type Limit func(*http.Request) (bool, error)

// The limit of a Config without one, as wrangler.jsonc has it.
const (
	usualAttempts = 10
	usualPeriod   = time.Minute
)

// NoLimits lets everything pass: for a service with a limit before it.
func NoLimits(*http.Request) (bool, error) { return true, nil }

// PerCaller lets so many requests of one caller pass in a period. address gives a
// caller's address, nil means that of the connection: behind a proxy all have the
// proxy's, and the header has to be named in which it tells the caller's.
//
// The memory is bounded: callers are counted in slots by a secret hash of their
// address. Two that meet in one of the 16,384 share a count.
func PerCaller(most int, period time.Duration, address func(*http.Request) string) Limit {
	if address == nil {
		address = func(r *http.Request) string { return r.RemoteAddr }
	}
	c := newCounter(most, period)
	return func(r *http.Request) (bool, error) { return c.pass(Caller(address(r))), nil }
}

const slots = 1 << 14

// A counter counts in windows of one period: cheap, and at worst twice as much
// passes around the border of two.
type counter struct {
	most   int
	period time.Duration
	now    func() time.Time
	seed   maphash.Seed
	mu     sync.Mutex
	slots  []slot
}

func newCounter(most int, period time.Duration) *counter {
	return &counter{most: most, period: period, now: time.Now, seed: maphash.MakeSeed(), slots: make([]slot, slots)}
}

type slot struct {
	window int64
	count  int
}

func (c *counter) pass(caller string) bool {
	window := c.now().UnixNano() / int64(c.period)
	c.mu.Lock()
	defer c.mu.Unlock()
	s := &c.slots[maphash.String(c.seed, caller)%slots]
	if s.window != window {
		*s = slot{window: window}
	}
	if s.count >= c.most {
		return false
	}
	s.count++
	return true
}

// Caller is who is counted as one: an IPv4 address, or the /64 of an IPv6 address,
// which one connection has all of (RFC 6177). address may have a port.
func Caller(address string) string {
	if host, _, err := net.SplitHostPort(address); err == nil {
		address = host
	}
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	ip = ip.Unmap().WithZone("")
	if ip.Is4() {
		return ip.String()
	}
	prefix, _ := ip.Prefix(64) // it has 128 bits
	return prefix.Addr().String()
}
