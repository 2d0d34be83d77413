package frame

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
)

// piece parts the keys and values of a fuzzed frame.
const piece = "\x00"

// seedCall adds the cases of one call as text.
func seedCall(f *testing.F, call string) {
	for _, c := range cases(f) {
		if c.Call == call {
			f.Add(textOf(c.In))
		}
	}
}

func textOf(pairs [][2]string) string {
	var pieces []string
	for _, p := range pairs {
		pieces = append(pieces, p[:]...)
	}
	return strings.Join(pieces, piece)
}

// pairsOf are the keys and values of a text, in the UTF-8 that a host makes of
// whatever it is given, and with the brackets closed that it closes: the module
// drops a key's last byte unread, which might else be a part of a character. None
// of a text that no host would hand over.
func pairsOf(text string) (pairs [][2]string) {
	pieces := strings.Split(strings.ToValidUTF8(text, "\uFFFD"), piece)
	for i := 0; i+1 < len(pieces); i += 2 {
		key := pieces[i]
		if strings.Contains(key, "[") && !strings.HasSuffix(key, "]") {
			key += "]"
		}
		pairs = append(pairs, [2]string{key, pieces[i+1]})
	}
	if len(input(pairs)) > Limit {
		return nil
	}
	return pairs
}

// asked hands pairs to a call, which must leave them as they are: a call that
// answers wait is made again with the same frame.
func asked(t *testing.T, name string, call func([]byte) []byte, pairs [][2]string) map[string]string {
	t.Helper()
	in := input(pairs)
	got := answered(t, name, call(in))
	require.Equal(t, input(pairs), in, "the frame is only read")
	return got
}

// What Validate calls good, Tokenize sends; of what it calls bad, Tokenize tells
// the same problems. Else a form would be green and its button dead.
func FuzzTokenize(f *testing.F) {
	seedCall(f, "tokenize")
	seedCall(f, "validate")
	f.Fuzz(func(t *testing.T, text string) {
		pairs := pairsOf(text)
		got, judged := asked(t, "tokenize", Tokenize, pairs), asked(t, "validate", Validate, pairs)
		switch _, sent := got["body"]; {
		case sent:
			require.Equal(t, "true", judged["#valid"])
			require.NotContains(t, got, "code")
			requireSendable(t, got, pairs)
		case got["code"] == "invalid_details":
			require.Equal(t, judged["#problems"], got["#problems"])
			require.Equal(t, "false", judged["#valid"])
		default: // the shop's set-up, or a card where none is taken
			require.Contains(t, []string{"missing_key", "secret_key", "invalid_key", "invalid_endpoint", "invalid_payment_type"}, got["code"])
		}
	})
}

// requireSendable: no request goes out that its header, or the API's JSON reader,
// would stumble over, nor one that another could read on the way.
func requireSendable(t *testing.T, got map[string]string, pairs [][2]string) {
	t.Helper()
	require.Regexp(t, `^(https://|http://(localhost|127[.0-9]*|\[::1\])[:/])`, got["url"])
	require.Regexp(t, `^Basic [A-Za-z0-9+/]+=*$`, got["authorization"])
	for _, p := range pairs {
		if strings.HasPrefix(p[0], "#") && !json.Valid([]byte(p[1])) {
			return // a host writes JSON there, and the module passes it on unread
		}
	}
	require.True(t, json.Valid([]byte(got["body"])), "the body is JSON")
}

// A field that is red without a word leaves the shopper to guess.
func FuzzValidate(f *testing.F) {
	seedCall(f, "validate")
	seedCall(f, "tokenize")
	f.Add("payment_details[\x80\x00\xfb")
	f.Fuzz(func(t *testing.T, text string) {
		got := asked(t, "validate", Validate, pairsOf(text))
		told := problemsOf(t, got)
		require.Equal(t, strconv.FormatBool(len(told) == 0), got["#valid"])
		for key, value := range got {
			if name, is := strings.CutSuffix(key, "[valid]"); is && value == "false" {
				require.Contains(t, told, strings.TrimPrefix(strings.TrimSuffix(name, "]"), "#fields["))
			} else if is {
				require.Equal(t, "true", got[name+"[potential]"], "what is valid could be")
			}
		}
	})
}

// problemsOf are the fields that an answer has problems with. Each has a code
// and its sentence.
func problemsOf(t *testing.T, got map[string]string) []string {
	t.Helper()
	var list []struct{ Field, Code, Message string }
	require.NoError(t, json.Unmarshal([]byte(got["#problems"]), &list))
	var fields []string
	for _, p := range list {
		require.NotEmpty(t, p.Code)
		require.NotEmpty(t, p.Message)
		fields = append(fields, p.Field)
	}
	return fields
}

// A call that is neither a token, nor a wait that ends, nor a fault with its
// sentence would leave the shopper before a spinning wheel.
func FuzzAnswer(f *testing.F) {
	for _, c := range cases(f) {
		if c.Call == "answer" {
			f.Add(textOf(c.In), uint8(0), uint16(999))
			f.Add(textOf(c.In), uint8(2), uint16(0))
		}
	}
	f.Fuzz(func(t *testing.T, text string, attempt uint8, jitter uint16) {
		attempt, jitter = attempt%5+1, jitter%1000
		counted := [][2]string{{"attempt", strconv.Itoa(int(attempt))}, {"jitter", strconv.Itoa(int(jitter))}}
		pairs := append(counted, pairsOf(text)...)
		got, given := asked(t, "answer", Answer, pairs), map[string]string{}
		for i := len(pairs) - 1; i >= 0; i-- { // the first of a name counts
			given[pairs[i][0]] = pairs[i][1]
		}
		if got["#token"] == "true" {
			require.NotEmpty(t, given["body[id]"], "a token has an id")
			require.Empty(t, given["failure"], "no answer, no token")
		}
		if got["#token"] == "false" {
			requireWait(t, got["#wait"], attempt)
		}
		requireFault(t, got, given)
	})
}

func requireWait(t *testing.T, wait string, attempt uint8) {
	t.Helper()
	n, err := strconv.Atoi(wait)
	require.NoError(t, err)
	require.True(t, n > 0 && n <= 10_000, "nobody waits longer than ten seconds")
	require.Less(t, attempt, uint8(3), "three attempts are all")
}

func requireFault(t *testing.T, got, given map[string]string) {
	t.Helper()
	code, is := got["code"]
	if !is {
		return
	}
	require.Equal(t, message.Text(code, message.Language(given["setting[locale]"])), got["message"])
	if given["failure"] == "" {
		require.Regexp(t, `^[a-z_]{1,64}$`, code, "a program compares with it")
	}
	if got["detail"] != "" {
		require.Equal(t, given["body[error][message]"], got["detail"], "the API's own words or none")
	}
	for _, field := range problemsOf(t, got) {
		require.Contains(t, strings.Split(payment.FieldNames+"currency", "\n"), field, "a form has such a field")
	}
}

// A host may be wrong: whatever stands in the buffer, the call answers.
func FuzzCalls(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(input(c.In))
	}
	f.Add([]byte{255, 0, 255, 0})
	f.Add(input([][2]string{{"status", "429"}})) // without an attempt
	f.Fuzz(func(t *testing.T, in []byte) {
		in = bytes.ReplaceAll(in, []byte{0xFF}, nil) // no host's UTF-8 holds it
		for name, call := range calls {
			answered(t, name, call(in))
		}
	})
}
