package workers

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
)

// What all tests share: services that keep nothing of a request may as well.
var (
	komoju *upstream
	all    doors
	log    = &lines{}
)

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "workers:", err)
		code = 1
	}
	os.Exit(code)
}

// run is apart from TestMain because os.Exit skips what was deferred.
func run(m *testing.M) (int, error) {
	temp, err := os.MkdirTemp("", "komoju-workers-")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(temp)
	if err := os.Setenv("TMPDIR", temp); err != nil {
		return 1, err
	}
	komoju = newUpstream()
	defer komoju.CloseClientConnections()
	opened, end, err := open(context.Background(), "../..", komoju, log)
	if err != nil {
		return 1, err
	}
	defer end()
	all = opened
	code := m.Run()
	return code, logged()
}

// lines collect what the services say, from several processes at once.
type lines struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *lines) say(line string) { fmt.Fprintln(l, line) }

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
