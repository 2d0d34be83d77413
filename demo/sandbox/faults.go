package sandbox

import (
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"sync"
	"time"
)

// Fault is a failure to show to coming POST /api/v1/tokens calls. Kinds:
//
//	delay        wait DelayMS, then answer normally
//	status       Status (503), Body or else an error object fitting the status
//	broken_json  Status (200), JSON that ends too early
//	empty        Status (200), no body
//	cut          no answer: the connection is closed
//	html         Status (504), an HTML page
//	raw          Status (200), ContentType (application/json) and Body as given
//
// Where a kind takes a Body, an empty one means the kind's own. Every kind may
// also be delayed. All answers carry the CORS headers of a normal one.
type Fault struct {
	Kind        string            `json:"kind"`
	Status      int               `json:"status"`       // 200 to 599; 0 for the kind's own
	Headers     map[string]string `json:"headers"`      // added last, so they win
	ContentType string            `json:"content_type"` // "" for the kind's own
	Body        string            `json:"body"`
	DelayMS     int               `json:"delay_ms"` // milliseconds, at most 600,000
	Count       int               `json:"count"`    // calls it lasts, at most 1,000; 0 means 1
}

// kinds holds what a kind answers when the Fault leaves it open.
var kinds = map[string]Fault{
	"delay":       {},
	"cut":         {},
	"status":      {Status: 503, ContentType: "application/json"},
	"broken_json": {Status: 200, ContentType: "application/json", Body: `{"id":"tok_`},
	"empty":       {Status: 200, ContentType: "application/json"},
	"html":        {Status: 504, ContentType: "text/html; charset=utf-8", Body: "<!doctype html><title>Timeout</title><h1>Gateway timeout</h1>\n"},
	"raw":         {Status: 200, ContentType: "application/json"},
}

// ErrFault is returned for a Fault of an unknown kind or with a number outside
// the limits named at its fields, or when 1,000 faults wait already.
var ErrFault = errors.New("sandbox: not a fault that can be shown")

const maxQueue = 1000

// Fail adds a fault behind those already waiting. It returns ErrFault or nil.
func (s *Sandbox) Fail(fault Fault) error {
	own, known := kinds[fault.Kind]
	if !known || !fault.inLimits() {
		return ErrFault
	}
	fault.Headers = maps.Clone(fault.Headers)
	return s.faults.add(fault.over(own))
}

// ClearFaults forgets all waiting faults. Delays under way go on.
func (s *Sandbox) ClearFaults() { s.faults.clear() }

func (f Fault) inLimits() bool {
	return (f.Status == 0 || 200 <= f.Status && f.Status <= 599) &&
		0 <= f.DelayMS && f.DelayMS <= 600_000 && 0 <= f.Count && f.Count <= maxQueue
}

// over fills what is left open from the kind's own values.
func (f Fault) over(own Fault) Fault {
	if f.Status == 0 {
		f.Status = own.Status
	}
	if f.ContentType == "" {
		f.ContentType = own.ContentType
	}
	if f.Body == "" {
		f.Body = own.Body
	}
	if f.Count == 0 {
		f.Count = 1
	}
	return f
}

// queue of faults, first in first out.
type queue struct {
	mu     sync.Mutex
	faults []Fault
}

func (q *queue) add(fault Fault) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.faults) >= maxQueue {
		return ErrFault
	}
	q.faults = append(q.faults, fault)
	return nil
}

func (q *queue) clear() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.faults = nil
}

func (q *queue) next() (Fault, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.faults) == 0 {
		return Fault{}, false
	}
	fault := q.faults[0]
	if q.faults[0].Count--; q.faults[0].Count == 0 {
		q.faults = q.faults[1:]
	}
	return fault, true
}

// disturb shows the next fault, if any, and reports whether the call is over.
// http.ErrAbortHandler is net/http's way to close a connection unanswered.
func (s *Sandbox) disturb(w http.ResponseWriter, r *http.Request) bool {
	fault, found := s.faults.next()
	if !found {
		return false
	}
	if !s.wait(r, time.Duration(fault.DelayMS)*time.Millisecond) || fault.Kind == "cut" {
		panic(http.ErrAbortHandler)
	}
	if fault.Kind == "delay" {
		return false
	}
	fault.write(w)
	return true
}

// wait reports false when the caller left or the sandbox closed meanwhile.
func (s *Sandbox) wait(r *http.Request, delay time.Duration) bool {
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-r.Context().Done():
	case <-s.closed:
	}
	return false
}

func (f Fault) write(w http.ResponseWriter) {
	w.Header().Set("Content-Type", f.ContentType)
	for name, value := range f.Headers {
		w.Header().Set(name, value)
	}
	w.WriteHeader(f.Status)
	switch {
	case f.Kind == "status" && f.Body == "":
		_ = json.NewEncoder(w).Encode(map[string]errorBody{"error": {Code: codeOf(f.Status), Message: "The sandbox was told to fail."}})
	case f.Kind != "empty":
		_, _ = w.Write([]byte(f.Body))
	}
}
