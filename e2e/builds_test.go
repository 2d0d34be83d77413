package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// builds are copies of the two builds, so that every test sees the same one
// though somebody builds meanwhile.
var builds string

// noTinyGo is why the shipping build is standard Go's, "" when it is TinyGo's.
var noTinyGo string

// keepBuilds copies js/dist and .build/std.
func keepBuilds(into string) error {
	builds = into
	if err := keepBuild("dist", folder("KOMOJU_DIST", "../js/dist"), "komoju-tokenize.js"); err != nil {
		return err
	}
	from := folder("KOMOJU_STD", "../.build/std")
	noTinyGo = reason(from)
	return keepBuild("std", from, "wasm_exec.js")
}

func keepBuild(name, from, file string) error {
	if _, err := os.Stat(filepath.Join(from, file)); err != nil {
		return fmt.Errorf("%s is not in %s: run make build first", file, from)
	}
	return os.CopyFS(filepath.Join(builds, name), os.DirFS(from))
}

func folder(variable, usual string) string {
	if given := os.Getenv(variable); given != "" {
		return given
	}
	return usual
}

// reason is what the build wrote beside standard Go's folder when it found no
// TinyGo.
func reason(folder string) string {
	if given, told := os.LookupEnv("KOMOJU_NO_TINYGO"); told {
		return given
	}
	text, _ := os.ReadFile(filepath.Join(folder, "..", "no-tinygo"))
	return strings.TrimSpace(string(text))
}

// dist is a file of the shipping build, std one of the build by standard Go.
func dist(name string) string { return filepath.Join(builds, "dist", name) }
func std(name string) string  { return filepath.Join(builds, "std", name) }
