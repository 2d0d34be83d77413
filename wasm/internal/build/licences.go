package main

import (
	"bytes"
	"os"
	"path/filepath"
)

// licencesFile holds the licences of all that the package contains. Those of Go and
// TinyGo, whose runtimes are in the module, ask that their notice travels with it.
const licencesFile = "LICENSES.txt"

// banner stands at the head of each bundle, where whoever copies one file sees it.
const banner = "/*! MIT; contains TinyGo and Go, BSD-3-Clause: LICENSES.txt */"

// writeLicences joins the licence files of what was really built from.
func writeLicences(t tree, made *compiler) error {
	goroot, err := output(command(t.root, nil, "go", "env", "GOROOT"))
	if err != nil {
		return err
	}
	texts := []struct{ name, path string }{
		{"komoju-tokenize", t.path("LICENSE")},
		{"Go, in the module", filepath.Join(goroot, "LICENSE")},
	}
	if made.lack == "" {
		root, err := output(command(t.root, made.env, made.program, "env", "TINYGOROOT"))
		if err != nil {
			return err
		}
		texts = append(texts, struct{ name, path string }{"TinyGo, in the module", filepath.Join(root, "LICENSE")})
	}
	var out bytes.Buffer
	for _, text := range texts {
		data, err := os.ReadFile(text.path)
		if err != nil {
			return err
		}
		out.WriteString("== " + text.name + "\n\n" + string(bytes.TrimSpace(data)) + "\n\n")
	}
	return write(t.dist(licencesFile), out.Bytes())
}
