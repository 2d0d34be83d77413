// Package workers tries the edge services as an HTTP client sees them: the Go
// Worker and the light one in workerd, and the native handler, side by side.
//
//	make worker && go test ./e2e/workers
//
// KOMOJU_WORKERS names the folder with the built Workers, KOMOJU_WORKERD the
// runtime; without them it is what make writes and installs. What is missing
// fails the suite: nothing is skipped. All is on loopback, and workerd reaches
// one address, the test's own stand-in for KOMOJU.
package workers
