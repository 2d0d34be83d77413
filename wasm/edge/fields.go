package edge

import (
	_ "embed"
	"encoding/json"
	"net/http"
)

// The catalogue: all that a page needs to draw a form for any type, by
// wasm/internal/generate.
//
//go:embed fields.json
var fields []byte

// catalogue answers the types that are taken here, their fields and the stores.
func (c *call) catalogue() *answer {
	var all struct {
		Types  []map[string]json.RawMessage `json:"types"`
		Stores json.RawMessage              `json:"stores"`
	}
	if err := json.Unmarshal(fields, &all); err != nil {
		panic(err) // built in, so it fails in every test
	}
	taken := all.Types[:0]
	for _, kind := range all.Types {
		if c.Cards || string(kind["name"]) != `"`+card+`"` {
			taken = append(taken, kind)
		}
	}
	all.Types = taken
	body, _ := json.Marshal(all) // it was JSON before
	return &answer{status: http.StatusOK, body: body, cache: "public, max-age=3600"}
}
