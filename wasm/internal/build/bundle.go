package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"komoju-tokenize/wasm/internal/letters"
)

// shape is one of the forms the loader comes in.
type shape struct {
	file   string
	entry  string // under js/src
	format api.Format
	source string // under js/src: where its module is from; "" writes it in, in letters
}

var shapes = []shape{
	{"komoju-tokenize.js", "script.js", api.FormatIIFE, ""},
	{"komoju-tokenize.mjs", "index.js", api.FormatESModule, "inlined.js"},
	{"komoju-tokenize.url.mjs", "index.js", api.FormatESModule, "url.js"},
	{"komoju-tokenize.workerd.mjs", "index.js", api.FormatESModule, "compiled.js"},
	{"komoju-tokenize.edge-light.mjs", "index.js", api.FormatESModule, "compiled-edge.js"},
	{"komoju-tokenize.loader.mjs", sharedEntry, api.FormatESModule, "url.js"},
	{"komoju-tokenize.cjs", "index.js", api.FormatCommonJS, "file.js"},
}

// sharedEntry is what the ES modules import instead of each holding it: the
// package would be a seventh larger.
const sharedEntry = "loader.js"

// outside is imported as it stands: the .wasm beside the entries, which the host
// compiles, and what Node has.
var outside = []string{"./komoju-tokenize.wasm", "./komoju-tokenize.wasm?module", "node:fs", "node:path"}

// inside is what a bundle is made with beside js/src: the module, and for one of
// standard Go's the script that runs it.
type inside struct {
	module  []byte
	support string
}

// bundle makes one file of the loader. ES2020 is what browsers with the wasm
// features in use understand anyhow; ASCII, so that a page in Shift_JIS cannot
// spoil it.
func bundle(t tree, s shape, with inside) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		AbsWorkingDir:     t.root,
		EntryPoints:       []string{t.path("js", "src", s.entry)},
		Outfile:           t.dist(s.file),
		Bundle:            true,
		Format:            s.format,
		Platform:          s.platform(),
		Target:            api.ES2020,
		Charset:           api.CharsetASCII,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		LegalComments:     api.LegalCommentsNone,
		Banner:            map[string]string{"js": banner},
		External:          outside,
		Plugins:           []api.Plugin{apart(s), virtual(t.path("js", "src"), with.provide(s))},
	})
	if len(result.Errors) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), ""))
	}
	if len(result.Warnings) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(result.Warnings, api.FormatMessagesOptions{Kind: api.WarningMessage}), ""))
	}
	return result.OutputFiles[0].Contents, nil
}

// platform is Node's for CommonJS: then Node's import finds the names in it.
func (s shape) platform() api.Platform {
	if s.format == api.FormatCommonJS {
		return api.PlatformNode
	}
	return api.PlatformBrowser
}

// apart leaves what the ES modules share to a file of its own.
func apart(s shape) api.Plugin {
	return api.Plugin{Name: "shared", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: `^\./loader\.js$`}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			if s.format != api.FormatESModule {
				return api.OnResolveResult{}, nil
			}
			return api.OnResolveResult{Path: "./komoju-tokenize.loader.mjs", External: true}, nil
		})
	}}
}

// virtual answers imports of komoju:… from memory; js/src/virtual.d.ts has their
// types.
func virtual(src string, files map[string]string) api.Plugin {
	return api.Plugin{Name: "komoju", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: "^komoju:"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: a.Path, Namespace: "virtual"}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: ".", Namespace: "virtual"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			content, known := files[a.Path]
			if !known {
				return api.OnLoadResult{}, fmt.Errorf("the build provides no %s", a.Path)
			}
			return api.OnLoadResult{Contents: &content, ResolveDir: src, Loader: api.LoaderJS}, nil
		})
	}}
}

// provide answers the modules that a shape imports by the name of komoju:…
func (w inside) provide(s shape) map[string]string {
	return map[string]string{
		"komoju:module":    w.host(s),
		"komoju:deflated":  fmt.Sprintf("export const deflated = %q;", base64.StdEncoding.EncodeToString(deflated(w.module))),
		"komoju:wasm_exec": w.support,
	}
}

// host is where a shape's module is from, and how its compiler wants it started.
func (w inside) host(s shape) string {
	starter := "./start-tinygo.js"
	if w.support != "" {
		starter = "./start-go.js"
	}
	start := fmt.Sprintf("export { start } from %q;\n", starter)
	if s.source != "" {
		return start + fmt.Sprintf("export { bytes } from %q;", "./"+s.source)
	}
	return start + fmt.Sprintf(`import { fromLetters } from "./letters.js";
export const bytes = () => fromLetters(%q);`, letters.Encode(w.module))
}
