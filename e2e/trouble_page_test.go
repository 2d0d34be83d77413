package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"komoju-tokenize/demo/sandbox"
)

// mishap is a trouble as a shopper meets it.
type mishap struct {
	why, lang string
	fail      sandbox.Fault
	count     int    // lines that the browser logs,
	logs      string // with this in them
	sentence  string
	field     string // where the sentence stands; "" for above the button
}

const railsMessage = "Validation failed: Payment is invalid, Payment source is invalid, Payment source number is not a valid credit card number"

var mishaps = []mishap{
	{"an outage", "ko", status(503), 3, "503",
		"현재 결제를 이용할 수 없습니다. 잠시 후 다시 시도해 주세요.", ""},
	{"no answer", "ja", sandbox.Fault{Kind: "cut", Count: 3}, 3, "net::ERR_EMPTY_RESPONSE",
		"接続できませんでした。通信環境をご確認のうえ、もう一度お試しください。", ""},
	{"HTML from a proxy", "en", sandbox.Fault{Kind: "html", Count: 3}, 3, "504",
		"The payment service is not available. Please try again in a moment.", ""},
	{"JSON that ends too early", "zh", sandbox.Fault{Kind: "broken_json"}, 0, "",
		"目前无法支付，请稍后重试。", ""},
	{"a wrong key", "ja", status(401), 1, "401",
		"お店の決済設定に問題があります。お店にお問い合わせください。", ""},
	{"a field that the API refuses", "ja",
		raw(422, `{"error":{"code":"unprocessable_entity","param":null,"message":"`+railsMessage+`"}}`), 1, "422",
		"入力内容をご確認ください。", "number"},
}

// A shopper in trouble gets a sentence in the page's language, keeps what was
// typed, and the next try goes through.
func TestShopperInTrouble(t *testing.T) {
	for _, m := range mishaps {
		t.Run(m.why, func(t *testing.T) {
			t.Parallel()
			m.try(t, openShop(t))
		})
	}
}

func (m mishap) try(t *testing.T, p *place) {
	tb := p.visit(m.lang)
	tb.log.expect(m.count, "Failed to load resource", m.logs, p.tokens())
	p.fail(m.fail)
	tb.card()
	tb.refused()
	tb.assertTold(m.sentence, m.field)
	p.judgeSecrets(tb, amexSecrets, tb.traces())
	p.sandbox.ClearFaults()
	tb.pay()
	assert.Len(t, p.till.tokens(), 1)
}

func (tb *tab) assertTold(sentence, field string) {
	tb.t.Helper()
	if field == "" {
		assert.Equal(tb.t, sentence, tb.text("#alert"))
		return
	}
	m := tb.mark(field)
	assert.Equal(tb.t, mark{field, m.Required, true, sentence, true}, m)
}

// A second press while the first is under way must not pay twice.
func TestPressingTwicePaysOnce(t *testing.T) {
	t.Parallel()
	p := openShop(t)
	tb := p.visit("en")
	p.fail(sandbox.Fault{Kind: "delay", DelayMS: 500})
	tb.card()
	eval[any](tb, `() => { for (let i = 0; i < 3; i++) document.querySelector("#checkout").requestSubmit(); }`)
	tb.receipt()
	assert.Equal(t, 1, p.sandbox.Calls())
	assert.Len(t, p.till.tokens(), 1)
}
