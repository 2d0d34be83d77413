// Command cmd runs the sandbox of the KOMOJU API by itself:
//
//	go run ./demo/sandbox/cmd -addr 127.0.0.1:8081
//
// It prints its address and keys, keeps everything in memory, and ends on an
// interrupt.
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
	"time"

	"komoju-tokenize/demo/sandbox"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8081", "address to listen on")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *addr, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run serves until ctx ends. The first line it writes holds the address, also
// when port 0 left the choice to the system.
func run(ctx context.Context, addr string, out io.Writer) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "KOMOJU sandbox at http://%s\npublishable key %s\nsecret key      %s\n",
		listener.Addr(), sandbox.DefaultPublishableKey, sandbox.DefaultSecretKey)
	api := sandbox.New(sandbox.Config{Faults: true})
	// No ReadTimeout: net/http would end a delayed call with it.
	server := &http.Server{Handler: api, ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { api.Close(); _ = server.Close() })
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
