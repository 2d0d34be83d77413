package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"komoju-tokenize/wasm/internal/licences"
)

// budgets are in bytes of the code that is uploaded, after gzip: Cloudflare's limit
// is 3 MB on the free plan, and each start of an isolate loads it.
var budgets = []struct {
	dir   string
	limit int
}{
	{"worker", 1_800_000},
	{"worker-light", 26_624},
}

func printSizes() error {
	fmt.Printf("%-14s %9s %9s %9s\n", "worker", "raw", "gzip", "budget")
	var over []string
	for _, b := range budgets {
		raw, packed, err := sizeOf(filepath.Join(".build", b.dir))
		if err != nil {
			return err
		}
		limit := b.limit
		if b.dir == "worker-light" && byGo() {
			limit = 0
			fmt.Println("The package was built with standard Go: the light one's size is printed, not judged.")
		}
		fmt.Printf("%-14s %9d %9d %9d\n", b.dir, raw, packed, limit)
		if limit > 0 && packed > limit {
			over = append(over, fmt.Sprintf("%s by %d bytes", b.dir, packed-limit))
		}
	}
	if over != nil {
		return fmt.Errorf("over budget: %s", strings.Join(over, ", "))
	}
	return nil
}

// byGo says whether TinyGo could not be had; wasm/internal/build leaves the
// reason in a file.
func byGo() bool {
	reason, _ := os.ReadFile(filepath.Join(".build", "no-tinygo"))
	return len(bytes.TrimSpace(reason)) > 0
}

func sizeOf(dir string) (raw, packed int, err error) {
	files, err := os.ReadDir(dir)
	for _, file := range files {
		if file.Name() == licences.File {
			continue // wrangler uploads it as a text; no start reads it
		}
		data, failed := os.ReadFile(filepath.Join(dir, file.Name()))
		if failed != nil {
			return 0, 0, failed
		}
		raw, packed = raw+len(data), packed+gzipped(data)
	}
	return raw, packed, err
}

// A write into a buffer cannot fail, hence the errors left alone here.
func gzipped(data []byte) int {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Len()
}
