//go:build wasm && !tinygo

package main

import "unsafe"

// The frames in flight. The garbage collector does not move them, so their
// addresses hold until the next wipe.
var in, out []byte

func take(n int32) int32 {
	in = make([]byte, n)
	return address(in)
}

func given(n int32) []byte { return in[:min(int(n), len(in))] }

func give(b []byte) int32 {
	out = b
	return address(out)
}

// wipe zeroes the frames; what the heap holds beside them is the garbage
// collector's, which is one reason why the shipped build is TinyGo's.
func wipe() {
	clear(in)
	clear(out)
	in, out = nil, nil
}

func address(b []byte) int32 { return int32(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) }

// main stays, or the exports would be gone with it.
func main() { select {} }
