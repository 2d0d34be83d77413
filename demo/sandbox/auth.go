package sandbox

import (
	"crypto/subtle"
	"net/http"
	"strings"
)

// caller is who called: which of the two keys, and its mode.
type caller struct{ secret, test bool }

// caller reads Basic auth: the key is the user name, the password is empty.
func (s *Sandbox) caller(r *http.Request) (caller, *refusal) {
	key, password, ok := r.BasicAuth()
	publishable, secret := same(key, s.config.PublishableKey), same(key, s.config.SecretKey)
	if !ok || password != "" || !publishable && !secret {
		return caller{}, refuse("unauthorized", "Authorization required. Check the API key.")
	}
	test := strings.HasPrefix(key, "pk_test_") || strings.HasPrefix(key, "sk_test_")
	return caller{secret: secret, test: test}, nil
}

// same takes equally long wherever two keys differ; real servers do too.
func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// secretCaller is for calls a browser must not make. 403 is a guess: the
// documents only say that payments need the secret key.
func (s *Sandbox) secretCaller(r *http.Request) *refusal {
	who, refused := s.caller(r)
	if refused == nil && !who.secret {
		refused = refuse("forbidden", "This call needs the secret key.")
	}
	return refused
}
