package edge

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/payment"
)

// expected is what encoding/json makes of an object, in its order.
func expected(t *testing.T, raw []byte) (list payment.Details, ok bool) {
	d := json.NewDecoder(bytes.NewReader(raw))
	if start, err := d.Token(); err != nil || start != json.Delim('{') || !json.Valid(raw) {
		return nil, false
	}
	for d.More() {
		name, err := d.Token()
		require.NoError(t, err)
		var value json.RawMessage
		require.NoError(t, d.Decode(&value))
		m := payment.Member{Name: name.(string)}
		if value[0] == '"' {
			require.NoError(t, json.Unmarshal(value, &m.Value))
		} else {
			var compact bytes.Buffer
			require.NoError(t, json.Compact(&compact, value))
			m.Value, m.Raw = compact.String(), true
		}
		list = put(list, m)
	}
	return list, true
}

// Where the two differ, a shopper's name would be sent on as another, or a card
// number be looked for in the wrong place.
func FuzzMembers(f *testing.F) {
	for _, seed := range []string{`{}`, ` { "a" : "b" } `, `{"a":{"b":["]","}",{"c":"\\\"" }]},"d":-1.5e3 ,"e":[] }`, `{"a":"\u3042\ud83d\ude00\/\b\f\n\r\t\"\\"}`,
		`{"a":"\ud83d","b":"\ude00\ud83d","c":"\ud83dx","d":"\ud83d\u0041"}`, `{"a":1,"a":"2"}`, `{"":null,"t":true}`, `{"a":"b"`, `[{}]`, `"{"`, ``, `{"a":1}}`,
		"{\"a\":\"\xff\"}", `{"a":"あ"}`, "\ufeff{}", `{"\u0061":"b","a":"c"}`, `{"a":{}}`, `{"a":[1,[2,[3]]],"b":"]"}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		want, ok := expected(t, raw)
		got, is := members(raw)
		assert.Equal(t, ok, is)
		for i := range want { // a run of broken bytes is one sign here, one each there; the core refuses both
			want[i].Name, want[i].Value = signs(want[i].Name), signs(want[i].Value)
		}
		for i := range got {
			got[i].Name, got[i].Value = signs(got[i].Name), signs(got[i].Value)
		}
		assert.Equal(t, want, got)
	})
}

func signs(s string) string {
	s = legible(s)
	for strings.Contains(s, "\uFFFD\uFFFD") {
		s = strings.ReplaceAll(s, "\uFFFD\uFFFD", "\uFFFD")
	}
	return s
}
