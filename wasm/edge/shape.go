package edge

import "komoju-tokenize/wasm/tokens"

// errorBody has the members of KomojuError, and param, by which KOMOJU names the
// field at fault.
type errorBody struct {
	Code      string        `json:"code"`
	Message   string        `json:"message"` // for the shopper
	Param     *string       `json:"param"`   // the first problem's field, else null
	Problems  []problemBody `json:"problems"`
	Status    int           `json:"status"` // of KOMOJU's answer, 0 for none
	Retryable bool          `json:"retryable"`
	Detail    string        `json:"detail"` // for the developer
}

type problemBody struct {
	Field   string `json:"field"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

func bodyOf(f *tokens.Fault) errorBody {
	b := errorBody{
		Code: f.Code, Message: f.Message, Problems: []problemBody{},
		Status: f.Status, Retryable: f.Retryable, Detail: f.Detail,
	}
	for _, p := range f.Problems {
		b.Problems = append(b.Problems, problemBody(p))
	}
	if len(b.Problems) > 0 {
		b.Param = &b.Problems[0].Field
	}
	return b
}
