package main

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// exports are all that the module offers its host. wasm-metadce drops whatever
// serves none of them: TinyGo adds exports of its own (fminimum and the like).
var exports = []string{
	"memory", "_initialize", "buffer",
	"komojuTokenize", "komojuAnswer", "komojuValidate", "komojuVersion",
}

// The flags of the shipped module, in this order of use. No scheduler: nothing
// in it waits. A panic traps, since texts of panics are never read and would
// be shipped. The memory is wasm/browser's own arena, not a collector's.
var (
	tinygoFlags = []string{
		"-target", "wasm/browser/komoju.json", "-buildmode=c-shared", "-scheduler=none",
		"-panic=trap", "-gc=none", "-opt=z", "-no-debug",
	}
	features = []string{"--enable-multivalue", "--enable-bulk-memory", "--enable-sign-ext", "--enable-nontrapping-float-to-int", "--enable-mutable-globals"}
	// Merging blocks makes functions whose bytes repeat less: brotli loses by it.
	wasmFlags = []string{"-Oz", "--converge", "--skip-pass=merge-blocks", "--strip-debug", "--strip-producers", "--strip-target-features"}
)

// compileTinyGo answers the module that ships.
func compileTinyGo(t tree, c *compiler) ([]byte, error) {
	temp, err := os.MkdirTemp("", "komoju-build-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	in := func(name string) string { return filepath.Join(temp, name) }
	roots, err := json.Marshal(reachable(exports))
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(in("roots.json"), roots, 0o644); err != nil {
		return nil, err
	}
	first, err := c.compile(t, "./wasm/browser")
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(in("1.wasm"), first, 0o644); err != nil {
		return nil, err
	}
	steps := [][]string{
		join([]string{"wasm-metadce", in("1.wasm"), "--graph-file", in("roots.json"), "-o", in("2.wasm")}, features),
		join([]string{"wasm-opt", in("2.wasm"), "-o", in("3.wasm")}, features, wasmFlags),
	}
	for _, step := range steps {
		if _, err := output(command(t.root, c.env, step[0], step[1:]...)); err != nil {
			return nil, err
		}
	}
	module, err := os.ReadFile(in("3.wasm"))
	if err != nil {
		return nil, err
	}
	return module, judge(module, exports)
}

// compile answers what TinyGo makes of a package.
func (c *compiler) compile(t tree, pkg string) ([]byte, error) {
	temp, err := os.MkdirTemp("", "komoju-build-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	out := filepath.Join(temp, "out.wasm")
	args := join([]string{"build", "-o", out}, tinygoFlags, []string{pkg})
	if _, err := output(command(t.root, c.env, c.program, args...)); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// node is one of wasm-metadce's graph: what reaches nothing from a root goes.
type node struct {
	Name    string   `json:"name"`
	Export  string   `json:"export,omitempty"`
	Reaches []string `json:"reaches,omitempty"`
	Root    bool     `json:"root,omitempty"`
}

func reachable(names []string) []node {
	graph := []node{{Name: "host", Reaches: names, Root: true}}
	for _, name := range names {
		graph = append(graph, node{Name: name, Export: name})
	}
	return graph
}

// compileGo answers the module as standard Go builds it, and the script that
// such a module needs, as Go's own distribution has it.
func compileGo(t tree) (module []byte, support string, err error) {
	out := t.std("komoju-tokenize.wasm")
	env := []string{"GOOS=js", "GOARCH=wasm"}
	build := command(t.root, env, "go", "build", "-buildvcs=false", "-trimpath", "-ldflags=-s -w -buildid=", "-o", out, "./wasm/browser")
	if _, err := output(build); err != nil {
		return nil, "", err
	}
	goroot, err := output(command(t.root, nil, "go", "env", "GOROOT"))
	if err != nil {
		return nil, "", err
	}
	script, err := os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, "", err
	}
	if err := write(t.std("wasm_exec.js"), script); err != nil {
		return nil, "", err
	}
	module, err = os.ReadFile(out)
	return module, string(script), err
}

func join(lists ...[]string) []string {
	var out []string
	for _, list := range lists {
		out = append(out, list...)
	}
	return out
}
