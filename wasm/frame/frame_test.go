package frame

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
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
func input(pairs [][2]string) []byte {
	var frame []byte
	for _, p := range pairs {
		for _, s := range p {
			frame = binary.LittleEndian.AppendUint32(frame, uint32(len(s)))
			frame = append(frame, s...)
		}
	}
	return frame
}

// answered reads an answer's JSON; the length before it must be right. Its
// members are keyed as the cases have them: problems[0][field], and # before
// the key of what is no string.
func answered(t testing.TB, answer []byte) map[string]string {
	t.Helper()
	require.Equal(t, len(answer)-4, int(binary.LittleEndian.Uint32(answer)))
	var members map[string]any
	require.NoError(t, json.Unmarshal(answer[4:], &members), "an answer is JSON")
	got := map[string]string{}
	flatten(got, "", members)
	return got
}

func flatten(into map[string]string, key string, value any) {
	switch v := value.(type) {
	case string:
		into[key] = v
	case map[string]any:
		for name, member := range v {
			if key != "" {
				name = key + "[" + name + "]"
			}
			flatten(into, name, member)
		}
	case []any:
		for i, element := range v {
			if _, is := element.(map[string]any); is {
				flatten(into, fmt.Sprintf("%s[%d]", key, i), element)
			}
		}
		plain(into, key, value)
	default:
		plain(into, key, value)
	}
}

func plain(into map[string]string, key string, value any) {
	text, err := json.Marshal(value)
	if err == nil {
		into["#"+key] = string(text)
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
				assert.NotContains(t, got, key, c.Why)
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
		a := arguments(input([][2]string{{"a", value}, {"b", "c"}}))
		assert.Equal(t, value, a.get("a"))
		assert.Equal(t, "c", a.get("b"))
		assert.Empty(t, a.get("d"))
	}
}
