package sandbox

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
)

func ask(headers ...string) http.Header {
	s, _ := fixed()
	r := httptest.NewRequest("OPTIONS", tokensPath, nil)
	r.Header.Set("Origin", "https://shop.example")
	r.Header.Set("Access-Control-Request-Method", "POST")
	for _, names := range headers {
		r.Header.Add("Access-Control-Request-Headers", names)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusNoContent || w.Body.Len() > 0 {
		return nil
	}
	return w.Header()
}

func TestPreflight(t *testing.T) {
	for _, names := range []string{"authorization,content-type", "Content-Type, Authorization", "authorization", ""} {
		got := ask(names)
		assert.Equal(t, "https://shop.example", got.Get("Access-Control-Allow-Origin"), names)
		assert.Equal(t, "POST", got.Get("Access-Control-Allow-Methods"))
		assert.Equal(t, "authorization, content-type", got.Get("Access-Control-Allow-Headers"))
		assert.Equal(t, "no-store", got.Get("Cache-Control"))
	}
}

// KOMOJU's version and idempotency headers are unproven from a browser.
func TestPreflightRefusesOtherHeaders(t *testing.T) {
	for _, names := range [][]string{
		{"authorization,content-type,x-komoju-api-version"}, {"x-komoju-idempotency"}, {"authorization", "x-requested-with"},
	} {
		got := ask(names...)
		assert.Equal(t, "no-store", got.Get("Cache-Control"))
		for name := range got {
			assert.NotContains(t, name, "Access-Control", names)
		}
	}
}

func TestAnswersArePermittedToThePage(t *testing.T) {
	s, _ := fixed()
	assert.Equal(t, "*", tokenize(s, card).Header().Get("Access-Control-Allow-Origin"), "no Origin: not from a page")
	for _, key := range []string{DefaultPublishableKey, "wrong"} {
		r := httptest.NewRequest("POST", tokensPath, nil)
		r.Header.Set("Origin", "https://shop.example")
		r.SetBasicAuth(key, "")
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		assert.Equal(t, "https://shop.example", w.Header().Get("Access-Control-Allow-Origin"), "a refusal must be readable too")
		assert.Equal(t, "Origin", w.Header().Get("Vary"))
		assert.Empty(t, w.Header().Get("Access-Control-Expose-Headers"))
		assert.Empty(t, w.Header().Get("Access-Control-Allow-Credentials"))
	}
}
