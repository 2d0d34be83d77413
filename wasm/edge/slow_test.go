package edge_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/edge"
	"komoju-tokenize/wasm/tokens"
)

// stuck is a connection on which a body stops after its first byte.
func stuck(t *testing.T, h http.Handler, change func(*http.Server)) *http.Response {
	server := httptest.NewUnstartedServer(h)
	if change != nil {
		change(server.Config)
	}
	server.Start()
	t.Cleanup(server.Close)
	c, err := net.Dial("tcp", server.Listener.Addr().String())
	require.NoError(t, err)
	t.Cleanup(func() { c.Close() })
	require.NoError(t, c.SetDeadline(time.Now().Add(10*time.Second)))
	_, err = io.WriteString(c, "POST /tokens HTTP/1.1\r\nHost: x\r\nOrigin: "+page+"\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
	require.NoError(t, err)
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	require.NoError(t, err)
	return answer
}

// A body that never comes would hold a connection and a goroutine for ever.
func TestBodyThatStops(t *testing.T) {
	var log []string
	var calls int
	c := config(answering(200, `{"id":"tok_x"}`, &calls), &log)
	c.Timeout = 50 * time.Millisecond
	for why, change := range map[string]func(*http.Server){"by the handler's time": nil, "by the server's": func(s *http.Server) { s.ReadTimeout = 20 * time.Millisecond }} {
		answer := stuck(t, edge.New(c), change)
		body, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		assert.Equal(t, 408, answer.StatusCode, why)
		assert.Contains(t, string(body), `"code":"timeout"`, why)
		assert.Contains(t, string(body), `"retryable":true`, why)
		assert.True(t, answer.Close, why)
	}
	assert.Zero(t, calls)
}

// Where no server can be told to stop reading, as in a Worker, the body is left.
func TestBodyThatStopsElsewhere(t *testing.T) {
	var log []string
	var calls int
	c := config(answering(200, `{"id":"tok_x"}`, &calls), &log)
	c.Timeout = time.Millisecond
	body, end := io.Pipe()
	defer end.Close()
	r := httptest.NewRequest(http.MethodPost, "/tokens", body)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", page)
	w := httptest.NewRecorder()
	edge.New(c).ServeHTTP(w, r)
	assert.Equal(t, 408, w.Code)
}

// clocked is a body that notes when it was asked for.
type clocked struct {
	io.Reader
	asked time.Time
}

func (c *clocked) Read(p []byte) (int, error) {
	if c.asked.IsZero() {
		c.asked = time.Now()
	}
	return c.Reader.Read(p)
}

// The time that a body takes is not KOMOJU's once more.
func TestTimeRunsFromTheFirstByte(t *testing.T) {
	var log []string
	var until time.Time
	c := config(func(ctx context.Context, _ *tokens.Request, _ string) (*edge.Reply, error) {
		until, _ = ctx.Deadline()
		return nil, errors.New("x")
	}, &log)
	c.Timeout = time.Hour
	body := &clocked{Reader: strings.NewReader(toss)}
	r := httptest.NewRequest(http.MethodPost, "/tokens", body)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", page)
	edge.New(c).ServeHTTP(httptest.NewRecorder(), r)
	assert.False(t, until.After(body.asked.Add(c.Timeout)), "counted from before the body was read")
	assert.True(t, until.After(body.asked))
}

// bad is a body of a handler before this one that fails in its own way.
type bad struct{ fails func() }

func (b bad) Read([]byte) (int, error) { b.fails(); return 0, errors.New("4111111111111111") }

func TestBodyThatFails(t *testing.T) {
	var log []string
	var calls int
	h := edge.New(config(answering(200, `{"id":"tok_x"}`, &calls), &log))
	for why, fails := range map[string]func(){"an error": func() {}, "a panic": func() { panic("4111111111111111") }} {
		r := httptest.NewRequest(http.MethodPost, "/tokens", bad{fails})
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Origin", page)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		assert.Equal(t, 400, w.Code, why)
		assert.NotContains(t, w.Body.String()+strings.Join(log, ""), "4111", why)
	}
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodPost, "/tokens", strings.NewReader(toss))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", page)
	r.Body = http.MaxBytesReader(w, r.Body, 10)
	h.ServeHTTP(w, r)
	assert.Equal(t, 413, w.Code, "a handler before this one has a limit of its own")
}

// KOMOJU's answers have less than a kilobyte; a server that sends without end must
// not fill the shop's memory.
func TestAnswerThatIsTooLong(t *testing.T) {
	for length, want := range map[int]int{edge.ReplyLimit: 200, edge.ReplyLimit + 1: 502} {
		upstream := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"id":"tok_x"}`+strings.Repeat(" ", length-14))
		}))
		var log []string
		c := config(edge.Over(upstream.Client()), &log)
		c.Endpoint = upstream.URL
		w := post(edge.New(c), toss)
		assert.Equal(t, want, w.Code, length)
		if want == 502 {
			assert.Equal(t, "invalid_answer", code(t, w))
		}
		upstream.Close()
	}
}
