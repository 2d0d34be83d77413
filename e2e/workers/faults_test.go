package workers

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/edge"
	"komoju-tokenize/wasm/message"
)

// trouble is a way for KOMOJU to fail, and what the caller must get.
type trouble struct {
	why        string
	meet       http.HandlerFunc
	status     int
	code       string
	calls      int // of the Go service; the light one repeats as pages do
	lightCalls int
	retryable  bool
	retryAfter string // what the Go services pass on
}

func answering(status int, media, body string, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", media)
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

func cut(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// half of an answer comes, and then nothing.
func half(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "100")
	_, _ = w.Write([]byte(`{"id":"tok_`))
	panic(http.ErrAbortHandler)
}

const html, jsonType = "text/html", "application/json"

// noon has a comma, at which the library would cut it.
const noon = "Wed, 21 Oct 2026 12:00:00 GMT"

var troubles = []trouble{
	{"a cut connection", cut, 503, "network_error", 2, 3, true, ""},
	{"an answer cut in two", half, 503, "network_error", 2, 3, true, ""},
	{"a proxy's 502", answering(502, html, "<h1>Bad gateway</h1>"), 502, "bad_gateway", 2, 3, true, ""},
	{"a card's 502", answering(502, jsonType, `{"error":{"code":"card_declined","message":"Declined.","param":null}}`), 502, "card_declined", 1, 1, false, ""},
	{"too busy for long", answering(429, jsonType, `{"error":{"code":"too_many_requests"}}`, "Retry-After", "60"), 429, "too_many_requests", 1, 1, true, "60"},
	{"an outage", answering(503, html, "down"), 503, "service_unavailable", 2, 3, true, ""},
	{"an outage until noon", answering(503, html, "down", "Retry-After", noon), 503, "service_unavailable", 2, 3, true, noon},
	{"a refused key", answering(401, jsonType, `{"error":{"code":"unauthorized","message":"Check the key."}}`), 401, "unauthorized", 1, 1, false, ""},
	{"nothing at all", answering(200, jsonType, ""), 502, "invalid_answer", 1, 1, true, ""},
	{"no content", answering(204, "", ""), 502, "invalid_answer", 1, 1, true, ""},
	{"no token in it", answering(200, jsonType, `{"resource":"token"}`), 502, "invalid_answer", 1, 1, true, ""},
	{"JSON that is no object", answering(200, jsonType, `[1,"2"]`), 502, "invalid_answer", 1, 1, true, ""},
	{"a redirect", answering(302, html, "", "Location", "https://evil.example/"), 502, "invalid_answer", 1, 1, true, ""},
	{"an error told twice", answering(422, jsonType, `{"error":{"code":"used_number"},"error":{"code":"locked","message":"x"}}`), 422, "locked", 1, 1, false, ""},
}

func TestTroubles(t *testing.T) {
	for _, row := range troubles {
		for name, urls := range all {
			t.Run(row.why+" "+name, func(t *testing.T) {
				t.Parallel()
				id := newID()
				komoju.meet(id, row.meet)
				g := ask{body: voucher, header: map[string]string{"Accept-Language": "ja"}}.of(t, urls["shop"], id)
				row.judge(t, g)
				calls := row.calls
				if name == "light" {
					calls = row.lightCalls
				}
				assert.Len(t, komoju.arrived(id), calls)
				if name != "light" {
					assert.Equal(t, row.retryAfter, g.header.Get("Retry-After"))
				}
			})
		}
	}
}

func (row trouble) judge(t *testing.T, g got) {
	assert.Equal(t, row.status, g.status)
	assert.Equal(t, row.code, g.code())
	assert.Equal(t, row.retryable, g.fault()["retryable"])
	assert.Regexp(t, `[ぁ-ん]`, g.fault()["message"])
	assert.Equal(t, "no-store", g.header.Get("Cache-Control"))
}

// A short outage is over with the repeat.
func TestRepeat(t *testing.T) {
	everywhere(t, "shop", func(t *testing.T, url string) {
		id := newID()
		komoju.meet(id, func(w http.ResponseWriter, r *http.Request) {
			if len(komoju.arrived(id)) == 1 {
				w.WriteHeader(503)
				return
			}
			answering(200, jsonType, `{"id":"tok_second"}`)(w, r)
		})
		g := ask{body: voucher}.of(t, url, id)
		assert.Equal(t, 200, g.status)
		assert.Equal(t, "tok_second", g.json["id"])
		assert.Len(t, komoju.arrived(id), 2)
	})
}

// KOMOJU never answers: the wait must end by the service's own clock, whatever
// the platform's fetch would do, and with it the request to KOMOJU.
func TestSlowUpstream(t *testing.T) {
	everywhere(t, "hurried", func(t *testing.T, url string) {
		id, left := newID(), make(chan struct{})
		komoju.meet(id, func(_ http.ResponseWriter, r *http.Request) {
			<-r.Context().Done()
			close(left)
		})
		g := ask{body: voucher}.of(t, url, id)
		assert.Equal(t, 504, g.status)
		assert.Equal(t, "timeout", g.code())
		assert.Equal(t, true, g.fault()["retryable"])
		select {
		case <-left:
		case <-time.After(20 * time.Second):
			assert.Fail(t, "the request to KOMOJU goes on")
		}
		assert.Len(t, komoju.arrived(id), 1)
	})
}

// The headers of an answer come in time, and its body never ends.
func TestSlowBody(t *testing.T) {
	everywhere(t, "hurried", func(t *testing.T, url string) {
		id := newID()
		komoju.meet(id, func(w http.ResponseWriter, r *http.Request) {
			_, _ = w.Write([]byte(`{"id":`))
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		})
		g := ask{body: voucher}.of(t, url, id)
		assert.Equal(t, 504, g.status)
		assert.Equal(t, "timeout", g.code())
	})
}

// A caller's body stops half-way: nothing may wait for the rest of it for ever.
func TestSlowCaller(t *testing.T) {
	everywhere(t, "hurried", func(t *testing.T, url string) {
		answer := spoken(t, url, "Content-Length: 100", "{", false)
		body, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		assert.Equal(t, 408, answer.StatusCode)
		assert.Contains(t, string(body), `"code":"timeout"`)
	})
}

// spoken sends the beginning of a request by hand, and ends what it says if asked.
func spoken(t *testing.T, url, header, body string, ends bool) *http.Response {
	c, err := net.Dial("tcp", strings.TrimPrefix(url, "http://"))
	require.NoError(t, err)
	t.Cleanup(func() { c.Close() })
	require.NoError(t, c.SetDeadline(time.Now().Add(time.Minute)))
	_, err = fmt.Fprintf(c, "POST /tokens HTTP/1.1\r\nHost: x\r\nOrigin: %s\r\nContent-Type: application/json\r\n%s\r\n\r\n%s", page, header, body)
	require.NoError(t, err)
	if ends {
		require.NoError(t, c.(*net.TCPConn).CloseWrite())
	}
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	require.NoError(t, err)
	return answer
}

// An answer longer than any of KOMOJU's is none. The light one's bound is the
// package's own.
func TestLongAnswer(t *testing.T) {
	for name := range all {
		for length, status := range map[int]int{edge.ReplyLimit: 200, edge.ReplyLimit + 1: 502} {
			id := newID()
			komoju.meet(id, answering(200, jsonType, `{"id":"tok_x"}`+strings.Repeat(" ", length-14)))
			assert.Equal(t, status, ask{body: voucher}.of(t, all[name]["shop"], id).status, "%s %d", name, length)
		}
	}
}

// What the platform throws holds a card number here. TestMain reads the log.
func TestPanic(t *testing.T) {
	for _, setup := range []string{"thrower", "dead"} {
		for name := range all {
			g := ask{body: voucher}.of(t, all[name][setup], newID())
			assert.GreaterOrEqual(t, g.status, 500, name+" "+setup)
			code, _ := g.code().(string)
			assert.Equal(t, message.Text(code, message.EN), g.fault()["message"], name+" "+setup+": "+code)
			assert.NotContains(t, g.body, number)
			assert.Equal(t, 200, ask{method: "GET", path: "/healthz"}.of(t, all[name][setup], newID()).status, "the next request is served")
		}
	}
}
