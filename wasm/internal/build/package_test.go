package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// madeUp is a tree with the code of a build in it, and what finish copies.
func madeUp(t *testing.T) tree {
	t.Helper()
	here := tree{t.TempDir()}
	for _, name := range code() {
		require.NoError(t, write(here.dist(name), []byte("// "+name)))
	}
	for _, source := range declarations {
		require.NoError(t, write(here.path("js", source), []byte("/** "+source+" */")))
	}
	return here
}

// A hash that is wrong, or of another file, stops a shop's checkout.
func TestIntegrityIsThatOfTheFiles(t *testing.T) {
	here := madeUp(t)
	require.NoError(t, write(here.dist(scriptFile), []byte("alert('Hello, world.');")))
	require.NoError(t, finish(here))

	data, err := os.ReadFile(here.dist(integrityFile))
	require.NoError(t, err)
	var got integrity
	require.NoError(t, json.Unmarshal(data, &got))
	// The example of https://www.w3.org/TR/SRI/.
	const hash = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
	assert.Equal(t, hash, got.Files[scriptFile])
	assert.Len(t, got.Files, len(code()))
	assert.Equal(t, `<script src="komoju-tokenize.js" integrity="`+hash+`" crossorigin="anonymous"></script>`, got.Script)
	assert.Equal(t, "script-src 'self' '"+hash+"' 'wasm-unsafe-eval'; connect-src 'self' https://komoju.com", got.Policy)
}

// A server that finds an older sibling hands out a loader that its page refuses.
func TestSiblingsHoldWhatTheyStandBeside(t *testing.T) {
	here := madeUp(t)
	require.NoError(t, finish(here))
	for _, name := range served() {
		want := "// " + name
		assert.Equal(t, want, unpacked(t, here.dist(name+".br"), func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }))
		assert.Equal(t, want, unpacked(t, here.dist(name+".gz"), func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }))
	}
}

func unpacked(t *testing.T, path string, open func(io.Reader) (io.Reader, error)) string {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	reader, err := open(bytes.NewReader(data))
	require.NoError(t, err)
	text, err := io.ReadAll(reader)
	require.NoError(t, err)
	return string(text)
}

// Whatever lies in js/dist is published.
func TestWhatAnOlderBuildLeftIsRemoved(t *testing.T) {
	here := madeUp(t)
	require.NoError(t, write(here.dist("komoju-tokenize.min.js"), nil))
	require.NoError(t, write(filepath.Join(here.dist("old"), "file"), nil))
	require.NoError(t, finish(here))
	list, err := os.ReadDir(here.dist(""))
	require.NoError(t, err)
	for _, entry := range list {
		assert.Contains(t, artefacts(), entry.Name())
	}
	assert.FileExists(t, here.dist("komoju-tokenize.d.mts"))
}
