package main

import (
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
	source string // under js/src, what answers the module's bytes; "" inlines it
}

var shapes = []shape{
	{"komoju-tokenize.js", "script.js", api.FormatIIFE, ""},
	{"komoju-tokenize.mjs", "index.js", api.FormatESModule, ""},
	{"komoju-tokenize.cjs", "index.js", api.FormatCommonJS, ""},
	{"komoju-tokenize.workerd.mjs", "index.js", api.FormatESModule, "compiled.js"},
}

// beside is imported by its path, not bundled: the host compiles it.
const beside = "./komoju-tokenize.wasm"

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
		Target:            api.ES2020,
		Charset:           api.CharsetASCII,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		LegalComments:     api.LegalCommentsNone,
		External:          []string{beside},
		Plugins:           []api.Plugin{virtual(t.path("js", "src"), with.host(s.source), with.support)},
	})
	if len(result.Errors) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), ""))
	}
	if len(result.Warnings) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(result.Warnings, api.FormatMessagesOptions{Kind: api.WarningMessage}), ""))
	}
	return result.OutputFiles[0].Contents, nil
}

// virtual answers imports of komoju:… from memory; js/src/virtual.d.ts has their
// types.
func virtual(src, host, support string) api.Plugin {
	files := map[string]string{"komoju:module": host, "komoju:wasm_exec": support}
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

// host is komoju:module: where the module's bytes are from, and how its compiler
// wants it started. Inlined it is in letters, as js/src/letters.js reads them.
func (w inside) host(source string) string {
	starter := "./start-tinygo.js"
	if w.support != "" {
		starter = "./start-go.js"
	}
	start := fmt.Sprintf("export { start } from %q;\n", starter)
	if source != "" {
		return start + fmt.Sprintf("export { bytes } from %q;", "./"+source)
	}
	return start + fmt.Sprintf(`import { fromLetters } from "./letters.js";
export const bytes = () => fromLetters(%q);`, letters.Encode(w.module))
}
