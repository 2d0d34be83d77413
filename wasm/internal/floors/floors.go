// Package floors keeps the architecture: which package may import which, what
// the module may never be made of, and how long a file may be. Its test reads
// the tree; `make check` runs it. A rule is a row here.
package floors

import (
	"fmt"
	"slices"
	"strings"
)

// ours is how an import path of this repository begins.
const ours = "komoju-tokenize/"

// floor says what of ours a package may import. Imports only ever go down, so
// that a rule of a payment type can be tested without a request, a request
// without a browser.
type floor struct {
	number int
	name   string
	may    []string
}

var ground = []string{"wasm/ascii", "wasm/problem", "wasm/card", "wasm/japanese"}

var floors = []floor{
	{0, "wasm/ascii", nil},
	{0, "wasm/problem", []string{"wasm/ascii"}},
	{0, "wasm/card", []string{"wasm/ascii", "wasm/problem"}},
	{0, "wasm/japanese", []string{"wasm/ascii"}},
	{1, "wasm/payment", ground},
	{1, "wasm/message", []string{"wasm/ascii"}},
	{2, "wasm/tokens", append([]string{"wasm/payment", "wasm/message"}, ground...)},
	{3, "wasm/frame", append([]string{"wasm/tokens", "wasm/payment", "wasm/message"}, ground...)},
	{3, "wasm/edge", []string{"wasm/tokens", "wasm/payment", "wasm/message", "wasm/ascii"}},
	{4, "wasm/browser", []string{"wasm/frame"}},
	{4, "wasm/worker", []string{"wasm/edge", "wasm/tokens"}},
}

// programs are what is built of the floors. What is banned is banned from the
// module, which every shopper loads; the edge service is a server's, and uses
// what Go brings.
const (
	module = "./wasm/browser"
	worker = "./wasm/worker"
)

// banned are packages that must not be linked into the module: each brings
// kilobytes to every shopper, or a clock, chance, files or a network to code
// that is to have none. Standard Go's runtime comes with packages of its own
// (runtime, internal/…), which is why this is not a list of what is allowed.
var banned = []string{
	"syscall/js", "fmt", "reflect", "regexp", "encoding/json", "net", "time", "os", "strconv", "math/rand", "log",
}

// strangers may not know each other: the sandbox plays KOMOJU, and a rule it
// shared with the module would be wrong in both at once, unseen by any test.
var strangers = []struct{ from, to string }{
	{"demo/sandbox", "wasm/"},
}

// fuzzed are packages that take what a shopper typed, or what a host wrote: each
// exported function of theirs has a fuzz target, since nobody thinks of all that
// a keyboard can produce.
var fuzzed = []string{"wasm/card", "wasm/japanese", "wasm/payment", "wasm/frame"}

// Longest files: what does not fit on a few screens is two things.
const (
	longest      = 250
	browserLines = 200
)

// judgeFloor names each import of ours that a package on a floor may not have.
// A package of the module without a floor is named too.
func judgeFloor(pkg string, imports []string) []string {
	var out []string
	at := slices.IndexFunc(floors, func(f floor) bool { return ours+f.name == pkg })
	if at < 0 {
		return []string{pkg + " has no floor in wasm/internal/floors"}
	}
	for _, path := range imports {
		if name, is := strings.CutPrefix(path, ours); is && !slices.Contains(floors[at].may, name) {
			out = append(out, fmt.Sprintf("%s (floor %d) may not import %s", floors[at].name, floors[at].number, name))
		}
	}
	return out
}

// judgeLinked names each banned package among those linked into the module.
func judgeLinked(deps []string) []string {
	var out []string
	for _, path := range deps {
		for _, name := range banned {
			if path == name || strings.HasPrefix(path, name+"/") {
				out = append(out, "the module may not link "+path)
			}
		}
	}
	return out
}

// judgeStranger names each import that a stranger has of what it may not know.
func judgeStranger(pkg string, imports []string) []string {
	var out []string
	for _, s := range strangers {
		for _, path := range imports {
			if within(pkg, ours+s.from) && strings.HasPrefix(path, ours+s.to) {
				out = append(out, pkg+" may not import "+path)
			}
		}
	}
	return out
}

// judgeFuzzed names each exported function that has no fuzz target of its name
// (FuzzRead for Read, FuzzTypeFields for the method Fields of Type), or one that
// does not so much as speak of it.
func judgeFuzzed(exported []function, targets map[string][]string) []string {
	var out []string
	for _, f := range exported {
		target := "Fuzz" + f.receiver + f.name
		if !slices.Contains(targets[target], f.name) {
			out = append(out, target+" is missing, or leaves "+f.name+" out")
		}
	}
	return out
}

// A function is known by its name and, if it is a method, by its receiver's type.
type function struct{ receiver, name string }

func within(pkg, folder string) bool {
	return pkg == folder || strings.HasPrefix(pkg, folder+"/")
}
