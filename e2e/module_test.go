package e2e

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// module is a build of the WebAssembly module.
type module struct {
	path    string
	support string // wasm_exec.js, which standard Go's build needs
}

// shipped is what js/dist holds: TinyGo's build, or standard Go's where there
// was no TinyGo.
func shipped(t *testing.T) module {
	t.Helper()
	m := module{path: dist("komoju-tokenize.wasm")}
	if noTinyGo != "" {
		t.Log("The shipping build is standard Go's. Why there is no TinyGo: " + noTinyGo)
		m.support = standard().support
	}
	return m
}

func standard() module { return module{std("komoju-tokenize.wasm"), std("wasm_exec.js")} }

// nodeJob is what testdata/run.mjs reads, nodeAnswer what it writes.
type nodeJob struct {
	Cases  []framed `json:"cases,omitempty"`
	Flood  *flood   `json:"flood,omitempty"`
	Secret string   `json:"secret,omitempty"`
}

type flood struct {
	Frame string `json:"frame"`
	Calls int    `json:"calls"`
}

type nodeAnswer struct {
	Version, Memory int
	Answers         []string
	Left            [][2]bool
}

// inNode runs the module in a Node of its own.
func (m module) inNode(t *testing.T, job nodeJob) (got nodeAnswer) {
	t.Helper()
	_, err := os.Stat(m.path)
	require.NoError(t, err, "the module is not built: run make build first")
	node, err := exec.LookPath("node")
	require.NoError(t, err, "Node.js is missing: install nodejs")
	in, err := json.Marshal(job)
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, node, "testdata/run.mjs", m.path, m.support)
	var said bytes.Buffer
	run.Stdin, run.Stderr = bytes.NewReader(in), &said
	out, err := run.Output()
	require.NoError(t, err, said.String())
	require.NoError(t, json.Unmarshal(out, &got), said.String())
	return got
}

// A shop's page stays open for hours: memory that grew would end it one day.
func TestMemoryStaysFlat(t *testing.T) {
	t.Parallel()
	m := shipped(t)
	if m.support != "" {
		return // standard Go's memory is its garbage collector's
	}
	typed := framedCall("validate", [][2]string{{"payment_details[type]", "credit_card"}, {"payment_details[number]", "4111 1111 1111 1111"}})
	got := m.inNode(t, nodeJob{Flood: &flood{typed.Frame, 1_000_000}})
	assert.Equal(t, 192<<10, got.Memory)
}

// Once a call is over nothing of the card may be found in the module's memory,
// where whatever breaks into the page later would look for it.
func TestMemoryIsWiped(t *testing.T) {
	t.Parallel()
	const number = "4539578763621486"
	m := shipped(t)
	if m.support != "" {
		return // what standard Go's heap keeps is its garbage collector's
	}
	var cases []framed
	for _, call := range []string{"tokenize", "validate", "answer"} {
		cases = append(cases, framedCall(call, [][2]string{
			{"setting[publishableKey]", "pk_test_key"}, {"setting[now]", "29908800"}, {"status", "422"},
			{"payment_details[type]", "credit_card"}, {"payment_details[number]", number},
			{"payment_details[month]", "12"}, {"payment_details[year]", "2033"},
		}))
	}
	got := m.inNode(t, nodeJob{Cases: cases, Secret: hex.EncodeToString([]byte(number))})
	for i, c := range cases {
		assert.Equal(t, [2]bool{true, false}, got.Left[i], c.Call+": held during the call, and after it")
	}
}
