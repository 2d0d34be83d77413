//go:build wasm && tinygo

package main

import "unsafe"

// The heap is a bump arena from the end of the globals up. What initialisation
// takes stays below mark; everything above belongs to one call and is zeroed
// when the next begins or the host asks for it with buffer(0), the stack the
// call used too. So card data outlives no call.
var next, mark, in uintptr

//go:extern __heap_base
var heapBase [0]byte

// alloc hands out memory that is zero already: it was when the module started
// and wipe makes it so again. Beyond the memory's fixed size a write traps, and
// the host throws the instance away. -gc=none leaves this one function to us.
//
//go:noinline
//go:linkname alloc runtime.alloc
func alloc(size uintptr, _ unsafe.Pointer) unsafe.Pointer {
	if next == 0 {
		next = uintptr(unsafe.Pointer(&heapBase))
	}
	p := (next + 7) &^ 7
	next = p + size
	return unsafe.Pointer(p)
}

// arc4random is what the runtime seeds its maps with; there are none here, and
// the module must import nothing.
//
//export arc4random
func arc4random() uint32 { return 0 }

func take(n int32) int32 {
	in = uintptr(alloc(uintptr(n), nil))
	return int32(in)
}

func given(n int32) []byte { return unsafe.Slice((*byte)(unsafe.Pointer(in)), n) }

func give(out []byte) int32 { return int32(uintptr(unsafe.Pointer(unsafe.SliceData(out)))) }

// wipe zeroes the arena above mark, which the first call sets, and the stack
// below its own frame: the stack grows down from the globals to 0.
//
//go:noinline
func wipe() {
	if mark == 0 {
		mark = next
	}
	zero(mark, next)
	next = mark
	var here byte
	zero(16, uintptr(unsafe.Pointer(&here))&^15)
}

func zero(from, to uintptr) {
	if from < to {
		clear(unsafe.Slice((*byte)(unsafe.Pointer(from)), to-from))
	}
}

func main() {}
