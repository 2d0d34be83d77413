package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"komoju-tokenize/wasm/internal/licences"
)

// loaderFile is the script-tag file without a module: made only to be weighed.
const loaderFile = "loader (no module)"

const moduleFile = "komoju-tokenize.wasm"

// artefacts are the files that a build makes and that must be the same from
// every build of the same sources.
func artefacts() []string {
	files := append(code(), loaderFile, "std/komoju-tokenize.wasm", "std/komoju-tokenize.js", integrityFile, licences.File)
	for name := range declarations {
		files = append(files, name)
	}
	for _, name := range served() {
		files = append(files, name+".br", name+".gz")
	}
	slices.Sort(files)
	return files
}

// code is what runs of the package.
func code() []string {
	files := []string{moduleFile}
	for _, s := range shapes {
		files = append(files, s.file)
	}
	return files
}

// served is the code that browsers load.
func served() []string {
	files := []string{moduleFile}
	for _, s := range shapes {
		if s.format != api.FormatCommonJS && !strings.HasPrefix(s.source, "compiled") {
			files = append(files, s.file)
		}
	}
	return files
}

// artefact is where a file of that name lies.
func (t tree) artefact(name string) string {
	if name == loaderFile {
		return t.path(".build", "loader.js")
	}
	if file, is := strings.CutPrefix(name, "std/"); is {
		return t.std(file)
	}
	return t.dist(name)
}

// buildWith builds with the compiler that can be had, and says which it was.
func buildWith(t tree, c choice) (*compiler, error) {
	made, err := findTinyGo(t, c)
	if err != nil {
		return nil, err
	}
	if err := buildAll(t, made); err != nil {
		return nil, err
	}
	name := "TinyGo"
	if made.lack != "" {
		name = "standard Go"
	}
	fmt.Printf("Built js/dist with %s, .build/std with standard Go.\n", name)
	made.sayOther()
	return made, nil
}

// sayOther says it where the bytes are not the released ones: by their hash nobody
// can then tell whether a shop serves what these sources give.
func (c *compiler) sayOther() {
	why := c.other
	if c.lack != "" {
		why = "they are standard Go's"
	}
	if why != "" {
		fmt.Printf("These bytes are not the released ones: %s.\n", why)
	}
}

// buildAll compiles the module by both compilers and bundles the loader around
// it. Why no TinyGo was there stays in a file, for tests that need its build.
func buildAll(t tree, made *compiler) error {
	module, support, err := compileGo(t)
	if err != nil {
		return err
	}
	std := inside{module, support}
	ships := std
	if err := write(t.path(".build", "no-tinygo"), []byte(made.lack)); err != nil {
		return err
	}
	if made.lack == "" {
		if module, err = compileTinyGo(t, made); err != nil {
			return err
		}
		ships = inside{module: module}
	}
	if err := write(t.dist(moduleFile), ships.module); err != nil {
		return err
	}
	if err := bundleAll(t, ships, std); err != nil {
		return err
	}
	if err := writeLicences(t, made); err != nil {
		return err
	}
	return finish(t)
}

func bundleAll(t tree, ships, std inside) error {
	type made struct {
		path string
		shape
		with inside
	}
	list := []made{
		{t.std("komoju-tokenize.js"), shapes[0], std},
		{t.artefact(loaderFile), shapes[0], inside{}},
	}
	for _, s := range shapes {
		list = append(list, made{t.dist(s.file), s, ships})
	}
	for _, m := range list {
		data, err := bundle(t, m.shape, m.with)
		if err != nil {
			return err
		}
		if err := write(m.path, data); err != nil {
			return err
		}
	}
	return nil
}
