package edge

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/tokens"
)

// shape writes a fault in the shape of KOMOJU's errors, which the loader reads,
// with the members of KomojuError in it: code, message (for the shopper),
// problems, status (of KOMOJU's answer, 0 for none), retryable, detail (for the
// developer); and param, by which KOMOJU names the field at fault, the first
// problem's. By hand, as the core writes its own; json.go says why.
func shape(f *tokens.Fault) []byte {
	w := &writer{}
	w.string(`{"error":{"code":`, f.Code)
	w.string(`,"message":`, f.Message)
	w.Text(`,"param":`)
	if len(f.Problems) > 0 {
		w.Quote(f.Problems[0].Field)
	} else {
		w.Text("null")
	}
	w.problems(f.Problems)
	w.Text(`,"status":` + ascii.Decimal(f.Status))
	w.truth(`,"retryable":`, f.Retryable)
	w.string(`,"detail":`, f.Detail)
	w.Text("}}")
	return w.Buf
}

type writer struct{ ascii.Writer }

// string writes what stands before a string, and the string.
func (w *writer) string(before, value string) {
	w.Text(before)
	w.Quote(value)
}

func (w *writer) truth(before string, value bool) {
	w.Text(before)
	if value {
		w.Text("true")
		return
	}
	w.Text("false")
}

func (w *writer) problems(list []tokens.Problem) {
	w.Text(`,"problems":[`)
	before := `{"field":`
	for _, p := range list {
		w.string(before, p.Field)
		w.string(`,"code":`, p.Code)
		w.string(`,"message":`, p.Message)
		w.Byte('}')
		before = `,{"field":`
	}
	w.Byte(']')
}
