package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"komoju-tokenize/demo/sandbox"
	"komoju-tokenize/demo/workerd"
	"komoju-tokenize/e2e/workers/load"
	"komoju-tokenize/wasm/edge"
)

// service is one to measure; a folder of a Worker, or none for the native handler.
type service struct{ name, folder string }

var services = []service{
	{"JavaScript that only forwards", "worker-forward"},
	{"light: JavaScript and the module", "worker-light"},
	{"Go on syumai/workers", "worker"},
	{"native: the handler on net/http", ""},
}

type bench struct {
	program, built string
	upstream       *httptest.Server
	part           time.Duration
	starts         int
}

// row is what was found of a service.
type row struct {
	name     string
	requests int
	rates    []float64 // answers for a second, of each window, least first
	p50, p99 []time.Duration
	cold     []time.Duration // least first; none of the native handler
	memory   []int           // MB of the process, after each window
}

// measure starts a service, loads it, and asks each of several others that were
// just started for its first token.
func (b bench) measure(ctx context.Context, s service) (row, error) {
	r := row{name: s.name}
	url, pid, end, err := b.start(ctx, s)
	if err != nil {
		return r, err
	}
	err = b.load(ctx, &r, url, pid)
	end()
	for range b.starts {
		if err == nil && s.folder != "" {
			err = b.first(ctx, &r, s)
		}
	}
	slices.Sort(r.cold)
	return r, err
}

func (b bench) load(ctx context.Context, r *row, url string, pid int) error {
	if warm := load.Run(ctx, url, connections, time.Second); len(warm.Failures) > 0 {
		return errors.New(warm.Failures[0])
	}
	for range windows {
		got := load.Run(ctx, url, connections, b.part)
		if len(got.Failures) > 0 || len(got.Times) == 0 {
			return fmt.Errorf("%d failures of %d: %v", len(got.Failures), len(got.Times), got.Failures)
		}
		r.requests += len(got.Times)
		r.rates = append(r.rates, got.Rate())
		r.p50, r.p99 = append(r.p50, got.Percentile(50)), append(r.p99, got.Percentile(99))
		r.memory = append(r.memory, resident(pid))
	}
	slices.Sort(r.rates)
	slices.Sort(r.p50)
	slices.Sort(r.p99)
	return ctx.Err()
}

// first times the first answer of a service whose process has just begun to
// listen: the start of its isolate, and of Go in it.
func (b bench) first(ctx context.Context, r *row, s service) error {
	url, _, end, err := b.start(ctx, s)
	if err != nil {
		return err
	}
	defer end()
	start := time.Now()
	err = load.Once(http.DefaultClient, url, "cold@load.example")
	r.cold = append(r.cold, time.Since(start))
	return err
}

func (b bench) start(ctx context.Context, s service) (url string, pid int, end func(), err error) {
	vars := map[string]string{"KOMOJU_PUBLISHABLE_KEY": sandbox.DefaultPublishableKey,
		"KOMOJU_ENDPOINT": b.upstream.URL, "ALLOWED_ORIGINS": load.Origin}
	if s.folder == "" {
		return b.native(vars)
	}
	run, err := workerd.Start(ctx, workerd.Config{Program: b.program, Upstream: strings.TrimPrefix(b.upstream.URL, "http://"),
		Workers: []workerd.Worker{{Name: "edge", Dir: b.built + "/" + s.folder, Modules: workerd.Built[s.folder], Text: vars}}})
	if err != nil {
		return "", 0, nil, err
	}
	return run.URL("edge") + "/tokens", run.PID(), run.Close, nil
}

// native runs in this process, the load and the stand-in with it.
func (b bench) native(vars map[string]string) (string, int, func(), error) {
	c := edge.Setting(func(name string) string { return vars[name] })
	c.Send = edge.Over(&http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections}})
	c.Log = func(line string) { fmt.Fprintln(io.Discard, line) }
	server := httptest.NewServer(edge.New(c))
	return server.URL + "/tokens", os.Getpid(), server.Close, nil
}

// resident is what a process has in memory, in MB; 0 where Linux does not tell.
func resident(pid int) int {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) == 3 && fields[0] == "VmRSS:" {
			kilobytes, _ := strconv.Atoi(fields[1])
			return kilobytes / 1024
		}
	}
	return 0
}
