package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checkout is a tree with what a compiler is judged by, and nothing built in it.
func checkout(t *testing.T) tree {
	t.Helper()
	here := tree{t.TempDir()}
	for _, file := range []string{fixture + "/main.go", "wasm/browser/komoju.json", "wasm/internal/toolchain/go.mod"} {
		text, err := os.ReadFile(filepath.Join("../../..", file))
		require.NoError(t, err)
		require.NoError(t, write(here.path(file), text))
	}
	return here
}

// fake writes a tinygo that says a version and compiles everything to the same
// bytes, or fails when there are none. It notes each time that it compiled.
func fake(t *testing.T, path, version, bytes string) (compiled func() int) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "log")
	script := fmt.Sprintf("#!/bin/sh\nif [ \"$1\" = version ]; then echo 'tinygo version %s linux/amd64 (using go version go1.26.8 and LLVM version 19.1.7)'; exit; fi\n"+
		"echo compiled >> '%s'\n[ '%s' ] && printf %%s '%s' > \"$3\"\n", version, log, bytes, bytes)
	require.NoError(t, write(path, []byte(script)))
	require.NoError(t, os.Chmod(path, 0o755))
	return func() int {
		text, _ := os.ReadFile(log)
		return strings.Count(string(text), "compiled")
	}
}

// said answers what run printed.
func said(t *testing.T, run func()) string {
	t.Helper()
	r, w, err := os.Pipe()
	require.NoError(t, err)
	kept := os.Stdout
	os.Stdout = w
	defer func() { os.Stdout = kept }()
	run()
	require.NoError(t, w.Close())
	text, err := io.ReadAll(r)
	require.NoError(t, err)
	return string(text)
}

func hash(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text))) }

// A tinygo that somebody happens to have must not change, unsaid, what shoppers run.
func TestTinyGoOnPathMustMakeTheReleasedBytes(t *testing.T) {
	pin, err := pinned(checkout(t))
	require.NoError(t, err)
	const right, wrong = "the bytes", "other bytes"
	for _, row := range []struct {
		why, version, bytes string
		asked               choice
		used                bool
		says                []string
	}{
		{"all as released", pin, right, auto, true, nil},
		{"all as released, asked for", pin, right, tinygo, true, nil},
		{"the version, by another LLVM", pin, wrong, auto, false, []string{"is not used: tinygo version " + pin, "other bytes"}},
		{"the same, asked for", pin, wrong, tinygo, true, []string{"These bytes are not the released ones: tinygo version " + pin}},
		{"a newer one", "0.42.0", right, auto, false, []string{"is not used: tinygo version 0.42.0", "is not the pinned " + pin}},
		{"a newer one, asked for", "0.42.0", wrong, tinygo, true, []string{"These bytes are not the released ones: tinygo version 0.42.0"}},
		{"an older one", "0.40.1", wrong, auto, false, []string{"is not used", "0.40.1"}},
		{"one whose number begins alike", pin + "1", right, auto, false, []string{"is not the pinned"}},
		{"a build between two versions", pin + "-dev", right, auto, false, []string{"is not the pinned"}},
		{"one that fails", pin, "", auto, false, []string{"is not used: it cannot build the module"}},
		{"one that fails, asked for", pin, "", tinygo, false, []string{"is not used: it cannot build the module"}},
	} {
		here, bin := checkout(t), t.TempDir()
		fake(t, filepath.Join(bin, "tinygo"), row.version, row.bytes)
		fake(t, ownTinyGo(here).program, pin, right)
		t.Setenv("PATH", bin+":/usr/bin:/bin")
		var found *compiler
		text := said(t, func() {
			found = pick(here, row.asked, hash(right))
			found.sayOther()
		})
		want := ownTinyGo(here).program
		if row.used {
			want = filepath.Join(bin, "tinygo")
		}
		assert.Equal(t, want, found.program, row.why)
		for _, words := range row.says {
			assert.Contains(t, text, words, row.why)
		}
		assert.Equal(t, len(row.says) == 0, text == "", "%s: %s", row.why, text)
	}
}

// Without one of our own the build makes it, and does so again when the pin moved.
func TestOwnTinyGo(t *testing.T) {
	t.Setenv("PATH", "/usr/bin:/bin")
	here := checkout(t)
	require.Nil(t, pick(here, auto, released), "nothing was built yet")
	fake(t, ownTinyGo(here).program, "0.40.1", "the bytes")
	require.Nil(t, pick(here, auto, hash("the bytes")), "the pin moved since")
	pin, err := pinned(here)
	require.NoError(t, err)
	fake(t, ownTinyGo(here).program, pin, "other bytes")
	found := pick(here, auto, hash("the bytes"))
	require.NotNil(t, found, "there is no better one")
	assert.Contains(t, said(t, found.sayOther), "These bytes are not the released ones")
	assert.Contains(t, said(t, (&compiler{lack: "no clang"}).sayOther), "These bytes are not the released ones: they are standard Go's")
}

// Each build asks; a second each time would be too long, and an old answer wrong.
func TestFixtureIsCompiledOnce(t *testing.T) {
	here, bin := checkout(t), t.TempDir()
	t.Setenv("PATH", bin+":/usr/bin:/bin")
	pin, err := pinned(here)
	require.NoError(t, err)
	path := filepath.Join(bin, "tinygo")
	compiled := fake(t, path, pin, "the bytes")
	for range 3 {
		require.NotNil(t, pick(here, auto, hash("the bytes")))
	}
	assert.Equal(t, 1, compiled())
	compiled = fake(t, path, pin, "other bytes")
	said(t, func() { require.Nil(t, pick(here, auto, hash("the bytes")), "the program was exchanged") })
	assert.Equal(t, 1, compiled())
}

// What is recorded must be what the pinned tools make, or every build is called
// strange. After a change of a version or a flag record what this prints.
func TestRecordedHashIsThatOfThePinnedTools(t *testing.T) {
	here, err := filepath.Abs("../../..")
	require.NoError(t, err)
	own := ownTinyGo(tree{here})
	bin := filepath.Join(here, ".build", "binaryen", "node_modules", ".bin")
	for _, program := range []string{own.program, filepath.Join(bin, "wasm-opt")} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not there: the pinned tools were not set up (make build)", program)
		}
	}
	t.Setenv("PATH", bin+":"+llvm+":"+os.Getenv("PATH"))
	require.NoError(t, os.RemoveAll(filepath.Join(here, ".build", "tinygo-tried")), "an answer kept would hide a change")
	text, err := output(command(here, own.env, own.program, "version"))
	require.NoError(t, err)
	pin, err := pinned(tree{here})
	require.NoError(t, err)
	require.Equal(t, pin, version(releasedBy), "the pin moved: record anew")
	if text != releasedBy {
		t.Skipf("this machine has other tools (%s) than those of the record (%s)", text, releasedBy)
	}
	sum, err := own.sum(tree{here}, text)
	require.NoError(t, err)
	assert.Equal(t, released, sum)
}
