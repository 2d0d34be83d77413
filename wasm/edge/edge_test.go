package edge_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/edge"
	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/tokens"
)

const (
	page = "https://shop.example"
	card = `{"payment_details":{"type":"credit_card","number":"4111 1111 1111 1111","month":"09","year":"26"}}`
	toss = `{"payment_details":{"type":"toss","email":"taro@shop.example"}}`
)

// answering is a KOMOJU that says the same each time, and counts.
func answering(status int, body string, calls *int) edge.Sender {
	return func(context.Context, *tokens.Request, string) (*edge.Reply, error) {
		*calls++
		return &edge.Reply{Status: status, Body: []byte(body)}, nil
	}
}

func config(send edge.Sender, log *[]string) edge.Config {
	return edge.Config{Key: "pk_test_key", Origins: []string{page}, Cards: true, Send: send,
		Log: func(line string) { *log = append(*log, line) }}
}

func post(h http.Handler, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/tokens", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", page)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func code(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	var body struct{ Error struct{ Code string } }
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &body))
	return body.Error.Code
}

// The cases that Workers cannot say, since their clock cannot be set.
func TestExpiryByTheClockThatIsGiven(t *testing.T) {
	var calls int
	var log []string
	for minutes, want := range map[int64]int{29847599: 200, 29847600: 422} {
		c := config(answering(200, `{"id":"tok_x"}`, &calls), &log)
		c.Now = func() time.Time { return time.Unix(minutes*60, 0) }
		assert.Equal(t, want, post(edge.New(c), card).Code, minutes)
	}
	assert.Equal(t, 1, calls)
}

// A shop that forgot the guard must read it once, not look for it.
func TestStartSaysWhatIsMissing(t *testing.T) {
	var calls int
	for _, row := range []struct {
		change func(*edge.Config)
		says   []string
	}{
		{func(c *edge.Config) { c.Cards = false }, nil},
		{func(c *edge.Config) { c.Limit, c.Cards = edge.NoLimits, false }, []string{edge.NoLimit}},
		{func(c *edge.Config) { c.Limit = pass }, []string{"edge: CARDS is on: this service sees card numbers and is in PCI scope"}},
		{func(c *edge.Config) { c.Limit, c.Cards, c.Key = pass, false, "" },
			[]string{"edge: not set up: There is no key yet (KOMOJU_PUBLISHABLE_KEY)."}},
		{func(c *edge.Config) { c.Limit, c.Cards, c.Send = pass, false, nil },
			[]string{"edge: not set up: The service has nothing to send with (Config.Send)."}},
		{func(c *edge.Config) { c.Quiet = true }, nil},
	} {
		var log []string
		c := config(answering(200, "", &calls), &log)
		row.change(&c)
		edge.New(c)
		assert.Equal(t, row.says, log)
	}
}

func pass(*http.Request) (bool, error) { return true, nil }

func TestSetting(t *testing.T) {
	vars := map[string]string{"KOMOJU_PUBLISHABLE_KEY": "pk_test_key", "KOMOJU_ENDPOINT": "https://komoju.example",
		"KOMOJU_TIMEOUT": "1500", "ALLOWED_ORIGINS": "\nhttps://a.example, https://b.example\r\n\thttps://c.example,", "CARDS": "on"}
	c := edge.Setting(func(name string) string { return vars[name] })
	assert.Equal(t, edge.Config{Key: "pk_test_key", Endpoint: "https://komoju.example", Timeout: 1500 * time.Millisecond,
		Origins: []string{"https://a.example", "https://b.example", "https://c.example"}, Cards: true}, c)
	for _, wrong := range []string{"", "-5", "1.5", "1e3", "30s", " 5", "+5", "0"} {
		vars["KOMOJU_TIMEOUT"] = wrong
		assert.Zero(t, edge.Setting(func(name string) string { return vars[name] }).Timeout, wrong)
	}
	for value, on := range map[string]bool{"true": true, "1": true, "": false, "off": false, "false": false, "<undefined>": false} {
		vars["CARDS"] = value
		assert.Equal(t, on, edge.Setting(func(name string) string { return vars[name] }).Cards, value)
	}
}

