package workerd

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const configFile = "config.capnp"

// compatibility is the date of the runtime's behaviour, as wrangler.jsonc has it.
const compatibility = "2026-04-01"

// write puts the configuration into dir, and links to the modules beside it:
// workerd embeds what lies there.
// https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp
func (c Config) write(dir string) error {
	var services, sockets, workers, extensions strings.Builder
	for i, w := range c.Workers {
		if err := w.link(dir); err != nil {
			return err
		}
		address := "127.0.0.1:0"
		if i == 0 && c.Listen != "" {
			address = c.Listen
		}
		fmt.Fprintf(&services, "    (name = %q, worker = .%s),\n", w.Name, w.Name)
		fmt.Fprintf(&sockets, "    (name = %q, address = %q, http = (), service = %q),\n", w.Name, address, w.Name)
		workers.WriteString(w.definition())
		extensions.WriteString(w.extensions())
	}
	text := fmt.Sprintf(frame, services.String(), c.outside(), sockets.String(), extensions.String(), workers.String())
	return os.WriteFile(filepath.Join(dir, configFile), []byte(text), 0o600)
}

const frame = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
%s%s  ],
  sockets = [
%s  ],
  extensions = [
%s  ],
);
%s`

// outside is all that there is beside the Workers: the upstream, and an internet
// in which no address is allowed.
func (c Config) outside() string {
	nothing := "    (name = \"internet\", network = (allow = [])),\n"
	if c.Upstream == "" {
		return nothing + "    (name = \"upstream\", network = (allow = [])),\n"
	}
	return nothing + fmt.Sprintf("    (name = \"upstream\", external = (address = %q, http = ())),\n", c.Upstream)
}

func (w Worker) link(dir string) error {
	from, err := filepath.Abs(w.Dir)
	for _, name := range w.Modules {
		if err == nil {
			err = os.Symlink(filepath.Join(from, name), filepath.Join(dir, w.Name+"-"+name))
		}
	}
	return err
}

func (w Worker) definition() string {
	var modules, bindings strings.Builder
	for _, name := range w.Modules {
		kind := "esModule"
		if strings.HasSuffix(name, ".wasm") {
			kind = "wasm"
		}
		fmt.Fprintf(&modules, "    (name = %q, %s = embed %q),\n", name, kind, w.Name+"-"+name)
	}
	for _, name := range slices.Sorted(maps.Keys(w.Text)) {
		fmt.Fprintf(&bindings, "    (name = %q, text = %s),\n", name, quoted(w.Text[name]))
	}
	for _, name := range slices.Sorted(maps.Keys(w.Objects)) {
		fmt.Fprintf(&bindings, "    (name = %q, wrapped = (moduleName = %q)),\n", name, w.extension(name))
	}
	return fmt.Sprintf(`const %s :Workerd.Worker = (
  compatibilityDate = %q,
  globalOutbound = "upstream",
  modules = [
%s  ],
  bindings = [
%s  ],
);
`, w.Name, compatibility, modules.String(), bindings.String())
}

// extensions define the modules behind Objects.
func (w Worker) extensions() string {
	var all strings.Builder
	for _, name := range slices.Sorted(maps.Keys(w.Objects)) {
		fmt.Fprintf(&all, "    (modules = [(name = %q, internal = true, esModule = %s)]),\n", w.extension(name), quoted(w.Objects[name]))
	}
	return all.String()
}

func (w Worker) extension(name string) string { return "demo:" + w.Name + "-" + name }

// quoted is a string of Cap'n Proto's schema language.
func quoted(s string) string { return strconv.QuoteToASCII(s) }
