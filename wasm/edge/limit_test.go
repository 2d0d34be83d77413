package edge

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// One connection has a whole /64: a tester with an address for each try would never
// be slowed down.
func TestCaller(t *testing.T) {
	for address, want := range map[string]string{
		"192.0.2.1:1234": "192.0.2.1", "192.0.2.1": "192.0.2.1", "[2001:db8:1:2:3:4:5:6]:80": "2001:db8:1:2::", "2001:db8:1:2::9": "2001:db8:1:2::", "2001:DB8:1:2:ffff::": "2001:db8:1:2::",
		"2001:db8:1:3::9": "2001:db8:1:3::", "::ffff:192.0.2.1": "192.0.2.1", "[::ffff:192.0.2.1]:9": "192.0.2.1", "fe80::1%eth0": "fe80::", "::1": "::", "": "", "@": "@",
	} {
		assert.Equal(t, want, Caller(address), address)
	}
}

func TestLimitCountsCallers(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	c := newCounter(2, time.Minute)
	c.now = func() time.Time { return now }
	for i, want := range []bool{true, true, false, false} {
		assert.Equal(t, want, c.pass("a"), i)
	}
	assert.True(t, c.pass("b"), "another's tries are not his")
	now = now.Add(time.Minute)
	assert.True(t, c.pass("a"), "a minute later")
}

// Testers have addresses without end; a server's memory has one.
func TestLimitIsBounded(t *testing.T) {
	c := newCounter(1, time.Minute)
	for i := range 10 * slots {
		c.pass(fmt.Sprint(i))
	}
	assert.Len(t, c.slots, slots)
}

// A handler that nobody gave a limit has one, and does not believe a header.
func TestLimitIsOnByDefault(t *testing.T) {
	var h http.Handler = New(Config{Key: "pk_test_key", Origins: []string{"https://shop.example"}, Send: Over(http.DefaultClient), Log: func(string) {}})
	ask := func(address string, i int) int {
		r := httptest.NewRequest(http.MethodPost, "/tokens", nil)
		r.Header.Set("Origin", "https://shop.example")
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("X-Forwarded-For", fmt.Sprintf("192.0.2.%d", i))
		r.RemoteAddr = fmt.Sprintf(address, i)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Code
	}
	for _, address := range []string{"203.0.113.9:%d", "[2001:db8::%x]:80"} {
		refused := 0
		for i := range 40 {
			if ask(address, i+1) == http.StatusTooManyRequests {
				refused++
			}
		}
		assert.GreaterOrEqual(t, refused, 20, "a window's end may lie between: ten pass in each")
	}
}
