// Package frame is what crosses between the module and its host: the codec of
// frames, and the module's calls as functions from frame to frame. It knows
// neither the browser nor the compiler, so the native tests run what ships.
//
// A frame is a list of strings, each its length in bytes (32 bits, low byte
// first) and its UTF-8. The same codec serves both directions, in js/src/frame.js
// too. The strings are keys and values in turn: keys like the API's own form
// encoding (payment_details[number], error[code]); a key that begins with # has
// JSON text for a value (a number, true, an object) instead of a string.
package frame

import (
	"unsafe"

	"komoju-tokenize/wasm/ascii"
)

// Limit is the longest frame that is read, in bytes, so that no input can make
// the module's memory grow. Real details take less than 1 KB.
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

// writer builds a frame behind its own length in bytes, which is how the host
// knows where it ends.
type writer struct{ ascii.Writer }

func newWriter() *writer {
	const usual = 2 << 10 // room for most answers, so that they stay where they are written
	return &writer{ascii.Writer{Buf: make([]byte, 4, usual)}}
}

func (w *writer) pair(key, value string) {
	w.string(key)
	w.string(value)
}

func (w *writer) truth(key string, value bool) {
	text := "false"
	if value {
		text = "true"
	}
	w.pair(key, text)
}

func (w *writer) string(s string) {
	n := len(w.Buf)
	w.Text("\x00\x00\x00\x00")
	w.Text(s)
	putLength(w.Buf[n:], len(s))
}

func (w *writer) frame() []byte {
	putLength(w.Buf, len(w.Buf)-4)
	return w.Buf
}

func putLength(b []byte, n int) { b[0], b[1], b[2] = byte(n), byte(n>>8), byte(n>>16) }
