// Package load asks a service for tokens from many connections at once. Every
// request carries a mark of its own, which must come back in its answer: an
// answer that belongs to another request is found.
package load

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"time"
)

// Origin is what every request names as its page's.
const Origin = "https://shop.example"

// Result of a run.
type Result struct {
	Times    []time.Duration // of each answer, shortest first
	Failures []string        // what was not a token with the request's own mark
	Duration time.Duration
}

// Run asks url from so many connections until duration is over, and waits for the
// answers under way. It is over sooner when ctx ends.
func Run(ctx context.Context, url string, connections int, duration time.Duration) Result {
	ctx, cancel := context.WithTimeout(ctx, duration)
	defer cancel()
	all := make([]Result, connections)
	start := time.Now()
	var group sync.WaitGroup
	for i := range all {
		group.Go(func() { all[i] = ask(ctx, url, i) })
	}
	group.Wait()
	return merge(all, time.Since(start))
}

func merge(all []Result, duration time.Duration) Result {
	whole := Result{Duration: duration}
	for _, r := range all {
		whole.Times = append(whole.Times, r.Times...)
		whole.Failures = append(whole.Failures, r.Failures...)
	}
	slices.Sort(whole.Times)
	return whole
}

// ask is one connection's part. The client is its own: it never has more than one
// request under way, and so one connection.
func ask(ctx context.Context, url string, connection int) (r Result) {
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport, Timeout: time.Minute}
	for n := 0; ctx.Err() == nil; n++ {
		mark := fmt.Sprintf("c%d-n%d@load.example", connection, n)
		start := time.Now()
		if err := Once(client, url, mark); err != nil {
			r.Failures = append(r.Failures, mark+": "+err.Error())
		}
		r.Times = append(r.Times, time.Since(start))
	}
	return r
}

// Once asks for one token, and answers what is wrong with the answer.
func Once(client *http.Client, url, mark string) error {
	body := fmt.Sprintf(`{"payment_details":{"type":"toss","email":%q}}`, mark)
	request, err := http.NewRequest(http.MethodPost, url, bytes.NewReader([]byte(body)))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Origin", Origin)
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	var token struct {
		ID      string
		Details struct{ Email string } `json:"payment_details"`
	}
	if err := json.Unmarshal(answer, &token); err != nil || response.StatusCode != http.StatusOK || token.ID == "" {
		return fmt.Errorf("status %d, no token", response.StatusCode)
	}
	if token.Details.Email != mark {
		return fmt.Errorf("the answer of another request")
	}
	return nil
}

// Percentile gives the time within which so many per cent of the answers came.
func (r Result) Percentile(percent int) time.Duration {
	if len(r.Times) == 0 {
		return 0
	}
	return r.Times[min(len(r.Times)*percent/100, len(r.Times)-1)]
}

// Rate is in answers for a second.
func (r Result) Rate() float64 { return float64(len(r.Times)) / r.Duration.Seconds() }
