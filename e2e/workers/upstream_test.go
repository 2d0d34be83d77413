package workers

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"sync"

	"komoju-tokenize/demo/sandbox"
)

// upstream stands where KOMOJU is: the sandbox, unless a request was told to meet
// something else. It knows requests by their id, which the Go service passes
// through; the package in the light one sends no header of a caller's, so there
// the id stands in an email address, or the request has the upstream to itself.
type upstream struct {
	*httptest.Server
	mu      sync.Mutex
	seen    map[string][]sent
	scripts map[string]http.HandlerFunc
	keys    map[string]http.Handler // a sandbox for each key
	alone   sync.Mutex
	nobody  string // the id of a request that names none
}

// sent is a request as it arrived.
type sent struct{ host, path, authorization, body string }

func newUpstream() *upstream {
	u := &upstream{seen: map[string][]sent{}, scripts: map[string]http.HandlerFunc{}, keys: map[string]http.Handler{}}
	u.Server = httptest.NewServer(u)
	return u
}

func (u *upstream) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	key, _, _ := r.BasicAuth()
	u.next(u.idOf(r, body), key, sent{r.Host, r.URL.Path, r.Header.Get("Authorization"), string(body)})(w, r)
}

var marked = regexp.MustCompile(`(test-\d+)@`)

func (u *upstream) idOf(r *http.Request, body []byte) string {
	if id := r.Header.Get("X-Request-Id"); id != "" {
		return id
	}
	if found := marked.FindSubmatch(body); found != nil {
		return string(found[1])
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.nobody
}

// leave has f's request be the only one that names no id.
func (u *upstream) leave(id string, f func()) {
	u.alone.Lock()
	defer u.alone.Unlock()
	u.set(id)
	defer u.set("")
	f()
}

func (u *upstream) set(id string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.nobody = id
}

// next notes a request and answers what it is to meet.
func (u *upstream) next(id, key string, s sent) http.HandlerFunc {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.seen[id] = append(u.seen[id], s)
	if script := u.scripts[id]; script != nil {
		return script
	}
	if u.keys[key] == nil {
		u.keys[key] = sandbox.New(sandbox.Config{PublishableKey: key})
	}
	handler := u.keys[key]
	return func(w http.ResponseWriter, r *http.Request) {
		r.URL.Path = "/api/v1/tokens" // whatever path the endpoint named
		handler.ServeHTTP(w, r)
	}
}

// meet has the request of an id meet script, each time it arrives.
func (u *upstream) meet(id string, script http.HandlerFunc) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.scripts[id] = script
}

// arrived are the requests of an id so far.
func (u *upstream) arrived(id string) []sent {
	u.mu.Lock()
	defer u.mu.Unlock()
	return append([]sent(nil), u.seen[id]...)
}
