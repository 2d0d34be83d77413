//go:build js && wasm

package main

import (
	"context"
	"errors"
	"net/http"
	"syscall/js"

	"komoju-tokenize/wasm/edge"
	"komoju-tokenize/wasm/tokens"
)

// What entry.mjs gives this instance beside the globals: env and first.
var (
	global   = js.Global()
	instance = global.Get("context")
	bindings = instance.Get("env")
)

// variable is a var or secret of the Worker, "" when it is not set: the library's
// Getenv answers "<undefined>" then. A var in wrangler.jsonc may be a bare true.
func variable(name string) string {
	value := bindings.Get(name)
	if value.IsUndefined() || value.IsNull() {
		return ""
	}
	return global.Get("String").Invoke(value).String()
}

// first says whether this instance is the isolate's first; entry.mjs counts.
func first() bool { return instance.Get("first").Bool() }

func log(line string) { global.Get("console").Call("log", line) }

// limiter asks Cloudflare's Rate Limiting binding, one count for each caller that
// Cloudflare saw. Where none is bound there is no limit: this instance sees one
// request, and has nothing to count.
func limiter() edge.Limit {
	binding := bindings.Get("RATE_LIMITER")
	if binding.IsUndefined() {
		return edge.NoLimits
	}
	return func(r *http.Request) (bool, error) {
		options := map[string]any{"key": edge.Caller(r.Header.Get("Cf-Connecting-Ip"))}
		outcome, err := await(r.Context(), func() js.Value { return binding.Call("limit", options) })
		if err != nil || outcome.Type() != js.TypeObject {
			return true, errPlatform
		}
		return outcome.Get("success").Truthy(), nil
	}
}

// send is fetch of the platform. The library's own ignores contexts, breaks at an
// empty body and cuts header values at commas.
func send(ctx context.Context, r *tokens.Request, id string) (*edge.Reply, error) {
	controller := global.Get("AbortController").New()
	defer context.AfterFunc(ctx, func() { controller.Call("abort") })()
	headers := map[string]any{}
	for name, value := range edge.Headers(r, id) {
		headers[name] = value
	}
	options := map[string]any{"method": "POST", "redirect": "manual", "headers": headers,
		"body": r.Body, "signal": controller.Get("signal")}
	response, err := await(ctx, func() js.Value { return global.Get("fetch").Invoke(r.URL, options) })
	if err != nil {
		return nil, err
	}
	body, err := read(ctx, response)
	if err != nil {
		return nil, err
	}
	return &edge.Reply{
		Status:     response.Get("status").Int(),
		RetryAfter: header(response, "retry-after"),
		Body:       body,
	}, nil
}

// read gives the body of a response; nothing of one that is too long, which is left
// where it is.
func read(ctx context.Context, response js.Value) (body []byte, err error) {
	stream := response.Get("body")
	if stream.IsNull() {
		return nil, nil
	}
	reader := stream.Call("getReader")
	for {
		part, err := await(ctx, func() js.Value { return reader.Call("read") })
		if err != nil || part.Get("done").Bool() {
			return body, err
		}
		value := part.Get("value")
		from := len(body)
		if from+value.Length() > edge.ReplyLimit {
			reader.Call("cancel")
			return nil, nil
		}
		body = append(body, make([]byte, value.Length())...)
		js.CopyBytesToGo(body[from:], value)
	}
}

func header(response js.Value, name string) string {
	if value := response.Get("headers").Call("get", name); value.Type() == js.TypeString {
		return value.String()
	}
	return ""
}

// errPlatform stands for whatever the platform threw: its text may hold anything.
var errPlatform = errors.New("the platform failed")

// await waits for the promise that start gives, or until ctx ends, even if the
// platform never settles it. The two functions are not released: the promise may
// settle after the wait, and all of this instance goes with its request.
func await(ctx context.Context, start func() js.Value) (value js.Value, err error) {
	defer func() {
		if recover() != nil { // start threw
			err = errPlatform
		}
	}()
	done, failed := make(chan js.Value, 1), make(chan struct{}, 1)
	start().Call("then",
		js.FuncOf(func(_ js.Value, args []js.Value) any { done <- args[0]; return nil }),
		js.FuncOf(func(js.Value, []js.Value) any { failed <- struct{}{}; return nil }))
	select {
	case value = <-done:
		return value, nil
	case <-failed:
		return value, errPlatform
	case <-ctx.Done():
		return value, ctx.Err()
	}
}
