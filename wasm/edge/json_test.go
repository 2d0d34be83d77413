package edge

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What JavaScript makes of a text: JSON.stringify(JSON.parse(text)) of Node.js. All
// else would send another value than the package does, or another order.
func TestJSONAsJavaScriptHasIt(t *testing.T) {
	for text, want := range map[string]string{
		`[1.0,1e0,-0,-0.0,10E-1,0.1e1,1.10]`:                                          `[1,1,0,0,1,1,1.1]`,
		`[12345678901234567890,9007199254740993,6304985028090561515]`:                 `[12345678901234567000,9007199254740992,6304985028090562000]`,
		`[1e21,1e20,123e-7,1e-6,1e-7,1.5e-9,1E+300,5e-324,1e-400]`:                    `[1e+21,100000000000000000000,0.0000123,0.000001,1e-7,1.5e-9,1e+300,5e-324,0]`,
		`{"b":1,"2":2,"a":3,"1":4,"01":5,"-1":6,"4294967294":7,"4294967295":8,"0":9}`: `{"0":9,"1":4,"2":2,"4294967294":7,"b":1,"a":3,"01":5,"-1":6,"4294967295":8}`,
		`{"a":1,"b":2,"a":3}`:                                      `{"a":3,"b":2}`,
		`{"x":{"9":1,"1":{"b":1,"0":2}},"x2":[]}`:                  `{"x":{"1":{"0":2,"b":1},"9":1},"x2":[]}`,
		`{"__proto__":1,"constructor":{},"toString":null}`:         `{"__proto__":1,"constructor":{},"toString":null}`,
		`["\u0041\/\b\f\n\r\t\"\\\u001f\u007f\u2028\ud83d\ude00"]`: "[\"A/\\b\\f\\n\\r\\t\\\"\\\\\\u001f\u007f\u2028😀\"]",
		"\ufeff [ true , false,null ] ":                            `[true,false,null]`,
		`{}`:                                                       `{}`, `[]`: `[]`, `[[],{}]`: `[[],{}]`, ` 7 `: `7`, `"a"`: `a`,
	} {
		got, ok := parse([]byte(text))
		assert.True(t, ok, text)
		assert.Equal(t, want, got.Value, text)
	}
}

// No text can hold these: a value is marked for the core to refuse, a name makes
// the body unreadable.
func TestJSONThatIsDamaged(t *testing.T) {
	for _, text := range []string{`"\u0000"`, "\"\xff\"", `"\ud83d"`, `"\ude00\ud83d"`, `"\ud83d\u0041"`, "\"\xed\xa0\x80\"", "\"\ufffd\"", `"a\u0000b"`, `1e400`, `-1e400`} {
		got, ok := parse([]byte(`{"a":[` + text + `]}`))
		assert.True(t, ok, text)
		assert.Equal(t, "{\"a\":[\"\ufffd\"]}", got.Value, text)
		if text[0] == '"' {
			_, ok = parse([]byte(`{"a":{` + text + `:1}}`))
			assert.False(t, ok, text)
			_, ok = parse([]byte(`{"a":{` + text + `:1},"a":1}`))
			assert.True(t, ok, "what was replaced counts no more: %s", text)
		}
	}
	for _, text := range []string{``, `{`, `[1,]`, `{"a":01}`, `{'a':1}`, `nul`, "\ufeff\ufeff{}", "{}\u00a0", `{"a":1}}`, `NaN`, `+1`, `.5`, `"` + "\t" + `"`, "\"\x00\""} {
		_, ok := parse([]byte(text))
		assert.False(t, ok, text)
	}
}

// A body nested without end would end the Worker's instance, whose stack is small.
func TestJSONThatIsDeep(t *testing.T) {
	for depth, readable := range map[int]bool{deepest: true, deepest + 1: false, 8000: false} {
		text := strings.Repeat("[", depth) + strings.Repeat("]", depth)
		_, ok := parse([]byte(text))
		assert.Equal(t, readable, ok, depth)
	}
	_, ok := parse([]byte(`["` + strings.Repeat(`[\"`, 8000) + `"]`))
	assert.True(t, ok, "brackets in a string are none")
}

// Whatever is read stays what it is when it is read again, and is JSON to others.
func FuzzMembers(f *testing.F) {
	for _, seed := range []string{`{}`, ` { "a" : "b" } `, `{"a":{"b":["]","}",{"c":"\\\"" }]},"d":-1.5e3 ,"e":[] }`, `{"a":"\u3042\ud83d\ude00\/\b\f\n\r\t\"\\"}`,
		`{"a":"\ud83d","b":"\ude00\ud83d","c":"\ud83dx"}`, `{"a":1,"a":"2"}`, `{"":null,"t":true}`, `{"a":"b"`, `[{}]`, `"{"`, ``, `{"a":1}}`,
		"{\"a\":\"\xff\"}", `{"a":"あ"}`, "\ufeff{}", `{"\u0061":"b","a":"c"}`, `{"2":1,"1":[1e99,1e-9]}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, ok := parse(raw)
		if !(&reader{rest: []byte(strings.TrimPrefix(string(raw), mark))}).valid() {
			require.False(t, ok)
			return
		}
		text := literal(got)
		again, _ := parse([]byte(text))
		assert.Equal(t, got, again)
		var mine, theirs any
		require.NoError(t, json.Unmarshal([]byte(text), &mine))
		err := json.Unmarshal([]byte(strings.TrimPrefix(string(raw), mark)), &theirs)
		if ok && err == nil && !strings.Contains(text, "\uFFFD") {
			assert.Equal(t, theirs, mine)
		}
	})
}

// As browsers read them: https://url.spec.whatwg.org/#urlencoded-parsing
func TestForms(t *testing.T) {
	for form, want := range map[string]string{
		"a=b&&c": `a=b;c=;`, "a=%2sf&b=%&c=%4": "a=%2sf;b=%;c=%4;", "a=1+2%2B3": "a=1 2+3;", "=x&=": "=x;=;", "a=b=c": "a=b=c;", "?a=1": "?a=1;",
		"%61=%E3%81%82": "a=あ;", "a=%zz%41": "a=%zzA;", "a=1;b=2": "a=1;b=2;", "%%31": "%1=;", "a=%4%31": "a=%41;",
	} {
		got := ""
		for _, m := range pairs(form) {
			got += m.Name + "=" + m.Value + ";"
		}
		assert.Equal(t, want, got, form)
	}
	for form, readable := range map[string]bool{"payment_details[a]=1": true, "payment_details[a][b]=1": false, "payment_details[]=1": false, "payment_details=1": false,
		"payment_details[a=1": false, "payment_details[a]x=1": false, "payment_details%5Ba%5D=1": true, "payment_detailsx=1": true, "": true, "a[b]=1": true, "%00=1": false} {
		assert.Equal(t, readable, !readForm([]byte(form)).unreadable, form)
	}
}
