package e2e

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/frame/host"
)

// numberRow, expiryRow and foldRow are rows of the tables of wasm/card and
// wasm/japanese, which their own tests explain.
type numberRow struct {
	Number, Brand, Code, Why, Source string
	Valid, Potential                 bool
}

type expiryRow struct {
	Month, Year, Why string
	Now              int64
	MonthCode        string `json:"month_code"`
	YearCode         string `json:"year_code"`
	MonthPotential   bool   `json:"month_potential"`
	YearPotential    bool   `json:"year_potential"`
}

type foldRow struct {
	Op, In, Why string
	Want        any
}

// rows reads a table and refuses one that lost rows.
func rows[T any](t *testing.T, path string, least int) (list []T) {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &list))
	require.GreaterOrEqual(t, len(list), least)
	return list
}

func numbers(t *testing.T) []numberRow {
	return rows[numberRow](t, "../wasm/card/testdata/numbers.json", 300)
}

func expiries(t *testing.T) []expiryRow {
	return rows[expiryRow](t, "../wasm/card/testdata/expiries.json", 80)
}

func folds(t *testing.T) []foldRow {
	return rows[foldRow](t, "../wasm/japanese/testdata/folds.json", 600)
}

// judgedAsTyped says whether fields of digits judge texts as they stand. Of
// others they judge what folding leaves, and an empty one is required before it
// is wrong: package card's own verdict on such a row cannot be had from a field.
func judgedAsTyped(texts ...string) bool {
	for _, text := range texts {
		if text == "" || !ascii.Only(text, "!,.~") {
			return false
		}
	}
	return true
}

// tables are the rows as calls of validate, each with what it must answer. How
// many no field can show, and why, is logged.
func tables(t *testing.T) (all []contract) {
	t.Helper()
	refolded := 0
	keep := func(c contract, typed ...string) {
		if judgedAsTyped(typed...) {
			all = append(all, c)
			return
		}
		refolded++
	}
	for _, row := range numbers(t) {
		keep(row.contract(), row.Number)
	}
	for _, row := range expiries(t) {
		keep(row.contract(), row.Month, row.Year)
	}
	folded, unseen := foldContracts(folds(t))
	t.Logf("%d rows of digits, %d of folds. Left out: %d of digits, empty or changed by folding; of folds %d that are no text, or empty, and %d of which the field drops something",
		len(all), len(folded), refolded, unseen[nothing], unseen[dropped])
	return append(all, folded...)
}

// validated is a call of validate in a contract's words.
func validated(why, kind string, pairs ...[2]string) contract {
	return contract{Case: host.Case{Why: why, Call: "validate", In: append([][2]string{{"payment_details[type]", kind}}, pairs...)}}
}

func (row numberRow) contract() contract {
	c := validated(row.Number+": "+row.Why, "credit_card", [2]string{"payment_details[number]", row.Number})
	c.Holds = func(t *testing.T, a host.Answer) {
		got := a.Fields["number"]
		assert.Equal(t, row.Brand, got.Brand, c.Why)
		assertField(t, a, "number", row.Code, row.Potential, c.Why)
		assert.Equal(t, row.Valid, got.Valid, c.Why)
	}
	return c
}

func (row expiryRow) contract() contract {
	now := strconv.FormatInt(row.Now, 10)
	c := validated(row.Month+"/"+row.Year+" at "+now+": "+row.Why, "credit_card",
		[2]string{"payment_details[month]", row.Month}, [2]string{"payment_details[year]", row.Year},
		[2]string{"setting[now]", strconv.FormatInt(row.Now/60, 10)}) // whole minutes: no row turns on a second within one
	c.Holds = func(t *testing.T, a host.Answer) {
		assertField(t, a, "month", row.MonthCode, row.MonthPotential, c.Why)
		assertField(t, a, "year", row.YearCode, row.YearPotential, c.Why)
	}
	return c
}

// shown says in which field of which type a way of folding shows.
var shown = map[string]struct{ kind, field, drops string }{
	"width":    {"konbini", "name", ""},
	"katakana": {"bank_transfer", "family_name_kana", ""},
	"hiragana": {"bit_cash", "prepaid_number", " -－‐‑‒–—―−﹣\t\n\v\f\rーｰ・･"},
}

// Why a row of folds is left out.
const (
	nothing = "no text to show"
	dropped = "dropped by the field"
)

func foldContracts(list []foldRow) (all []contract, unseen map[string]int) {
	unseen = map[string]int{}
	for _, row := range list {
		where, is := shown[row.Op]
		want, _ := row.Want.(string)
		switch {
		case !is || want == "":
			unseen[nothing]++
		case strings.TrimSpace(want) != want || strings.ContainsAny(row.In+want, where.drops):
			unseen[dropped]++
		default:
			all = append(all, row.contract(where.kind, where.field, want))
		}
	}
	return all, unseen
}

func (row foldRow) contract(kind, field, want string) contract {
	c := validated(row.Op+" of "+strconv.QuoteToASCII(row.In)+": "+row.Why, kind, [2]string{"payment_details[" + field + "]", row.In})
	c.Holds = func(t *testing.T, a host.Answer) { assert.Equal(t, want, a.Fields[field].Value, c.Why) }
	return c
}

// assertField holds a field to its problem, "" when it has none.
func assertField(t *testing.T, a host.Answer, field, code string, potential bool, why string) {
	t.Helper()
	found := ""
	for _, p := range a.Problems {
		if p.Field == field {
			found = p.Code
		}
	}
	got := a.Fields[field]
	assert.Equal(t, code, found, why)
	assert.Equal(t, code == "", got.Valid, why)
	assert.Equal(t, potential, got.Potential, why)
}
