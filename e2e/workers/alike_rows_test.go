package workers

import (
	"encoding/base64"
	"net/http"
	"strings"
)

// Rows that a person thought of; alike_made_test.go makes up the rest.

const formType = "application/x-www-form-urlencoded"

// posted is a request as a page sends it, but for what is said.
func posted(media, body string, header ...string) raw {
	r := raw{setup: "shop", method: http.MethodPost, target: "/tokens", body: body}
	pairs := append([]string{"Origin", page, "Content-Type", media}, header...)
	for i := 0; i < len(pairs); i += 2 {
		r.header = append(r.header, [2]string{pairs[i], pairs[i+1]})
	}
	return r
}

// jsons are bodies of JSON, and of what is none.
var jsons = []string{
	``, `null`, `[]`, `"x"`, `1`, `true`, `{}`, ` `, `{`, `}`, `[1]`, `nul`, `{"payment_details":null}`, `{"payment_details":[]}`, `{"payment_details":"x"}`, `{"payment_details":1}`,
	`{"payment_details":{}}`, `{"payment_details":{"type":""}}`, `{"payment_details":{"type":null}}`, `{"payment_details":{"type":{}}}`, `{"payment_details":{"type":1}}`,
	"\ufeff" + `{"payment_details":{"type":"paypay"}}`, "\ufeff\ufeff" + `{"payment_details":{"type":"paypay"}}`, `{"payment_details":{"type":"paypay"}}` + "\ufeff",
	"\xff\xfe{\x00}\x00", `{'payment_details':{}}`, `{"payment_details":{},}`, `{"payment_details":{}}{}`, `{"payment_details":{}} x`, "\u00a0{}", "\v{}", "\f{}", "\t\r\n {\"payment_details\" \n:\t{\r\"type\" :\"paypay\"}}\n ",
	`{"__proto__":{"payment_details":{"type":"paypay"}}}`, `{"payment_details":{"__proto__":{"type":"paypay"}}}`, `{"payment_details":{"type":"paypay","__proto__":"x"}}`,
	`{"payment_details":{"type":"paypay","constructor":1,"toString":"x","toJSON":{},"hasOwnProperty":null,"length":5}}`,
	`{"payment_details":{"type":"toss"},"payment_details":{"type":"paypay"}}`, `{"payment_details":{"type":"paypay"},"payment_details":null}`,
	`{"payment_details":{"type":"paypay"},"currency":"JPY"}`, `{"payment_details":{"type":"paypay"},"currency":"JP"}`, `{"payment_details":{"type":"paypay"},"currency":5}`, `{"payment_details":{"type":"paypay"},"currency":null}`,
	`{"payment_details":{"type":"paypay"},"currency":"` + strings.Repeat("J", 4000) + `"}`, `{"payment_details":{"type":"paypay"},"currency":"\u0000"}`,
	`{"payment_details":{},"locale":"ja"}`, `{"payment_details":{},"locale":"` + strings.Repeat("x,", 3000) + `ko"}`, `{"payment_details":{},"locale":["ja"]}`, `{"payment_details":1,"locale":"ja"}`,
	`{"\u0000":1,"payment_details":{"type":"paypay"}}`, `{"x":"\u0000","payment_details":{"type":"paypay"}}`, "{\"a\xff\":1,\"payment_details\":{\"type\":\"paypay\"}}",
	`{"x":` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + `,"payment_details":{"type":"paypay"}}`, strings.Repeat(`{"a":`, 2000) + "1" + strings.Repeat("}", 2000),
	`{"x":` + strings.Repeat("[", 63) + strings.Repeat("]", 63) + `,"payment_details":{"type":"paypay"}}`, `{"x":` + strings.Repeat("[{},", 64) + "1" + strings.Repeat("]", 64) + `,"payment_details":{"type":"paypay"}}`, `{"x":"` + strings.Repeat(`[\"`, 1000) + `","payment_details":{"type":"paypay"}}`,
	`{"payment_details":{"type":"paypay","x":` + strings.Repeat("[", 1500) + strings.Repeat("]", 1500) + `}}`,
	`{"sk_test_abc":1,"payment_details":{"type":"paypay"}}`, `{"key":"sk_live_abc","payment_details":{"type":"paypay"}}`, `{"key":"sk_live_abc"`, `{"payment_details":{"type":"paypay","x":{"y":["sk_test_1"]}}}`,
	`{"payment_details":{"type":"toss","email":"sk_test_taro@shop.example"}}`, `{"payment_details":{"type":"toss","email":"sk_tanaka@shop.example"}}`, `{"payment_details":{"type":"paypay","x":"\u0073k_test_1"}}`,
	`{"payment_details":{"type":"paypay","x":"sk_0123456789abcdef0123456789abcdef01234567"}}`, `{"payment_details":{"type":"paypay","x":"task_test_1"}}`,
}

