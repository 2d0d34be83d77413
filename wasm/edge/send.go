package edge

import (
	"context"
	"io"
	"net/http"
	"strings"

	"komoju-tokenize/wasm/tokens"
)

// ReplyLimit is in bytes. KOMOJU's answers have less than one KB; a proxy's page
// may have any length, and is not read to its end. A Sender leaves out the body of
// an answer that is longer.
const ReplyLimit = 64 << 10

// Over sends with net/http, for services outside Cloudflare. Redirects are not
// followed: details go to the endpoint and nowhere else.
func Over(c *http.Client) Sender {
	client := *c
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return func(ctx context.Context, r *tokens.Request, id string) (*Reply, error) {
		request, err := http.NewRequestWithContext(ctx, http.MethodPost, r.URL, strings.NewReader(r.Body))
		if err != nil {
			return nil, err
		}
		for name, value := range Headers(r, id) {
			request.Header.Set(name, value)
		}
		response, err := client.Do(request)
		if err != nil {
			return nil, err
		}
		defer response.Body.Close()
		body, err := io.ReadAll(io.LimitReader(response.Body, ReplyLimit+1))
		if len(body) > ReplyLimit {
			body = nil
		}
		return &Reply{response.StatusCode, response.Header.Get("Retry-After"), body}, err
	}
}

// Headers are those of a request to KOMOJU.
func Headers(r *tokens.Request, id string) map[string]string {
	return map[string]string{"Authorization": r.Authorization, "Content-Type": "application/json", "X-Request-Id": id}
}
