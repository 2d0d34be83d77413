// Command build makes the files that a shop serves, and the ones the tests
// compare them with. It is run from the repository's top folder:
//
//	go run ./wasm/internal/build [-compiler auto|tinygo|go] [build|toolchain|size|verify]
//
// build writes js/dist (what ships) and .build/std (the same from standard Go);
// toolchain only makes sure that TinyGo is at hand; size judges js/dist by its
// budgets; verify builds the tree twice elsewhere and compares every byte.
package main

import (
	"flag"
	"fmt"
	"os"
)

// commands are the words this program knows.
var commands = map[string]func(tree, choice) error{
	"build":     func(t tree, c choice) error { _, err := buildWith(t, c); return err },
	"toolchain": func(t tree, c choice) error { _, err := findTinyGo(t, c); return err },
	"size":      func(t tree, _ choice) error { return printSizes(t) },
	"verify":    verify,
}

func main() {
	compiler := flag.String("compiler", "auto", "auto, tinygo or go; auto takes standard Go only where TinyGo cannot be had")
	flag.Parse()
	name := flag.Arg(0)
	if name == "" {
		name = "build"
	}
	run, known := commands[name]
	if !known || flag.NArg() > 1 {
		fmt.Fprintf(os.Stderr, "build: no command %q; see go doc ./wasm/internal/build\n", flag.Args())
		os.Exit(2)
	}
	if err := start(run, choice(*compiler)); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func start(run func(tree, choice) error, c choice) error {
	root, err := os.Getwd()
	if err != nil {
		return err
	}
	if _, err := os.Stat("wasm/browser"); err != nil {
		return fmt.Errorf("run this from the repository's top folder: %w", err)
	}
	return run(tree{root}, c)
}
