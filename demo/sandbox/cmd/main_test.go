package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
)

// The first line's address is what a script waits for.
func TestServesUntilToldToStop(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	reader, writer := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, "127.0.0.1:0", writer) }()
	lines := bufio.NewReader(reader)
	line, err := lines.ReadString('\n')
	require.NoError(t, err)
	go func() { _, _ = io.Copy(io.Discard, lines) }()

	at := strings.TrimSpace(line[strings.Index(line, "http://"):]) + "/api/v1/tokens"
	body := `{"payment_details":{"type":"toss","email":"foo@bar.com"}}`
	r, err := http.NewRequest("POST", at, strings.NewReader(body))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/json")
	r.SetBasicAuth(sandbox.DefaultPublishableKey, "")
	response, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	assert.Equal(t, 200, response.StatusCode)

	stop()
	assert.NoError(t, <-ended)
	assert.Error(t, run(t.Context(), "not an address", io.Discard))
}
