//go:build wasm && tinygo

package main

import "unsafe"

// The heap is a bump arena from the end of the globals up. What initialisation
// takes stays below mark; everything above belongs to one call and is zeroed
// when the host asks for it, the stack the call used too. So card data outlives no
// call.
var next, mark uintptr

//go:extern __heap_base
var heapBase [0]byte

// alloc hands out memory that is zero already: it was when the module started
// and wipe makes it so again. Beyond the memory's fixed size a write traps, and
// the host throws the instance away. -gc=none leaves this one function to us.
//
//go:noinline
//go:linkname alloc runtime.alloc
func alloc(size uintptr, _ unsafe.Pointer) unsafe.Pointer {
	p := max(next, uintptr(unsafe.Pointer(&heapBase)))
	next = (p + size + 7) &^ 7
	return unsafe.Pointer(p)
}

// arc4random is what the runtime seeds its maps with; there are none here, and
// the module must import nothing.
//
//export arc4random
func arc4random() uint32 { return 0 }

func give(out []byte) int32 { return address(out) }

// stackPointer is the runtime's; what lies below it is what calls have left
// behind, since the stack grows down to address 0.
//
//export tinygo_getCurrentStackPointer
func stackPointer() uintptr

// wipe zeroes the arena above mark, which the first call sets before it takes
// anything, and the stack below its own frame.
func wipe() {
	if mark == 0 {
		mark = uintptr(alloc(0, nil))
	}
	zero(mark, next)
	next = mark
	zero(stackEnd, stackPointer())
}

// stackEnd is where the stack would overflow; the first bytes stay, because
// Go's nil is among them.
const stackEnd = 16

func zero(from, to uintptr) {
	if from < to {
		clear(unsafe.Slice((*byte)(unsafe.Pointer(from)), to-from))
	}
}

func main() {}
