package sandbox

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFaultAnswers(t *testing.T) {
	rows := []struct {
		fault             Fault
		status            int
		contentType, body string
	}{
		{Fault{Kind: "status"}, 503, asJSON, `{"error":{"code":"service_unavailable","message":"The sandbox was told to fail.","param":null,"details":null}}` + "\n"},
		{Fault{Kind: "status", Status: 429, Headers: map[string]string{"Retry-After": "1"}, Body: `{}`}, 429, asJSON, `{}`},
		{Fault{Kind: "broken_json"}, 200, asJSON, `{"id":"tok_`},
		{Fault{Kind: "empty", Body: "no"}, 200, asJSON, ``},
		{Fault{Kind: "html", Body: "<p>"}, 504, "text/html; charset=utf-8", "<p>"},
		{Fault{Kind: "raw", Status: 502, Body: `{"id":1,"id":2}`}, 502, asJSON, `{"id":1,"id":2}`},
		{Fault{Kind: "raw", ContentType: "text/plain", Body: "x"}, 200, "text/plain", "x"},
	}
	s, _ := fixed()
	for _, row := range rows {
		require.NoError(t, s.Fail(row.fault))
	}
	for _, row := range rows {
		w := tokenize(s, card)
		assert.Equal(t, row.status, w.Code, row.fault.Kind)
		assert.Equal(t, row.contentType, w.Header().Get("Content-Type"), row.fault.Kind)
		assert.Equal(t, row.body, w.Body.String(), row.fault.Kind)
		assert.Equal(t, row.fault.Headers["Retry-After"], w.Header().Get("Retry-After"))
		assert.Equal(t, "*", w.Header().Get("Access-Control-Allow-Origin"), "else a browser reports no fault but the network's")
		assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
	}
	assert.Equal(t, 200, tokenize(s, card).Code, "the queue is used up")
}

func TestFaultsLastTheirCount(t *testing.T) {
	s, _ := fixed()
	require.NoError(t, s.Fail(Fault{Kind: "status", Status: 500, Count: 2}))
	require.NoError(t, s.Fail(Fault{Kind: "status"}))
	assert.Equal(t, http.StatusNoContent, call(s, "OPTIONS", tokensPath, "", "", "").Code, "a preflight uses no fault up")
	var got []int
	for range 4 {
		got = append(got, tokenize(s, card).Code)
	}
	assert.Equal(t, []int{500, 500, 503, 200}, got)
}

func TestFaultLimits(t *testing.T) {
	s, _ := fixed()
	for _, fault := range []Fault{
		{}, {Kind: "other"}, {Kind: "raw", Status: 199}, {Kind: "raw", Status: 600},
		{Kind: "delay", DelayMS: -1}, {Kind: "delay", DelayMS: 600_001}, {Kind: "cut", Count: 1001}, {Kind: "cut", Count: -1},
	} {
		assert.ErrorIs(t, s.Fail(fault), ErrFault)
	}
	for range 1000 {
		require.NoError(t, s.Fail(Fault{Kind: "empty"}))
	}
	assert.ErrorIs(t, s.Fail(Fault{Kind: "empty"}), ErrFault)
}

func switchFaults(s *Sandbox, method, from, contentType, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "/sandbox/faults", strings.NewReader(body))
	r.RemoteAddr = from
	r.Header.Set("Content-Type", contentType)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestFaultSwitch(t *testing.T) {
	s, _ := with(Config{Faults: true})
	for _, from := range []string{"127.0.0.1:5", "[::1]:5"} {
		w := switchFaults(s, "POST", from, asJSON, `{"kind":"status","status":429,"headers":{"Retry-After":"1"},"body":"{}","count":2}`)
		require.Equal(t, 200, w.Code, w.Body.String())
	}
	w := tokenize(s, card)
	assert.Equal(t, []any{429, "1", "{}"}, []any{w.Code, w.Header().Get("Retry-After"), w.Body.String()})
	assert.Equal(t, "{\"queued\":0}\n", switchFaults(s, "DELETE", "127.0.0.1:5", "", "").Body.String())
	assert.Equal(t, 200, tokenize(s, card).Code)
}

