package e2e

import (
	"context"
	"fmt"
	"os"
	"testing"
)

// chrome is the one browser of this run.
var chrome context.Context

// strays records what the browser sends outside every tab.
var strays *recorder

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		code = 1
	}
	os.Exit(code)
}

// run is apart from TestMain because os.Exit skips what was deferred.
func run(m *testing.M) (int, error) {
	temp, err := os.MkdirTemp("", "komoju-e2e-")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(temp)
	end, err := setUp(temp)
	if err != nil {
		return 1, err
	}
	defer end()
	code := m.Run()
	if secret := strayed(); secret != "" {
		return 1, fmt.Errorf("the browser sent a secret outside every tab: %s", secret)
	}
	return code, nil
}

// setUp keeps the builds and opens the browser. The browser's profiles go with
// the run: processes of it that outlive it write there until the last moment.
func setUp(temp string) (end func(), err error) {
	path, err := browserPath()
	if err != nil {
		return nil, err
	}
	if err := keepBuilds(temp); err != nil {
		return nil, err
	}
	if err := os.Setenv("TMPDIR", temp); err != nil {
		return nil, err
	}
	return startBrowser(path)
}
