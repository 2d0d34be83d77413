package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// opinion is what a validator says of one input.
type opinion struct {
	Valid     bool
	Potential *bool  // nil where the package has no such answer
	Brand     string // as peers/validators.mjs spells it; "" for none
}

// validator is one package and what it answers to each question.
type validator struct {
	Name, Version string
	Answers       []opinion
}

// input is what peers/judge.mjs asks for: of the kind number, expiry or code.
type input struct {
	Kind   string `json:"kind"`
	Number string `json:"number,omitempty"`
	Month  string `json:"month,omitempty"`
	Year   string `json:"year,omitempty"`
	Code   string `json:"code,omitempty"`
	Now    int64  `json:"now"` // Unix seconds
}

// monthsEnd is where a month ends last on earth, and where our table has it end.
// No document says whose clock counts: so all clocks stand there, and nobody is
// called wrong for standing elsewhere.
const monthsEnd = "Etc/GMT+12"

// judge asks every validator everything; ours is the first.
func judge(t *testing.T, all []input) (list []validator) {
	t.Helper()
	_, err := os.Stat("peers/node_modules/.set-up")
	require.NoError(t, err, "the validators are not installed: run make e2e/peers/node_modules/.set-up")
	in, err := json.Marshal(all)
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, "node", "peers/judge.mjs", dist("komoju-tokenize.mjs"))
	run.Env = append(os.Environ(), "TZ="+monthsEnd)
	var errors bytes.Buffer
	run.Stdin, run.Stderr = bytes.NewReader(in), &errors
	out, err := run.Output()
	require.NoError(t, err, errors.String())
	require.NoError(t, json.Unmarshal(out, &list), errors.String())
	require.Len(t, list, 4)
	return list
}

// What people use today must be compared by a run, not by a claim: who refuses
// which card is on the page that this test makes, and ours may be wrong nowhere.
func TestValidators(t *testing.T) {
	t.Parallel()
	list := questions(t)
	c := comparison{list, judge(t, inputs(list))}
	for i, q := range list {
		assert.Empty(t, q.faults(c.validators[0].Answers[i]), "ours, of %s: %s", q.shown(), q.why)
	}
	assertFresh(t, "VALIDATORS.md", c.text())
}
