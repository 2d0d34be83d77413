// Package frame is what crosses between the module and its host, and the
// module's calls over it. It knows neither the browser nor the compiler, so the
// native tests run what ships.
//
// A frame is a list of strings in UTF-8, a zero byte between them. What goes in are
// keys and values in turn. Keys are like the API's own form encoding
// (payment_details[number]); one that begins with # has JSON text for a value (a
// number, true, an object) instead of a string. The module needs no JSON parser
// so. A zero in a value would pass for its end: the host writes U+FFFD for it,
// which the rules refuse.
//
// What comes out begins with the code of a fault, "" for none. A fault's message,
// detail, status and whether it is retryable ("1") follow, then field, code and
// message of each problem. What a call answers otherwise, its comment says. A byte
// FF, which is in no UTF-8, ends it.
package frame

import (
	"unsafe"

	"komoju-tokenize/wasm/ascii"
)

// Limit is the longest frame that is read, in bytes, so that no input can make
// the module's memory grow. Real details take less than 1 KB. It is part of the
// ABI: js/src/core.js has it too.
const Limit = 4 << 10

// arguments are the keys and values of a frame, in turn.
type arguments []string

// read takes a frame apart. The strings stay where they stand: they live as long
// as the frame does. A last value that is empty cannot be seen, nor need it be.
func read(frame []byte) arguments {
	text := unsafe.String(unsafe.SliceData(frame), len(frame))
	a := make(arguments, len(frame)+1)
	n := 0
	for ; text != ""; n++ {
		a[n], text = ascii.Cut(text, 0)
	}
	return a[:(n+1)&^1]
}

func (a arguments) get(key string) string {
	for i := 0; i < len(a); i += 2 {
		if a[i] == key {
			return a[i+1]
		}
	}
	return ""
}

// number reads a whole number of up to nine digits; anything else is 0.
func (a arguments) number(key string) int {
	return max(ascii.Number(a.get(key), 1e9), 0)
}

// writer writes an answer.
type writer struct{ ascii.Writer }

func newWriter() *writer {
	const usual = 2 << 10 // room for most answers, so that they stay where they are written
	return &writer{ascii.Writer{Buf: make([]byte, 0, usual)}}
}

func (w *writer) say(list ...string) {
	for i := range list {
		w.Text(list[i])
		w.Byte(0)
	}
}

func (w *writer) end() []byte {
	w.Buf[len(w.Buf)-1] = 0xFF
	return w.Buf
}
