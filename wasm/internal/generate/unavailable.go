package main

import (
	"bytes"
	"fmt"
	"strings"

	"komoju-tokenize/wasm/internal/letters"
	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/tokens"
)

// unavailable writes the one sentence the loader must know by itself: what to
// say when the module that holds all the others could not run. In the letters of
// the inlined module it stands there already, so that brotli only points at it.
func unavailable([]byte) ([]byte, error) {
	var out bytes.Buffer
	var texts []string
	out.WriteString(warning("//"))
	out.WriteString("\n/**\n * What a shopper reads when the module cannot run, a line each, in letters:\n")
	for _, l := range languages {
		text := message.Text(tokens.ModuleFailed, l.lang)
		texts = append(texts, text)
		fmt.Fprintf(&out, " * %s: %s\n", l.tag, text)
	}
	all := letters.Encode([]byte(strings.Join(texts, "\n")))
	fmt.Fprintf(&out, " */\nexport const unavailable =\n  %q;\n", all)
	return out.Bytes(), nil
}
