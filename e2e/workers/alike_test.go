package workers

import (
	"io"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// raw is a request as it goes over the wire: a target as it is written, headers
// that stand twice.
type raw struct {
	setup, method, target string
	header                [][2]string
	body                  string
	chunked               bool
}

// reply is what decides anything of an answer, and what KOMOJU was sent.
type reply struct {
	status int
	header string
	body   string
	sent   []sent
}

// told are the headers that must be alike.
var told = []string{"Content-Type", "Content-Length", "Allow", "Retry-After", "Cache-Control", "Vary", "X-Content-Type-Options",
	"Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers", "Access-Control-Expose-Headers"}

// changing is what differs from one answer to the next, of one service too.
var changing = regexp.MustCompile(`"id":"tok_[a-z0-9]+"|"created_at":"[^"]*"`)

func (r raw) of(t *testing.T, name, id string) (reply, error) {
	t.Helper()
	request, err := http.NewRequest(r.method, all[name][r.setup], strings.NewReader(r.body))
	require.NoError(t, err)
	path, query, queried := strings.Cut(r.target, "?")
	request.URL.RawQuery, request.URL.ForceQuery = query, queried
	request.URL.Opaque = path
	if strings.HasPrefix(path, "//") { // which Opaque cannot say
		request.URL.Opaque, request.URL.Path = "", path
	}
	request.Header.Set("X-Request-Id", id)
	for _, pair := range r.header {
		request.Header[pair[0]] = append(request.Header[pair[0]], pair[1])
	}
	if r.chunked {
		request.ContentLength = -1
	}
	response, err := client.Do(request)
	if err != nil {
		return reply{}, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	got := reply{status: response.StatusCode, body: changing.ReplaceAllString(string(body), ""), sent: komoju.arrived(id)}
	for _, header := range told {
		got.header += header + ": " + response.Header.Get(header) + "\n"
	}
	return got, err
}

// asked has the light service's requests go one after the other: they carry no id.
func (r raw) asked(t *testing.T, name string) (got reply, err error) {
	id := newID()
	if name != "light" {
		return r.of(t, name, id)
	}
	komoju.leave(id, func() { got, err = r.of(t, name, id) })
	return got, err
}

// seed is for all that is made up: KOMOJU_SEED chooses another.
func seed(t *testing.T) uint64 {
	n, err := strconv.ParseUint(or(os.Getenv("KOMOJU_SEED"), "9"), 10, 64)
	require.NoError(t, err)
	t.Logf("KOMOJU_SEED=%d", n)
	return n
}

// A shop may change from one service to another, and nobody may notice.
func TestServicesAnswerAlike(t *testing.T) {
	t.Parallel()
	asked := append(tables(), generated(seed(t), 1600)...)
	t.Logf("%d requests", len(asked))
	replies := map[string][]reply{}
	var mu sync.Mutex
	var done sync.WaitGroup
	for name := range all {
		list := make([]reply, len(asked))
		replies[name] = list
		done.Go(func() { askAll(t, name, asked, list, &mu) })
	}
	done.Wait()
	differ, passed := 0, 0
	for i, r := range asked {
		if replies["native"][i].status == 200 && r.method == http.MethodPost {
			passed++
		}
		for _, name := range []string{"light", "Go"} {
			if differ < 12 && !assert.Equal(t, replies["native"][i], replies[name][i], "%s, request %d: %+v", name, i, r) {
				differ++
			}
		}
	}
	assert.Greater(t, passed, len(asked)/10, "most requests are refused: this test sees little")
	assert.Greater(t, len(asked), 1000)
}

// askAll asks one service, a few at a time where the id tells requests apart at
// KOMOJU: the light one's carry none, and go one after the other.
func askAll(t *testing.T, name string, asked []raw, list []reply, mu *sync.Mutex) {
	workers := 4
	if name == "light" {
		workers = 1
	}
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			for i := w; i < len(asked); i += workers {
				got, err := asked[i].asked(t, name)
				for try := 0; err != nil && try < 3; try++ { // workerd resets a connection whose body it left unread
					got, err = asked[i].asked(t, name)
				}
				mu.Lock()
				assert.NoError(t, err, "%s: %+v", name, asked[i])
				mu.Unlock()
				list[i] = got
			}
		})
	}
	group.Wait()
}
