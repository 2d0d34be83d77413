package e2e

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cell is one way to use the package: an example, and what it is built or run
// with. It passes when a token comes out of the packed package.
type cell struct {
	way     string
	tool    string // npm package whose pinned version the table shows
	example string // under demo/examples
	script  string // of its package.json
	seen    string // what proves it
	run     func(*project)
}

// matrix is every way that the README promises. All of them run wherever the
// tests do, so no row has a reason not to; a tool that is missing is a failure.
var matrix = []cell{
	{"plain `<script>`", "", "script-tag", "", inChromium, (*project).scriptTag},
	{"esbuild", "esbuild", "bundlers", "esbuild", inChromium, (*project).built},
	{"Rollup", "rollup", "bundlers", "rollup", inChromium, (*project).built},
	{"webpack", "webpack", "bundlers", "webpack", inChromium, (*project).built},
	{"Parcel", "parcel", "bundlers", "parcel", inChromium, (*project).built},
	{"Vite, build (React)", "vite", "vite-react", "build", inChromium, (*project).built},
	{"Vite, dev server (React)", "vite", "vite-react", "dev", inChromium, (*project).viteDev},
	{"the `url` entry, webpack", "webpack", "bundlers", "webpack", inChromium, (*project).builtByURL},
	{"the `url` entry, Parcel", "parcel", "bundlers", "parcel", inChromium, (*project).builtByURL},
	{"the `url` entry, Vite, build", "vite", "bundlers", "vite", inChromium, (*project).builtByURL},
	{"Next.js, app router", "next", "nextjs", "build", inChromium + ", and one from an edge route", (*project).next},
	{"Node.js, `import`", "", "node", "esm", onStdout, (*project).prints},
	{"Node.js, `require`", "", "node", "cjs", onStdout, (*project).prints},
	{"Bun", "bun", "bun", "start", onStdout, (*project).prints},
	{"Deno", "deno", "deno", "start", onStdout, (*project).prints},
	{"workerd", "workerd", "workerd", "build", "a token from a request to the worker", (*project).workerd},
}

const (
	inChromium = "a token in Chromium"
	onStdout   = "a payment with the token"
)

// The package works untouched in whatever a shop builds or runs it with: a
// version of it that one of these cannot take closes those shops' checkouts.
// Not parallel: the builds take both cores, and no other test should wait.
func TestMatrix(t *testing.T) {
	requireTools(t)
	pack := packed(t)
	slots := make(chan struct{}, 2)
	t.Run("cells", func(t *testing.T) {
		for _, c := range matrix {
			t.Run(c.way, func(t *testing.T) {
				t.Parallel()
				slots <- struct{}{}
				defer func() { <-slots }()
				c.run(newProject(t, pack, c))
			})
		}
	})
	if !t.Failed() {
		checkTable(t, "../README.md")
	}
}

// The versions that the examples name are those they are tried with.
func TestExamplesNamePinnedVersions(t *testing.T) {
	pinned := readPackage(t, "matrix/package.json").all()
	pinned["komoju-tokenize"] = readPackage(t, "../js/package.json").Version
	files, err := filepath.Glob("../demo/examples/*/package.json")
	require.NoError(t, err)
	seen := 0
	for _, file := range files {
		if example := filepath.Base(filepath.Dir(file)); !tried(example) {
			continue // another test's
		}
		seen++
		for name, version := range readPackage(t, file).all() {
			assert.Equal(t, pinned[name], version, "%s in %s", name, file)
		}
	}
	assert.Positive(t, seen)
}

func tried(example string) bool {
	for _, c := range matrix {
		if c.example == example {
			return true
		}
	}
	return false
}

// table is the matrix for the README.
func table(t *testing.T) string {
	t.Helper()
	pinned := readPackage(t, "matrix/package.json").all()
	var out strings.Builder
	out.WriteString("| way | version tried | example | seen |\n|---|---|---|---|\n")
	for _, c := range matrix {
		fmt.Fprintf(&out, "| %s | %s | [`%s`](demo/examples/%s)%s | %s |\n",
			c.way, cmp.Or(pinned[c.tool], "–"), c.example, c.example, c.command(), c.seen)
	}
	return out.String()
}

func (c cell) command() string {
	if c.script == "" {
		return ""
	}
	return ": `npm run " + c.script + "`"
}

// checkTable fails when the README's table is not this matrix; -update writes it.
func checkTable(t *testing.T, path string) {
	t.Helper()
	const open, shut = "<!-- generated: matrix -->\n", "<!-- /generated -->"
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	head, rest, found := strings.Cut(string(text), open)
	old, tail, closed := strings.Cut(rest, shut)
	require.True(t, found && closed, "%s has no block for the matrix: %s…%s", path, open, shut)
	want := "\n" + table(t) + "\n"
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(head+open+want+shut+tail), 0o644))
		return
	}
	assert.Equal(t, want, old, "the README's matrix is stale: go test ./e2e -run TestMatrix -update")
}
