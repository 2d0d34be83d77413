package frame

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cases.json is run by every build of the module on every host; here natively.
type testCase struct {
	Why  string
	Call string
	In   [][2]string
	Want map[string]any
}

var calls = map[string]func([]byte) []byte{"tokenize": Tokenize, "validate": Validate, "answer": Answer}

func cases(t testing.TB) (all []testCase) {
	t.Helper()
	text, err := os.ReadFile("testdata/cases.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &all))
	require.NotEmpty(t, all)
	return all
}

// input is a frame as the host writes it.
func input(pairs [][2]string) []byte { return []byte(textOf(pairs)) }

// answered reads an answer as the host does. Its members are keyed as the cases
// have them: problems[0][field], and # before the key of what is no string.
func answered(t testing.TB, answer []byte) map[string]string {
	t.Helper()
	end := len(answer) - 1
	require.Equal(t, byte(0xFF), answer[end], "the host finds the end")
	list := strings.Split(string(answer[:end]), "\x00")
	got := map[string]string{"hint": list[0]}
	switch {
	case list[1] != "":
		got["code"], got["message"], got["detail"] = list[1], list[2], list[3]
		got["#status"], got["#retryable"] = list[4], strconv.FormatBool(list[5] == "1")
		problemsInto(got, list[6:])
	case len(list) == 3:
		got["#wait"], got["#token"] = list[2], strconv.FormatBool(list[2] == "0")
	case len(list) == 5:
		got["url"], got["authorization"], got["body"] = list[2], list[3], list[4]
	default:
		count, err := strconv.Atoi(list[2])
		require.NoError(t, err)
		got["#valid"] = strconv.FormatBool(count == 0)
		problemsInto(got, list[3:3+3*count])
		fieldsInto(got, list[3+3*count:])
	}
	return got
}

func problemsInto(got map[string]string, list []string) {
	type problem struct{ Field, Code, Message string }
	all := []problem{}
	for i := 0; i < len(list); i += 3 {
		p := problem{list[i], list[i+1], list[i+2]}
		key := fmt.Sprintf("problems[%d]", len(all))
		got[key+"[field]"], got[key+"[code]"], got[key+"[message]"] = p.Field, p.Code, p.Message
		all = append(all, p)
	}
	text, _ := json.Marshal(all)
	got["#problems"] = string(text)
}

func fieldsInto(got map[string]string, list []string) {
	for i := 0; i < len(list); i += 3 {
		key := "fields[" + list[i] + "]"
		state := strings.Split(list[i+2], " ")
		got[key+"[value]"] = list[i+1]
		got["#"+key+"[valid]"] = strconv.FormatBool(state[0] == "2")
		got["#"+key+"[potential]"] = strconv.FormatBool(state[0] >= "1")
		if len(state) > 1 {
			got[key+"[brand]"], got["#"+key+"[gaps]"], got["#"+key+"[codeLength]"] = state[1], "["+state[2]+"]", state[3]
		}
	}
}

func TestCases(t *testing.T) {
	for _, c := range cases(t) {
		got := answered(t, calls[c.Call](input(c.In)))
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
		for _, call := range calls {
			answered(t, call(whole[:n:n]))
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
