package e2e

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// search knows the forms that a value may hide in, by name.
type search []struct {
	name string
	form *regexp.Regexp
}

// in names the forms in which a text holds the value.
func (s search) in(text string) (found []string) {
	for _, d := range s {
		if d.form.MatchString(text) {
			found = append(found, d.name)
		}
	}
	return found
}

func (s *search) add(name, pattern string) {
	*s = append(*s, struct {
		name string
		form *regexp.Regexp
	}{name, regexp.MustCompile(pattern)})
}

// disguises makes the search for a value: as it stands or with separators, in
// any case, either of these reversed; hex; the escapes of JSON, addresses and
// HTML; base64 at its three alignments.
func disguises(value string) (s search) {
	s.add("plain", apart(value))
	s.add("reversed", apart(reversed(value)))
	s.add("hex", "(?i)"+hex.EncodeToString([]byte(value)))
	s.add("JSON", "(?i)"+regexp.QuoteMeta(strings.Trim(strconv.QuoteToASCII(value), `"`)))
	quoted, _ := json.Marshal(value)
	s.add("JSON of Go", regexp.QuoteMeta(strings.Trim(string(quoted), `"`)))
	s.add("address", "(?i)"+regexp.QuoteMeta(url.QueryEscape(value)))
	for alignment := range 3 {
		s.add("base64 at "+strconv.Itoa(alignment), base64At(value, alignment))
	}
	return s
}

// apart matches the characters with any separators between them.
func apart(value string) string {
	var parts []string
	for _, r := range value {
		parts = append(parts, regexp.QuoteMeta(string(r)))
	}
	return "(?i)" + strings.Join(parts, `[\s\-_.,/+|]*`)
}

func reversed(value string) string {
	runes := []rune(value)
	slices.Reverse(runes)
	return string(runes)
}

// base64At is what of the value's base64 does not depend on its neighbours when
// so many bytes of a group stand before it; in either alphabet.
func base64At(value string, before int) string {
	text := base64.StdEncoding.EncodeToString(append(make([]byte, before), value...))
	text = text[(before*8+5)/6 : (before+len(value))*8/6]
	return strings.NewReplacer(`\+`, `[+-]`, "/", "[/_]").Replace(regexp.QuoteMeta(text))
}

// A search that finds nothing would let every leak pass.
func TestSearchFindsDisguises(t *testing.T) {
	const number = "378282246310005"
	for name, text := range map[string]string{
		"plain":    "a 3782-822463 10005 b",
		"reversed": "500 0136422 82873",
		"hex":      hex.EncodeToString([]byte(" " + number)),
	} {
		assert.Contains(t, disguises(number).in(text), name)
	}
	for before := range 3 {
		text := base64.URLEncoding.EncodeToString([]byte("xyz"[:before] + number + "}"))
		assert.Contains(t, disguises(number).in(text), "base64 at "+strconv.Itoa(before))
	}
	assert.Contains(t, disguises("ねこ").in(`"\u306d\u3053"`), "JSON")
	assert.Contains(t, disguises("ねこ").in("?a=%e3%81%ad%e3%81%93"), "address")
	assert.Contains(t, disguises("x<b>").in(`{"a":"x\u003cb\u003e"}`), "JSON of Go")
	assert.Empty(t, disguises(number).in("378282246310006 4111111111111111"))
}
