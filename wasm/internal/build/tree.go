package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// tree is a checkout by its absolute path. verify builds two copies.
type tree struct{ root string }

func (t tree) path(parts ...string) string {
	return filepath.Join(append([]string{t.root}, parts...)...)
}

// dist is a file that ships, std one of the standard Go build.
func (t tree) dist(name string) string { return t.path("js", "dist", name) }
func (t tree) std(name string) string  { return t.path(".build", "std", name) }

// command is a program to be run in dir, with env over the process's own.
func command(dir string, env []string, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	return cmd
}

// output runs cmd and answers its standard output, trimmed. A failure carries
// all that the program said, since it is the only trace of it.
func output(cmd *exec.Cmd) (string, error) {
	var out, said strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%s: %w\n%s%s", strings.Join(cmd.Args, " "), err, out.String(), said.String())
	}
	return strings.TrimSpace(out.String()), nil
}

// write writes a file and the folders above it.
func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
