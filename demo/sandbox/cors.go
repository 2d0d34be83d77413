package sandbox

import (
	"net/http"
	"strings"
)

// allowOrigin lets the calling page read the answer, and no header of it.
// Without it a browser reports a bare network error and hides the fault.
func allowOrigin(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if origin == "" {
		origin = "*"
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
	w.Header().Add("Vary", "Origin")
}

// preflight admits the two headers that shipped KOMOJU code proves to pass. A
// page asking for any other gets no CORS headers, so its browser refuses to
// send the call: that is how a stray X-KOMOJU-… header shows up in a test.
func preflight(w http.ResponseWriter, r *http.Request) {
	if asksOnlyKnown(r.Header.Values("Access-Control-Request-Headers")) {
		allowOrigin(w, r)
		w.Header().Set("Access-Control-Allow-Methods", "POST")
		w.Header().Set("Access-Control-Allow-Headers", "authorization, content-type")
	}
	w.WriteHeader(http.StatusNoContent)
}

func asksOnlyKnown(lines []string) bool {
	for name := range strings.SplitSeq(strings.Join(lines, ","), ",") {
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "", "authorization", "content-type":
		default:
			return false
		}
	}
	return true
}
