package workers

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/frame"
	"komoju-tokenize/wasm/frame/host"
)

// contract is a case of the module's own table.
type contract struct{ host.Case }

func contracts(t *testing.T) (list []contract) {
	t.Helper()
	cases, err := host.Cases("../../wasm/frame/testdata")
	require.NoError(t, err)
	for _, c := range cases {
		list = append(list, contract{c})
	}
	return list
}

// native is what the module answers.
func (c contract) native(t *testing.T) host.Answer {
	t.Helper()
	calls := map[string]func([]byte) []byte{"tokenize": frame.Tokenize, "validate": frame.Validate, "answer": frame.Answer}
	answer, err := host.Decode(c.Call, calls[c.Call](host.Encode(c.In)))
	require.NoError(t, err, c.Why)
	return answer
}

func (c contract) get(key string) string {
	for _, pair := range c.In {
		if pair[0] == key {
			return pair[1]
		}
	}
	return ""
}

// clock is the time of most cases. The Workers have none but the real one, by
// which these cases come out the same until their cards expire in 2033.
const clock = "29908800"

// unsayable are the cases that HTTP cannot say, and why. What each of them holds
// is shown elsewhere.
var unsayable = []struct {
	why string
	is  func(c contract, native host.Answer) bool
}{
	{"a Worker's clock cannot be set: wasm/edge's own tests set it",
		func(c contract, _ host.Answer) bool {
			now := c.get("setting[now]")
			return now != "" && now != clock
		}},
	{"a service without a key judges nothing: it answers 503, as the case without a key shows",
		func(c contract, _ host.Answer) bool {
			return c.Call == "validate" && c.get("setting[publishableKey]") == ""
		}},
	{"the host's own failure is no answer of KOMOJU's: TestTroubles brings them about",
		func(c contract, _ host.Answer) bool { return c.get("failure") != "" }},
	{"whether cards are taken is a service's own setting, and told in its own words: TestRefusals shows it",
		func(c contract, _ host.Answer) bool { return c.get("setting[cards]") != "" }},
	{"how long to wait is not in an answer: TestTroubles counts the repeats",
		func(_ contract, native host.Answer) bool { return native.Wait > 0 }},
}

func TestContract(t *testing.T) {
	said := 0
	for _, c := range contracts(t) {
		native := c.native(t)
		reason := ""
		for _, row := range unsayable {
			if row.is(c, native) {
				reason = row.why
			}
		}
		if reason != "" {
			t.Logf("not over HTTP: %s %q: %s", c.Call, c.Why, reason)
			continue
		}
		said++
		for media, a := range c.asks(t) {
			t.Run(c.Call+" "+c.Why+" "+media, func(t *testing.T) {
				t.Parallel()
				c.holds(t, a, native)
			})
		}
	}
	assert.GreaterOrEqual(t, said, 65, "fewer cases than HTTP can say")
}

// holds asks all services, and compares them with the module and each other.
func (c contract) holds(t *testing.T, a ask, native host.Answer) {
	var first *got
	for name, urls := range all {
		id := newID()
		if c.Call == "answer" {
			komoju.meet(id, c.upstream())
		}
		var g got
		komoju.leave(id, func() { g = a.of(t, urls[c.setup(t)], id) })
		c.judge(t, name, native, g, komoju.arrived(id))
		delete(g.json, "created_at")
		if id, is := g.json["id"].(string); is && c.Call != "answer" {
			g.json["id"] = id[:4] // the sandbox makes a new one each time
		}
		if first == nil {
			first = &g
		}
		assert.Equal(t, first.status, g.status, name)
		assert.Equal(t, first.json, g.json, name)
	}
}

// judge holds an answer against the module's.
func (c contract) judge(t *testing.T, name string, native host.Answer, g got, arrived []sent) {
	switch {
	case native.Token:
		assert.Equal(t, 200, g.status, name)
		assert.Equal(t, c.get("body[id]"), g.json["id"], name)
	case native.URL != "":
		require.Len(t, arrived, 1, name)
		assert.Equal(t, native.Body, arrived[0].body, name)
		assert.Equal(t, native.Authorization, arrived[0].authorization, name)
		assert.Equal(t, strings.SplitN(native.URL, "//", 2)[1], arrived[0].host+arrived[0].path, name)
	case native.Fault != nil:
		assert.GreaterOrEqual(t, g.status, 400, name)
		c.same(t, name, members(t, native.Fault), g.fault())
	case len(native.Problems) == 0:
		assert.Equal(t, 200, g.status, name)
	default:
		assert.Equal(t, "invalid_details", g.code(), name)
		assert.Equal(t, members(t, native.Problems), g.fault()["problems"], name)
	}
}

// members are a value as JSON has it.
func members(t *testing.T, value any) (all any) {
	text, err := json.Marshal(value)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &all))
	return all
}

// same compares all of KomojuError but what a set-up's mistake has more here: a
// detail for whoever reads the 503.
func (c contract) same(t *testing.T, name string, native any, fault map[string]any) {
	fault = maps.Clone(fault)
	delete(fault, "param")
	if f := native.(map[string]any); f["detail"] == "" && f["status"] == 0.0 {
		fault["detail"] = ""
	}
	assert.Equal(t, native, fault, name)
}

// setup is the one with the case's own setting.
func (c contract) setup(t *testing.T) string {
	if c.Call == "validate" && strings.HasPrefix(c.get("setting[publishableKey]"), "pk_live_") {
		return "live"
	}
	if c.Call != "tokenize" {
		return "shop"
	}
	key, endpoint := c.get("setting[publishableKey]"), c.get("setting[endpoint]")
	for _, name := range []string{"shop", "live", "secret", "keyless", "plain", "own", "loopback"} {
		if vars := setups[name].vars; vars["KOMOJU_PUBLISHABLE_KEY"] == key && vars["KOMOJU_ENDPOINT"] == endpoint {
			return name
		}
	}
	require.Fail(t, "no setup has this setting: "+c.Why)
	return ""
}
