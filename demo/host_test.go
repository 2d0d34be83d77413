package main

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A page elsewhere whose name has come to mean 127.0.0.1 must not read the demo's
// answers, nor pay there.
func TestOnlyItsOwnHost(t *testing.T) {
	asked := func(port int, host string) int {
		reached := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodPost, "/pay", nil)
		r.Host = host
		ownHost(port, reached).ServeHTTP(w, r)
		return w.Code
	}
	for _, host := range []string{"localhost:8080", "127.0.0.1:8080", "[::1]:8080"} {
		assert.Equal(t, http.StatusNoContent, asked(8080, host), host)
	}
	assert.Equal(t, http.StatusNoContent, asked(80, "localhost"), "the port that the scheme implies")
	for _, host := range []string{
		"", "evil.example", "evil.example:8080", "localhost", "localhost:80", "localhost:8081", "localhost:", ":8080",
		"127.0.0.1", "127.0.0.2:8080", "127.0.0.1.evil.example:8080", "localhost.evil.example:8080", "evil.localhost:8080",
		"localhost.:8080", "0.0.0.0:8080", "127.1:8080", "2130706433:8080", "[::]:8080", "::1:8080", "[::1]", "localhost:8080:8080",
		"localhost:8080@evil.example", "evil.example:8080, localhost:8080",
	} {
		assert.Equal(t, http.StatusMisdirectedRequest, asked(8080, host), host)
	}
}
