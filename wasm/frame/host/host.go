// Package host is the other side of wasm/frame in Go: what the loader does in
// JavaScript. Tests ask the module through it, natively and in its builds.
package host

import (
	"fmt"
	"strconv"
	"strings"
)

// Encode writes keys and values as a frame.
func Encode(pairs [][2]string) []byte {
	var texts []string
	for _, pair := range pairs {
		for _, text := range pair {
			if strings.Contains(text, zero) {
				text = "\uFFFD" // or it would pass for two
			}
			texts = append(texts, text)
		}
	}
	return []byte(strings.Join(texts, zero))
}

const (
	zero = "\x00"
	end  = "\xFF"
)

// Answer is what a call answers. Members that another call has, or a fault left
// out, are zero.
type Answer struct {
	Hint  string
	Fault *Fault

	URL, Authorization, Body string // Tokenize

	Token bool // Answer
	Wait  int  // milliseconds

	Problems []Problem // Validate
	Fields   map[string]Field
}

// Fault has the members of a KomojuError.
type Fault struct {
	Code      string    `json:"code"`
	Message   string    `json:"message"`
	Detail    string    `json:"detail"`
	Status    int       `json:"status"`
	Retryable bool      `json:"retryable"`
	Problems  []Problem `json:"problems"`
}

// Problem is one of a field.
type Problem struct {
	Field   string `json:"field"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// Field is what is known of a field; the last three are of a card's number.
type Field struct {
	Value, Brand, Gaps string
	Valid, Potential   bool
	CodeLength         int
}

// Decode reads the answer of a call: tokenize, answer or validate.
func Decode(call string, answer []byte) (a Answer, err error) {
	text, ended := strings.CutSuffix(string(answer), end)
	list := strings.Split(text, zero)
	if !ended || len(list) < 3 {
		return a, fmt.Errorf("%s: no answer of the module: %d strings", call, len(list))
	}
	a.Hint = list[0]
	switch {
	case list[1] != "":
		a.Fault, err = faultOf(list[1:])
	case call == "tokenize":
		a.URL, a.Authorization, a.Body = list[2], list[3], list[4]
	case call == "answer":
		a.Wait, err = strconv.Atoi(list[2])
		a.Token = a.Wait == 0
	default:
		err = a.judge(list[2], list[3:])
	}
	return a, err
}

func faultOf(list []string) (*Fault, error) {
	status, err := strconv.Atoi(list[3])
	return &Fault{list[0], list[1], list[2], status, list[4] != "", problemsOf(list[5:])}, err
}

func problemsOf(list []string) []Problem {
	problems := []Problem{}
	for ; len(list) >= 3; list = list[3:] {
		problems = append(problems, Problem{list[0], list[1], list[2]})
	}
	return problems
}

func (a *Answer) judge(count string, list []string) error {
	n, err := strconv.Atoi(count)
	if err != nil || 3*n > len(list) || len(list)%3 != 0 {
		return fmt.Errorf("%s problems in %d strings: %v", count, len(list), err)
	}
	a.Problems, a.Fields = problemsOf(list[:3*n]), map[string]Field{}
	for list = list[3*n:]; len(list) > 0 && err == nil; list = list[3:] {
		a.Fields[list[0]], err = fieldOf(list[1], list[2])
	}
	return err
}

func fieldOf(value, state string) (f Field, err error) {
	parts := strings.Split(state, " ")
	f = Field{Value: value, Valid: parts[0] == "2", Potential: parts[0] != "0"}
	if len(parts) > 1 {
		f.Brand, f.Gaps = parts[1], strings.Join(parts[3:], ",")
		if parts[2] != "" {
			f.CodeLength, err = strconv.Atoi(parts[2])
		}
	}
	return f, err
}