// members are what may stand in the details of a type without rules.
var values = []string{
	`"\u0000"`, "\"\x00\"", `"a\u0000b"`, "\"\xff\"", "\"\xed\xa0\x80\"", "\"\xf5\x80\x80\x80\"", "\"\xe3\x81\"", `"\ud83d"`, `"\ude00"`, `"\ud83d\ude00"`, `"\ude00\ud83d"`, `"\uFFFD"`, "\"\ufffd\"", `"\u"`, `"\x"`, `"\u00zz"`,
	`["\u0000"]`, `{"a":"\u0000"}`, `{"\u0000":1}`, "{\"a\":[\"\xff\"]}", "{\"\xff\":1}", `[["\ud83d"]]`, `{"\ud83d":1}`, `{"a":{"b":"\ufffd"}}`,
	`1.0`, `1e0`, `-0`, `0.0`, `-0.0`, `1E5`, `1e+5`, `1e400`, `-1e400`, `1e-400`, `1e21`, `1e-7`, `123e-20`, `0.1`, `1.10`, `100000000000000000000`, `12345678901234567890`, `9007199254740991`, `9007199254740992`, `9007199254740993`, `0.30000000000000004`,
	`01`, `1.`, `.1`, `+1`, `0x1`, `1e`, `NaN`, `Infinity`, `-`, `--1`, `[1.0,1e2]`, `[1e400]`, `{"a":12345678901234567890}`, `{"a":1e400}`,
	`{"b":1,"2":2,"1":1}`, `{"a":1,"a":{"b":1,"b":2}}`, `{"01":1,"1":2,"-1":3,"4294967295":4,"4294967294":5}`, `{"":1}`, `{"__proto__":{"x":1}}`, `[]`, `{}`, `[ ]`, `{ }`, `[ 1 , 2 ]`, `[,]`, `[1,]`, `{"a"}`,
	`true`, `false`, `null`, `True`, `undefined`, `[null,true,false]`, `""`, `" "`, `"\/\b\f\n\r\t\"\\\u001f\u007f\u2028"`, "\"\u2028\u2029\u007f\"", "\"\t\"", "\"\n\"", `"あ😀"`, `"\u3042"`, `'a'`, `"<script>&amp;"`,
	`"` + strings.Repeat("x", 3500) + `"`, `"` + strings.Repeat("x", 3530) + `"`, `"` + strings.Repeat("x", 3531) + `"`, `"` + strings.Repeat("あ", 1180) + `"`, `"` + strings.Repeat("x", 3950) + `"`, `["` + strings.Repeat("x", 3526) + `"]`, `"` + strings.Repeat(`\n`, 1900) + `"`, `["` + strings.Repeat(`\u000a`, 1800) + `"]`,
}

