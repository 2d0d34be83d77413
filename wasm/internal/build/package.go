package main

import (
	"os"
	"path/filepath"
	"slices"
)

// declarations are what TypeScript reads: sources under js, by their names in
// the package. The one for CommonJS declares everything: an ES module's may
// take its types from there, not the other way round.
var declarations = map[string]string{
	"komoju-tokenize.d.cts":      "src/generated/types.d.ts",
	"komoju-tokenize.d.mts":      "declarations/komoju-tokenize.d.mts",
	"komoju-tokenize.wasm.d.cts": "declarations/komoju-tokenize.wasm.d.cts",
}

// finish writes what goes with the code into js/dist, and removes what an older
// build left there, or npm would pack it.
func finish(t tree) error {
	for name, source := range declarations {
		data, err := os.ReadFile(t.path("js", source))
		if err != nil {
			return err
		}
		if err := write(t.dist(name), data); err != nil {
			return err
		}
	}
	if err := writeIntegrity(t); err != nil {
		return err
	}
	if err := writeSiblings(t); err != nil {
		return err
	}
	return sweep(t)
}

// writeSiblings writes each file that browsers load once more, packed, for
// servers that hand out such files as they are (nginx: gzip_static).
func writeSiblings(t tree) error {
	for _, name := range served() {
		data, err := os.ReadFile(t.dist(name))
		if err != nil {
			return err
		}
		if err := write(t.dist(name+".gz"), gzipped(data)); err != nil {
			return err
		}
		if err := write(t.dist(name+".br"), brotlied(data)); err != nil {
			return err
		}
	}
	return nil
}

func sweep(t tree) error {
	list, err := os.ReadDir(t.dist(""))
	if err != nil {
		return err
	}
	made := artefacts()
	for _, entry := range list {
		if slices.Contains(made, entry.Name()) {
			continue
		}
		if err := os.RemoveAll(filepath.Join(t.dist(""), entry.Name())); err != nil {
			return err
		}
	}
	return nil
}
