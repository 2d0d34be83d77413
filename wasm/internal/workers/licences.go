package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"

	"komoju-tokenize/wasm/internal/licences"
)

// banner heads a Worker's script, and names the file that lies beside it.
const banner = "/*! MIT, BSD: LICENSES.txt */"

// writeLicences writes those of all that the Go Worker is linked of: a module that
// somebody adds brings its own.
func writeLicences(to string) error {
	parts := []licences.Part{licences.Of("komoju-tokenize", licences.Folder(".")), licences.Go()}
	modules, err := linked()
	if err != nil {
		return err
	}
	for _, path := range modules {
		parts = append(parts, licences.Of("https://"+path, licences.Module(path)))
	}
	return licences.Join(to, parts...)
}

// linked lists the modules of others in the Go Worker.
func linked() ([]string, error) {
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", "./wasm/worker")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := output(list)
	return slices.Compact(slices.Sorted(slices.Values(strings.Fields(out)))), err
}
