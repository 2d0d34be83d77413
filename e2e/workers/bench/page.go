package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

const head = `# The edge services, measured

Written by ` + "`make bench-worker`" + ` on %s: %s, %d cores%s, everything on one
machine and on loopback (the load, the service in workerd, and a sandbox of KOMOJU that answers after
%d ms). Compare the rows with each other, not with other machines.

Load: %d connections for %d s, each request with a mark of its own that its answer must carry; no
failure and no answer of another request, or there would be no table. Three figures are the least, the
median and the greatest of %d windows, or of %d starts. Cold start: from the request to the first
answer of a process that has just begun to listen, %d ms of it KOMOJU's. Memory: of the whole
process after each window; a row that grew would show it. What workerd
holds rises and falls with V8's collector, that of the Worker which only forwards too.

| service | requests | requests/s | p50 ms | p99 ms | cold start ms | memory MB |
|---|--:|--:|--:|--:|--:|---|
`

const foot = `
The Go service starts a Go runtime for each request (wasm/worker/main.go says why), which is nearly all
that it costs: its p50 here is a queue of 50 before two cores. A request under way holds some 6 MB of
the 128 MB that Cloudflare gives an isolate, so it is for shops whose traffic at one place stays in
tens of requests at a time. Where that is too little, the light one answers the same.
`

func page(rows []row, seconds, starts int) string {
	var out bytes.Buffer
	ms := int(delay / time.Millisecond)
	fmt.Fprintf(&out, head, time.Now().UTC().Format("2 January 2006"), processor(), runtime.NumCPU(), busy(),
		ms, connections, seconds, windows, starts, ms)
	for _, r := range rows {
		fmt.Fprintln(&out, r)
	}
	out.WriteString(foot)
	return out.String()
}

// String is a line of the table.
func (r row) String() string {
	return fmt.Sprintf("| %s | %d | %s | %s | %s | %s | %s |", r.name, r.requests,
		three(r.rates, "%.0f", 1), three(r.p50, "%.1f", 1e6), three(r.p99, "%.1f", 1e6), three(r.cold, "%.0f", 1e6),
		strings.Trim(fmt.Sprint(r.memory), "[]"))
}

// three are the least, the median and the greatest of a sorted list, each divided
// by unit.
func three[T time.Duration | float64](list []T, format string, unit float64) string {
	if len(list) == 0 {
		return "–"
	}
	var words []string
	for _, i := range []int{0, len(list) / 2, len(list) - 1} {
		words = append(words, fmt.Sprintf(format, float64(list[i])/unit))
	}
	return strings.Join(words, " · ")
}

func processor() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(text)) {
		if name, value, found := strings.Cut(line, ":"); found && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return runtime.GOARCH
}

// busy says what else the machine was doing, as far as Linux tells.
func busy() string {
	text, err := os.ReadFile("/proc/loadavg")
	if fields := strings.Fields(string(text)); err == nil && len(fields) > 2 {
		return fmt.Sprintf(" (load average of the last 15 minutes %s, the measurement's own among it)", fields[2])
	}
	return ""
}
