package host

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// Row is a case in short: one value of one field, and what must become of it.
type Row struct {
	Why   string
	Type  string // payment type
	Field string
	In    string          // as typed
	JSON  json.RawMessage // a value that is no string, instead of In
	With  map[string]any  // the other members
	Key   string          // publishable key; "" is one of the test mode

	// What validate must say of the field. Without Sent these count.
	Value     *string // folded; nil is not looked at
	Code      string  // of its problem, "" for none
	Potential *bool

	// Sent is payment_details as tokenize must send it.
	Sent map[string]any
}

// clock is the time of most cases, in minutes: 13 November 2026.
const clock = "29908800"

// Case is the row as a call: of tokenize when it says what is sent, else of
// validate.
func (r Row) Case() Case {
	c := Case{Why: r.Type + "." + r.Field + ": " + r.Why, Call: "validate", In: r.in(), Want: map[string]any{}}
	if r.Sent != nil {
		c.Call = "tokenize"
		c.Want["json"] = map[string]any{"payment_details": r.Sent}
		return c
	}
	c.Want["problem["+r.Field+"]"] = r.Code
	if r.Value != nil {
		c.Want["fields["+r.Field+"][value]"] = *r.Value
	}
	if r.Potential != nil {
		c.Want["#fields["+r.Field+"][potential]"] = string(encode(*r.Potential))
	}
	return c
}

func (r Row) in() [][2]string {
	key := r.Key
	if key == "" {
		key = "pk_test_key"
	}
	in := [][2]string{{"setting[publishableKey]", key}, {"setting[now]", clock}}
	if r.Field != "type" {
		in = append(in, pair("type", encode(r.Type)))
	}
	value := r.JSON
	if value == nil {
		value = encode(r.In)
	}
	in = append(in, pair(r.Field, value))
	for _, name := range slices.Sorted(maps.Keys(r.With)) {
		in = append(in, pair(name, encode(r.With[name])))
	}
	return in
}

// pair is a member as the loader flattens it: # before the name of JSON text.
func pair(name string, value json.RawMessage) [2]string {
	key := "payment_details[" + name + "]"
	var text string
	if strings.HasPrefix(string(value), `"`) && json.Unmarshal(value, &text) == nil {
		return [2]string{key, text}
	}
	return [2]string{"#" + key, string(value)}
}

func encode(value any) json.RawMessage {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // a row was read from JSON
	}
	return text
}
