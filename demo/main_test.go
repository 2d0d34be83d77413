package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
)

// dist is a folder with a loader in it.
func dist(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, script), []byte("loader"), 0o600))
	return dir
}

// Page and sandbox must differ in origin, or the demo proves nothing of CORS.
func TestRunServesShopAndSandbox(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	out, in := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, settings{port: "0", dist: dist(t)}, in) }()
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	page := strings.TrimSpace(line)
	require.Regexp(t, `^http://localhost:\d+$`, page)

	api := strings.Replace(page, "localhost", "127.0.0.1", 1)
	assert.Contains(t, get(t, api+"/"), `data-endpoint="`+api+`"`)
	assert.Contains(t, get(t, api+"/"), "never to the shop")
	assert.Contains(t, get(t, api+"/api/v1/nothing"), "not_found", "the sandbox answers there")
	assert.Equal(t, http.StatusMisdirectedRequest, statusAs(t, "shop.example", page), "a name that leads here by its owner's will")

	cancel()
	require.NoError(t, <-ended, "an interrupt is no failure")
}

func TestRunSaysThatThePortIsTaken(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	err = run(t.Context(), settings{port: port, dist: dist(t)}, io.Discard)
	require.ErrorContains(t, err, "port "+port+" is taken")
}

func TestRunWithoutTheLoader(t *testing.T) {
	err := run(t.Context(), settings{port: "0", dist: t.TempDir()}, io.Discard)
	require.ErrorContains(t, err, "build it first")
}

// Real keys with a mistake in them must fail here, not at the first shopper.
func TestRunRefusesWrongKeys(t *testing.T) {
	s := settings{port: "0", dist: dist(t)}
	s.shop.PublishableKey = sandbox.DefaultSecretKey
	require.ErrorContains(t, run(t.Context(), s, io.Discard), "publishable key")
	s.shop.PublishableKey, s.shop.Endpoint = sandbox.DefaultPublishableKey, "https://komoju.example"
	require.ErrorContains(t, run(t.Context(), s, io.Discard), "secret key")
}

// Keys and tokens would cross the network for anybody to read.
func TestRunRefusesPlainHTTPToElsewhere(t *testing.T) {
	s := settings{port: "0", dist: dist(t)}
	s.shop.PublishableKey, s.shop.SecretKey = sandbox.DefaultPublishableKey, sandbox.DefaultSecretKey
	s.shop.Endpoint = "http://komoju.example"
	require.ErrorContains(t, run(t.Context(), s, io.Discard), "https")
}

// The page must talk to its own origin only, and the back end still find KOMOJU.
func TestRunWithAnEdgeService(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	out, in := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, settings{port: "0", dist: dist(t), edge: "native"}, in) }()
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	page := strings.TrimSpace(line)
	assert.Contains(t, get(t, page), `data-endpoint="`+page+`/edge/tokens"`)
	assert.NotContains(t, get(t, page), "never to the shop", "the shop's own service sees what is typed")
	assert.JSONEq(t, `{"ok":true}`, get(t, page+"/edge/healthz"))

	cancel()
	require.NoError(t, <-ended)
}

func TestRunWithAnEdgeServiceOfNoKind(t *testing.T) {
	err := run(t.Context(), settings{port: "0", dist: dist(t), edge: "cloud"}, io.Discard)
	require.ErrorContains(t, err, "native, worker or worker-light")
}

func statusAs(t *testing.T, host, url string) int {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	require.NoError(t, err)
	r.Host = host
	answer, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer answer.Body.Close()
	return answer.StatusCode
}

func get(t *testing.T, url string) string {
	t.Helper()
	answer, err := http.Get(url)
	require.NoError(t, err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return string(body)
}
