package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// readyBinaryen puts wasm-opt and wasm-metadce on PATH: the pinned ones of npm,
// whose module is a twentieth smaller (Debian's 108 handles functions with two
// results badly), or Debian's where there is no npm.
func readyBinaryen(t tree) error {
	if _, err := exec.LookPath("npm"); err != nil {
		fmt.Println("Without npm, Debian's wasm-opt makes the module: it works, only larger, of other bytes than the released ones.")
		return install(t, missing(binaryenPackages))
	}
	home := t.path(".build", "binaryen")
	bin := filepath.Join(home, "node_modules", ".bin")
	if err := os.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH")); err != nil {
		return err
	}
	fresh, err := copyPins(t.path("wasm", "internal", "toolchain"), home)
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(bin, "wasm-opt")); err == nil && fresh {
		return nil
	}
	fmt.Println("Installing binaryen into .build/binaryen")
	_, err = output(command(home, nil, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"))
	return err
}

// copyPins copies what npm ci reads, and says whether it was there already.
func copyPins(from, to string) (fresh bool, err error) {
	fresh = true
	for _, name := range []string{".npmrc", "package.json", "package-lock.json"} {
		want, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return false, err
		}
		have, _ := os.ReadFile(filepath.Join(to, name))
		fresh = fresh && bytes.Equal(want, have)
		if err := write(filepath.Join(to, name), want); err != nil {
			return false, err
		}
	}
	return fresh, nil
}
