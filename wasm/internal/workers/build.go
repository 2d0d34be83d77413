package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"komoju-tokenize/wasm/internal/licences"
)

// library is where the JavaScript side of Go on Workers comes from, at the
// version of go.mod. Its own generator of these files would remove the output
// folder first; one file of them is needed.
const library = "github.com/syumai/workers"

// goFlags leave out HTTP/2, which fetch speaks, and Go's own client would.
var goFlags = []string{"-buildvcs=false", "-trimpath", "-tags=nethttpomithttp2", "-ldflags=-s -w -buildid="}

func buildGo() error {
	out := filepath.Join(".build", "worker")
	compile := exec.Command("go", append(append([]string{"build"}, goFlags...), "-o", filepath.Join(out, "app.wasm"), "./wasm/worker")...)
	compile.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if _, err := output(compile); err != nil {
		return err
	}
	from, err := output(exec.Command("go", "list", "-m", "-f", "{{.Dir}}", library))
	if err != nil {
		return err
	}
	if err := writeLicences(filepath.Join(out, licences.File)); err != nil {
		return err
	}
	return bundle("wasm/worker/entry.mjs", filepath.Join(out, "worker.mjs"),
		map[string]string{"wasm_exec": filepath.Join(from, "cmd", "workers-assets-gen", "assets", "wasm_exec_go.js")})
}

// buildLight bundles as wrangler does. The package's name leads to its entry for
// workerd, as the package's own conditions lead wrangler there.
func buildLight() error {
	dist, err := filepath.Abs(filepath.Join("js", "dist"))
	if err != nil {
		return err
	}
	err = bundle("demo/examples/worker-light/src/worker.js", ".build/worker-light/worker.mjs",
		map[string]string{"komoju-tokenize": filepath.Join(dist, "komoju-tokenize.workerd.mjs")})
	for _, name := range []string{module, licences.File} {
		err = errors.Join(err, copyFile(filepath.Join(dist, name), filepath.Join(".build", "worker-light", name)))
	}
	return err
}

func buildForward() error {
	return bundle("e2e/workers/testdata/forward.mjs", ".build/worker-forward/worker.mjs", nil)
}

// module is the package's, which the light one uploads beside its script.
const module = "komoju-tokenize.wasm"

func bundle(entry, out string, alias map[string]string) error {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Outfile: out, Write: true, Bundle: true,
		Format: api.FormatESModule, Target: api.ES2022, Alias: alias, External: []string{"*.wasm"}, // the host compiles them

		LegalComments: api.LegalCommentsNone, Banner: map[string]string{"js": banner},
		Charset: api.CharsetUTF8, MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
	})
	if messages := append(result.Errors, result.Warnings...); len(messages) > 0 {
		return errors.New(strings.Join(api.FormatMessages(messages, api.FormatMessagesOptions{}), ""))
	}
	return nil
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return fmt.Errorf("%w (make build first?)", err)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}

// output runs cmd and answers its standard output, trimmed. A failure carries all
// that the program said.
func output(cmd *exec.Cmd) (string, error) {
	var out, said strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%s: %w\n%s%s", strings.Join(cmd.Args, " "), err, out.String(), said.String())
	}
	return strings.TrimSpace(out.String()), nil
}
