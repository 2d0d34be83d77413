package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// choice is the compiler that was asked for.
type choice string

const (
	auto   choice = "auto"
	tinygo choice = "tinygo"
	golang choice = "go"
)

// llvm is where Debian puts clang, wasm-ld and llvm-config. TinyGo calls the
// first two by these names.
const llvm = "/usr/lib/llvm-19/bin"

// tinygoModule is pinned by wasm/internal/toolchain.
const tinygoModule = "github.com/tinygo-org/tinygo"

// The Debian packages that TinyGo is built from, and the one whose wasm-opt and
// wasm-metadce go over every module.
var (
	compilerPackages = []string{"llvm-19-dev", "libclang-19-dev", "clang-19", "lld-19"}
	binaryenPackages = []string{"binaryen"}
)

// compiler is a TinyGo ready to run, or why there is none: then standard Go's
// build is what ships.
type compiler struct {
	program string
	env     []string
	lack    string
	pinned  bool   // of the version that wasm/internal/toolchain requires
	other   string // why its bytes are not the released ones
}

// findTinyGo answers a TinyGo: the one on PATH, the one built before, or one that
// it builds now, installing Debian packages where it may. Where that cannot be,
// auto answers which packages are missing.
func findTinyGo(t tree, c choice) (*compiler, error) {
	if c == golang {
		return &compiler{lack: "standard Go was asked for"}, nil
	}
	if err := os.Setenv("PATH", llvm+string(os.PathListSeparator)+os.Getenv("PATH")); err != nil {
		return nil, err
	}
	err := readyBinaryen(t)
	var found *compiler
	if err == nil {
		found = pick(t, c, released)
	}
	if err == nil && found == nil {
		found, err = buildTinyGo(t)
	}
	if err != nil && c == auto {
		fmt.Printf("TinyGo cannot be had: %v. Building with standard Go instead; everything works, only larger.\n", err)
		return &compiler{lack: err.Error()}, nil
	}
	return found, err
}

// pick answers a TinyGo that is there already, or nil. The one on PATH must make
// the released bytes, want, unless tinygo was asked for by name; then it is taken,
// and the build says what it is. Our own is used whatever it makes: there is no better.
func pick(t tree, c choice, want string) *compiler {
	if program, err := exec.LookPath("tinygo"); err == nil {
		there := &compiler{program: program}
		err := there.try(t, want)
		if err == nil && (there.other == "" || c == tinygo) {
			return there
		}
		fmt.Printf("The tinygo on PATH, %s, is not used: %s%s.\n", program, there.other, errorText(err))
	}
	own := ownTinyGo(t)
	if _, err := os.Stat(own.program); err != nil || own.try(t, want) != nil || !own.pinned {
		return nil
	}
	return own
}

// ownTinyGo is the one that buildTinyGo makes.
func ownTinyGo(t tree) *compiler {
	return &compiler{
		program: t.path(".build", "tinygo", "bin", "tinygo"),
		env:     []string{"TINYGOROOT=" + t.path(".build", "tinygo", "root")},
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// missing keeps the packages that are not there. A tool from elsewhere on PATH
// is as good as Debian's.
func missing(packages []string) []string {
	tools := map[string]string{"binaryen": "wasm-metadce", "clang-19": "clang-19", "lld-19": "wasm-ld"}
	var out []string
	for _, name := range packages {
		if tool := tools[name]; tool != "" {
			if _, err := exec.LookPath(tool); err == nil {
				continue
			}
		}
		said, _ := exec.Command("dpkg-query", "-W", "-f", "${Status}", name).Output()
		if string(said) != "install ok installed" {
			out = append(out, name)
		}
	}
	return out
}

// install has apt-get install the packages. Its error is one line for a human.
func install(t tree, packages []string) error {
	if len(packages) == 0 {
		return nil
	}
	list := strings.Join(packages, " ")
	if _, err := exec.LookPath("apt-get"); err != nil || os.Geteuid() != 0 {
		return fmt.Errorf("Debian packages missing: %s (not installed for you, which needs root and apt-get)", list)
	}
	fmt.Println("Installing", list)
	log := t.path(".build", "apt.log")
	if err := write(log, nil); err != nil {
		return err
	}
	script := `{ apt-get update && apt-get install -y --no-install-recommends "$@"; } >"$LOG" 2>&1`
	cmd := command(t.root, []string{"DEBIAN_FRONTEND=noninteractive", "LOG=" + log}, "sh", append([]string{"-c", script, "sh"}, packages...)...)
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("Debian packages missing: %s (apt-get could not install them, see .build/apt.log)", list)
	}
	return nil
}

// buildTinyGo builds the pinned TinyGo into .build/tinygo.
func buildTinyGo(t tree) (*compiler, error) {
	if err := install(t, missing(compilerPackages)); err != nil {
		return nil, err
	}
	fmt.Println("Building TinyGo into .build/tinygo, once (half a minute to a minute)")
	home, pin := t.path(".build", "tinygo"), t.path("wasm", "internal", "toolchain")
	if _, err := output(command(pin, nil, "go", "mod", "download", tinygoModule)); err != nil {
		return nil, err
	}
	source, err := output(command(pin, nil, "go", "list", "-m", "-f", "{{.Dir}}", tinygoModule))
	if err != nil {
		return nil, err
	}
	if err := copyRoot(source, filepath.Join(home, "root")); err != nil {
		return nil, err
	}
	// Debian's clang is there by now, a gcc perhaps not.
	env := []string{"CGO_ENABLED=1", "CC=clang", "CXX=clang++"}
	build := command(pin, env, "go", "build", "-buildvcs=false", "-trimpath", "-tags", "llvm19", "-o", filepath.Join(home, "bin", "tinygo"), tinygoModule)
	if _, err := output(build); err != nil {
		return nil, err
	}
	own := ownTinyGo(t)
	return own, own.try(t, released)
}

// copyRoot makes TinyGo's library writable and gives it the src/net folder that
// it looks for, which a Go module cannot hold: in TinyGo's own tree it is a
// git submodule.
func copyRoot(from, to string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	for _, args := range [][]string{{"cp", "-r", from, to}, {"chmod", "-R", "u+w", to}, {"mkdir", "-p", filepath.Join(to, "src", "net")}} {
		if _, err := output(exec.Command(args[0], args[1:]...)); err != nil {
			return err
		}
	}
	return nil
}
