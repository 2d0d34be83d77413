// Command workers makes the two edge services as they are deployed, prints their
// sizes and fails over a budget. It is run from the repository's top folder, after
// wasm/internal/build, whose package the light one holds:
//
//	go run ./wasm/internal/workers
//
// It writes .build/worker (Go, on github.com/syumai/workers), .build/worker-light
// (JavaScript around the package) and .build/worker-forward (JavaScript that only
// forwards; for comparison, never deployed).
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "workers:", err)
		os.Exit(1)
	}
}

func run() error {
	for _, build := range []func() error{buildGo, buildLight, buildForward} {
		if err := build(); err != nil {
			return err
		}
	}
	return printSizes()
}
