package edge

import (
	"bytes"
	_ "embed"
	"net/http"
)

// The catalogue: all that a page needs to draw a form for any type, by
// wasm/internal/generate.
//
//go:embed fields.json
var fields []byte

// catalogue answers the types that are taken here, their fields and the stores.
func (c *call) catalogue() *answer {
	all, _ := members(fields)
	var body bytes.Buffer
	before := `{"types":[`
	for _, kind := range elements([]byte(find(all, "types").Value)) {
		if about, _ := members([]byte(kind)); c.Cards || text(about, "name") != card {
			body.WriteString(before)
			body.WriteString(kind)
			before = ","
		}
	}
	body.WriteString(`],"stores":` + find(all, "stores").Value + "}")
	return &answer{status: http.StatusOK, body: body.Bytes(), cache: "public, max-age=3600"}
}
