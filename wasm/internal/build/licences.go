package main

import "komoju-tokenize/wasm/internal/licences"

// banner stands at the head of each bundle, where whoever copies one file sees it.
const banner = "/*! MIT, BSD: LICENSES.txt */"

// writeLicences writes those of all that the package contains. TinyGo's speaks of
// LLVM too: no library of it is linked, and its exception asks for no notice of what
// a compiler puts into its output (https://llvm.org/LICENSE.txt).
func writeLicences(t tree, made *compiler) error {
	parts := []licences.Part{
		licences.Of("komoju-tokenize", licences.Folder(t.root)),
		licences.Go(),
		licences.Of("esbuild: a few lines of komoju-tokenize.cjs, https://esbuild.github.io", licences.Module("github.com/evanw/esbuild")),
	}
	if made.lack == "" {
		// TinyGo's own archives leave the file out; its module has it.
		pin := t.path("wasm", "internal", "toolchain")
		parts = append(parts, licences.Of("TinyGo: its runtime, https://tinygo.org",
			licences.Said(command(t.root, made.env, made.program, "env", "TINYGOROOT")),
			licences.Said(command(pin, nil, "sh", "-c", "go mod download "+tinygoModule+" && go list -m -f '{{.Dir}}' "+tinygoModule))))
	}
	return licences.Join(t.dist(licences.File), parts...)
}
