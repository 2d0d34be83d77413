package sandbox

import (
	"bytes"
	"encoding/json"
	"mime"
	"net/http"
	"net/netip"
)

// onLoopback keeps the switch from whoever else can reach the sandbox.
func onLoopback(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		from, err := netip.ParseAddrPort(r.RemoteAddr)
		if err != nil || !from.Addr().Unmap().IsLoopback() {
			refuse("forbidden", "Faults are switched on loopback only.").write(w)
			return
		}
		next(w, r)
	}
}

// addFault takes one Fault as JSON. The content type must say so: a browser
// then asks first, and a foreign page cannot switch faults on this machine.
func (s *Sandbox) addFault(w http.ResponseWriter, r *http.Request) {
	raw, refused := readBody(w, r)
	if refused == nil {
		refused = s.failFrom(r.Header.Get("Content-Type"), raw)
	}
	reply(w, s.waiting(), refused)
}

func (s *Sandbox) failFrom(contentType string, raw []byte) *refusal {
	var fault Fault
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	media, _, _ := mime.ParseMediaType(contentType)
	if media != "application/json" || decoder.Decode(&fault) != nil {
		return badRequest("The fault is not a JSON object of the known members.")
	}
	if s.Fail(fault) != nil {
		return refuse("invalid_parameter", "The fault's kind or one of its numbers is not allowed.")
	}
	return nil
}

func (s *Sandbox) clearFaults(w http.ResponseWriter, _ *http.Request) {
	s.ClearFaults()
	answer(w, http.StatusOK, s.waiting())
}

// waiting counts the queued faults, each once whatever its Count.
func (s *Sandbox) waiting() map[string]int {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	return map[string]int{"queued": len(s.faults.faults)}
}
