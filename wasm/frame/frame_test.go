package frame

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/frame/host"
)

var calls = map[string]func([]byte) []byte{"tokenize": Tokenize, "validate": Validate, "answer": Answer}

// cases are run by every build of the module on every host; here natively.
func cases(t testing.TB) []host.Case {
	t.Helper()
	all, err := host.Cases("testdata")
	require.NoError(t, err)
	return all
}

func input(pairs [][2]string) []byte { return host.Encode(pairs) }

// answered reads the answer of a call. Its members are keyed as the cases have
// them: problems[0][field], and # before the key of what is no string.
func answered(t testing.TB, call string, answer []byte) map[string]string {
	t.Helper()
	a, err := host.Decode(call, answer)
	require.NoError(t, err)
	got := map[string]string{"hint": a.Hint}
	switch f := a.Fault; {
	case f != nil:
		got["code"], got["message"], got["detail"] = f.Code, f.Message, f.Detail
		got["#status"], got["#retryable"] = strconv.Itoa(f.Status), strconv.FormatBool(f.Retryable)
		problemsInto(got, f.Problems)
	case call == "tokenize":
		got["url"], got["authorization"], got["body"] = a.URL, a.Authorization, a.Body
	case call == "answer":
		got["#wait"], got["#token"] = strconv.Itoa(a.Wait), strconv.FormatBool(a.Token)
	default:
		got["#valid"] = strconv.FormatBool(len(a.Problems) == 0)
		problemsInto(got, a.Problems)
		fieldsInto(got, a.Fields)
	}
	return got
}

func problemsInto(got map[string]string, list []host.Problem) {
	for i, p := range list {
		key := fmt.Sprintf("problems[%d]", i)
		got[key+"[field]"], got[key+"[code]"], got[key+"[message]"] = p.Field, p.Code, p.Message
	}
	for _, p := range list {
		got["problem["+p.Field+"]"] = p.Code
	}
	text, _ := json.Marshal(list)
	got["#problems"] = string(text)
}

func fieldsInto(got map[string]string, fields map[string]host.Field) {
	for name, f := range fields {
		key := "fields[" + name + "]"
		got[key+"[value]"], got[key+"[brand]"] = f.Value, f.Brand
		got["#"+key+"[valid]"], got["#"+key+"[potential]"] = strconv.FormatBool(f.Valid), strconv.FormatBool(f.Potential)
		got["#"+key+"[gaps]"], got["#"+key+"[codeLength]"] = "["+f.Gaps+"]", strconv.Itoa(f.CodeLength)
	}
}

func TestCases(t *testing.T) {
	for _, c := range cases(t) {
		got := answered(t, c.Call, calls[c.Call](input(c.In)))
		for key, want := range c.Want {
			switch {
			case key == "json":
				text, err := json.Marshal(want)
				require.NoError(t, err)
				assert.JSONEq(t, string(text), got["body"], c.Why)
			case want == nil:
				assert.Empty(t, got[key], c.Why)
			default:
				assert.Equal(t, want, got[key], c.Why+": "+key)
			}
		}
	}
}

func TestFramesCutShortAreRead(t *testing.T) {
	whole := input(cases(t)[0].In)
	for n := range whole {
		for name, call := range calls {
			answered(t, name, call(whole[:n:n]))
		}
	}
}

func TestEveryLengthGoesThrough(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 200 {
		value := strings.Repeat("x", random.Intn(Limit))
		a := read(input([][2]string{{"a", value}, {"b", "c"}}))
		assert.Equal(t, value, a.get("a"))
		assert.Equal(t, "c", a.get("b"))
		assert.Empty(t, a.get("d"))
	}
}
