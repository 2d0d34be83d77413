// Package frame is what crosses between the module and its host, and the
// module's calls over it. It knows neither the browser nor the compiler, so the
// native tests run what ships.
//
// What goes in is a frame: a list of strings, each its length in bytes (32 bits,
// low byte first) and its UTF-8, keys and values in turn. Keys are like the API's
// own form encoding (payment_details[number]); one that begins with # has JSON
// text for a value (a number, true, an object) instead of a string. The module
// needs no JSON parser so.
//
// What comes out is JSON behind its length in bytes: the module writes JSON for
// the API anyhow, and each host reads it faster than anything of our own.
package frame

import (
	"unsafe"

	"komoju-tokenize/wasm/ascii"
)

// Limit is the longest frame that is read, in bytes, so that no input can make
// the module's memory grow. Real details take less than 1 KB. It is part of the
// ABI: js/src/core.js has it too.
const Limit = 4 << 10

// arguments are the keys and values of a frame, in turn. They are read where
// they stand: a string lives as long as the frame does.
type arguments []byte

// next takes the first string off. A frame cut short ends where it breaks.
func (a *arguments) next() string {
	frame := *a
	*a = nil
	if len(frame) < 4 {
		return ""
	}
	n := int(frame[0]) | int(frame[1])<<8 | int(frame[2])<<16
	if n > len(frame)-4 {
		return ""
	}
	*a = frame[4+n:]
	return unsafe.String(unsafe.SliceData(frame[4:]), n)
}

func (a arguments) get(key string) string {
	for len(a) > 0 {
		found := a.next() == key
		if value := a.next(); found {
			return value
		}
	}
	return ""
}

// number reads a whole number of up to nine digits; anything else is 0.
func (a arguments) number(key string) int {
	return max(ascii.Number(a.get(key), 1e9), 0)
}

// writer writes an answer as JSON behind its own length in bytes, which is how
// the host knows where it ends.
type writer struct{ ascii.Writer }

func newWriter() *writer {
	const usual = 2 << 10 // room for most answers, so that they stay where they are written
	return &writer{ascii.Writer{Buf: make([]byte, 4, usual)}}
}

// string writes what stands before a string, and the string.
func (w *writer) string(before, value string) {
	w.Text(before)
	w.Quote(value)
}

// plain writes what stands before a value, and the value as it is.
func (w *writer) plain(before, value string) {
	w.Text(before)
	w.Text(value)
}

func (w *writer) truth(before string, value bool) {
	text := "false"
	if value {
		text = "true"
	}
	w.plain(before, text)
}

// end closes the outermost object.
func (w *writer) end() []byte {
	w.Byte('}')
	n := len(w.Buf) - 4
	w.Buf[0], w.Buf[1], w.Buf[2] = byte(n), byte(n>>8), byte(n>>16)
	return w.Buf
}
