package workers

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/message"
)

// Every refusal stands before KOMOJU is asked: nothing may arrive there.
func TestRefusals(t *testing.T) {
	const card = `{"payment_details":{"type":"credit_card","number":"4111111111111111","month":"12","year":"2040"}}`
	plain := map[string]string{"Content-Type": "text/plain"}
	for _, row := range []struct {
		setup  string
		ask    ask
		status int
		code   string
		why    string
	}{
		{"shop", ask{header: map[string]string{"Origin": "https://evil.example"}, body: voucher}, 403, "forbidden", "a page elsewhere"},
		{"shop", ask{header: map[string]string{"Origin": "https://shop.example.evil.example"}, body: voucher}, 403, "forbidden", "one that begins alike"},
		{"shop", ask{header: map[string]string{"Origin": "http://shop.example"}, body: voucher}, 403, "forbidden", "another scheme"},
		{"shop", ask{header: map[string]string{"Origin": "null"}, body: voucher}, 403, "forbidden", "a sandboxed frame"},
		{"shop", ask{header: map[string]string{"Origin": ""}, body: voucher}, 403, "forbidden", "no page at all"},
		{"shop", ask{method: "OPTIONS", header: map[string]string{"Origin": "https://evil.example"}}, 403, "forbidden", "its preflight"},
		{"shop", ask{method: "GET", path: "/fields", header: map[string]string{"Origin": "https://evil.example"}}, 403, "forbidden", "the catalogue for it"},
		{"shop", ask{method: "PUT", body: voucher}, 405, "bad_request", "another method"},
		{"shop", ask{method: "GET"}, 405, "bad_request", "a token cannot be read"},
		{"shop", ask{method: "POST", path: "/healthz"}, 405, "bad_request", "nor health be posted"},
		{"shop", ask{path: "/token", body: voucher}, 404, "not_found", "another path"},
		{"shop", ask{path: "/tokens/", body: voucher}, 404, "not_found", "a path below"},
		{"shop", ask{path: "/constructor", body: voucher}, 404, "not_found", "a name that all objects have"},
		{"shop", ask{header: plain, body: voucher}, 415, "bad_request", "text/plain needs no preflight"},
		{"shop", ask{header: map[string]string{"Content-Type": ""}, body: voucher}, 415, "bad_request", "no type"},
		{"shop", ask{header: map[string]string{"Content-Type": "multipart/form-data; boundary=x"}, body: voucher}, 415, "bad_request", "a form with files"},
		{"shop", ask{body: strings.Repeat("x", 16<<10+1)}, 413, "details_too_large", "over 16 KB"},
		{"shop", ask{body: `{"payment_details":{"type":"toss","email":"` + strings.Repeat("x", 5000) + `"}}`}, 413, "details_too_large", "details over 4 KB"},
		{"shop", ask{body: `{"payment_details":`}, 400, "unreadable_details", "JSON that ends too early"},
		{"shop", ask{body: `{"payment_details":"toss"}`}, 400, "unreadable_details", "details that are no object"},
		{"shop", ask{body: `{"payment_details":[]}`}, 400, "unreadable_details", "a list"},
		{"shop", ask{body: `[1]`}, 400, "unreadable_details", "a body that is no object"},
		{"shop", ask{}, 400, "unreadable_details", "no body"},
		{"shop", ask{header: basic("pk_test_other"), body: voucher}, 401, "unauthorized", "another shop's key"},
		{"shop", ask{header: basic("sk_test_x"), body: voucher}, 401, "secret_key", "a secret key in a page"},
		{"cardless", ask{body: card}, 422, "invalid_payment_type", "cards without leave"},
		{"keyless", ask{body: voucher}, 503, "missing_key", "no key"},
		{"keyless", ask{method: "GET", path: "/healthz"}, 503, "missing_key", "which its health tells"},
		{"secret", ask{body: voucher}, 503, "secret_key", "a secret key in the set-up"},
		{"odd", ask{body: voucher}, 503, "invalid_key", "a key that is none"},
		{"plain", ask{body: voucher}, 503, "invalid_endpoint", "http to elsewhere"},
		{"originless", ask{body: voucher}, 503, "service_unavailable", "nobody is allowed"},
		{"star", ask{body: voucher}, 503, "service_unavailable", "everybody is"},
		{"wildcard", ask{body: voucher}, 503, "service_unavailable", "every part of a domain is"},
		{"semicolon", ask{body: voucher}, 503, "service_unavailable", "origins parted by what parts none"},
		{"shop", ask{header: map[string]string{"Authorization": "Bearer sk_test_x"}, body: voucher}, 401, "secret_key", "a secret key under another scheme"},
		{"shop", ask{method: "GET", path: "/healthz?key=sk_live_x"}, 401, "secret_key", "a secret key in an address"},
		{"shop", ask{body: `{"key":"sk_test_x"}`}, 401, "secret_key", "a secret key in a body"},
		{"shop", ask{header: map[string]string{"Content-Encoding": "gzip"}, body: voucher}, 415, "bad_request", "a packed body"},
		{"shop", ask{path: "/%74okens", body: voucher}, 404, "not_found", "a path in other words"},
		{"cardless", ask{body: `{"payment_details":{"type":"paypay","x":{"y":["4111-1111-1111-1111"]}}}`}, 422, "invalid_payment_type", "a card under another type"},
		{"cardless", ask{body: `{"payment_details":{"type":"zz","verification_value":"123"}}`}, 422, "invalid_payment_type", "a part of a card"},
	} {
		t.Run(row.why, func(t *testing.T) {
			everywhere(t, row.setup, func(t *testing.T, url string) {
				id := newID()
				g := row.ask.of(t, url, id)
				assert.Equal(t, row.status, g.status)
				assert.Equal(t, row.code, g.code())
				assert.NotEmpty(t, g.fault()["message"])
				assert.NotEmpty(t, g.fault()["detail"], "whoever set it up must learn why")
				assert.Equal(t, "no-store", g.header.Get("Cache-Control"))
				assert.Equal(t, id, g.header.Get("X-Request-Id"))
				assert.Equal(t, row.status == 405, g.header.Get("Allow") != "", "a 405 names the method that is right")
				assert.Empty(t, komoju.arrived(id))
			})
		})
	}
}

