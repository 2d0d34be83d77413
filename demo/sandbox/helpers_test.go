package sandbox

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	tokensPath   = "/api/v1/tokens"
	paymentsPath = "/api/v1/payments"
	asJSON       = "application/json"
	asForm       = "application/x-www-form-urlencoded"
)

// clock stands still until a test moves it.
type clock struct{ at atomic.Int64 }

var start = time.Date(2026, 3, 31, 23, 30, 0, 0, time.UTC)

func (c *clock) now() time.Time             { return start.Add(time.Duration(c.at.Load())) }
func (c *clock) advance(by time.Duration)   { c.at.Add(int64(by)) }
func fixed() (*Sandbox, *clock)             { return with(Config{}) }
func with(config Config) (*Sandbox, *clock) { c := &clock{}; config.Now = c.now; return New(config), c }

func call(s http.Handler, method, path, key, contentType, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Content-Type", contentType)
	if key != "" {
		r.SetBasicAuth(key, "")
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func post(s http.Handler, path, key string, body any) *httptest.ResponseRecorder {
	return call(s, "POST", path, key, asJSON, jsonOf(body))
}

func jsonOf(body any) string {
	encoded, _ := json.Marshal(body)
	return string(encoded)
}

func tokenize(s http.Handler, details params) *httptest.ResponseRecorder {
	return post(s, tokensPath, DefaultPublishableKey, params{"payment_details": details})
}

func tokenID(t *testing.T, s http.Handler, key string, body params) string {
	t.Helper()
	w := post(s, tokensPath, key, body)
	require.Equal(t, 200, w.Code, w.Body.String())
	return decode(t, w)["id"].(string)
}

func payWith(s http.Handler, id string) *httptest.ResponseRecorder {
	return post(s, paymentsPath, DefaultSecretKey, params{"amount": 100, "currency": "JPY", "payment_details": id})
}

func decode(t *testing.T, w *httptest.ResponseRecorder) params {
	t.Helper()
	var body params
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &body), w.Body.String())
	return body
}

// wantRefusal checks the whole error shape; param "" means null.
func wantRefusal(t *testing.T, w *httptest.ResponseRecorder, status int, code, param string) {
	t.Helper()
	assert.Equal(t, status, w.Code, w.Body.String())
	assert.Equal(t, "application/json", w.Header().Get("Content-Type"))
	assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
	fault, _ := decode(t, w)["error"].(params)
	assert.ElementsMatch(t, []string{"code", "message", "param", "details"}, keys(fault))
	assert.Equal(t, code, fault["code"])
	assert.NotEmpty(t, fault["message"])
	if param == "" {
		assert.Nil(t, fault["param"])
	} else {
		assert.Equal(t, param, fault["param"])
	}
}

func keys(p params) (names []string) {
	for name := range p {
		names = append(names, name)
	}
	return names
}

func message(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	return decode(t, w)["error"].(params)["message"].(string)
}

// but copies details with some members changed; nil takes one away.
func but(details, changes params) params {
	made := maps.Clone(details)
	maps.Copy(made, changes)
	maps.DeleteFunc(made, func(_ string, value any) bool { return value == nil })
	return made
}

func formOf(body params) string {
	values := url.Values{}
	for name, value := range body {
		if members, ok := value.(params); ok {
			for inner, v := range members {
				values.Set(name+"["+inner+"]", v.(string))
			}
			continue
		}
		values.Set(name, value.(string))
	}
	return values.Encode()
}

// samples are the documented requests of the sixteen types. The documented
// card expires in 2023, which has passed.
var samples = []struct {
	currency string
	details  params
	echoed   []string // beside type
}{
	{"", params{"type": "dospara", "user_no": "12345", "user_password": "password"}, nil},
	{"KRW", params{"type": "mobile", "email": "foo@bar.com"}, []string{"email"}},
	{"", params{"type": "net_cash", "email": "test@example.com", "prepaid_number": "1111111111111111"}, []string{"email"}},
	{"", card, []string{"email", "given_name", "family_name"}},
	{"", params{"type": "web_money", "email": "test@example.com", "prepaid_number": "1111111111111111"}, []string{"email"}},
	{"", params{"type": "bit_cash", "email": "test@example.com", "prepaid_number": "1111111111111111"}, []string{"email"}},
	{"", params{"type": "pay_easy", "email": "test@example.com", "family_name": "山田", "family_name_kana": "ヤマダ",
		"given_name": "太郎", "given_name_kana": "タロウ", "phone": "080-1111-2222"},
		[]string{"email", "family_name", "family_name_kana", "given_name", "given_name_kana", "phone"}},
	{"", params{"type": "culture_voucher", "culture_id": "11111111", "culture_password": "11111111"}, nil},
	{"", params{"type": "zgold", "email": "foo@bar.com", "return_url": "http://example.com"}, []string{"email"}},
	{"", params{"type": "toss", "email": "foo@bar.com"}, []string{"email"}},
	{"", konbini, []string{"email", "phone", "store"}},
	{"", params{"type": "cvs", "email": "foo@bar.com"}, []string{"email"}},
	{"", params{"type": "nanaco", "email": "test@example.com", "prepaid_number": "1111111111111111"}, []string{"email"}},
	{"", params{"type": "steam_prepaid_card", "email": "test@example.com", "prepaid_number": "1111111111111111"}, []string{"email"}},
	{"", params{"type": "bank_transfer", "email": "test@example.com", "expiry_days": "14", "family_name": "山田",
		"family_name_kana": "ヤマダ", "given_name": "太郎", "given_name_kana": "タロウ", "phone": "080-1111-2222"},
		[]string{"email", "family_name", "family_name_kana", "given_name", "given_name_kana", "phone"}},
	{"", params{"type": "happy_money", "happy_money_id": "11111111", "happy_money_password": "11111111"}, nil},
}

var card = params{
	"type": "credit_card", "number": "4111111111111111", "month": "01", "year": "2030",
	"verification_value": "123", "given_name": "Taro", "family_name": "Yamada", "email": "test@example.com",
}

var konbini = params{
	"type": "konbini", "store": "lawson", "email": "test@example.com",
	"phone": "090-1111-2222", "expiry_days": "3",
}

func sampleOf(kind string) params {
	for _, row := range samples {
		if row.details["type"] == kind {
			return row.details
		}
	}
	return nil
}
