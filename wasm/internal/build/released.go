package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
)

// released is the sha256 of what the released files' TinyGo makes of fixture. The
// version alone says little: with another LLVM, Go or wasm-opt the same version
// makes other bytes, and nobody could tell a shop's files from altered ones. The
// module itself differs from commit to commit, hence a program that does not. Record
// it anew, from the test that names it, when TinyGo, Go, binaryen, wasm/browser's
// target or the flags change.
const released = "cfce53c1b11a320c8dae0aab2da36c1896af1d3abeed61c5b4fb6217d3ac9829"

// releasedBy is what that TinyGo says of itself. Another Go or LLVM may do as well.
const releasedBy = "tinygo version 0.41.1 linux/amd64 (using go version go1.26.8 and LLVM version 19.1.7)"

const fixture = "wasm/internal/build/testdata/fixture"

// try compiles the fixture, and leaves in other what is not as it was for the
// released files. An error says that this TinyGo cannot build the module at all.
func (c *compiler) try(t tree, want string) error {
	said, err := output(command(t.root, c.env, c.program, "version"))
	if err != nil {
		return errors.New("it does not say its version")
	}
	pin, err := pinned(t)
	if err != nil {
		return err
	}
	sum, err := c.sum(t, said)
	if err != nil {
		lines := strings.Split(strings.TrimSpace(err.Error()), "\n")
		return fmt.Errorf("it cannot build the module (%s): %s", said, lines[len(lines)-1])
	}
	c.pinned = version(said) == pin
	switch {
	case !c.pinned:
		c.other = fmt.Sprintf("%s is not the pinned %s", said, pin)
	case sum != want:
		c.other = fmt.Sprintf("%s, with %s and the wasm-opt on PATH, makes other bytes of %s than those recorded", said, runtime.Version(), fixture)
	}
	return nil
}

var versionPattern = regexp.MustCompile(`version (\d\S*)`)

// version reads what `tinygo version` says.
func version(said string) string {
	if found := versionPattern.FindStringSubmatch(said); found != nil {
		return found[1]
	}
	return "unknown"
}

// pinned is the version that wasm/internal/toolchain requires.
func pinned(t tree) (string, error) {
	text, err := os.ReadFile(t.path("wasm", "internal", "toolchain", "go.mod"))
	if err != nil {
		return "", err
	}
	_, rest, found := strings.Cut(string(text), tinygoModule+" v")
	if !found {
		return "", errors.New("wasm/internal/toolchain requires no TinyGo")
	}
	return strings.Fields(rest)[0], nil
}

// sum answers the sha256 of the compiled fixture. Compiling takes a second or two,
// so that it stays in a file for as long as nothing that it depends on changes.
func (c *compiler) sum(t tree, said string) (string, error) {
	key, err := c.key(t, said)
	if err != nil {
		return "", err
	}
	kept := t.path(".build", "tinygo-tried", key)
	if sum, err := os.ReadFile(kept); err == nil {
		return string(sum), nil
	}
	made, err := c.compile(t, "./"+fixture)
	if err != nil {
		return "", err
	}
	sum := fmt.Sprintf("%x", sha256.Sum256(made))
	return sum, write(kept, []byte(sum))
}

// key changes with all that the bytes depend on. A program is known by its place,
// size and time; tinygo by what it says too, since it may be a script around one.
func (c *compiler) key(t tree, said string) (string, error) {
	about := append(join(tinygoFlags, c.env), said, runtime.Version(), os.Getenv("TINYGOROOT"))
	for _, name := range []string{c.program, "wasm-opt", "wasm-ld", "clang"} {
		about = append(about, mark(name))
	}
	for _, file := range []string{filepath.Join(fixture, "main.go"), "wasm/browser/komoju.json"} {
		text, err := os.ReadFile(t.path(file))
		if err != nil {
			return "", err
		}
		about = append(about, string(text))
	}
	return fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(about, "\x00")))), nil
}

func mark(program string) string {
	path, err := exec.LookPath(program)
	if err != nil {
		return program
	}
	info, err := os.Stat(path)
	if err != nil {
		return path
	}
	return fmt.Sprint(path, info.Size(), info.ModTime().UnixNano())
}
