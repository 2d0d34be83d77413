package e2e

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/chromedp"
)

var errNoBrowser = errors.New("no browser found: install chromium or name one in CHROMIUM")

// browserPath takes the first browser there is; a name in CHROMIUM alone.
func browserPath() (string, error) {
	names := []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}
	if given := os.Getenv("CHROMIUM"); given != "" {
		names = []string{given}
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errNoBrowser
}

// startBrowser opens the browser; end closes it and waits until it is gone.
// Each tab has a proxy of its own; what reaches this one is none of the pages'.
func startBrowser(path string) (end func(), err error) {
	strays = newRecorder()
	proxy := httptest.NewServer(strays)
	allocator, dropAllocator := chromedp.NewExecAllocator(context.Background(), flags(path, proxy.URL)...)
	ctx, _ := chromedp.NewContext(allocator)
	end = func() {
		limited, cancel := context.WithTimeout(ctx, 10*time.Second)
		defer cancel()
		_ = chromedp.Cancel(limited) // a browser that will not close is killed
		dropAllocator()
		proxy.Close()
	}
	chrome = ctx
	if err := opened(ctx, dropAllocator); err != nil {
		return nil, fmt.Errorf("the browser %s did not start: %w", path, err)
	}
	return end, nil
}

func flags(path, proxy string) []chromedp.ExecAllocatorOption {
	return append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		// No name is looked up, whatever asks: the usual switches for background
		// traffic leave some.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"),
		// The browser's own form filler asks a server about every form it sees.
		// The first two are chromedp's, which a second flag of that name replaces.
		chromedp.Flag("disable-features", "Translate,BlinkGenPropertyTrees,AutofillServerCommunication"),
		chromedp.Flag("proxy-server", proxy),
		chromedp.Flag("proxy-bypass-list", "<-loopback>"),
		chromedp.Flag("lang", "en-US"),
		chromedp.WindowSize(1280, 900),
	)
}

// opening limits what has no limit of its own: a limit on a context's first
// call would close what that call opens.
const opening = 60 * time.Second

// opened makes the first call on a context, and gives up on one that hangs.
func opened(ctx context.Context, giveUp func()) error {
	done := make(chan error, 1)
	go func() { done <- chromedp.Do(ctx) }()
	timer := time.NewTimer(opening)
	defer timer.Stop()
	select {
	case err := <-done:
		return err
	case <-timer.C:
		giveUp()
		return errors.New("it did not answer within a minute")
	}
}
