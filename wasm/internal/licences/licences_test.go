package licences

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is built without a notice that it owes may not be handed on: say so at the
// build, not at the shop.
func TestJoin(t *testing.T) {
	none, one, to := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), File)
	require.NoError(t, os.WriteFile(filepath.Join(one, "LICENSE.md"), []byte("\nCopyright one\n"), 0o600))
	broken := func() (string, error) { return "", errors.New("no such command") }

	require.NoError(t, Join(to, Of("first", Folder(one)), Of("second", broken, Folder(none), Folder(one))))
	text, err := os.ReadFile(to)
	require.NoError(t, err)
	assert.Equal(t, "== first\n\nCopyright one\n\n== second\n\nCopyright one\n\n", string(text))

	require.ErrorContains(t, Join(to, Of("third", broken, Folder(none))), "no licence of third")
}

func TestGo(t *testing.T) {
	for _, folder := range Go().Folders {
		text, err := Part{"Go", []func() (string, error){folder}}.text()
		if err != nil {
			continue // one of the places, on this machine
		}
		assert.Contains(t, string(text), "The Go Authors")
		assert.Contains(t, string(text), "Redistributions in binary form must reproduce")
	}
	_, err := Go().text()
	require.NoError(t, err)
}
