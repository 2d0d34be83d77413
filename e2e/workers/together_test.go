package workers

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/e2e/workers/load"
)

// Requests that overlap in one isolate: all have arrived at KOMOJU before the
// first is answered there, and they are answered in the reverse order. Each must
// get its own token, and have been sent with its own mark.
func TestRequestsThatOverlap(t *testing.T) {
	everywhere(t, "shop", func(t *testing.T, url string) {
		const count = 8
		arrived := make(chan struct{}, count)
		var ids [count]string
		var gates [count]chan struct{}
		var answered [count]chan got
		for i := range count {
			ids[i], gates[i], answered[i] = newID(), make(chan struct{}), make(chan got, 1)
			komoju.meet(ids[i], func(w http.ResponseWriter, r *http.Request) {
				arrived <- struct{}{}
				<-gates[i]
				answering(200, jsonType, `{"id":"tok_`+ids[i]+`"}`)(w, r)
			})
			go func() {
				g, _ := ask{body: voucher}.send(url, ids[i]) // an error is an answer without a token
				answered[i] <- g
			}()
		}
		for range count {
			<-arrived
		}
		for i := count - 1; i >= 0; i-- {
			close(gates[i])
			g := <-answered[i]
			assert.Equal(t, "tok_"+ids[i], g.json["id"])
			assert.Equal(t, ids[i], g.header.Get("X-Request-Id"))
			require.Len(t, komoju.arrived(ids[i]), 1)
			assert.Contains(t, komoju.arrived(ids[i])[0].body, ids[i]+"@")
		}
	})
}

// A shopper who leaves takes nothing of another's request along.
func TestCallerLeaves(t *testing.T) {
	everywhere(t, "shop", func(t *testing.T, url string) {
		leaving, staying := newID(), newID()
		arrived, gate := make(chan struct{}, 2), make(chan struct{})
		for _, id := range []string{leaving, staying} {
			komoju.meet(id, func(w http.ResponseWriter, r *http.Request) {
				arrived <- struct{}{}
				select {
				case <-gate:
					answering(200, jsonType, `{"id":"tok_`+id+`"}`)(w, r)
				case <-r.Context().Done():
				}
			})
		}
		ctx, leave := context.WithCancel(t.Context())
		left, answered := make(chan error, 1), make(chan got, 1)
		go func() { left <- abandon(ctx, url, leaving) }()
		<-arrived
		go func() {
			g, _ := ask{body: voucher}.send(url, staying)
			answered <- g
		}()
		<-arrived
		leave()
		assert.ErrorIs(t, <-left, context.Canceled)
		close(gate)
		assert.Equal(t, "tok_"+staying, (<-answered).json["id"])
	})
}

func abandon(ctx context.Context, url, id string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url+"/tokens", strings.NewReader(strings.Replace(voucher, taro, id, 1)))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Origin", page)
	request.Header.Set("X-Request-Id", id)
	_, err = http.DefaultClient.Do(request)
	return err
}

// Many at once, for a few seconds; make bench-worker does it for a minute each.
func TestLoad(t *testing.T) {
	for name, urls := range all {
		r := load.Run(t.Context(), urls["shop"]+"/tokens", 50, 3*time.Second)
		assert.Empty(t, r.Failures, name)
		assert.GreaterOrEqual(t, len(r.Times), 50, name+": each connection once at the least")
	}
}
