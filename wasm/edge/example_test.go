package edge_test

import (
	"log"
	"net/http"
	"os"
	"time"

	"komoju-tokenize/wasm/edge"
)

// A Go shop's server. Without the time limits a caller who sends a byte a minute
// holds a connection as long as he likes.
func Example() {
	config := edge.Setting(os.Getenv)
	config.Send = edge.Over(http.DefaultClient)
	mux := http.NewServeMux()
	mux.Handle("/edge/", edge.New(config))
	server := http.Server{
		Addr: ":8443", Handler: mux, MaxHeaderBytes: 16 << 10,
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second,
		WriteTimeout: 30 * time.Second, IdleTimeout: time.Minute, // WriteTimeout beyond KOMOJU_TIMEOUT
	}
	log.Fatal(server.ListenAndServeTLS("cert.pem", "key.pem"))
}

// Behind a proxy every connection is the proxy's. It has to say whose request it
// passes on, in a header that it lets nobody else set.
func ExamplePerCaller() {
	config := edge.Setting(os.Getenv)
	config.Limit = edge.PerCaller(10, time.Minute, func(r *http.Request) string { return r.Header.Get("X-Real-Ip") })
	edge.New(config)
}
