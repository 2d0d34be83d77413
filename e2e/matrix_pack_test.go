package e2e

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
)

// tools is where the Makefile installs e2e/matrix. Scratch projects lie in it,
// so that every tool is found as in a project of its own.
var tools = sync.OnceValue(func() string {
	path, _ := filepath.Abs(folder("KOMOJU_MATRIX", "../.build/matrix"))
	return path
})

func requireTools(t *testing.T) {
	t.Helper()
	_, err := os.Stat(filepath.Join(tools(), "node_modules", ".set-up"))
	require.NoError(t, err, "the bundlers and runtimes are not installed: run make e2e")
}

// manifest is a package.json.
type manifest struct {
	Version, Unpkg, Jsdelivr      string
	Exports                       any
	Dependencies, DevDependencies map[string]string
}

func (m manifest) all() map[string]string {
	list := map[string]string{}
	maps.Copy(list, m.Dependencies)
	maps.Copy(list, m.DevDependencies)
	return list
}

func readPackage(t *testing.T, path string) (m manifest) {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &m))
	return m
}

// tarball is the package as it would be published, as npm pack describes it.
type tarball struct {
	path      string
	installed string // the folder that npm install makes of it

	Filename     string
	UnpackedSize int
	Files        []struct{ Path string }
}

// packed runs npm pack on what `make build` made: of copies, since others may
// build meanwhile.
func packed(t *testing.T) tarball {
	t.Helper()
	top := t.TempDir()
	at := filepath.Join(top, "js")
	require.NoError(t, os.CopyFS(filepath.Join(at, "dist"), os.DirFS(dist(""))))
	for from, to := range map[string]string{"../js/package.json": "js/package.json", "../js/README.md": "js/README.md", "../js/url/package.json": "js/url/package.json", "../LICENSE": "LICENSE"} {
		text, err := os.ReadFile(from)
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(top, to)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(top, to), text, 0o644))
	}
	var made []tarball
	said := execute(t, at, "npm", "pack", "--json", "--loglevel=error")
	require.NoError(t, json.Unmarshal([]byte(said[strings.Index(said, "["):]), &made), said)
	require.Len(t, made, 1)
	made[0].path = filepath.Join(at, made[0].Filename)
	made[0].installed = install(t, made[0].path)
	return made[0]
}

// install lets npm install the tarball into a project that has nothing else.
func install(t *testing.T, path string) string {
	t.Helper()
	shop := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(shop, "package.json"), []byte(`{"private": true}`), 0o644))
	execute(t, shop, "npm", "install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", path)
	return filepath.Join(shop, "node_modules", "komoju-tokenize")
}

// into puts the installed package into a project. npm itself would ask the
// registry for all else that the project names, which lies further up already.
func (b tarball) into(t *testing.T, dir string) {
	t.Helper()
	require.NoError(t, os.CopyFS(filepath.Join(dir, "node_modules", "komoju-tokenize"), os.DirFS(b.installed)))
}

// execute runs a program to its end and answers what it printed.
func execute(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir, cmd.Env = dir, quiet()
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	require.NoError(t, err, "%s %v\n%s%s", name, args, out, &said)
	return string(out)
}

// quiet is an environment in which no tool asks anybody about news or tells
// anybody of itself, and with the key by which an example's server pays.
func quiet() []string {
	return append(os.Environ(), "NEXT_TELEMETRY_DISABLED=1", "DENO_NO_UPDATE_CHECK=1", "DO_NOT_TRACK=1",
		"NO_UPDATE_NOTIFIER=1", "NO_COLOR=1", "npm_config_update_notifier=false", "KOMOJU_SECRET_KEY="+sandbox.DefaultSecretKey)
}
