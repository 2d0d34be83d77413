package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/autofill"
	"github.com/chromedp/cdproto/dom"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A browser that knows the shopper writes the name as it is written: kanji, which a
// field for its reading must refuse. Chromium's own form filler is asked to fill in
// the form, once as it is, and once with what it passes over.
func TestTheBrowserFillsInNoKanjiForKana(t *testing.T) {
	for _, lang := range []string{"ja", "en"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			tb := openShop(t).visit(lang)
			tb.choose("pay_easy")
			tb.fillIn("#field-family_name")
			assert.Equal(t, "山田", tb.value("family_name"), "the browser has filled in the form")
			assert.Equal(t, "太郎", tb.value("given_name"))
			assert.Empty(t, tb.value("family_name_kana")+tb.value("given_name_kana"))
		})
	}
}

// Were off enough, the test above would hold whatever the form says.
func TestOffIsNotEnoughForKana(t *testing.T) {
	t.Parallel()
	tb := openShop(t).visit("en")
	tb.choose("pay_easy")
	eval[any](tb, `() => { for (const field of document.querySelectorAll("[id$=_kana]")) field.autocomplete = "off"; }`)
	tb.fillIn("#field-family_name")
	assert.Equal(t, "山田太郎", tb.value("family_name_kana")+tb.value("given_name_kana"))
}

// fillIn has the browser fill in the form around a field.
func (tb *tab) fillIn(selector string) {
	tb.t.Helper()
	root := call(tb, dom.GetDocument, dom.GetDocumentParams{}).Root
	node := call(tb, dom.QuerySelector, dom.QuerySelectorParams{NodeID: root.NodeID, Selector: selector}).NodeID
	require.NotZero(tb.t, node)
	about := call(tb, dom.DescribeNode, dom.DescribeNodeParams{NodeID: node}).Node
	call(tb, autofill.Trigger, autofill.TriggerParams{FieldID: about.BackendNodeID, Address: &autofill.Address{Fields: []*autofill.AddressField{
		{Name: "NAME_FULL", Value: "山田 太郎"}, {Name: "NAME_FIRST", Value: "太郎"}, {Name: "NAME_LAST", Value: "山田"},
		{Name: "EMAIL_ADDRESS", Value: "taro@example.jp"}, {Name: "PHONE_HOME_WHOLE_NUMBER", Value: "09012345678"},
		{Name: "ADDRESS_HOME_COUNTRY", Value: "JP"},
	}}})
	tb.settled()
}