// forms are bodies of forms.
var forms = []string{
	``, `&`, `=`, `&&=&`, `payment_details`, `payment_details=x`, `payment_details[type]=paypay`, `payment_details%5Btype%5D=paypay&b=%2sf`, `payment_details[type]=paypay&payment_details[b]=%2sf`, `payment_details[type]=paypay&payment_details[a]=%`, `payment_details[type]=paypay&payment_details[a]=%4`,
	`payment_details[type]=paypay&payment_details[a]=1+2%2B3`, `payment_details[type]=paypay&&payment_details[a]=1&`, `payment_details[type]=toss&payment_details[type]=paypay`, `payment_details[type]=paypay&payment_details[a][b]=1`, `payment_details[type]=paypay&payment_details[]=1`, `payment_details[type]=paypay&payment_details[a=1`,
	`payment_details[type]=paypay&payment_details[a]]=1`, `payment_details[type]=paypay&payment_details[[a]=1`, `payment_details[type]=paypay&payment_details[a]x=1`, `payment_details[type]=paypay&payment_detailsx=1`, `?payment_details[type]=paypay`, `payment_details[type]=paypay&payment_details[a]=b=c`,
	`payment_details[type]=paypay&payment_details[b]=1&payment_details[2]=2&payment_details[1]=3`, `payment_details[type]=paypay&payment_details[__proto__]=1`, `__proto__=1&payment_details[type]=paypay`, "\ufeffpayment_details[type]=paypay", "payment_details[type]=paypay&payment_details[a]=\xff", `payment_details[type]=paypay&payment_details[a]=%ff`,
	`payment_details[type]=paypay&payment_details[a]=%00`, `payment_details[type]=paypay&payment_details[%00]=1`, `payment_details[type]=paypay&payment_details[%ff]=1`, `payment_details[type]=paypay&payment_details[a]=%ED%A0%80`, "payment_details[type]=paypay&payment_details[a]=\xe3%81%82", `payment_details[type]=paypay&payment_details[a]=%EF%BB%BFx`, `payment_details[type]=paypay&payment_details[a]=%EF%BF%BD`,
	`payment_details[type]=paypay;payment_details[a]=1`, "payment_details[type]=paypay\r\n&x=1", `payment_details[type]=toss&payment_details[email]=taro%40shop.example&currency=JPY&locale=ja`, `locale=ja`, `locale=ja&payment_details[a][b]=1`, `payment_details[type]=paypay&currency=a&currency=JPY`, `a=%zz&payment_details[type]=paypay`, `%00=1&payment_details[type]=paypay`,
	`payment_details[type]=paypay&x=sk_test_1`, `payment_details[type]=paypay&payment_details[x]=%73k_live_1`, `payment_details[type]=toss&payment_details[email]=sk_test_a%40shop.example`, `payment_details[type]=paypay&payment_details[a]=` + strings.Repeat("x", 3950), `payment_details[type]=paypay&payment_details[a]=` + strings.Repeat("%E3%81%82", 1180), `payment_details[type]=paypay&payment_details[a]=` + strings.Repeat("%E3%81%82", 1170),
	`payment_details[type]=paypay&payment_details[a` + "\n" + `b]=1`, `Payment_details[type]=paypay`, `payment_details[ type]=paypay`, `payment_details[type]=%70ayp%61y`, `payment_details+=1`, `{"payment_details":{"type":"paypay"}}`,
}

const voucherOf = `{"payment_details":{"type":"toss","email":"hanako@shop.example"}}`

