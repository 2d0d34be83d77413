package shop

import (
	"encoding/json"
	"html/template"
	"net/http"
	"strings"

	"komoju-tokenize/demo/static"
	"komoju-tokenize/wasm/message"
)

// tags name the languages in the order of message.Lang.
var tags = [...]string{message.EN: "en", message.JA: "ja", message.KO: "ko", message.ZH: "zh"}

// texts of the pages by language and key.
var texts = func() (all map[string]map[string]string) {
	raw, err := static.Files.ReadFile("texts.json")
	if err == nil {
		err = json.Unmarshal(raw, &all)
	}
	if err != nil {
		panic("shop: texts.json: " + err.Error()) // built in, so it fails in every test
	}
	return all
}()

var pages = template.Must(template.New("").Option("missingkey=error").Funcs(template.FuncMap{
	"language": func(tag string) string { return texts[tag]["language"] },
	"around":   around,
}).ParseFS(static.Files, "*.html"))

// sides of a place in a text: languages put an amount in different places.
type sides struct{ Before, After string }

func around(place, text string) sides {
	before, after, _ := strings.Cut(text, place)
	return sides{before, after}
}

// view is what every page is drawn from.
type view struct {
	Lang      string
	Languages []string
	Path      string
	T         map[string]string
}

func viewOf(r *http.Request) (view, message.Lang) {
	l := message.Language(r.URL.Query().Get("lang") + "," + r.Header.Get("Accept-Language"))
	return view{tags[l], tags[:], r.URL.Path, texts[tags[l]]}, l
}

// checkout answers GET /.
func (s *shop) checkout(w http.ResponseWriter, r *http.Request) {
	v, l := viewOf(r)
	draw(w, http.StatusOK, "checkout.html", struct {
		view
		Key, Endpoint, Home, Broken string
		Test, Direct                bool // Direct: the page sends past the shop, as it then promises
		Currencies                  []string
		Lines                       []line
		Totals                      []money
	}{
		v, s.config.PublishableKey, s.config.Endpoint, home, message.Text("module_failed", l),
		strings.HasPrefix(s.config.PublishableKey, "pk_test_"), s.config.API == "", currencies, order, totals(),
	})
}

func totals() (all []money) {
	for _, currency := range currencies {
		all = append(all, total(currency))
	}
	return all
}

func draw(w http.ResponseWriter, status int, name string, v any) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	// The templates are tried in tests; what fails here is the connection.
	_ = pages.ExecuteTemplate(w, name, v)
}
