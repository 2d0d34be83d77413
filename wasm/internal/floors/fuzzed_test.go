package floors

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A function added without a target would meet what nobody thought of at the
// shopper's first.
func TestExportedFunctionsAreFuzzed(t *testing.T) {
	for _, pkg := range fuzzed {
		var exported []function
		targets := map[string][]string{}
		eachFunction(t, pkg, func(f *ast.FuncDecl, test bool) {
			receiver := receiverOf(f)
			switch {
			case test && receiver == "" && strings.HasPrefix(f.Name.Name, "Fuzz"):
				targets[f.Name.Name] = words(f)
			case !test && f.Name.IsExported() && (receiver == "" || ast.IsExported(receiver)):
				exported = append(exported, function{receiver, f.Name.Name})
			}
		})
		require.NotEmpty(t, exported, "%s exports something; else this test sees nothing", pkg)
		require.Empty(t, judgeFuzzed(exported, targets), pkg)
	}
}

// eachFunction visits the functions of a package's files, whatever their build
// tags.
func eachFunction(t *testing.T, pkg string, visit func(f *ast.FuncDecl, test bool)) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(top, pkg, "*.go"))
	require.NoError(t, err)
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		for _, d := range file.Decls {
			if f, is := d.(*ast.FuncDecl); is {
				visit(f, strings.HasSuffix(path, "_test.go"))
			}
		}
	}
}

// receiverOf is the name of a method's type, "" of a function.
func receiverOf(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	kind := f.Recv.List[0].Type
	if pointer, is := kind.(*ast.StarExpr); is {
		kind = pointer.X
	}
	name, _ := kind.(*ast.Ident)
	if name == nil {
		return ""
	}
	return name.Name
}

// words are all names in a function's body.
func words(f *ast.FuncDecl) (names []string) {
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if name, is := n.(*ast.Ident); is {
			names = append(names, name.Name)
		}
		return true
	})
	return names
}
