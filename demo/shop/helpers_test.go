package shop_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
	"komoju-tokenize/demo/shop"
)

// place is a shop, with the API it pays at.
type place struct {
	t         *testing.T
	shop, api *httptest.Server
}

// open starts a shop beside an API of its own.
func open(t *testing.T, api http.Handler) place {
	t.Helper()
	p := place{t: t, api: httptest.NewServer(api)}
	t.Cleanup(p.api.Close)
	p.shop = httptest.NewServer(shop.New(shop.Config{
		PublishableKey: sandbox.DefaultPublishableKey, SecretKey: sandbox.DefaultSecretKey,
		Endpoint: p.api.URL, Dist: fstest.MapFS{"komoju-tokenize.js": {Data: []byte("loader")}},
	}))
	t.Cleanup(p.shop.Close)
	return p
}

// answered is an answer, read to its end.
type answered struct {
	status int
	header http.Header
	body   string
}

func (p place) do(r *http.Request) answered {
	p.t.Helper()
	response, err := http.DefaultClient.Do(r)
	require.NoError(p.t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(p.t, err)
	return answered{response.StatusCode, response.Header, string(body)}
}

func (p place) get(path string, header ...string) answered {
	p.t.Helper()
	return p.do(p.request(http.MethodGet, p.shop.URL+path, nil, header...))
}

// pay posts as the page does.
func (p place) pay(purchase map[string]any, header ...string) answered {
	p.t.Helper()
	header = append([]string{"Content-Type", "application/json"}, header...)
	return p.do(p.request(http.MethodPost, p.shop.URL+"/pay", purchase, header...))
}

// token has the API make one, as the page's script would.
func (p place) token(currency string, details map[string]string) string {
	p.t.Helper()
	r := p.request(http.MethodPost, p.api.URL+"/api/v1/tokens",
		map[string]any{"currency": currency, "payment_details": details}, "Content-Type", "application/json")
	r.SetBasicAuth(sandbox.DefaultPublishableKey, "")
	var made struct{ ID string }
	answer := p.do(r)
	require.NoError(p.t, json.Unmarshal([]byte(answer.body), &made))
	require.NotEmpty(p.t, made.ID, answer.body)
	return made.ID
}

func (p place) request(method, url string, body any, header ...string) *http.Request {
	p.t.Helper()
	var raw bytes.Buffer
	if body != nil {
		require.NoError(p.t, json.NewEncoder(&raw).Encode(body))
	}
	r, err := http.NewRequestWithContext(p.t.Context(), method, url, &raw)
	require.NoError(p.t, err)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	return r
}

// receiptOf opens the receipt that a payment was answered with.
func (p place) receiptOf(paid answered, lang string) string {
	p.t.Helper()
	require.Equal(p.t, http.StatusCreated, paid.status, paid.body)
	var made struct{ Receipt string }
	require.NoError(p.t, json.Unmarshal([]byte(paid.body), &made))
	page := p.get(made.Receipt + "?lang=" + lang)
	require.Equal(p.t, http.StatusOK, page.status)
	return page.body
}

var (
	konbini = map[string]string{"type": "konbini", "store": "lawson", "email": "taro@example.com"}
	card    = map[string]string{"type": "credit_card", "number": "4111111111111111", "month": "12", "year": "99"}
)
