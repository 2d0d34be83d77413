package main

import (
	"net"
	"net/http"
	"slices"
	"strconv"
)

// own are the names under which this machine reaches the demo.
var own = []string{"localhost", "127.0.0.1", "::1"}

// ownHost refuses a request for another host's name with 421 (RFC 9110, section
// 15.5.20). A page elsewhere can have its name resolve to 127.0.0.1, and would
// otherwise read the demo's answers as those of its own origin (DNS rebinding).
func ownHost(port int, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, at, err := net.SplitHostPort(r.Host)
		if err != nil { // a client leaves out the port that its scheme implies
			name, at = r.Host, "80"
		}
		if !slices.Contains(own, name) || at != strconv.Itoa(port) {
			http.Error(w, "This demo answers only at localhost and 127.0.0.1.", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}
