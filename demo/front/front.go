// Package front puts an edge service between the demo's page and KOMOJU, on the
// shop's own origin, so that the page talks to nobody else.
package front

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
	"time"

	"komoju-tokenize/demo/workerd"
	"komoju-tokenize/wasm/edge"
)

// Path is where a shop mounts the service; the page's endpoint is Path + "tokens".
const Path = "/edge/"

// Kinds of service.
const (
	Native = "native"       // wasm/edge in this process
	Worker = "worker"       // the Go Worker, in workerd
	Light  = "worker-light" // the JavaScript one
)

// Config of a service.
type Config struct {
	Kind string
	Key  string // publishable
	API  string // origin of KOMOJU or its stand-in; for a Worker one on this machine
	Page string // origin of the shop's pages
	Top  string // the repository's folder, where Workers are built
	Log  io.Writer
}

// New starts a service; end stops it.
func New(ctx context.Context, c Config) (handler http.Handler, end func(), err error) {
	switch c.Kind {
	case Native:
		return c.native(), func() {}, nil
	case Worker, Light:
		return c.worker(ctx)
	}
	return nil, nil, fmt.Errorf("no edge service %q: %s, %s or %s", c.Kind, Native, Worker, Light)
}

// vars are the service's, as a shop sets them at Cloudflare or in its environment.
func (c Config) vars() map[string]string {
	return map[string]string{"KOMOJU_PUBLISHABLE_KEY": c.Key, "KOMOJU_ENDPOINT": c.API, "ALLOWED_ORIGINS": c.Page, "CARDS": "on"}
}

// native is all that a Go shop does: a Config, a client, a path.
func (c Config) native() http.Handler {
	vars := c.vars()
	config := edge.Setting(func(name string) string { return vars[name] })
	config.Send = edge.Over(&http.Client{Timeout: 30 * time.Second})
	config.Log = func(line string) { fmt.Fprintln(c.Log, line) }
	return edge.New(config)
}

// worker runs a Worker and sends it what comes, as Cloudflare does with a route on
// the shop's domain.
func (c Config) worker(ctx context.Context) (http.Handler, func(), error) {
	api, err := url.Parse(c.API)
	if err != nil || !strings.HasPrefix(api.Host, "127.0.0.1:") {
		return nil, nil, fmt.Errorf("a Worker on this machine reaches nothing but this machine: leave the endpoint to the sandbox")
	}
	program, built, err := workerd.Find(c.Top)
	if err != nil {
		return nil, nil, err
	}
	run, err := workerd.Start(ctx, workerd.Config{Program: program, Upstream: api.Host, Log: c.Log,
		Workers: []workerd.Worker{{Name: "edge", Dir: built + "/" + c.Kind, Modules: workerd.Built[c.Kind], Text: c.vars()}}})
	if err != nil {
		return nil, nil, err
	}
	address, err := url.Parse(run.URL("edge"))
	return &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(address) }}, run.Close, err
}
