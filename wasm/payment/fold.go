package payment

import "komoju-tokenize/wasm/ascii"

// Sets of bytes that people put between the digits of a number, once folded.
const (
	blank      = "  "
	separators = blank + "--"
)

// without drops every byte of s that is in set.
func without(s, set string) string {
	w := ascii.Writer{Buf: make([]byte, 0, len(s))}
	for i := 0; i < len(s); i++ {
		if !ascii.In(s[i], set) {
			w.Byte(s[i])
		}
	}
	return w.String()
}
