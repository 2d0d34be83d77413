package host

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Case is a call of the table that every build and every service must agree on:
// wasm/frame/testdata/cases.json, and what the rows of testdata/kinds stand for.
type Case struct {
	Why  string
	Call string         // tokenize, answer or validate
	In   [][2]string    // keys and values
	Want map[string]any // members of the answer; null is one it may not have
}

// Cases reads the table in a folder, wasm/frame/testdata.
func Cases(folder string) ([]Case, error) {
	list, err := readTable[Case](filepath.Join(folder, "cases.json"))
	if err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(folder, "kinds", "*.json"))
	for _, path := range paths {
		rows, err := readTable[Row](path)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			list = append(list, row.Case())
		}
	}
	return list, err
}

func readTable[T any](path string) (list []T, err error) {
	text, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(text, &list)
	}
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("no rows")
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", path, err)
	}
	return list, err
}
