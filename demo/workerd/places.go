package workerd

import (
	"fmt"
	"os"
	"path/filepath"
)

// Built are the Workers as wasm/internal/workers makes them, by the name of their
// folder: their modules, the entry first.
var Built = map[string][]string{
	"worker":         {"worker.mjs", "app.wasm"},
	"worker-light":   {"worker.mjs", "komoju-tokenize.wasm"},
	"worker-forward": {"worker.mjs"},
}

// Find answers where workerd and the built Workers are, below the repository's
// folder top: as KOMOJU_WORKERD and KOMOJU_WORKERS say, else where make puts them.
func Find(top string) (program, built string, err error) {
	program, built = os.Getenv("KOMOJU_WORKERD"), os.Getenv("KOMOJU_WORKERS")
	if program == "" {
		found, _ := filepath.Glob(filepath.Join(top, "e2e/workers/node_modules/@cloudflare/workerd-*/bin/workerd"))
		if len(found) == 0 {
			return "", "", fmt.Errorf("workerd is not installed (KOMOJU_WORKERD may name it): run make e2e/workers/node_modules/.set-up")
		}
		program = found[0]
	}
	if built == "" {
		built = filepath.Join(top, ".build")
	}
	for name, modules := range Built {
		for _, module := range modules {
			if _, err := os.Stat(filepath.Join(built, name, module)); err != nil {
				return "", "", fmt.Errorf("%s is not built: run make worker (%w)", name, err)
			}
		}
	}
	program, err = filepath.Abs(program)
	return program, built, err
}
