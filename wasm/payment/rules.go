package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/problem"
)

// Rule says how a kind of value is folded and judged.
type Rule struct {
	fold  func(string) string
	set   string       // bytes that may stand in it, as ascii's sets; "" for any text
	code  problem.Code // when another byte does
	judge func(*reader, *Reading, *Field)
}

// The kinds of values. A rule refuses only what the documents are certain of;
// where they are silent it lets the API decide.
var (
	ruleNumber       = Rule{digits, ascii.Digits, problem.InvalidCharacters, judgeNumber}
	ruleMonth        = Rule{digits, ascii.Digits, problem.InvalidCharacters, judgeExpiry}
	ruleYear         = Rule{digits, ascii.Digits, problem.InvalidCharacters, judgeExpiry}
	ruleSecurityCode = Rule{digits, ascii.Digits, problem.InvalidCharacters, judgeSecurityCode}
	ruleEmail        = Rule{line, ascii.Visible, problem.InvalidEmail, judgeEmail}
	rulePhone        = Rule{phoneLine, ascii.Digits + "()  --__++", problem.InvalidPhone, judgePhone}
	ruleText         = Rule{line, "", problem.None, judgeLength}
	ruleKana         = Rule{kana, "", problem.None, judgeKana}
	ruleStore        = Rule{foldStore, "", problem.None, judgeStore}
	ruleDays         = Rule{digits, ascii.Digits, problem.InvalidDays, judgeDays}
	ruleURL          = Rule{line, ascii.Visible, problem.InvalidURL, judgeURL}
	ruleAlphanumeric = Rule{digits, ascii.Alphanumeric, problem.InvalidCharacters, judgeLength}
	ruleSerial       = Rule{digits, "", problem.None, judgeLength}
	ruleHiragana     = Rule{hiragana, "", problem.None, judgeLength}
	ruleAccount      = Rule{line, "", problem.None, judgeLength}
	rulePassword     = Rule{asTyped, "", problem.None, judgeLength}
)

// kinds names the rules for documents and forms; the module does without.
var kinds = [...]struct {
	rule *Rule
	name string
}{
	{&ruleNumber, "card_number"}, {&ruleMonth, "month"}, {&ruleYear, "year"},
	{&ruleSecurityCode, "security_code"}, {&ruleEmail, "email"}, {&rulePhone, "phone"},
	{&ruleText, "text"}, {&ruleKana, "kana"}, {&ruleStore, "store"}, {&ruleDays, "days"},
	{&ruleURL, "url"}, {&ruleAlphanumeric, "alphanumeric"}, {&ruleSerial, "serial"},
	{&ruleHiragana, "hiragana"}, {&ruleAccount, "account"}, {&rulePassword, "password"},
}

// Kind names the rule of a field, for documents and forms.
func (f *Field) Kind() string {
	for _, k := range kinds {
		if k.rule == f.Rule {
			return k.name
		}
	}
	return ""
}
