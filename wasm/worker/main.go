//go:build js && wasm

// Package main is the edge service on Cloudflare Workers, over
// github.com/syumai/workers: what wasm/edge needs of a platform, and no more.
//
// How instances and requests relate: an isolate of Cloudflare serves many
// requests at once, and may not use one request's fetch, body or timer on behalf
// of another. So each request has a Go instance of its own. entry.mjs makes it
// from the compiled module when the request comes, gives it the request and the
// Worker's variables, and drops it with the answer. An instance has its own linear
// memory, its own scheduler and its own table of JavaScript values; the isolate
// holds nothing of Go but the module's code, and nothing in this program outlives
// main. Two requests can therefore not share an answer, an I/O object, or what a
// shopper typed, whatever happens between them; a panic ends one request. The
// price is the start of a Go runtime for each, and 6 MB of an isolate's 128 MB for
// as long as KOMOJU takes. e2e/workers proves it: requests
// that overlap in every order, each with a mark of its own in its answer.
package main

import (
	"github.com/syumai/workers"

	"komoju-tokenize/wasm/edge"
)

func main() {
	config := edge.Setting(variable)
	config.Send = send
	config.Limit = limiter()
	config.Log = log
	config.Quiet = !first()
	workers.ServeNonBlock(edge.New(config))
	workers.Ready()
	<-workers.Done()
}
