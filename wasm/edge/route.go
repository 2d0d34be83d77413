package edge

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// route is one call of the service.
type route struct {
	method, name string // name: the last segment of the path
	answer       func(*call) *answer
}

var routes = []route{
	{http.MethodPost, "tokens", (*call).createToken},
	{http.MethodGet, "healthz", (*call).health},
	{http.MethodGet, "fields", (*call).catalogue},
}

// route finds the row for the request. Every refusal stands before it in the
// order in which a mistake is best told: the path before its method, the method
// before the page that asks.
func (c *call) route() *answer {
	path := c.path()
	name := path[strings.LastIndexByte(path, '/')+1:]
	at := slices.IndexFunc(routes, func(r route) bool { return r.name == name })
	switch {
	case at < 0:
		return c.refused(refuse(noRoute))
	case c.request.Method == http.MethodOptions:
		return c.preflight()
	case !routes[at].takes(c.request.Method):
		return c.otherMethod(routes[at].allow())
	case c.origin() != "" && !c.allowed():
		return c.refused(refuse(foreignOrigin))
	}
	return routes[at].answer(c)
}

// path is the request's as it was sent: what is written otherwise is another.
func (c *call) path() string {
	if raw := c.request.URL.RawPath; raw != "" {
		return raw
	}
	return c.request.URL.Path
}

// takes: HEAD is GET without the body (RFC 9110, 9.3.2).
func (r *route) takes(method string) bool {
	return method == r.method || method == http.MethodHead && r.method == http.MethodGet
}

func (r *route) allow() string {
	if r.method == http.MethodGet {
		return "GET, HEAD"
	}
	return r.method
}

// otherMethod says which one is right: RFC 9110 (15.5.6) asks it of a 405.
func (c *call) otherMethod(right string) *answer {
	a := c.refused(refuse(wrongMethod))
	a.allow = right
	return a
}

// preflight answers what a browser asks before it lets a page on another origin
// call.
func (c *call) preflight() *answer {
	if !c.allowed() {
		return c.refused(refuse(foreignOrigin))
	}
	return &answer{status: http.StatusNoContent, preflight: true}
}

func (c *call) health() *answer { return &answer{status: http.StatusOK, body: []byte(`{"ok":true}`)} }

// origin is the page's; "" from what is no browser, and from GET on the
// service's own origin. Two are none that is allowed.
func (c *call) origin() string { return joined(c.request.Header, "Origin") }

func (c *call) allowed() bool { return slices.Contains(c.Origins, c.origin()) }

// write sends an answer whole. Content-Length is set since the Worker's library
// would send it in chunks otherwise. A failed write has nobody left to tell.
func (c *call) write(w http.ResponseWriter, a *answer) {
	h := w.Header()
	h.Set("X-Request-Id", c.id)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	h.Set("Vary", "Origin")
	if a.cache != "" {
		h.Set("Cache-Control", a.cache)
	}
	if a.retryAfter != "" {
		h.Set("Retry-After", a.retryAfter)
	}
	if a.allow != "" {
		h.Set("Allow", a.allow)
	}
	if a.status == http.StatusRequestTimeout { // the rest of the body may still come
		h.Set("Connection", "close")
	}
	c.allow(h, a)
	if len(a.body) > 0 {
		h.Set("Content-Type", "application/json")
		h.Set("Content-Length", strconv.Itoa(len(a.body)))
	}
	w.WriteHeader(a.status)
	if c.request.Method != http.MethodHead {
		_, _ = w.Write(a.body)
	}
}

// allow lets the page read the answer, refusals too. There is no
// Access-Control-Allow-Credentials: nothing here wants a cookie.
func (c *call) allow(h http.Header, a *answer) {
	if !c.allowed() {
		return
	}
	h.Set("Access-Control-Allow-Origin", c.origin())
	h.Set("Access-Control-Expose-Headers", "retry-after, x-request-id")
	if a.preflight {
		h.Set("Access-Control-Allow-Methods", "GET, POST")
		h.Set("Access-Control-Allow-Headers", "authorization, content-type, x-request-id")
		h.Set("Access-Control-Max-Age", "86400")
	}
}
