// Package static holds the files of the demo's pages.
package static

import "embed"

// Files are the pages' templates (*.html), their texts and what they load.
//
//go:embed *.html *.css *.js *.json *.svg
var Files embed.FS
