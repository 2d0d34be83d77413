package card

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

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

// rows reads a table and refuses one that lost rows, since a table cut short
// would pass in silence.
func rows[T any](t testing.TB, file string, least int) []T {
	t.Helper()
	text, err := os.ReadFile("testdata/" + file)
	require.NoError(t, err)
	var list []T
	require.NoError(t, json.Unmarshal(text, &list))
	require.GreaterOrEqual(t, len(list), least)
	return list
}

func numbers(t testing.TB) []numberRow  { return rows[numberRow](t, "numbers.json", 300) }
func expiries(t testing.TB) []expiryRow { return rows[expiryRow](t, "expiries.json", 80) }
