package edge

import (
	"maps"
	"slices"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/tokens"
)

// Facts are what another implementation of this service needs to answer alike:
// demo/examples/worker-light imports them as JSON, made by wasm/internal/generate.
type Facts struct {
	BodyLimit   int             `json:"bodyLimit"`   // bytes
	Details     int             `json:"details"`     // bytes at the most
	MemberCost  int             `json:"memberCost"`  // bytes of each of them
	Depth       int             `json:"depth"`       // brackets in each other
	Timeout     int64           `json:"timeout"`     // milliseconds, unless set
	LimitPeriod string          `json:"limitPeriod"` // seconds, as Retry-After has it
	NoLimit     string          `json:"noLimit"`     // for the log
	Card        string          `json:"card"`        // the type that CARDS lets in
	Refusals    map[string]Told `json:"refusals"`
	// Sentences are each there once, for all languages: many refusals share one.
	Sentences []map[string]string `json:"sentences"`
}

// Told is a refusal in all languages.
type Told struct {
	refusal
	Retryable bool   `json:"retryable,omitempty"`
	Field     string `json:"field,omitempty"`    // to blame, if any
	Sentence  *int   `json:"sentence,omitempty"` // none for a fault that the core tells itself
}

// Shared gives the facts.
func Shared() Facts {
	f := Facts{bodyLimit, detailsLimit, memberCost, deepest, usualTimeout.Milliseconds(), limitPeriod, NoLimit, card, map[string]Told{}, nil}
	for _, name := range slices.Sorted(maps.Keys(refusals)) {
		if name != missingSender && name != tokens.Aborted { // a Worker always has fetch, and aborts nothing
			f.Refusals[name] = f.told(refusals[name])
		}
	}
	return f
}

var languages = map[string]message.Lang{"en": message.EN, "ja": message.JA, "ko": message.KO, "zh": message.ZH}

func (f *Facts) told(r refusal) Told {
	fault := r.fault(message.EN)
	t := Told{refusal: r, Retryable: fault.Retryable}
	for _, p := range fault.Problems {
		t.Field = p.Field
	}
	if r.Detail != "" {
		t.Sentence = f.sentence(r.Code)
	}
	return t
}

// sentence is where the one of a code stands.
func (f *Facts) sentence(code string) *int {
	all := map[string]string{}
	for tag, l := range languages {
		all[tag] = message.Text(code, l)
	}
	at := slices.IndexFunc(f.Sentences, func(s map[string]string) bool { return maps.Equal(s, all) })
	if at < 0 {
		at = len(f.Sentences)
		f.Sentences = append(f.Sentences, all)
	}
	return &at
}
