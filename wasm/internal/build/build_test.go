package main

import (
	"encoding/base64"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/internal/letters"
)

// Modules by hand: the header, then a section (kind, length, body).
const header = "\x00asm\x01\x00\x00\x00"

func TestModuleIsJudged(t *testing.T) {
	exportsWipe := "\x07\x08\x01\x04wipe\x00\x00"
	for _, row := range []struct{ why, module, fault string }{
		{"as it should be", header + exportsWipe, ""},
		{"sections before are skipped", header + "\x01\x02ab" + exportsWipe, ""},
		{"TinyGo asks its host for randomness", header + "\x02\x0b\x01\x03env\x03rnd\x00\x00" + exportsWipe, "1 imports"},
		{"the loader would call what is not there", header, "exports []"},
		{"an export more is bytes that nobody calls", header + "\x07\x0c\x02\x04wipe\x00\x00\x01x\x00\x01", "exports [wipe x]"},
		{"cut short", header + exportsWipe[:5], errModule.Error()},
		{"a section's end is missing", header + "\x07", errModule.Error()},
		{"a page of HTML", "<!doctype html>", errModule.Error()},
	} {
		err := judge([]byte(row.module), []string{"wipe"})
		if row.fault == "" {
			require.NoError(t, err, row.why)
			continue
		}
		require.ErrorContains(t, err, row.fault, row.why)
	}
}

// Go's brotli stands for the servers' own: were it weaker, budgets would fail
// that are kept, were it stronger, pass that are not.
func TestSizesAreThoseOfTheServers(t *testing.T) {
	text := strings.Repeat("the number, the expiry and the security code; ", 40)
	require.InDelta(t, 47, len(brotlied([]byte(text))), 2)
	require.InDelta(t, 80, len(gzipped([]byte(text))), 4)
}

func TestPathsAreSeen(t *testing.T) {
	here := tree{t.TempDir()}
	require.Empty(t, leak(here, []byte("komoju-tokenize/wasm/card")))
	require.Equal(t, here.root, leak(here, []byte("at "+here.root+"/wasm/card/luhn.go")))
	goroot, err := output(command("", nil, "go", "env", "GOROOT"))
	require.NoError(t, err)
	require.Equal(t, goroot, leak(here, []byte(goroot+"/src/runtime/panic.go")))
}

func TestBundleHoldsTheModule(t *testing.T) {
	root, err := os.Getwd()
	require.NoError(t, err)
	here := tree{strings.TrimSuffix(root, "/wasm/internal/build")}
	module := []byte(header + strings.Repeat("a module", 9))
	inLetters, inBase64 := letters.Encode(module), base64.StdEncoding.EncodeToString(deflated(module))
	holds := map[string]string{
		"komoju-tokenize.js": inLetters, "komoju-tokenize.mjs": inBase64, "komoju-tokenize.cjs": "readFileSync",
		"komoju-tokenize.url.mjs": "import.meta.url", "komoju-tokenize.workerd.mjs": `from"./komoju-tokenize.wasm"`,
		"komoju-tokenize.edge-light.mjs": `from"./komoju-tokenize.wasm?module"`, "komoju-tokenize.loader.mjs": "_initialize",
	}
	for _, s := range shapes {
		data, err := bundle(here, s, inside{module: module})
		require.NoError(t, err)
		require.Contains(t, string(data), holds[s.file], s.file)
		for _, other := range []string{inLetters, inBase64} {
			require.Equal(t, holds[s.file] == other, strings.Contains(string(data), other), "%s: the module once, where it belongs", s.file)
		}
		for _, char := range data {
			require.Less(t, char, byte(0x80), "%s is not ASCII: a page in Shift_JIS would spoil it", s.file)
		}
	}
}
