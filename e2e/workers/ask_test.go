package workers

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// ask is one request, as a page sends it unless said otherwise.
type ask struct {
	method, path, body string
	header             map[string]string // "" takes one away
}

// got is an answer.
type got struct {
	status int
	header http.Header
	body   string
	json   map[string]any
}

// fault is what an answer has of KomojuError.
func (g got) fault() map[string]any {
	found, _ := g.json["error"].(map[string]any)
	return found
}

func (g got) code() any { return g.fault()["code"] }

var counter atomic.Int64

// newID is for a request of this test alone.
func newID() string { return fmt.Sprintf("test-%d", counter.Add(1)) }

// Each request has a connection of its own: workerd closes one whose body it did not
// need to read, and the next request on it would meet the end of it.
var client = &http.Client{
	Timeout:       time.Minute,
	Transport:     &http.Transport{DisableKeepAlives: true},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

func (a ask) of(t *testing.T, url, id string) got {
	t.Helper()
	g, err := a.send(url, id)
	require.NoError(t, err)
	return g
}

func (a ask) send(url, id string) (got, error) {
	body := strings.Replace(a.body, taro, id, 1)
	request, err := http.NewRequest(or(a.method, http.MethodPost), url+or(a.path, "/tokens"), strings.NewReader(body))
	if err != nil {
		return got{}, err
	}
	header := map[string]string{"Content-Type": "application/json", "Origin": page, "X-Request-Id": id}
	for name, value := range a.header {
		header[name] = value
	}
	for name, value := range header {
		if value != "" {
			request.Header.Set(name, value)
		}
	}
	response, err := client.Do(request)
	if err != nil {
		return got{}, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	g := got{status: response.StatusCode, header: response.Header, body: string(answer)}
	if len(answer) > 0 && err == nil {
		err = json.Unmarshal(answer, &g.json)
	}
	return g, err
}

func or(given, otherwise string) string {
	if given == "" {
		return otherwise
	}
	return given
}

// taro stands for the request's id in an email address: its mark.
const taro = "taro"

// voucher is a request that always succeeds.
const voucher = `{"payment_details":{"type":"toss","email":"taro@shop.example"}}`

// everywhere runs a test against each service of a setup.
func everywhere(t *testing.T, setup string, f func(t *testing.T, url string)) {
	t.Helper()
	for name, urls := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f(t, urls[setup])
		})
	}
}
