package e2e

import (
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the pages that tests generate")

// assertFresh compares a committed page with what was made now, or rewrites it.
func assertFresh(t *testing.T, path, made string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(made), 0o644))
		return
	}
	old, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(old), made, "e2e/%s is stale; run: go test ./e2e -run %s -update", path, t.Name())
}