func TestFaultSwitchRefuses(t *testing.T) {
	s, _ := with(Config{Faults: true})
	for _, from := range []string{"192.0.2.1:5", "[2001:db8::1]:5", "unknown", ""} {
		wantRefusal(t, switchFaults(s, "POST", from, asJSON, `{"kind":"cut"}`), 403, "forbidden", "")
		wantRefusal(t, switchFaults(s, "DELETE", from, asJSON, ``), 403, "forbidden", "")
	}
	here := "127.0.0.1:5"
	wantRefusal(t, switchFaults(s, "POST", here, "text/plain", `{"kind":"cut"}`), 400, "bad_request", "")
	wantRefusal(t, switchFaults(s, "POST", here, asJSON, `{"kind":"cut","typo":1}`), 400, "bad_request", "")
	wantRefusal(t, switchFaults(s, "POST", here, asJSON, `{"kind":"typo"}`), 422, "invalid_parameter", "")
	assert.Equal(t, 200, tokenize(s, card).Code, "nothing was queued")
}

// serve runs s behind a real connection and gives a card request to send.
func serve(t *testing.T, s *Sandbox, ctx context.Context) (*http.Client, *http.Request) {
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	r, err := http.NewRequestWithContext(ctx, "POST", server.URL+tokensPath, strings.NewReader(jsonOf(params{"payment_details": card})))
	require.NoError(t, err)
	r.Header.Set("Content-Type", asJSON)
	r.SetBasicAuth(DefaultPublishableKey, "")
	return server.Client(), r
}

func TestCut(t *testing.T) {
	s, _ := fixed()
	require.NoError(t, s.Fail(Fault{Kind: "cut"}))
	client, r := serve(t, s, t.Context())
	_, err := client.Do(r)
	assert.ErrorIs(t, err, io.EOF)
}

func TestDelayThenNormalAnswer(t *testing.T) {
	s, _ := fixed()
	require.NoError(t, s.Fail(Fault{Kind: "delay", DelayMS: 50}))
	client, r := serve(t, s, t.Context())
	begun := time.Now()
	response, err := client.Do(r)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	assert.Equal(t, 200, response.StatusCode)
	assert.GreaterOrEqual(t, time.Since(begun), 50*time.Millisecond)
}

// A delay outliving its caller would hold up the end of every test run.
func TestDelayEndsWithTheCaller(t *testing.T) {
	s, _ := fixed()
	require.NoError(t, s.Fail(Fault{Kind: "delay", DelayMS: 600_000}))
	ended := make(chan struct{})
	watched := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer close(ended)
		s.ServeHTTP(w, r)
	})
	server := httptest.NewServer(watched)
	defer server.Close()
	ctx, leave := context.WithCancel(t.Context())
	r, _ := http.NewRequestWithContext(ctx, "POST", server.URL+tokensPath, strings.NewReader(`{}`))
	failed := make(chan error, 1)
	go func() { _, err := server.Client().Do(r); failed <- err }()
	require.Eventually(t, func() bool { return s.Calls() == 1 }, 10*time.Second, time.Millisecond)
	leave()
	assert.ErrorIs(t, <-failed, context.Canceled)
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		s.Close() // lets the server end, too
		t.Error("the delay went on without its caller")
	}
	assert.Empty(t, s.tokens.tokens, "nobody is there to use a token")
}

func TestDelayEndsWithTheSandbox(t *testing.T) {
	s, _ := fixed()
	require.NoError(t, s.Fail(Fault{Kind: "delay", DelayMS: 600_000}))
	client, r := serve(t, s, t.Context())
	s.Close()
	s.Close()
	_, err := client.Do(r)
	assert.Error(t, err)
}
