package e2e

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"komoju-tokenize/demo/sandbox"
)

// project is a copy of an example with the packed package installed, set to
// talk to a sandbox of its own.
type project struct {
	*place
	cell
	dir string
}

func newProject(t *testing.T, pack tarball, c cell) *project {
	t.Helper()
	dir, err := os.MkdirTemp(tools(), "project-")
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	p := &project{openShop(t), c, dir}
	p.copy(filepath.Join("../demo/examples", c.example))
	pack.into(t, dir)
	return p
}

// copy copies the example, with the sandbox for KOMOJU and its key for the
// shop's: the only two words that a reader has to change either.
func (p *project) copy(from string) {
	p.t.Helper()
	words := strings.NewReplacer("https://komoju.com", p.api, "pk_test_your_key", sandbox.DefaultPublishableKey)
	changed := 0
	for _, name := range files(p.t, from) {
		text, err := os.ReadFile(filepath.Join(from, name))
		require.NoError(p.t, err)
		made := words.Replace(string(text))
		if made != string(text) {
			changed++
		}
		require.NoError(p.t, os.MkdirAll(filepath.Dir(filepath.Join(p.dir, name)), 0o755))
		require.NoError(p.t, os.WriteFile(filepath.Join(p.dir, name), []byte(made), 0o644))
	}
	require.Positive(p.t, changed, "the example names neither the endpoint nor the key")
}

// files lists an example as git has it: without what somebody built there.
func files(t *testing.T, dir string) (list []string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "dist" || entry.Name() == ".next") {
			return filepath.SkipDir
		}
		if !entry.IsDir() {
			list = append(list, strings.TrimPrefix(path, dir+"/"))
		}
		return nil
	}))
	return list
}

// npm runs a script of the example's package.json, as its reader would.
func (p *project) npm(script string) string {
	p.t.Helper()
	return execute(p.t, p.dir, "npm", "run", "--silent", script)
}

// start runs a server until the test ends, and answers the address that it
// tells: by a URL or, on its third file, by JSON with a port.
func (p *project) start(name string, args ...string) (origin string) {
	p.t.Helper()
	told, tell, err := os.Pipe()
	require.NoError(p.t, err)
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr, cmd.ExtraFiles = p.dir, quiet(), tell, tell, []*os.File{tell}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // npm's child must end with it
	require.NoError(p.t, cmd.Start())
	require.NoError(p.t, tell.Close())
	p.t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait()
	})
	return "http://127.0.0.1:" + port(p.t, told)
}

var portPattern = regexp.MustCompile(`(?:127\.0\.0\.1:|"port":)(\d+)`)

// port reads until the server has told its port, and goes on reading: a server
// that nobody reads would stop.
func port(t *testing.T, told *os.File) string {
	t.Helper()
	found, said := make(chan string, 1), &logbook{}
	go func() {
		defer told.Close()
		defer close(found) // it ended without a word of its port
		for scan := bufio.NewScanner(told); scan.Scan(); {
			said.write(false, scan.Text())
			if match := portPattern.FindStringSubmatch(scan.Text()); match != nil && len(found) == 0 {
				found <- match[1]
			}
		}
	}()
	var port string
	select {
	case port = <-found:
	case <-time.After(2 * opening):
	}
	require.NotEmpty(t, port, "the server told no address:\n%s", strings.Join(said.all(), "\n"))
	return port
}
