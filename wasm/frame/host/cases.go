package host

import (
	"encoding/json"
	"fmt"
	"os"
)

// Case is a call of the table that every build and every service must agree on,
// wasm/frame/testdata/cases.json.
type Case struct {
	Why  string
	Call string         // tokenize, answer or validate
	In   [][2]string    // keys and values
	Want map[string]any // members of the answer; null is one it may not have
}

// Cases reads the table.
func Cases(path string) (list []Case, err error) {
	text, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(text, &list)
	}
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("no cases in %s", path)
	}
	return list, err
}
