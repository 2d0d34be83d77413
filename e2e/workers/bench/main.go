// Command bench measures the edge services in workerd beside a Worker that only
// forwards, and writes what it found into e2e/WORKERS.md. It is run from the
// repository's top folder, when make has built the Workers:
//
//	go run ./e2e/workers/bench [-seconds 60] [-starts 9] [-o e2e/WORKERS.md]
//
// An answer that is no token, or another request's, fails it.
package main

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/signal"
	"time"

	"komoju-tokenize/demo/sandbox"
	"komoju-tokenize/demo/workerd"
)

// delay of the stand-in for KOMOJU.
const delay = 20 * time.Millisecond

const connections = 50

// windows are equal parts of a load, so that its figures have a spread.
const windows = 6

func main() {
	seconds := flag.Int("seconds", 60, "length of each load")
	starts := flag.Int("starts", 9, "cold starts of each service")
	out := flag.String("o", "e2e/WORKERS.md", "where the figures go")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *seconds, *starts, *out); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, seconds, starts int, out string) error {
	komoju := httptest.NewServer(slow(sandbox.New(sandbox.Config{})))
	defer komoju.Close()
	b := bench{upstream: komoju, part: time.Duration(seconds) * time.Second / windows, starts: starts}
	var err error
	if b.program, b.built, err = workerd.Find("."); err != nil {
		return err
	}
	var rows []row
	for _, s := range services {
		r, err := b.measure(ctx, s)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		rows = append(rows, r)
		fmt.Println(r)
	}
	return os.WriteFile(out, []byte(page(rows, seconds, starts)), 0o644)
}

// slow is the sandbox behind a network.
func slow(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(delay)
		r.URL.Path = "/api/v1/tokens"
		next.ServeHTTP(w, r)
	})
}
