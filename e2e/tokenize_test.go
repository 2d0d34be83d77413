package e2e

import (
	"strings"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/width"
)

// details of a payment, as a page gives them to komojuTokenize.
type details map[string]any

// options are the second argument of komojuTokenize.
type options map[string]any

var card = details{
	"type": "credit_card", "number": "３７８２ 822463 10005", "month": "12", "year": 2031, "verification_value": "9081",
}

// result of a call of komojuTokenize: a token, or what its error holds.
type result struct {
	Token *struct {
		ID      string
		Details map[string]string `json:"payment_details"`
	}
	Code, Message, Detail string
	Status                int
	Retryable             bool
	Problems              []struct{ Field, Code, Message string }

	Took  float64 // milliseconds
	Known bool    // it is a KomojuError
	Text  string  // all of the error that can be printed, its stack too, without addresses
}

// tell calls komojuTokenize and never rejects.
const tell = `async (details, options) => {
	const began = performance.now();
	const told = (all) => ({ ...all, took: performance.now() - began });
	try {
		return told({ token: await window.komojuTokenize(details, options) });
	} catch (e) {
		const { code, message, detail, status, retryable, problems } = e;
		const known = e instanceof window.komojuTokenize.KomojuError && e.name === "KomojuError" && !("cause" in e);
		const text = [String(e), e.stack, JSON.stringify(e), ...Object.getOwnPropertyNames(e).map((name) => JSON.stringify(e[name]))].join("\n").replace(/http\S+/g, "");
		return told({ code, message, detail, status, retryable, problems, known, text });
	}
}`

// tokenize calls the page's komojuTokenize as its script would. An error must be
// a KomojuError, and hold nothing of what was typed.
func (tb *tab) tokenize(d details, o options) result {
	tb.t.Helper()
	got := eval[result](tb, tell, d, o)
	if got.Token == nil {
		assert.True(tb.t, got.Known, "not a KomojuError: "+got.Text)
		for _, name := range []string{"number", "verification_value", "prepaid_number"} {
			if value, given := d[name].(string); given {
				assert.Empty(tb.t, disguises(folded(value)).in(got.Text), name)
			}
		}
	}
	return got
}

// folded is a number without full width and gaps.
func folded(number string) string {
	return strings.ReplaceAll(width.Fold.String(number), " ", "")
}
