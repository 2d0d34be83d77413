package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const root = "../../.."

// Stale types or texts would ship without anybody noticing.
func TestGeneratedFilesAreFresh(t *testing.T) {
	require.NoError(t, run(root, true))
}

func TestWriteThenCheck(t *testing.T) {
	dir := project(t)
	require.ErrorIs(t, run(dir, true), errStale, "nothing was generated yet")
	require.NoError(t, run(dir, false))
	require.NoError(t, run(dir, true))
	assert.NoFileExists(t, filepath.Join(dir, "README.md"), "the README is not ours to begin")
}

// A check that repairs hides from the build that a file was not committed.
func TestCheckNamesTheStaleFileAndLeavesIt(t *testing.T) {
	dir := project(t)
	require.NoError(t, run(dir, false))
	path := filepath.Join(dir, "demo/static/forms.json")
	require.NoError(t, os.WriteFile(path, []byte("old"), 0o600))

	err := run(dir, true)

	require.ErrorContains(t, err, "demo/static/forms.json")
	require.NotContains(t, err.Error(), "types.d.ts")
	kept, _ := os.ReadFile(path)
	assert.Equal(t, "old", string(kept))
}

func TestReadmeKeepsWhatIsWritten(t *testing.T) {
	dir := project(t)
	path := filepath.Join(dir, "README.md")
	written := "# Title\n\n<!-- generated: fields -->\nyesterday\n<!-- /generated -->\n\nbetween\n\n" +
		"<!-- generated: codes -->\n<!-- /generated -->\nend\n"
	require.NoError(t, os.WriteFile(path, []byte(written), 0o600))

	require.NoError(t, run(dir, false))
	require.NoError(t, run(dir, true), "writing twice must change nothing")

	made, err := os.ReadFile(path)
	require.NoError(t, err)
	text := string(made)
	assert.True(t, strings.HasPrefix(text, "# Title\n\n<!-- generated: fields -->\n\n| type |"), text[:80])
	assert.True(t, strings.HasSuffix(text, "|\n\n<!-- /generated -->\nend\n"))
	assert.Contains(t, text, "between")
	assert.NotContains(t, text, "yesterday")
}

func TestReadmeWithoutMarker(t *testing.T) {
	dir := project(t)
	path := filepath.Join(dir, "README.md")
	require.NoError(t, os.WriteFile(path, []byte("# Title\n"), 0o600))
	require.NoError(t, run(dir, false), "the README may still be being written")
	require.ErrorContains(t, run(dir, true), "README.md: a marked block is missing: <!-- generated: fields -->")
}

func TestRunOutsideTheRepository(t *testing.T) {
	require.ErrorContains(t, run(t.TempDir(), false), "go.mod")
}

// A code in no list would be missing from types and documents alike.
func TestCodesAreComplete(t *testing.T) {
	require.NoError(t, complete())
}

// The lists must tell a card that was refused from a server that was not there:
// both come with the status 502.
func TestRetryable(t *testing.T) {
	for code, want := range map[string]bool{
		"card_declined": false, "bad_gateway": true, "network_error": true, "timeout": true,
		"aborted": false, "required": false, "too_many_requests": true, "unauthorized": false,
	} {
		assert.Equal(t, want, repeats(code), code)
	}
}

func TestOrigin(t *testing.T) {
	for code, want := range map[string]string{
		"card_expired": "field, HTTP 502", "timeout": "ours", "locked": "HTTP", "required": "field",
	} {
		assert.Equal(t, want, origin(code))
	}
}

func TestBrandsAreTheCoresOwn(t *testing.T) {
	assert.Equal(t, []string{
		"american_express", "diners_club", "discover", "jcb", "master", "unionpay", "visa"}, brands())
}

// project is an empty repository.
func project(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module test\n"), 0o600))
	return dir
}
