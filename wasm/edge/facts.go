package edge

import "komoju-tokenize/wasm/message"

// Facts are what another implementation of this service needs to answer alike:
// demo/examples/worker-light imports them as JSON, made by wasm/internal/generate.
type Facts struct {
	BodyLimit   int             `json:"bodyLimit"`   // bytes
	Timeout     int64           `json:"timeout"`     // milliseconds, unless set
	LimitPeriod string          `json:"limitPeriod"` // seconds, as Retry-After has it
	NoLimit     string          `json:"noLimit"`     // for the log
	Card        string          `json:"card"`        // the type that CARDS lets in
	Refusals    map[string]Told `json:"refusals"`
}

// Told is a refusal in all languages.
type Told struct {
	refusal
	Retryable bool              `json:"retryable"`
	Field     string            `json:"field,omitempty"` // to blame, if any
	Message   map[string]string `json:"message,omitempty"`
}

// Shared gives the facts.
func Shared() Facts {
	f := Facts{bodyLimit, usualTimeout.Milliseconds(), limitPeriod, NoLimit, card, map[string]Told{}}
	for name, r := range refusals {
		f.Refusals[name] = r.told()
	}
	return f
}

var languages = map[string]message.Lang{"en": message.EN, "ja": message.JA, "ko": message.KO, "zh": message.ZH}

// told has no sentences for a fault that the core tells itself.
func (r refusal) told() Told {
	t := Told{refusal: r}
	for tag, l := range languages {
		fault := r.fault(l)
		if t.Retryable = fault.Retryable; r.Detail != "" {
			t.say(tag, fault.Message)
		}
		for _, p := range fault.Problems {
			t.Field = p.Field
		}
	}
	return t
}

func (t *Told) say(tag, text string) {
	if t.Message == nil {
		t.Message = map[string]string{}
	}
	t.Message[tag] = text
}
