// Package e2e tries the whole with a real browser, and sees no more than a page
// or an HTTP client sees: the demo's shop and sandbox on loopback, the loader as
// it was built, a Chromium whose every request passes a recording proxy.
//
//	make e2e
//
// CHROMIUM names the browser, KOMOJU_DIST and KOMOJU_STD the folders with the
// shipping build and standard Go's; without them it is what is on PATH and what
// `make build` writes. What is missing fails the suite: nothing is skipped.
package e2e
