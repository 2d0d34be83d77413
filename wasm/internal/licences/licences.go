// Package licences joins the licence files of what a build was made from into one
// that goes wherever the built files go. They are read when it is built, from the
// sources that were used: nothing of it is written down here, or it would go stale.
package licences

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// File is the name of the joined file, in the package and beside a Worker.
const File = "LICENSES.txt"

// Part is one work among those that a file is made of, and the folders that may
// hold its licence: the first that does is asked.
type Part struct {
	Name    string
	Folders []func() (string, error)
}

// Of is a part whose licence lies in its own folder.
func Of(name string, folders ...func() (string, error)) Part { return Part{name, folders} }

// Folder is a folder whose name is known.
func Folder(name string) func() (string, error) {
	return func() (string, error) { return name, nil }
}

// Said is a folder that a command prints.
func Said(cmd *exec.Cmd) func() (string, error) {
	return func() (string, error) {
		out, err := cmd.Output()
		return strings.TrimSpace(string(out)), err
	}
}

// Go is Go's runtime and library. Some distributions keep its licence elsewhere;
// golang.org/x has the same text, of the same authors.
func Go() Part {
	return Of("Go: its runtime and library, https://go.dev",
		Said(exec.Command("go", "env", "GOROOT")), Folder("/usr/share/licenses/go"), Module("golang.org/x/text"))
}

// Module is the folder of a module that go.mod requires.
func Module(path string) func() (string, error) {
	return Said(exec.Command("sh", "-c", `go mod download "$1" && go list -m -f '{{.Dir}}' "$1"`, "sh", path))
}

// Join writes the licences of all parts. It fails when one cannot be found: without
// it what was built may not be handed on.
func Join(to string, parts ...Part) error {
	var out bytes.Buffer
	for _, part := range parts {
		text, err := part.text()
		if err != nil {
			return err
		}
		fmt.Fprintf(&out, "== %s\n\n%s\n\n", part.Name, bytes.TrimSpace(text))
	}
	return os.WriteFile(to, out.Bytes(), 0o644)
}

func (p Part) text() ([]byte, error) {
	for _, folder := range p.Folders {
		dir, err := folder()
		if err != nil || dir == "" {
			continue
		}
		if found, _ := filepath.Glob(filepath.Join(dir, "LICENSE*")); len(found) > 0 {
			return os.ReadFile(found[0])
		}
	}
	return nil, fmt.Errorf("no licence of %s was found", p.Name)
}
