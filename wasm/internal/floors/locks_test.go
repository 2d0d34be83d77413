package floors

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Where a package was fetched from is for whoever installs to say: a lock file with
// the address of one machine's registry fails, or asks a stranger, on every other.
// Hashes pin what is installed.
func TestLockFilesNameNoRegistry(t *testing.T) {
	seen := 0
	require.NoError(t, filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && (name == "node_modules" || name == "dist" || path != top && strings.HasPrefix(name, ".")) {
			return filepath.SkipDir
		}
		if d.Name() != "package-lock.json" {
			return nil
		}
		seen++
		lock, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.NotContains(t, string(lock), `"resolved"`, path)
		assert.Contains(t, string(lock), `"integrity": "sha512-`, path)
		settings, err := os.ReadFile(filepath.Join(filepath.Dir(path), ".npmrc"))
		require.NoError(t, err, "npm would write the addresses at the next install")
		assert.Equal(t, "omit-lockfile-registry-resolved=true", strings.TrimSpace(string(settings)), path)
		return nil
	}))
	require.GreaterOrEqual(t, seen, 5, "fewer means that this test sees nothing")
}
