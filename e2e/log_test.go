package e2e

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/inspector"
	browserlog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
)

// logbook holds all that a tab said: console, browser log, exceptions, policy
// violations.
type logbook struct {
	mu      sync.Mutex
	lines   []string // everything
	bad     []string // what fails a test that did not expect it
	expects []string
}

// violation is what a breach of the page's policy is logged as.
const violation = "violation"

// hear is called for every event of the tab; it must be quick.
func (l *logbook) hear(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		l.write(isBad(string(e.Type)), "console."+string(e.Type)+" "+said(e.Args))
	case *runtime.EventExceptionThrown:
		l.write(true, "exception "+thrown(e.ExceptionDetails))
	case *browserlog.EventEntryAdded:
		l.write(isBad(string(e.Entry.Level)), fmt.Sprintf("%s %s: %s %s", e.Entry.Source, e.Entry.Level, e.Entry.Text, e.Entry.URL))
	case *runtime.EventBindingCalled:
		l.write(e.Name == violation, e.Name+" "+e.Payload)
	case *inspector.EventTargetCrashed:
		l.write(true, "the tab crashed")
	}
}

// isBad tells the levels that a shop owner would see in red or yellow.
func isBad(level string) bool {
	return slices.Contains([]string{"error", "warning", "assert"}, level)
}

func said(args []*runtime.RemoteObject) string {
	var words []string
	for _, arg := range args {
		words = append(words, string(arg.Value)+arg.Description)
	}
	return strings.Join(words, " ")
}

func thrown(d *runtime.ExceptionDetails) string {
	text := d.Text + " " + d.URL
	if d.Exception != nil {
		text += " " + d.Exception.Description + string(d.Exception.Value)
	}
	return text
}

func (l *logbook) write(bad bool, line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, line)
	if bad {
		l.bad = append(l.bad, line)
	}
}

func (l *logbook) all() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.lines)
}

// expect declares n bad lines, each with all of the words in it.
func (l *logbook) expect(n int, words ...string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for range n {
		l.expects = append(l.expects, strings.Join(words, "\n"))
	}
}

// judge names bad lines that nobody expected, and expected ones that never came.
func (l *logbook) judge() (unexpected, missing []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	missing = slices.Clone(l.expects)
	for _, line := range l.bad {
		at := slices.IndexFunc(missing, func(words string) bool { return hasAll(line, strings.Split(words, "\n")) })
		if at < 0 {
			unexpected = append(unexpected, line)
			continue
		}
		missing = slices.Delete(missing, at, at+1)
	}
	return unexpected, missing
}

func hasAll(line string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(line, word) {
			return false
		}
	}
	return true
}
