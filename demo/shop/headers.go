package shop

import (
	"net/http"
	"strings"
)

// policy is the pages' Content-Security-Policy; the endpoint is the one other
// place they may talk to. wasm-unsafe-eval allows compiling WebAssembly, and
// nothing of what unsafe-eval allows.
func policy(endpoint string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval'",
		"style-src 'self'",
		"img-src 'self'",
		"connect-src 'self' " + endpoint,
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
	}, "; ")
}

// secured puts the same headers on every answer, refusals among them.
func secured(endpoint string, next http.Handler) http.Handler {
	csp := policy(endpoint)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", csp)
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}
