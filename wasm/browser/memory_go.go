//go:build wasm && !tinygo

package main

// out is the answer in flight. The garbage collector does not move it, so its
// address holds until the next wipe.
var out []byte

func give(b []byte) int32 {
	out = b
	return address(b)
}

// wipe zeroes the answer; what the heap holds beside it is the garbage
// collector's, which is one reason why the shipped build is TinyGo's.
func wipe() {
	clear(out)
	out = nil
}

// main stays, or the exports would be gone with it.
func main() { select {} }
