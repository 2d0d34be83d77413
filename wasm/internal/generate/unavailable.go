package main

import (
	"bytes"
	"fmt"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/tokens"
)

// unavailable writes the one sentence the loader must know by itself: what to
// say when the module that holds all the others could not run.
func unavailable([]byte) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(warning("//"))
	out.WriteString("\n/** What a shopper reads when the module cannot run, by language. */\nexport const unavailable = {\n")
	for _, l := range languages {
		text := message.Text(tokens.ModuleFailed, l.lang)
		fmt.Fprintf(&out, "  %s: %q,\n", l.tag, text)
	}
	out.WriteString("};\n")
	return out.Bytes(), nil
}
