package tokens_test

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/tokens"
)

// now is 13 November 2026, when the tests' cards are good.
const now = 1794528000

var config = tokens.Config{Key: "pk_test_key", Now: now}

type pair struct {
	Type    string
	Request struct {
		Currency string            `json:"currency"`
		Details  map[string]string `json:"payment_details"`
	}
	Answer map[string]any
}

// documented are the API's own sixteen requests and answers.
func documented(t testing.TB) []pair {
	t.Helper()
	text, err := os.ReadFile("testdata/documented.json")
	require.NoError(t, err)
	var file struct{ Pairs []pair }
	require.NoError(t, json.Unmarshal(text, &file))
	require.Len(t, file.Pairs, 16)
	return file.Pairs
}

// details lists members in an order of its own, so that no test leans on the
// order in which a shop happens to write them.
func details(members map[string]string) payment.Details {
	var d payment.Details
	for name, value := range members {
		d = append(d, payment.Member{Name: name, Value: value})
	}
	sort.Slice(d, func(i, j int) bool { return d[i].Name > d[j].Name })
	return d
}

func TestDocumentedRequests(t *testing.T) {
	for _, p := range documented(t) {
		c := config
		c.Currency = p.Request.Currency
		r, fault := tokens.NewRequest(&c, details(p.Request.Details))
		require.Nil(t, fault, p.Type)
		want, err := json.Marshal(map[string]any{"payment_details": p.Request.Details})
		require.NoError(t, err)
		if p.Request.Currency != "" {
			want = []byte(strings.TrimSuffix(string(want), "}") + `,"currency":"` + p.Request.Currency + `"}`)
		}
		assert.JSONEq(t, string(want), r.Body, p.Type)
		assert.Equal(t, "https://komoju.com/api/v1/tokens", r.URL)
	}
}

func TestBodyKeepsOneOrder(t *testing.T) {
	r, fault := tokens.NewRequest(&config, payment.Details{
		{Name: "zz", Value: "7", Raw: true}, {Name: "email", Value: "a@b.jp"},
		{Name: "number", Value: "4111 1111 1111 1111"}, {Name: "year", Value: "33"},
		{Name: "month", Value: "1", Raw: true}, {Name: "type", Value: "credit_card"},
	})
	require.Nil(t, fault)
	assert.Equal(t, `{"payment_details":{"type":"credit_card","number":"4111111111111111",`+
		`"month":"1","year":"33","email":"a@b.jp","zz":7}}`, r.Body)
}

func TestBodyIsJSONWhateverIsTyped(t *testing.T) {
	nasty := "\x00\x01\x1f\"\\/\u2028\u00e9山\U0001F600\n\t</script>"
	r, fault := tokens.NewRequest(&config, payment.Details{
		{Name: "type", Value: "paypay"}, {Name: nasty, Value: nasty},
		{Name: "list", Value: `[1,{"a":null}]`, Raw: true},
	})
	require.Nil(t, fault)
	var got struct {
		Details map[string]any `json:"payment_details"`
	}
	require.NoError(t, json.Unmarshal([]byte(r.Body), &got))
	assert.Equal(t, nasty, got.Details[nasty])
	assert.Equal(t, []any{1.0, map[string]any{"a": nil}}, got.Details["list"])
}

func TestAuthorizationIsBasicWithTheKeyAlone(t *testing.T) {
	for _, key := range []string{"pk_", "pk_1", "pk_12", "pk_test_abcdefghij0123456789", "pk_~!/+"} {
		c := config
		c.Key = key
		r, fault := tokens.NewRequest(&c, payment.Details{{Name: "type", Value: "toss"}, {Name: "email", Value: "a@b.jp"}})
		require.Nil(t, fault)
		assert.Equal(t, "Basic "+base64.StdEncoding.EncodeToString([]byte(key+":")), r.Authorization)
	}
}

