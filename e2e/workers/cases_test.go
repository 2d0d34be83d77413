package workers

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// asks are the case as requests: as JSON, and where it has no member that is no
// text, as a form.
func (c contract) asks(t *testing.T) map[string]ask {
	json, form, plain := c.details(t), url.Values{}, true
	for _, pair := range c.In {
		name, raw := strings.CutPrefix(pair[0], "#")
		if strings.HasPrefix(name, "payment_details[") {
			form.Set(name, pair[1])
			plain = plain && !raw && !strings.Contains(name, "][") // in a form that means nesting
		}
	}
	language := map[string]string{"Accept-Language": c.get("setting[locale]")}
	asks := map[string]ask{"as JSON": {body: json, header: language}}
	if plain && c.Call != "answer" {
		form.Set("locale", c.get("setting[locale]"))
		form.Set("currency", c.get("setting[currency]"))
		asks["as a form"] = ask{body: ordered(form, c.In), header: map[string]string{"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}}
	}
	return asks
}

// ordered writes a form in the case's order, which that of the request follows.
func ordered(form url.Values, in [][2]string) string {
	var parts []string
	for _, pair := range in {
		if form.Has(pair[0]) {
			parts = append(parts, url.Values{pair[0]: form[pair[0]]}.Encode())
			form.Del(pair[0])
		}
	}
	return strings.Join(append(parts, form.Encode()), "&")
}

// details is the body as the loader writes it. An answer of KOMOJU's needs some
// that are sent.
func (c contract) details(t *testing.T) string {
	var members []string
	for _, pair := range c.In {
		name, raw := strings.CutPrefix(pair[0], "#")
		if inner, is := strings.CutPrefix(name, "payment_details["); is {
			members = append(members, quoted(t, strings.TrimSuffix(inner, "]"))+":"+value(t, pair[1], raw))
		}
	}
	switch {
	case c.Call == "answer" && len(members) > 0:
		members = append(members, `"type":"dospara","user_no":"12345","email":"taro@shop.example"`)
	case c.Call == "answer":
		members = append(members, `"type":"toss","email":"taro@shop.example"`)
	}
	return fmt.Sprintf(`{"payment_details":{%s},"currency":%s}`, strings.Join(members, ","), quoted(t, c.get("setting[currency]")))
}

func value(t *testing.T, text string, raw bool) string {
	if raw {
		return text
	}
	return quoted(t, text)
}

func quoted(t *testing.T, text string) string {
	encoded, err := json.Marshal(text)
	require.NoError(t, err)
	return string(encoded)
}

// upstream answers what the case says came.
func (c contract) upstream() http.HandlerFunc {
	body := map[string]any{}
	for _, pair := range c.In {
		name, raw := strings.CutPrefix(pair[0], "#")
		if path, is := strings.CutPrefix(name, "body["); is {
			put(body, strings.Split(strings.TrimSuffix(path, "]"), "]["), pair[1], raw)
		}
	}
	return func(w http.ResponseWriter, _ *http.Request) {
		var status int
		_, _ = fmt.Sscan(c.get("status"), &status)
		w.Header().Set("Retry-After", c.get("retry_after"))
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(body)
	}
}

func put(into map[string]any, path []string, text string, raw bool) {
	if len(path) > 1 {
		inner, _ := into[path[0]].(map[string]any)
		if inner == nil {
			inner = map[string]any{}
			into[path[0]] = inner
		}
		put(inner, path[1:], text, raw)
		return
	}
	into[path[0]] = text
	if raw {
		into[path[0]] = json.RawMessage(text)
	}
}
