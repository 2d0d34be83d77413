// Command demo serves a small shop with a checkout page, the merchant's back
// end behind it, and a sandbox of the KOMOJU API for both to talk to:
//
//	go run ./demo
//
// Settings come from the environment, some from flags too (-help): PORT,
// KOMOJU_PUBLISHABLE_KEY, KOMOJU_SECRET_KEY, KOMOJU_ENDPOINT. Without an
// endpoint nothing leaves this machine.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"komoju-tokenize/demo/front"
	"komoju-tokenize/demo/sandbox"
	"komoju-tokenize/demo/shop"
)

// script is what the page loads; without it there is no demo.
const script = "komoju-tokenize.js"

// settings of the program. The secret key is no flag: flags show in the list of
// processes.
type settings struct {
	port, dist, edge string
	shop             shop.Config
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, readSettings(), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}

func readSettings() settings {
	s := settings{shop: shop.Config{SecretKey: os.Getenv("KOMOJU_SECRET_KEY")}}
	flag.StringVar(&s.port, "port", or(os.Getenv("PORT"), "8080"), "port on 127.0.0.1 (PORT)")
	flag.StringVar(&s.dist, "dist", "js/dist", "folder that holds "+script)
	flag.StringVar(&s.shop.PublishableKey, "publishable-key", os.Getenv("KOMOJU_PUBLISHABLE_KEY"),
		"key of the page (KOMOJU_PUBLISHABLE_KEY)")
	flag.StringVar(&s.shop.Endpoint, "endpoint", os.Getenv("KOMOJU_ENDPOINT"),
		"where to send payments (KOMOJU_ENDPOINT); the built-in sandbox unless set")
	flag.StringVar(&s.edge, "edge", "", "have the page tokenize through the shop's own origin: native, worker or worker-light")
	flag.Parse()
	return s
}

func or(given, otherwise string) string {
	if given == "" {
		return otherwise
	}
	return given
}

// run serves until ctx ends. The one line it prints is the page's address.
func run(ctx context.Context, s settings, out io.Writer) error {
	s.shop.Dist = os.DirFS(s.dist)
	if _, err := os.Stat(s.dist + "/" + script); err != nil {
		return fmt.Errorf("%s/%s is not there; build it first: make", s.dist, script)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", s.port))
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("port %s is taken; choose another: go run ./demo -port 8090", s.port)
	}
	if err != nil {
		return err
	}
	defer listener.Close()
	port := listener.Addr().(*net.TCPAddr).Port
	mux := http.NewServeMux()
	endDelays := s.mountSandbox(mux, port)
	if err := s.shop.Check(); err != nil {
		return err
	}
	endEdge, err := s.mountEdge(ctx, mux, port)
	if err != nil {
		return err
	}
	defer endEdge()
	mux.Handle("/", shop.New(s.shop))
	fmt.Fprintf(out, "http://localhost:%d\n", port)
	return serve(ctx, listener, ownHost(port, mux), endDelays)
}

// mountSandbox has a shop without an endpoint use a sandbox on the same listener.
// The page knows the sandbox as 127.0.0.1 and itself as localhost: two origins,
// so that CORS decides here as it will in earnest.
func (s *settings) mountSandbox(mux *http.ServeMux, port int) (end func()) {
	c := &s.shop
	if c.Endpoint != "" {
		return func() {}
	}
	api := sandbox.New(sandbox.Config{
		PublishableKey: c.PublishableKey, SecretKey: c.SecretKey, Faults: true})
	c.Endpoint = fmt.Sprintf("http://127.0.0.1:%d", port)
	c.PublishableKey = or(c.PublishableKey, sandbox.DefaultPublishableKey)
	c.SecretKey = or(c.SecretKey, sandbox.DefaultSecretKey)
	mux.Handle("/api/v1/", api)
	mux.Handle("/sandbox/", api)
	return api.Close
}

// mountEdge has the page tokenize through an edge service on the shop's own origin,
// when one is asked for. The back end goes on to pay at KOMOJU's.
func (s *settings) mountEdge(ctx context.Context, mux *http.ServeMux, port int) (end func(), err error) {
	if s.edge == "" {
		return func() {}, nil
	}
	page := fmt.Sprintf("http://localhost:%d", port)
	service, end, err := front.New(ctx, front.Config{Kind: s.edge, Key: s.shop.PublishableKey,
		API: s.shop.Endpoint, Page: page, Top: ".", Log: os.Stderr})
	if err != nil {
		return nil, err
	}
	mux.Handle(front.Path, service)
	s.shop.API, s.shop.Endpoint = s.shop.Endpoint, page+front.Path+"tokens"
	return end, nil
}

// serve ends cleanly: calls under way are finished, within seconds.
func serve(ctx context.Context, listener net.Listener, handler http.Handler, end func()) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	end()
	limited, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return server.Shutdown(limited)
}
