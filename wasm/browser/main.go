//go:build wasm

// Package main is the WebAssembly module: its exports and the memory behind
// them. It does no I/O and imports nothing from its host; js/src/core.js is the
// other side.
package main

import "komoju-tokenize/wasm/frame"

// version is the ABI's: the loader refuses a module of another one, since a
// frame read by the wrong rules could send what was never asked for.
const version = 1

//go:wasmexport komojuVersion
func komojuVersion() int32 { return version }

// buffer wipes what the last call left, and answers where a frame of up to
// frame.Limit bytes is written. The host asks for it before each call, and once
// more when it has read the answer, so that nothing stays.
//
//go:wasmexport buffer
func buffer() int32 {
	wipe()
	return take(frame.Limit)
}

//go:wasmexport komojuTokenize
func komojuTokenize(n int32) int32 { return call(n, frame.Tokenize) }

//go:wasmexport komojuAnswer
func komojuAnswer(n int32) int32 { return call(n, frame.Answer) }

//go:wasmexport komojuValidate
func komojuValidate(n int32) int32 { return call(n, frame.Validate) }

// call reads the n bytes of the buffer as a frame and answers where the
// answer's lies.
func call(n int32, f func([]byte) []byte) int32 {
	return give(f(given(n)))
}