func TestSetUpIsJudgedBeforeAnythingElse(t *testing.T) {
	for _, row := range []struct{ key, endpoint, code, why string }{
		{"", "", "missing_key", "the shop forgot it"},
		{"sk_test_1", "", "secret_key", "a secret key in a page is published"},
		{"sk_live_1", "http://evil", "secret_key", "the worst is told first"},
		{"PK_test_1", "", "invalid_key", "keys are lower case"},
		{"pk test", "", "invalid_key", "a space would break the header"},
		{"pk_test\n", "", "invalid_key", "a line feed would split the header"},
		{"pk_a:b", "", "invalid_key", "a colon ends the user name"},
		{"pk_é", "", "invalid_key", "headers are ASCII"},
		{"pk_1", "http://komoju.com", "invalid_endpoint", "http is read on the way"},
		{"pk_1", "http://localhost.evil.jp", "invalid_endpoint", "another host that begins alike"},
		{"pk_1", "http://127.0.0.1.evil.jp", "invalid_endpoint", "another host that begins alike"},
		{"pk_1", "http://127.evil.jp/", "invalid_endpoint", "another host that begins alike"},
		{"pk_1", "http://127.0.0.1@evil.jp", "invalid_endpoint", "a user name passes for a host"},
		{"pk_1", "http://localhost:80@evil.jp", "invalid_endpoint", "a user name passes for a host"},
		{"pk_1", `http://localhost\@evil.jp`, "invalid_endpoint", "browsers read a backslash as a slash"},
		{"pk_1", "https://user@komoju.com", "invalid_endpoint", "fetch refuses credentials in a URL"},
		{"pk_1", "http://127.", "invalid_endpoint", "browsers read 0.0.0.127"},
		{"pk_1", "http://127.1", "invalid_endpoint", "browsers read 127.0.0.1, and others another"},
		{"pk_1", "http://127.0.0.256", "invalid_endpoint", "no address"},
		{"pk_1", "http://127.0.0.01", "invalid_endpoint", "an octal number"},
		{"pk_1", "http://127.0.0.1.", "invalid_endpoint", "a dot at the end"},
		{"pk_1", "http://localhost.", "invalid_endpoint", "a dot at the end"},
		{"pk_1", "http://LOCALHOST", "invalid_endpoint", "not as it is written"},
		{"pk_1", "http://[::1", "invalid_endpoint", "a bracket that is not closed"},
		{"pk_1", "http://[::2]", "invalid_endpoint", "another host"},
		{"pk_1", "https://https://komoju.com", "invalid_endpoint", "a scheme written twice"},
		{"pk_1", "https://komoju.com:", "invalid_endpoint", "a colon without a port"},
		{"pk_1", "https://komoju.com:0", "invalid_endpoint", "no port"},
		{"pk_1", "https://komoju.com:0443", "invalid_endpoint", "browsers read another text of a port"},
		{"pk_1", "https://komoju.com:99999", "invalid_endpoint", "no port"},
		{"pk_1", "https://komoju.com:65536", "invalid_endpoint", "no port"},
		{"pk_1", "https://komoju.com:http", "invalid_endpoint", "no port"},
		{"pk_1", "https://komoju.com:-1", "invalid_endpoint", "no port"},
		{"pk_1", "https://komoju..com", "invalid_endpoint", "an empty label"},
		{"pk_1", "https://.komoju.com", "invalid_endpoint", "an empty label"},
		{"pk_1", "https://komoju.com.", "invalid_endpoint", "a dot at the end"},
		{"pk_1", "https://-komoju.com", "invalid_endpoint", "a hyphen before a label"},
		{"pk_1", "https://komoju-.com", "invalid_endpoint", "a hyphen behind a label"},
		{"pk_1", "https://komoju_com", "invalid_endpoint", "no host has it"},
		{"pk_1", "https://komoju%2ecom", "invalid_endpoint", "an escape in a host"},
		{"pk_1", "https://1", "invalid_endpoint", "browsers read 0.0.0.1"},
		{"pk_1", "https://10.1", "invalid_endpoint", "browsers read 10.0.0.1"},
		{"pk_1", "https://komoju.0x7f", "invalid_endpoint", "browsers read it as an address"},
		{"pk_1", "https://https//komoju.com", "invalid_endpoint", "a scheme written twice"},
		{"pk_1", "https://a.jp//tokens", "invalid_endpoint", "a host where a path should begin"},
		{"pk_1", "https://a.jp/../tokens", "invalid_endpoint", "browsers read /tokens"},
		{"pk_1", "https://a.jp/x/.", "invalid_endpoint", "browsers read /x/"},
		{"pk_1", "https://a.jp/x/%2E%2e/y", "invalid_endpoint", "browsers read /y"},
		{"pk_1", "https://a.jp/{shop}", "invalid_endpoint", "a template that nobody filled in"},
		{"pk_1", "https://a.jp/`", "invalid_endpoint", "browsers read /%60"},
		{"pk_1", "https://", "invalid_endpoint", "no host"},
		{"pk_1", "https:///x", "invalid_endpoint", "no host"},
		{"pk_1", "https://:1", "invalid_endpoint", "no host"},
		{"pk_1", "//komoju.com", "invalid_endpoint", "no scheme"},
		{"pk_1", "javascript:alert(1)", "invalid_endpoint", "no place to send cards to"},
		{"pk_1", "https://a.jp/x?y=1", "invalid_endpoint", "a query would be logged"},
		{"pk_1", "https://a.jp/x#y", "invalid_endpoint", "a fragment is not sent"},
		{"pk_1", "https://a b.jp", "invalid_endpoint", "a space"},
	} {
		_, fault := tokens.NewRequest(&tokens.Config{Key: row.key, Endpoint: row.endpoint, Now: now}, nil)
		require.NotNil(t, fault, row.why)
		assert.Equal(t, row.code, fault.Code, row.why)
		assert.NotContains(t, fault.Detail+fault.Message, "evil", "an endpoint is not repeated")
	}
}

