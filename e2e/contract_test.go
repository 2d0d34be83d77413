package e2e

import (
	"encoding/hex"
	"fmt"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/frame"
	"komoju-tokenize/wasm/frame/host"
)

// contract is one call as wasm/frame's own tests know it.
type contract struct {
	host.Case

	// Holds judges what the call says, where a table says what it must be.
	Holds func(*testing.T, host.Answer) `json:"-"`
}

// framed is the same call for a host: the frame in hex.
type framed struct {
	Call  string `json:"call"`
	Frame string `json:"frame"`
}

// contracts are the cases of wasm/frame and the rows of the tables below it.
func contracts(t *testing.T) (all []contract) {
	t.Helper()
	cases, err := host.Cases("../wasm/frame/testdata")
	require.NoError(t, err)
	for _, c := range cases {
		all = append(all, contract{Case: c})
	}
	return append(all, tables(t)...)
}

func (c contract) encode() []byte { return host.Encode(c.In) }

func (c contract) framed() framed { return framedCall(c.Call, c.In) }

func framedCall(call string, in [][2]string) framed {
	return framed{call, hex.EncodeToString(host.Encode(in))}
}

func allFramed(list []contract) (out []framed) {
	for _, c := range list {
		out = append(out, c.framed())
	}
	return out
}

// native answers without WebAssembly: what every other build is measured by.
func (c contract) native() string {
	calls := map[string]func([]byte) []byte{
		"tokenize": frame.Tokenize, "validate": frame.Validate, "answer": frame.Answer}
	return string(calls[c.Call](c.encode()))
}

// Two compilers and two hosts must say what native Go says, byte by byte. Where
// one differs it is miscompiled, or built from other sources than these.
func assertSame(t *testing.T, list []contract, answers []string) {
	t.Helper()
	require.Len(t, answers, len(list))
	for i, c := range list {
		got, err := hex.DecodeString(answers[i])
		require.NoError(t, err)
		assert.Equal(t, c.native(), string(got), c.Why)
		if c.Holds != nil {
			answer, err := host.Decode(c.Call, got)
			require.NoError(t, err, c.Why)
			c.Holds(t, answer)
		}
	}
}

func TestContractInNode(t *testing.T) {
	for name, m := range map[string]module{"shipped": shipped(t), "standard Go": standard()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list := contracts(t)
			got := m.inNode(t, nodeJob{Cases: allFramed(list)})
			assert.Equal(t, 1, got.Version)
			assertSame(t, list, got.Answers)
		})
	}
}

func TestContractInBrowser(t *testing.T) {
	t.Parallel()
	list := contracts(t)
	tb := newTab(t)
	tb.open(serve(t, shipped(t).page()))
	assertSame(t, list, eval[[]string](tb, `async (cases) => {
		const { start, answers } = await import("/frames.mjs");
		const bytes = await (await fetch("/module.wasm")).arrayBuffer();
		return answers(await start(bytes, window.Go), cases);
	}`, allFramed(list)))
}

// page serves the bare module and what runs it.
func (m module) page() http.Handler {
	files := map[string]string{"/frames.mjs": "testdata/frames.mjs", "/module.wasm": m.path, "/support.js": m.support}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path := files[r.URL.Path]; path != "" {
			http.ServeFile(w, r, path)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<!doctype html><link rel="icon" href="data:,">`)
		if m.support != "" {
			fmt.Fprint(w, `<script src="/support.js"></script>`)
		}
	})
}
