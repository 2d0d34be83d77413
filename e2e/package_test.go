package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// contents is all that the package holds: what is not here nobody needs.
var contents = []string{
	"LICENSE",
	"README.md",
	"dist/LICENSES.txt",
	"dist/integrity.json",
	"dist/komoju-tokenize.cjs",
	"dist/komoju-tokenize.d.cts",
	"dist/komoju-tokenize.d.mts",
	"dist/komoju-tokenize.edge-light.mjs",
	"dist/komoju-tokenize.js",
	"dist/komoju-tokenize.loader.mjs",
	"dist/komoju-tokenize.mjs",
	"dist/komoju-tokenize.url.mjs",
	"dist/komoju-tokenize.wasm",
	"dist/komoju-tokenize.wasm.d.cts",
	"dist/komoju-tokenize.workerd.mjs",
	"package.json",
	"url/package.json",
}

func TestPackageHoldsWhatItNeeds(t *testing.T) {
	t.Parallel()
	pack := packed(t)
	var got []string
	for _, file := range pack.Files {
		got = append(got, file.Path)
	}
	assert.ElementsMatch(t, contents, got)
	if noTinyGo != "" {
		t.Log("The size is not judged: the package holds standard Go's module. Why there is no TinyGo: " + noTinyGo)
		return
	}
	assert.Less(t, pack.UnpackedSize, 200_000, "bytes unpacked")
}

// notices are what licences want to see again wherever the code goes, by the part
// that each is of.
var notices = map[string][]string{
	"ours":    {"MIT License", "Copyright (c) 2026 the komoju-tokenize authors"},
	"Go":      {"Copyright 2009 The Go Authors", "Redistributions in binary form must reproduce", "Google LLC", "AS IS"},
	"TinyGo":  {"Copyright (c) 2018-", "The TinyGo Authors"},
	"esbuild": {"Evan Wallace"},
	"workers": {"github.com/syumai/", "The above copyright notice and this permission notice"},
}

// contained are the parts of all that is handed on.
func contained() map[string][]string {
	pack := []string{"ours", "Go", "esbuild", "TinyGo"}
	if noTinyGo != "" {
		pack = pack[:3]
	}
	return map[string][]string{
		dist("LICENSES.txt"):                  pack,
		"../.build/worker-light/LICENSES.txt": pack,
		"../.build/worker/LICENSES.txt":       {"ours", "Go", "workers"},
	}
}

// The licences of what is linked in ask that their notice goes wherever it goes.
func TestLicencesTravel(t *testing.T) {
	t.Parallel()
	for path, parts := range contained() {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		for _, part := range parts {
			for _, notice := range notices[part] {
				assert.Contains(t, string(text), notice, "%s: %s", path, part)
			}
		}
	}
	inside, err := os.ReadFile(filepath.Join(packed(t).installed, "dist", "LICENSES.txt"))
	require.NoError(t, err)
	beside, err := os.ReadFile(dist("LICENSES.txt"))
	require.NoError(t, err)
	assert.Equal(t, string(beside), string(inside))
}

// Whoever copies one file sees at its head where the notices are.
func TestCodeNamesItsLicences(t *testing.T) {
	t.Parallel()
	heads := []string{"../.build/worker/worker.mjs", "../.build/worker-light/worker.mjs"}
	for _, path := range contents {
		if strings.HasSuffix(path, "js") && strings.HasPrefix(path, "dist/") {
			heads = append(heads, dist(filepath.Base(path)))
		}
	}
	assert.Greater(t, len(heads), 7)
	for _, path := range heads {
		code, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Regexp(t, `^/\*! [^*]*LICENSES\.txt \*/`, string(code[:min(len(code), 100)]), path)
	}
}

// The README says how much a shop takes in.
func TestReadmeCountsTheFiles(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	assert.Contains(t, string(text), fmt.Sprintf("holds %d files in less than 200 KB", len(contents)))
}

// A path in package.json without a file behind it fails only at the shop.
func TestPackageNamesFilesThatAreThere(t *testing.T) {
	t.Parallel()
	m := readPackage(t, "../js/package.json")
	named := append(paths(m.Exports), m.Unpkg, m.Jsdelivr)
	assert.Greater(t, len(named), 20)
	for _, path := range named {
		assert.Contains(t, contents, strings.TrimPrefix(path, "./"))
	}
	assert.Empty(t, m.Dependencies, "a shop would have to trust them too")
}

// paths are the files that exports name, under whatever condition.
func paths(node any) (list []string) {
	switch node := node.(type) {
	case string:
		return []string{node}
	case map[string]any:
		for _, value := range node {
			list = append(list, paths(value)...)
		}
	}
	return list
}

// publint reads as bundlers do, attw as TypeScript does, in all its ways.
func TestLintersAreSilent(t *testing.T) {
	t.Parallel()
	requireTools(t)
	pack := packed(t)
	bin := filepath.Join(tools(), "node_modules", ".bin")
	assert.Contains(t, execute(t, tools(), filepath.Join(bin, "publint"), "run", "--strict", pack.path), "All good!")
	var said struct{ Problems map[string]any }
	require.NoError(t, json.Unmarshal([]byte(execute(t, tools(), filepath.Join(bin, "attw"), "--format=json", pack.path)), &said))
	assert.Empty(t, said.Problems)
}

// A server renders pages with the package imported: it must neither look for a
// page nor start anything, or Next.js and Nuxt fail at the first request.
func TestImportTouchesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	packed(t).into(t, dir)
	script, err := os.ReadFile("testdata/import.mjs")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "import.mjs"), script, 0o644))
	var got struct{ Touched, Added []string }
	require.NoError(t, json.Unmarshal([]byte(execute(t, dir, "node", "import.mjs")), &got))
	assert.Empty(t, got.Touched)
	if noTinyGo != "" {
		t.Log("Globals are not judged: standard Go's runtime defines some. Why there is no TinyGo: " + noTinyGo)
		return
	}
	assert.Empty(t, got.Added)
}

// ./url is for pages that want the module as a file of its own: compiled as it
// streams in, or at once where the server calls it something else.
func TestModuleByURL(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"application/wasm", "application/octet-stream", "text/html"} {
		p := openShop(t)
		tb := newTab(t)
		tb.open(asLocalhost(serve(t, moduleAs(kind))))
		got := eval[string](tb, `async (endpoint) => {
			const { komojuTokenize } = await import("/komoju-tokenize.url.mjs");
			await komojuTokenize.init();
			const token = await komojuTokenize({ type: "toss", email: "taro@example.com" }, { publishableKey: "pk_test_komoju_sandbox", endpoint });
			return token.id;
		}`, p.api)
		assert.Contains(t, got, "tok_", kind)
		asked := 0
		for _, e := range tb.net.all() {
			if strings.HasSuffix(e.URL, ".wasm") {
				asked++
			}
		}
		assert.Equal(t, 1, asked, kind)
	}
}

func moduleAs(kind string) http.Handler {
	files := http.FileServerFS(os.DirFS(dist("")))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/":
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write([]byte(`<!doctype html><link rel="icon" href="data:,">`))
			return
		case strings.HasSuffix(r.URL.Path, ".mjs"):
			w.Header().Set("Content-Type", "text/javascript")
		case strings.HasSuffix(r.URL.Path, ".wasm"):
			w.Header().Set("Content-Type", kind)
		}
		files.ServeHTTP(w, r)
	})
}