func encoded(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

// headers are what may stand beside a good request.
var headers = [][]string{
	{"Authorization", "Basic " + encoded(testKey+":")}, {"Authorization", "Basic " + encoded(testKey)}, {"Authorization", "Basic " + encoded("pk_test_other")}, {"Authorization", "basic " + encoded(testKey+":x")}, {"Authorization", "BASIC  " + encoded(testKey+":")},
	{"Authorization", "Basic"}, {"Authorization", "Basic ="}, {"Authorization", "Basic !!!"}, {"Authorization", "Basic " + strings.TrimRight(encoded(testKey+":"), "=")}, {"Authorization", "Basic " + encoded(testKey+":") + "="}, {"Authorization", "Basic " + encoded(":")}, {"Authorization", "Basic " + encoded("\xff:")},
	{"Authorization", "Basic " + encoded("a??>>>") + " "}, {"Authorization", "Basic YT8_Pj4-"}, {"Authorization", "Basic cGtf dGVzdF9rZXk6"}, {"Authorization", "Basic\t" + encoded(testKey+":")}, {"Authorization", "Bearer " + testKey}, {"Authorization", "Bearer sk_test_x"}, {"Authorization", "bearer sk_x"}, {"Authorization", "sk_test_x"},
	{"Authorization", "Basic " + encoded("sk_test_x:")}, {"Authorization", "Basic " + encoded("sk_test_x")}, {"Authorization", "Basic " + encoded("x:sk_live_x")}, {"Authorization", "Basic sk_test_x"}, {"Authorization", "Digest x"}, {"Authorization", ""}, {"Authorization", "Basic " + encoded(testKey+":"), "Authorization", "Basic " + encoded(testKey+":")},
	{"X-Key", "sk_test_x"}, {"Cookie", "a=1; key=sk_live_abc"}, {"Referer", "https://shop.example/sk_SK/"}, {"Accept-Language", "sk_SK, ja"}, {"X-Key", "a, sk_test_x"}, {"X-Key", "sk_0123456789abcdef0123456789abcdef01234567"}, {"X-Key", "xsk_test_x"}, {"User-Agent", "sk_test_x@shop.example"},
	{"Origin", page}, {"Origin", "https://evil.example"}, {"Accept-Language", "ko"}, {"Accept-Language", "fr, ja;q=0.8"}, {"Accept-Language", "fr", "Accept-Language", "zh"}, {"Accept-Language", strings.Repeat("x,", 2500) + "ja"}, {"Content-Encoding", "gzip"}, {"Content-Encoding", "identity"}, {"Content-Encoding", "Identity"}, {"Content-Encoding", "br, gzip"}, {"Content-Encoding", ""},
	{"X-Forwarded-For", "192.0.2.1"}, {"Expect", "100-continue"}, {"X-Http-Method-Override", "GET"}, {"Cf-Ray", "abc"},
}

var origins = []string{"", "null", page + "/", page + ":443", page + ", " + page, page + ",https://other.example", "https://SHOP.example", "https://other.example", "https://shop.example.", "http://shop.example", page + " ", "*", "https://" + "*.shop.example"}

var medias = []string{"", "application/json", "APPLICATION/JSON", "application/json;", "application/json ; charset=utf-8", " application/json", "application/json;charset=shift_jis", "application/json, application/json", "application/json; a=1, text/plain", `application/json; a="x,y"`, "application/json charset=utf-8",
	"text/json", "application/problem+json", "text/plain", "multipart/form-data; boundary=x", formType, "Application/X-WWW-Form-Urlencoded;charset=UTF-8", "application/jso\u017f", "json", "*/*", ";", "application/json\t;a", "application/json;;;"}

var targets = []string{"/tokens", "/pay/tokens", "/tokens/", "//tokens", "/a//tokens", "/%74okens", "/tokens%2F", "/x%2Ftokens", "/Tokens", "/tokens?", "/tokens?a=/fields", "/tokens?key=sk_test_x", "/tokens?key=%73k_test_x", "/tokens?email=sk_test_a@shop.example", "/sk_test_x/tokens", "/tokens;a=1", "/a/../tokens", "/./tokens", "/tokens/..", "/tokens/.", "/a/%2e%2e/tokens",
	"/tokens?%zz", "/", "/fields", "/healthz", "/x/fields/healthz", "/constructor", "/__proto__", "/tokens?a#b", "/tokens?+sk_live_1", "/a+b/tokens", "/a|b/tokens", "/a\"b/tokens", "/a%20b/%74okens", "/a\"b/%74okens", "/healthz?", "/fields?types=x", "/tokens&", "/tokens=", "/あ/tokens"}

var methods = []string{"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"}

// tables are all rows as requests.
func tables() (list []raw) {
	for _, body := range jsons {
		list = append(list, posted("application/json", body))
	}
	for _, value := range values {
		list = append(list, posted("application/json", `{"payment_details":{"type":"paypay","x":`+value+`}}`),
			posted("application/json", `{"payment_details":{"type":"toss","email":`+value+`}}`))
	}
	for _, body := range forms {
		list = append(list, posted(formType, body))
	}
	for _, header := range headers {
		list = append(list, posted("application/json", voucherOf, header...))
	}
	for _, origin := range origins {
		for _, method := range []string{"GET", "POST", "OPTIONS"} {
			list = append(list, raw{"shop", method, map[string]string{"GET": "/healthz"}[method] + map[string]string{"POST": "/tokens", "OPTIONS": "/tokens"}[method],
				[][2]string{{"Origin", origin}, {"Content-Type", "application/json"}}, voucherOf, false})
		}
	}
	for _, media := range medias {
		list = append(list, posted(media, voucherOf), posted(media, `payment_details[type]=paypay`))
	}
	for _, target := range targets {
		for _, method := range []string{"GET", "POST"} {
			list = append(list, raw{"shop", method, target, [][2]string{{"Origin", page}, {"Content-Type", "application/json"}}, voucherOf, false})
		}
	}
	for _, target := range []string{"/tokens", "/healthz", "/fields", "/x"} {
		for _, method := range methods {
			list = append(list, raw{"shop", method, target, [][2]string{{"Origin", page}}, "", false}, raw{"cardless", method, target, nil, "", false})
		}
	}
	return append(list, bounds()...)
}

// bounds are bodies about as long as may be.
func bounds() (list []raw) {
	for _, size := range []int{16<<10 - 1, 16 << 10, 16<<10 + 1, 40 << 10} {
		r := posted("application/json", voucherOf+strings.Repeat(" ", size-len(voucherOf)))
		inPieces := r
		inPieces.chunked = true
		list = append(list, r, inPieces)
	}
	for setup := range setups {
		if !strings.Contains("thrower dead limited uncounted hurried", setup) {
			r := posted("application/json", voucherOf)
			r.setup = setup
			withCard := r
			withCard.body = `{"payment_details":{"type":"credit_card","number":"4111111111111111","month":"12","year":"2033"}}`
			list = append(list, r, withCard, raw{setup, "GET", "/healthz", nil, "", false}, raw{setup, "GET", "/fields", nil, "", false})
		}
	}
	return list
}
