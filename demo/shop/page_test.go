package shop_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
	"komoju-tokenize/demo/shop"
	"komoju-tokenize/demo/static"
	"komoju-tokenize/wasm/payment"
)

// every is one answer of each kind that the shop gives.
func every(p place) map[string]answered {
	paid := p.pay(map[string]any{"token": p.token("JPY", konbini), "type": "konbini"})
	var made struct{ Receipt string }
	require.NoError(p.t, json.Unmarshal([]byte(paid.body), &made))
	all := map[string]answered{
		"paid": paid, "refused": p.pay(map[string]any{"token": "tok_x"}),
		"no json": p.pay(nil, "Content-Type", "text/plain"),
	}
	for _, path := range []string{
		"/", "/?lang=ja", "/?lang=ko", "/?lang=zh", made.Receipt, "/receipt/unknown", "/nothing",
		"/assets/checkout.js", "/assets/forms.json", "/assets/texts.json", "/assets/style.css",
		"/assets/icon.svg", "/assets/komoju-tokenize.js", "/assets/nothing.js",
	} {
		all[path] = p.get(path)
	}
	return all
}

func TestHeadersOnEveryAnswer(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	want := map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
			"img-src 'self'; connect-src 'self' " + p.api.URL + "; form-action 'self'; base-uri 'none'; " +
			"frame-ancestors 'none'; require-trusted-types-for 'script'",
		"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store",
	}
	for path, answer := range every(p) {
		for name, value := range want {
			assert.Equal(t, []string{value}, answer.header.Values(name), "%s: %s", path, name)
		}
	}
}

func TestNoAnswerHoldsTheSecretKey(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	for path, answer := range every(p) {
		assert.NotContains(t, answer.body, "sk_", path)
		for _, values := range answer.header {
			assert.NotContains(t, values, sandbox.DefaultSecretKey, path)
		}
	}
}

// The policy would stop these, and the page with them.
func TestNothingInline(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	inline := regexp.MustCompile(`(?i)<style|\sstyle=|\son[a-z]+=|javascript:|<script[^>]*>[^<]`)
	for path, answer := range every(p) {
		if answer.header.Get("Content-Type") == "text/html; charset=utf-8" {
			assert.NotRegexp(t, inline, answer.body, path)
		}
	}
}

// A field with a name is sent by the browser itself when the script is missing.
func TestTheFormSendsNothingByItself(t *testing.T) {
	page := open(t, sandbox.New(sandbox.Config{})).get("/").body
	assert.Contains(t, page, `method="post" action="/pay" novalidate`)
	assert.Contains(t, page, "<noscript>")
	assert.NotRegexp(t, `<(input|select|textarea)`, page)
}

func TestLanguage(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	for _, c := range []struct{ path, accept, want string }{
		{"/", "", "en"},
		{"/", "ja-JP,ja;q=0.9,en;q=0.8", "ja"},
		{"/?lang=zh", "ja", "zh"},
		{"/?lang=xx", "ko", "ko"},
		{"/receipt/unknown?lang=ja", "en", "ja"},
	} {
		assert.Contains(t, p.get(c.path, "Accept-Language", c.accept).body, `<html lang="`+c.want+`">`, c.path+" "+c.accept)
	}
}

func TestTheLoaderIsToldKeyAndEndpoint(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	page := p.get("/?lang=ja").body
	assert.Contains(t, page, `data-publishable-key="`+sandbox.DefaultPublishableKey+`" data-endpoint="`+p.api.URL+`" data-locale="ja"`)
	assert.Equal(t, "loader", p.get("/assets/komoju-tokenize.js").body)
}

// Templates and Go sources lie beside what is served.
func TestOnlyAssetsAreServed(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	for _, path := range []string{"/assets/checkout.html", "/assets/static.go", "/assets/", "/assets/../shop.go", "/assets/%2e%2e/go.mod"} {
		assert.Equal(t, http.StatusNotFound, p.get(path).status, path)
	}
}

// A text missing in one language fails only for those who read it.
func TestTextsAreComplete(t *testing.T) {
	raw, err := static.Files.ReadFile("texts.json")
	require.NoError(t, err)
	var texts map[string]map[string]string
	require.NoError(t, json.Unmarshal(raw, &texts))
	keys := slices.Sorted(maps.Keys(texts["en"]))
	for _, lang := range []string{"en", "ja", "ko", "zh"} {
		assert.Equal(t, keys, slices.Sorted(maps.Keys(texts[lang])), lang)
		for key, text := range texts[lang] {
			assert.NotEmpty(t, text, "%s: %s", lang, key)
		}
	}
}

// Each language has the amount in its own place.
func TestThePayButtonSaysTheAmount(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	for lang, want := range map[string]string{
		"en": "Pay ¥3,828", "ja": "¥3,828を支払う", "ko": "¥3,828 결제하기", "zh": "支付 ¥3,828",
	} {
		_, button, _ := strings.Cut(p.get("/?lang="+lang).body, `<span class="idle">`)
		button, _, _ = strings.Cut(button, `<span class="busy">`)
		hidden := regexp.MustCompile(`<span [^>]* hidden>[^<]*</span>`).ReplaceAllString(button, "")
		assert.Equal(t, want, strings.TrimSpace(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(hidden, "")), lang)
	}
}