func TestEndpoints(t *testing.T) {
	for endpoint, url := range map[string]string{
		"":                              "https://komoju.com/api/v1/tokens",
		"https://komoju.com":            "https://komoju.com/api/v1/tokens",
		"https://komoju.com/":           "https://komoju.com/api/v1/tokens",
		"https://pay.shop.jp:8443":      "https://pay.shop.jp:8443/api/v1/tokens",
		"https://shop.jp/tokens":        "https://shop.jp/tokens",
		"http://localhost:8080":         "http://localhost:8080/api/v1/tokens",
		"http://127.0.0.1:8080":         "http://127.0.0.1:8080/api/v1/tokens",
		"http://[::1]:8080/edge/tokens": "http://[::1]:8080/edge/tokens",
	} {
		c := config
		c.Endpoint = endpoint
		r, fault := tokens.NewRequest(&c, payment.Details{{Name: "type", Value: "toss"}, {Name: "email", Value: "a@b.jp"}})
		require.Nil(t, fault, endpoint)
		assert.Equal(t, url, r.URL)
	}
}

func TestCurrency(t *testing.T) {
	for _, row := range []struct{ kind, currency, sent, why string }{
		{"toss", "", "", "none is sent when the shop names none"},
		{"toss", "jpy", "jpy", "the API decides"},
		{"toss", "XAF", "XAF", "KOMOJU's list grows"},
		{"mobile", "", "KRW", "the type's own, as documented"},
		{"mobile", "JPY", "JPY", "the shop decides"},
	} {
		c := config
		c.Currency = row.currency
		r, fault := tokens.NewRequest(&c, payment.Details{{Name: "type", Value: row.kind}, {Name: "email", Value: "a@b.jp"}})
		require.Nil(t, fault, row.why)
		var body struct{ Currency string }
		require.NoError(t, json.Unmarshal([]byte(r.Body), &body))
		assert.Equal(t, row.sent, body.Currency, row.why)
	}
	for _, wrong := range []string{"YEN!", "JP", "¥¥¥", "12A", "円"} {
		c := config
		c.Currency = wrong
		_, fault := tokens.NewRequest(&c, payment.Details{{Name: "type", Value: "toss"}, {Name: "email", Value: "a@b.jp"}})
		require.NotNil(t, fault)
		assert.Equal(t, []tokens.Problem{{Field: "currency", Code: "invalid_currency",
			Message: message.Text("invalid_currency", message.EN)}}, fault.Problems)
	}
}

func TestAllProblemsAtOnceInTheShoppersLanguage(t *testing.T) {
	c := config
	c.Language = message.JA
	_, fault := tokens.NewRequest(&c, payment.Details{{Name: "type", Value: "credit_card"},
		{Name: "number", Value: "4111111111111112"}, {Name: "month", Value: "13"}, {Name: "email", Value: "x"}})
	require.NotNil(t, fault)
	assert.Equal(t, "invalid_details", fault.Code)
	assert.False(t, fault.Retryable, "the same details cannot succeed later")
	var got []string
	for _, p := range fault.Problems {
		got = append(got, p.Field+" "+p.Code)
		assert.Equal(t, message.Text(p.Code, message.JA), p.Message)
	}
	assert.Equal(t, []string{"number invalid_number", "month invalid_month", "year required", "email invalid_email"}, got)
}