// Each of these would never equal what a browser sends, and lock every page out,
// or mean more than one origin.
func TestOriginsThatAreNone(t *testing.T) {
	var calls int
	var log []string
	for origin, want := range map[string]int{"https://shop.example": 200, "http://localhost:8080": 200, "*": 503, "https://*.shop.example": 503,
		"https://shop.example/": 503, "shop.example": 503, "https://Shop.example": 503, "https://": 503, "null": 503,
		"https://shop.example:443": 503, "https://shop.example\nhttps://b.example": 503, "https://shop.example;x": 503, "https://[::1]:8443": 200, "https://[::1": 503, "https://[]": 503,
		"https://shop.example:": 503, "https://shop.example:0": 503, "https://shop.example:08": 503, "https://shop.example:65536": 503, "https://a b": 503, "https://ショップ.example": 503, "https://xn--abc.example": 200, "https://user@shop.example": 503,
		"http://localhost:80": 503, "https://localhost:8443": 200, "file://x": 503} {
		c := config(answering(200, `{"id":"tok_x"}`, &calls), &log)
		c.Origins = []string{page, origin}
		assert.Equal(t, want, post(edge.New(c), toss).Code, origin)
	}
}

func TestPanicTellsNothing(t *testing.T) {
	var log []string
	h := edge.New(config(func(_ context.Context, r *tokens.Request, _ string) (*edge.Reply, error) {
		panic(errors.New("no route for " + r.Body + r.Authorization))
	}, &log))
	w := post(h, toss)
	assert.Equal(t, 500, w.Code)
	assert.Equal(t, "internal_server_error", code(t, w))
	all := strings.Join(log, "\n") + w.Body.String()
	assert.NotContains(t, all, "taro")
	assert.NotContains(t, all, "cGtfdGVzdF9rZXk6")
	assert.Contains(t, all, "panic (*errors.errorString) at")
	assert.Contains(t, all, "(*call).tokenize", "the log must say where")
}

// The repeat costs the time that is left, not more.
func TestTimeIsUpDuringThePause(t *testing.T) {
	var calls int
	var log []string
	c := config(answering(503, "", &calls), &log)
	c.Timeout = time.Millisecond
	w := post(edge.New(c), toss)
	assert.Equal(t, 504, w.Code)
	assert.Equal(t, tokens.Timeout, code(t, w))
	assert.Equal(t, 1, calls)
}

// A sender that knows of no time limit is a fault of the platform's; one that
// does ends with ctx.
func TestSenderIsGivenTheTimeLimit(t *testing.T) {
	var log []string
	c := config(func(ctx context.Context, _ *tokens.Request, _ string) (*edge.Reply, error) {
		<-ctx.Done()
		return nil, errors.New("whatever the platform says")
	}, &log)
	c.Timeout = time.Millisecond
	assert.Equal(t, tokens.Timeout, code(t, post(edge.New(c), toss)))
}

func TestRequestIDs(t *testing.T) {
	var calls int
	var log []string
	h := edge.New(config(answering(200, `{"id":"tok_x"}`, &calls), &log))
	for given, kept := range map[string]bool{"a-1_B": true, strings.Repeat("x", 64): true, strings.Repeat("x", 65): false,
		"4111-1111-1111-1111": false, "a b": false, "x\"y": false, "": false} {
		r := httptest.NewRequest(http.MethodGet, "/healthz", nil)
		r.Header.Set("X-Request-Id", given)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		id := w.Header().Get("X-Request-Id")
		assert.Equal(t, kept, id == given, given)
		assert.NotEmpty(t, id)
		assert.Contains(t, log[len(log)-1], id)
	}
}

// The details' order is the shop's own, where the catalogue has none.
func TestMembersKeepTheirOrder(t *testing.T) {
	var sent string
	var log []string
	h := edge.New(config(func(_ context.Context, r *tokens.Request, _ string) (*edge.Reply, error) {
		sent = r.Body
		return &edge.Reply{Status: 200, Body: []byte(`{"id":"tok_x"}`)}, nil
	}, &log))
	post(h, `{"payment_details":{"z":1,"a":{"b": [ 1, null ]},"type":"paypay","m":true,"z":"2"}}`)
	assert.Equal(t, `{"payment_details":{"type":"paypay","z":"2","a":{"b":[1,null]},"m":true}}`, sent)
}

// The example in JavaScript has these by name; a row without a sentence would
// leave its shoppers without one.
func TestSharedFactsAreWhole(t *testing.T) {
	facts := edge.Shared()
	for name, r := range facts.Refusals {
		assert.GreaterOrEqual(t, r.HTTP, 400, name)
		if r.Detail != "" {
			require.NotNil(t, r.Sentence, name)
			assert.Equal(t, message.Text(r.Code, message.JA), facts.Sentences[*r.Sentence]["ja"], name)
			assert.Len(t, facts.Sentences[*r.Sentence], 4, name)
		}
		assert.True(t, message.Known(r.Code), name)
	}
}