// told are the words for what the shop learns, in en, ja, ko, zh; none for what says
// nothing of the shopper.
var told = map[string][]string{
	"given_name": {"your name", "お名前", "이름", "姓名"}, "family_name": {"your name", "お名前", "이름", "姓名"},
	"given_name_kana": {"your name", "お名前", "이름", "姓名"}, "family_name_kana": {"your name", "お名前", "이름", "姓名"},
	"email": {"email", "メールアドレス", "이메일", "邮箱"}, "phone": {"phone", "電話番号", "전화번호", "电话"},
	"store": {"store", "コンビニ", "편의점", "便利店"}, "brand": {"brand", "ブランド", "브랜드", "卡组织"},
	"last_four_digits": {"last four digits", "下4桁", "끝 네 자리", "后四位"},
	"month":            {"expiry", "有効期限", "유효기간", "有效期"}, "year": {"expiry", "有効期限", "유효기간", "有效期"},
	"type": nil, "confirmation_code": nil, "receipt": nil, "instructions_url": nil,
}

// What the page promises of the shop must be true of all that the API tells it: the
// token's echo, and the payment's details.
func TestThePromiseIsTrue(t *testing.T) {
	members := []string{}
	for _, row := range payment.FieldForms {
		if row.Echoed {
			members = append(members, row.Name)
		}
	}
	p := open(t, sandbox.New(sandbox.Config{}))
	for _, details := range []map[string]string{card, konbini} {
		members = append(members, p.paymentMembers(details)...)
	}
	for i, lang := range []string{"en", "ja", "ko", "zh"} {
		safe := p.get("/?lang=" + lang).body
		_, safe, _ = strings.Cut(safe, `<p class="safe">`)
		safe, _, _ = strings.Cut(safe, "</p>")
		for _, member := range members {
			words, known := told[member]
			require.True(t, known, "does the promise speak of %s?", member)
			if words != nil {
				assert.Contains(t, safe, words[i], lang+" "+member)
			}
		}
	}
}

// paymentMembers are those of payment_details in the answer to a payment.
func (p place) paymentMembers(details map[string]string) []string {
	p.t.Helper()
	r := p.request(http.MethodPost, p.api.URL+"/api/v1/payments", map[string]any{
		"amount": 1, "currency": "JPY", "payment_details": p.token("JPY", details)}, "Content-Type", "application/json")
	r.SetBasicAuth(sandbox.DefaultSecretKey, "")
	var made struct {
		Details map[string]any `json:"payment_details"`
	}
	require.NoError(p.t, json.Unmarshal([]byte(p.do(r).body), &made))
	return slices.Sorted(maps.Keys(made.Details))
}

func TestCheck(t *testing.T) {
	good := shop.Config{PublishableKey: "pk_test_a", SecretKey: "sk_test_b", Endpoint: "http://127.0.0.1:1"}
	require.NoError(t, good.Check())
	for _, c := range []struct {
		want   string
		change func(*shop.Config)
	}{
		{"publishable key", func(c *shop.Config) { c.PublishableKey = "" }},
		{"publishable key", func(c *shop.Config) { c.PublishableKey = "sk_test_b" }},
		{"secret key", func(c *shop.Config) { c.SecretKey = "pk_test_a" }},
		{"endpoint", func(c *shop.Config) { c.Endpoint = "komoju.com" }},
		{"endpoint", func(c *shop.Config) { c.API = "ftp://komoju.com" }},
	} {
		config := good
		c.change(&config)
		err := config.Check()
		require.ErrorContains(t, err, c.want)
		assert.NotContains(t, err.Error(), "test_b", "an error is printed and kept")
	}
}

// Plain http to elsewhere shows key, token and card to everybody on the way.
func TestPlainHTTPOnlyOnThisMachine(t *testing.T) {
	for _, field := range []func(*shop.Config) *string{
		func(c *shop.Config) *string { return &c.Endpoint }, func(c *shop.Config) *string { return &c.API },
	} {
		check := func(address string) error {
			c := shop.Config{PublishableKey: "pk_test_a", SecretKey: "sk_test_b", Endpoint: "https://komoju.com"}
			*field(&c) = address
			return c.Check()
		}
		for _, good := range []string{"http://localhost:8080", "http://127.0.0.1", "http://127.8.9.1:1/edge/tokens", "http://[::1]:8080", "https://komoju.example"} {
			assert.NoError(t, check(good), good)
		}
		for _, bad := range []string{
			"http://komoju.com", "HTTP://komoju.com", "http://192.168.1.2:8080", "http://0.0.0.0", "http://127.0.0.1.example", "http://127.",
			"http://localhost.example", "http://a.localhost", "http://localhost@komoju.com", "http://[::]", "http://", "https://:443", "//komoju.com",
		} {
			assert.ErrorContains(t, check(bad), "https", bad)
		}
	}
}

// Korean and Japanese have the amount before the verb.
func TestButtonHasTheAmountWhereTheLanguageHasIt(t *testing.T) {
	p := open(t, sandbox.New(sandbox.Config{}))
	for lang, want := range map[string]string{
		"en": "Pay ¥3,828", "ja": "¥3,828を支払う", "ko": "¥3,828 결제하기", "zh": "支付 ¥3,828",
	} {
		assert.Contains(t, p.get("/?lang="+lang).body, ">"+want+"</span>", lang)
	}
}
