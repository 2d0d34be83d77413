//go:build tools

// Package toolchain pins the TinyGo that builds the shipped module. It is a Go
// module of its own so that TinyGo's dependencies are nobody else's.
package toolchain

import _ "github.com/tinygo-org/tinygo"
