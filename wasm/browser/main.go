//go:build wasm

// Package main is the WebAssembly module: its exports and the memory behind
// them. It does no I/O and imports nothing from its host; js/src/core.js is the
// other side.
package main

import (
	"unsafe"

	"komoju-tokenize/wasm/frame"
)

// version is the ABI's: the loader refuses a module of another one, since a
// frame read by the wrong rules could send what was never asked for.
const version = 1

//go:wasmexport komojuVersion
func komojuVersion() int32 { return version }

// in is where the host writes frames.
var in [frame.Limit]byte

// buffer wipes what a call left, and answers where a frame of up to frame.Limit
// bytes is written, always the same place. The host asks for it before the first
// call, and again when it has read an answer, so that nothing stays.
//
//go:wasmexport buffer
func buffer() int32 {
	wipe()
	clear(in[:])
	return address(in[:])
}

//go:wasmexport komojuTokenize
func komojuTokenize(n int32) int32 { return call(n, frame.Tokenize) }

//go:wasmexport komojuAnswer
func komojuAnswer(n int32) int32 { return call(n, frame.Answer) }

//go:wasmexport komojuValidate
func komojuValidate(n int32) int32 { return call(n, frame.Validate) }

// call reads n bytes of the buffer as a frame and answers where the answer's lies.
func call(n int32, f func([]byte) []byte) int32 {
	return give(f(in[:n]))
}

func address(b []byte) int32 { return int32(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) }
