package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// mark is what the page shows of a field.
type mark struct {
	Field    string
	Required bool
	Invalid  bool
	Problem  string // text of the element that aria-describedby names
	Focused  bool
}

// marks are those of the fields that can be seen.
func (tb *tab) marks() []mark {
	tb.t.Helper()
	return eval[[]mark](tb, `() => [...document.querySelectorAll("#checkout [id^=field-]:is(input, select)")]
		.filter((control) => control.checkVisibility())
		.map((control) => ({
			field: control.id.slice("field-".length),
			required: control.required,
			invalid: control.getAttribute("aria-invalid") === "true",
			problem: document.getElementById(control.getAttribute("aria-describedby"))?.innerText ?? "",
			focused: document.activeElement === control,
		}))`)
}

func (tb *tab) mark(field string) mark {
	tb.t.Helper()
	for _, m := range tb.marks() {
		if m.Field == field {
			return m
		}
	}
	return mark{}
}

// All problems at once, each where it belongs, and nothing sent: a shopper who
// learns of them one by one gives up.
func TestEmptyFormShowsEveryProblem(t *testing.T) {
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := openShop(t)
			tb := p.visit(lang)
			for _, pay := range asking {
				tb.choose(pay.kind)
				tb.refused()
				tb.assertAllAsked(lang, pay.kind)
			}
			assert.Zero(t, p.sandbox.Calls())
		})
	}
}

// assertAllAsked wants a problem at each field that must be filled in, and the
// focus on the first of them.
func (tb *tab) assertAllAsked(lang, kind string) {
	tb.t.Helper()
	first := true
	for _, m := range tb.marks() {
		assert.Equal(tb.t, m.Required, m.Invalid, kind+" "+m.Field)
		assert.Equal(tb.t, m.Required && first, m.Focused, kind+" "+m.Field+": the focus")
		if m.Required {
			assertLanguage(tb.t, lang, m.Problem, kind, m.Field)
			first = false
		}
	}
	assert.False(tb.t, first, kind+" asks for nothing")
}

func TestWrongNumberIsToldWhenLeft(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("ja")
	tb.fill("number", "411111111111111")
	assert.False(t, tb.mark("number").Invalid, "it may still become right")
	tb.keys("2" + kb.Tab)
	tb.until("the problem is shown", `document.querySelector("#field-number-problem").innerText`)
	assert.Equal(t, mark{"number", true, true, "入力した番号をご確認ください。", false}, tb.mark("number"))
	tb.empty("number")
	tb.keys("4111111111111111")
	tb.until("it is gone", `!document.querySelector("#field-number-problem").innerText`)
	assert.Equal(t, mark{"number", true, false, "", true}, tb.mark("number"))
	assert.Equal(t, "4111 1111 1111 1111", tb.value("number"))
	assert.Equal(t, "Visa", tb.text("[data-field=number] .brand"))
}

// A card that is refused when the payment is made: in words for the shopper,
// nothing lost of what was typed, and the next card goes through.
func TestDeclinedCard(t *testing.T) {
	for lang, sentence := range map[string]string{
		"en": "The payment was declined. Please use another way to pay.",
		"ja": "お支払いが承認されませんでした。別のお支払い方法をご利用ください。",
	} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			declineThenPay(openShop(t), lang, sentence)
		})
	}
}

func declineThenPay(p *place, lang, sentence string) {
	const declined = "4123111111111059"
	tb := p.visit(lang)
	tb.log.expect(1, "network error: Failed to load resource", "402", p.page+"/pay")
	tb.fill("number", declined)
	tb.fill("month", "12")
	tb.fill("year", "2031")
	tb.refused()
	assert.Equal(p.t, sentence, tb.text("#alert"))
	assert.Equal(p.t, "4123 1111 1111 1059", tb.value("number"))
	p.judgeSecrets(tb, []entry{secret("number", declined, declined)}, tb.traces())
	tb.empty("number")
	tb.keys("5555555555554444")
	tb.pay()
	assert.Equal(p.t, 2, p.sandbox.Calls())
}

const amex = "378282246310005"

var amexSecrets = []entry{secret("number", amex, amex), secret("verification_value", "9081", "9081")}

// card fills the form with an American Express card.
func (tb *tab) card() {
	tb.t.Helper()
	tb.fill("number", amex)
	tb.fill("month", "12")
	tb.fill("year", "2031")
	tb.fill("verification_value", "9081")
}

func (tb *tab) value(field string) string {
	tb.t.Helper()
	return eval[string](tb, `(id) => document.getElementById(id).value`, "field-"+field)
}

func TestLanguageIsSwitched(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("en")
	for _, lang := range []string{"ja", "zh", "ko", "en"} {
		tb.click(`.languages a[lang="` + lang + `"]`)
		tb.until("the page is in "+lang, `document.documentElement.lang === "`+lang+`" && document.querySelector("#pay:enabled")`)
		tb.refused()
		assertLanguage(t, lang, tb.mark("number").Problem)
		assertLanguage(t, lang, tb.text("#pay .idle"))
		title := eval[string](tb, `() => document.title`)
		assertLanguage(t, lang, strings.ReplaceAll(title, "–", ""))
	}
}

// The shopper who goes back from the receipt finds no card number waiting for
// whoever comes next.
func TestBackFromTheReceipt(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("en")
	tb.card()
	tb.pay()
	eval[any](tb, `() => history.back()`)
	tb.until("the checkout is back", `document.querySelector("#field-number")`)
	left := eval[[]string](tb, `() => [...document.querySelectorAll("[id^=field-]:is(input, select)")].map((c) => c.value).filter(Boolean)`)
	assert.Empty(t, left)
}
