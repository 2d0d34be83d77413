package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// verify builds two copies of the tree in folders of different names, each with
// an empty cache of TinyGo's, and fails unless every byte is the same and no
// file knows the folder it was built in. So anyone can tell that what a shop
// serves was made from these sources.
func verify(t tree, c choice) error {
	made, err := findTinyGo(t, c)
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "komoju-verify-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	var sums [2]map[string]string
	for i, name := range []string{"one", "another/place"} {
		if sums[i], err = buildCopy(t, tree{filepath.Join(temp, name)}, made); err != nil {
			return err
		}
	}
	for _, file := range artefacts() {
		if sums[0][file] != sums[1][file] {
			return fmt.Errorf("%s differs between two builds: %s, %s", file, sums[0][file], sums[1][file])
		}
		fmt.Println(sums[0][file], file)
	}
	fmt.Println("Two builds, the same bytes.")
	made.sayOther()
	return nil
}

// buildCopy copies from to to, builds there and answers each file's sha256.
func buildCopy(from, to tree, made *compiler) (map[string]string, error) {
	if err := copyTree(from, to); err != nil {
		return nil, err
	}
	// TinyGo has its cache there. Go's own would follow and start from nothing.
	cache, err := output(exec.Command("go", "env", "GOCACHE"))
	if err != nil {
		return nil, err
	}
	fresh := *made
	fresh.env = join(made.env, []string{"XDG_CACHE_HOME=" + to.path(".build", "cache"), "GOCACHE=" + cache})
	if err := buildAll(to, &fresh); err != nil {
		return nil, err
	}
	sums := map[string]string{}
	for _, file := range artefacts() {
		data, err := os.ReadFile(to.artefact(file))
		if err != nil {
			return nil, err
		}
		if path := leak(to, data); path != "" {
			return nil, fmt.Errorf("%s holds the path %s", file, path)
		}
		sums[file] = fmt.Sprintf("%x", sha256.Sum256(data))
	}
	return sums, nil
}

// copyTree copies what a build reads: everything but the outputs.
func copyTree(from, to tree) error {
	if err := os.MkdirAll(to.root, 0o755); err != nil {
		return err
	}
	script := `tar --exclude=./.git --exclude=./.build --exclude=./js/dist --exclude=node_modules -cf - . | tar -xf - -C "$TO"`
	_, err := output(command(from.root, []string{"TO=" + to.root}, "sh", "-c", script))
	return err
}

// leak answers the first path of this machine that a file holds.
func leak(t tree, data []byte) string {
	said, err := output(exec.Command("go", "env", "GOROOT", "GOMODCACHE", "GOCACHE"))
	if err != nil {
		return err.Error()
	}
	for _, path := range append(strings.Fields(said), t.root, os.TempDir()+"/komoju-") {
		if bytes.Contains(data, []byte(path)) {
			return path
		}
	}
	return ""
}