func basic(key string) map[string]string {
	return map[string]string{"Authorization": "Basic " + base64.StdEncoding.EncodeToString([]byte(key+":"))}
}

// What passes, of what looks like the refusals above.
func TestWhatPasses(t *testing.T) {
	const form = "application/x-www-form-urlencoded"
	for why, a := range map[string]ask{
		"the page's own key":          {header: basic(testKey), body: voucher},
		"the second origin":           {header: map[string]string{"Origin": "https://other.example"}, body: voucher},
		"under a prefix":              {path: "/pay/tokens", body: voucher},
		"with a charset":              {header: map[string]string{"Content-Type": "Application/JSON; charset=utf-8"}, body: voucher},
		"a form":                      {header: map[string]string{"Content-Type": form}, body: "payment_details[type]=toss&payment_details[email]=taro%40shop.example"},
		"the last of two":             {body: `{"payment_details":{"type":"toss","email":"no","email":"taro@shop.example"}}`},
		"16 KB":                       {body: voucher + strings.Repeat(" ", 16<<10-len(voucher)-16)},
		"members beside the details":  {body: `{"locale":5,"currency":null,"other":[1],` + voucher[1:]},
		"a body with a mark":          {body: "\ufeff" + voucher},
		"an address like a key":       {body: `{"payment_details":{"type":"toss","email":"sk_test_taro@shop.example"}}`},
		"a currency of the shop's":    {body: `{"currency":"JPY",` + voucher[1:]},
		"a header that is no id here": {header: map[string]string{"X-Request-Id": ""}, body: voucher},
	} {
		t.Run(why, func(t *testing.T) {
			everywhere(t, "shop", func(t *testing.T, url string) {
				g := a.of(t, url, newID())
				assert.Equal(t, 200, g.status, g.body)
				assert.Equal(t, "token", g.json["resource"])
				assert.NotEmpty(t, g.header.Get("X-Request-Id"))
				assert.Equal(t, strconv.Itoa(len(g.body)), g.header.Get("Content-Length"), "in chunks, a proxy may not keep the connection")
			})
		})
	}
}

// Without these a browser keeps the answer, and the refusal's reason, from the
// page; with credentials or a star it would keep nothing from anybody.
func TestPagesMayReadAnswers(t *testing.T) {
	everywhere(t, "shop", func(t *testing.T, url string) {
		preflight := ask{method: "OPTIONS"}.of(t, url, newID())
		assert.Equal(t, 204, preflight.status)
		assert.Contains(t, preflight.header.Get("Access-Control-Allow-Headers"), "authorization, content-type")
		assert.Contains(t, preflight.header.Get("Access-Control-Allow-Methods"), "POST")
		refused := ask{header: map[string]string{"Content-Type": "text/plain"}}.of(t, url, newID())
		for _, g := range []got{preflight, refused, ask{body: voucher}.of(t, url, newID())} {
			assert.Equal(t, page, g.header.Get("Access-Control-Allow-Origin"))
			assert.Equal(t, "Origin", g.header.Get("Vary"))
			assert.Empty(t, g.header.Get("Access-Control-Allow-Credentials"))
		}
		evil := ask{header: map[string]string{"Origin": "https://evil.example"}}.of(t, url, newID())
		assert.Empty(t, evil.header.Get("Access-Control-Allow-Origin"))
	})
}

// Cut at its comma, the header would ask for French and get English.
func TestLanguageHeaderArrivesWhole(t *testing.T) {
	everywhere(t, "shop", func(t *testing.T, url string) {
		g := ask{body: `{"payment_details":{}}`, header: map[string]string{"Accept-Language": "fr-FR, ja;q=0.8"}}.of(t, url, newID())
		assert.Equal(t, "入力内容をご確認ください。", g.fault()["message"])
	})
}

