// Package e2e tries the whole with a real browser, and sees no more than a page
// or an HTTP client sees: the demo's shop and sandbox on loopback, the loader as
// it was built, a Chromium whose every request passes a recording proxy.
//
// And the npm package, as whoever installs it sees it: matrix_test.go has every
// bundler and runtime it is tried in.
//
//	make e2e
//
// CHROMIUM names the browser, KOMOJU_DIST and KOMOJU_STD the folders with the
// shipping build and standard Go's, KOMOJU_MATRIX the one with the bundlers and
// runtimes; without them it is what is on PATH and what `make` writes. What is missing fails the suite: nothing is skipped.
package e2e
