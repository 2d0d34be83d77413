package sandbox

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"
)

// bodyLimit is in bytes. The real limit is unknown; the longest documented
// request is under 1 KB.
const bodyLimit = 64 << 10

// params are a body's members, alike for JSON and form: strings, json.Number,
// nested params, and whatever else JSON holds.
type params = map[string]any

// readBody reads all of the body, up to the limit. net/http notices a caller
// going away only once the body is read, so this comes before any waiting.
func readBody(w http.ResponseWriter, r *http.Request) ([]byte, *refusal) {
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, bodyLimit))
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		refused := badRequest("The request is too large.")
		refused.status = http.StatusRequestEntityTooLarge
		return nil, refused
	}
	if err != nil || !utf8.Valid(raw) {
		return nil, badRequest("The request could not be read.")
	}
	return raw, nil
}

func badRequest(message string) *refusal { return refuse("bad_request", message) }

// parse tells JSON and form apart by the Content-Type alone; any other type is
// bad_request (guess).
func parse(contentType string, raw []byte) (params, *refusal) {
	media, _, _ := mime.ParseMediaType(contentType)
	parser := map[string]func([]byte) (params, error){
		"application/json":                  parseJSON,
		"application/x-www-form-urlencoded": parseForm,
	}[media]
	if parser == nil {
		return nil, badRequest("The content type is neither JSON nor form.")
	}
	parsed, err := parser(raw)
	if err != nil {
		return nil, badRequest("The request could not be parsed.")
	}
	return parsed, nil
}

var errMalformed = errors.New("malformed")

func parseJSON(raw []byte) (params, error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var parsed params
	if err := decoder.Decode(&parsed); err != nil || parsed == nil {
		return nil, errMalformed
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, errMalformed
	}
	return parsed, nil
}

// parseForm nests payment_details[type]=… one level deep; the last of repeated
// names counts. Deeper names are no field of ours and are passed over.
func parseForm(raw []byte) (params, error) {
	values, err := url.ParseQuery(string(raw))
	parsed := params{}
	for name, given := range values {
		outer, inner, nested := strings.Cut(name, "[")
		value := given[len(given)-1]
		switch {
		case !utf8.ValidString(value):
			err = errMalformed
		case !nested && parsed[outer] == nil:
			parsed[outer] = value
		case !nested || !nest(parsed, outer, inner, value):
			err = errMalformed
		}
	}
	return parsed, err
}

// nest reports false when the outer name is a plain value already.
func nest(parsed params, outer, inner, value string) bool {
	if parsed[outer] == nil {
		parsed[outer] = params{}
	}
	members, ok := parsed[outer].(params)
	if name, closed := strings.CutSuffix(inner, "]"); ok && closed && !strings.ContainsAny(name, "[]") {
		members[name] = value
	}
	return ok
}

// absent says whether a required field is missing. Spaces are left to the field's
// own rule (guess): a password may be made of them, and the documents say nothing
// against it.
func absent(value any) bool { return value == nil || value == "" }

// blank is what Rails calls blank: such an optional member counts as not sent
// (guess).
func blank(value any) bool {
	text, isText := value.(string)
	return value == nil || isText && strings.TrimSpace(text) == ""
}

// scalar gives the text of a string or a JSON number; other values are no
// field's value.
func scalar(value any) (string, bool) {
	switch given := value.(type) {
	case string:
		return given, true
	case json.Number:
		return given.String(), true
	}
	return "", false
}