// The light service chooses a refusal's sentence itself: as the others do.
func TestRefusalsSpeak(t *testing.T) {
	for tags, l := range map[string]message.Lang{"ko": message.KO, "zh-Hant-TW": message.ZH, "JA;q=0.1": message.JA,
		"kok, ja": message.JA, "fr, de": message.EN, "": message.EN, "english, zh": message.ZH} {
		for name, urls := range all {
			g := ask{header: map[string]string{"Accept-Language": tags, "Content-Type": "text/plain"}}.of(t, urls["shop"], newID())
			assert.Equal(t, message.Text("bad_request", l), g.fault()["message"], "%s %q", name, tags)
		}
	}
}

func TestCatalogue(t *testing.T) {
	var first map[string]any
	for _, setup := range []string{"shop", "cardless"} {
		for name, urls := range all {
			g := ask{method: "GET", path: "/fields", header: map[string]string{"Origin": ""}}.of(t, urls[setup], newID())
			assert.Equal(t, 200, g.status, name)
			assert.Equal(t, "public, max-age=3600", g.header.Get("Cache-Control"), name)
			assert.Equal(t, setup == "shop", strings.Contains(g.body, `"credit_card"`), "%s %s: a form must not ask for what is refused", name, setup)
			assert.Contains(t, g.body, `"family_name_kana"`)
			if setup == "shop" && first == nil {
				first = g.json
			} else if setup == "shop" {
				assert.Equal(t, first, g.json, name)
			}
		}
	}
}

func TestHealth(t *testing.T) {
	everywhere(t, "shop", func(t *testing.T, url string) {
		g := ask{method: "GET", path: "/healthz", header: map[string]string{"Origin": ""}}.of(t, url, newID())
		assert.Equal(t, 200, g.status)
		assert.Equal(t, true, g.json["ok"])
	})
}

// Card testers come from few addresses; another shopper's must still pass.
func TestRateLimit(t *testing.T) {
	everywhere(t, "limited", func(t *testing.T, url string) {
		from := func(address string) got {
			return ask{body: voucher, header: map[string]string{"Cf-Connecting-Ip": address}}.of(t, url, newID())
		}
		assert.Equal(t, 200, from("192.0.2.1").status)
		assert.Equal(t, 200, from("192.0.2.1").status)
		third := from("192.0.2.1")
		assert.Equal(t, 429, third.status)
		assert.Equal(t, "too_many_requests", third.code())
		assert.Equal(t, "60", third.header.Get("Retry-After"), "without it the loader asks again at once")
		assert.Equal(t, 200, from("192.0.2.2").status)
		for i, status := range []int{200, 200, 429} {
			assert.Equal(t, status, from(fmt.Sprintf("2001:db8:0:7::%d", i+1)).status, "one connection has a whole /64")
		}
		assert.Equal(t, 200, from("2001:db8:0:8::1").status)
	})
}

func TestRateLimitThatCannotBeAsked(t *testing.T) {
	everywhere(t, "uncounted", func(t *testing.T, url string) {
		assert.Equal(t, 200, ask{body: voucher}.of(t, url, newID()).status)
	})
}

// HEAD is GET without the body: what watches a service asks so.
func TestHead(t *testing.T) {
	everywhere(t, "shop", func(t *testing.T, url string) {
		for _, path := range []string{"/healthz", "/fields"} {
			get := ask{method: "GET", path: path, header: map[string]string{"Origin": ""}}.of(t, url, newID())
			head := ask{method: "HEAD", path: path, header: map[string]string{"Origin": ""}}.of(t, url, newID())
			assert.Equal(t, 200, head.status)
			assert.Empty(t, head.body)
			assert.Equal(t, get.header.Get("Content-Length"), head.header.Get("Content-Length"))
			assert.Equal(t, get.header.Get("Content-Type"), head.header.Get("Content-Type"))
		}
	})
}

// An address that Go cannot read ends before a handler in its own servers, so it has
// no body that all three could have.
func TestPathThatIsBroken(t *testing.T) {
	for _, urls := range all {
		g := raw{"shop", "GET", "/%zz/healthz", nil, "", false}
		request, err := http.NewRequest(g.method, urls[g.setup], nil)
		require.NoError(t, err)
		request.URL.Opaque = g.target
		response, err := client.Do(request)
		require.NoError(t, err)
		response.Body.Close()
		assert.Equal(t, 400, response.StatusCode)
	}
}

// A body that ends before its length is none, and no slow one.
func TestBodyThatIsCutShort(t *testing.T) {
	everywhere(t, "shop", func(t *testing.T, url string) {
		answer := spoken(t, url, "Content-Length: 100", "{", true)
		assert.Equal(t, 400, answer.StatusCode)
	})
}
