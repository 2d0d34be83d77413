package floors

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const top = "../../.."

// list is `go list` as the module's compilers see the tree: js/wasm.
func list(t *testing.T, args ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-buildvcs=false"}, args...)...)
	cmd.Dir, cmd.Env = top, append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	require.NoError(t, err, said.String())
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

const withImports = `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`

func TestImportsGoDown(t *testing.T) {
	for _, program := range []string{module, worker} {
		linked := 0
		for _, line := range list(t, "-deps", "-f", withImports, program) {
			words := strings.Fields(line)
			if strings.HasPrefix(words[0], ours) {
				require.Empty(t, judgeFloor(words[0], words[1:]))
				linked++
			}
		}
		require.Greater(t, linked, 5, "%s is made of the floors; fewer means that this test sees nothing", program)
	}
}

func TestModuleLinksNothingBanned(t *testing.T) {
	require.Empty(t, judgeLinked(list(t, "-deps", module)))
}

func TestStrangersStayStrange(t *testing.T) {
	for _, line := range list(t, "-deps", "-f", withImports, "./demo/sandbox/...") {
		words := strings.Fields(line)
		require.Empty(t, judgeStranger(words[0], words[1:]))
	}
}

func TestFilesAreShort(t *testing.T) {
	browser := 0
	visit(t, func(path string, lines int) {
		require.LessOrEqual(t, lines, longest, "%s is too long", path)
		if strings.HasPrefix(path, "wasm/browser/") {
			browser += lines
		}
	})
	require.NotZero(t, browser)
	require.LessOrEqual(t, browser, browserLines, "wasm/browser holds no rules; what grows there belongs to a floor below")
}

// visit calls f with each Go file that is no test.
func visit(t *testing.T, f func(path string, lines int)) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && (name == "node_modules" || name == "dist" || path != top && strings.HasPrefix(name, ".")) {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		data, err := os.ReadFile(path)
		f(strings.TrimPrefix(path, top+"/"), bytes.Count(data, []byte("\n")))
		return err
	}))
}

// A rule that nothing can break guards nothing.
func TestRulesBite(t *testing.T) {
	for _, row := range []struct {
		why   string
		found []string
		want  string
	}{
		{"a floor sees the one above", judgeFloor(ours+"wasm/card", []string{ours + "wasm/payment"}), "wasm/card (floor 0) may not import wasm/payment"},
		{"a floor sees its neighbour", judgeFloor(ours+"wasm/payment", []string{"strings", ours + "wasm/message"}), "wasm/payment (floor 1) may not import wasm/message"},
		{"the module takes in the edge service", judgeFloor(ours+"wasm/browser", []string{ours + "wasm/edge"}), "wasm/browser (floor 4) may not import wasm/edge"},
		{"a package that nobody placed", judgeFloor(ours+"wasm/new", nil), ours + "wasm/new has no floor in wasm/internal/floors"},
		{"a parent of a banned package's", judgeLinked([]string{"strings", "net/url"}), "the module may not link net/url"},
		{"the handle table of syscall/js keeps card data", judgeLinked([]string{"syscall/js"}), "the module may not link syscall/js"},
		{"the sandbox judges by the module's rules", judgeStranger(ours+"demo/sandbox", []string{ours + "wasm/card"}), ours + "demo/sandbox may not import " + ours + "wasm/card"},
		{"a function that nobody fuzzes", judgeFuzzed([]function{{"", "Read"}}, nil), "FuzzRead is missing, or leaves Read out"},
		{"a method whose target calls something else", judgeFuzzed([]function{{"Type", "Fields"}}, map[string][]string{"FuzzTypeFields": {"f", "Add"}}), "FuzzTypeFields is missing, or leaves Fields out"},
	} {
		require.Equal(t, []string{row.want}, row.found, row.why)
	}
	require.Empty(t, judgeLinked([]string{"internal/strconv", "internal/runtime/sys", "internal/oserror"}), "the runtime's own")
	require.Empty(t, judgeFuzzed([]function{{"", "Read"}}, map[string][]string{"FuzzRead": {"Read"}}), "one that has its target")
	require.Empty(t, judgeStranger(ours+"demo", []string{ours + "wasm/payment"}), "the shop may use the catalogue")
}
