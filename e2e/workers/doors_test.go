package workers

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"

	"komoju-tokenize/demo/workerd"
	"komoju-tokenize/wasm/edge"
	"komoju-tokenize/wasm/tokens"
)

const (
	testKey = "pk_test_key"
	page    = "https://shop.example"
	// The number stands in what the platform throws: it must not reach the log.
	number = "4111111111111111"
)

// setup is one way to set a service up.
type setup struct {
	vars map[string]string
	// What stands in for the platform, in JavaScript and natively.
	objects map[string]string
	limit   func(*http.Request) (bool, error)
	send    edge.Sender
}

// with is a service that works but for the vars given; one given as "" is not set.
func with(pairs ...string) setup {
	vars := map[string]string{"KOMOJU_PUBLISHABLE_KEY": testKey, "ALLOWED_ORIGINS": page + ", https://other.example", "CARDS": "on"}
	for i := 0; i < len(pairs); i += 2 {
		if vars[pairs[i]] = pairs[i+1]; pairs[i+1] == "" {
			delete(vars, pairs[i])
		}
	}
	return setup{vars: vars}
}

var setups = map[string]setup{
	"shop":       with(),
	"live":       with("KOMOJU_PUBLISHABLE_KEY", "pk_live_key"),
	"secret":     with("KOMOJU_PUBLISHABLE_KEY", "sk_test_x"),
	"odd":        with("KOMOJU_PUBLISHABLE_KEY", "key"),
	"keyless":    with("KOMOJU_PUBLISHABLE_KEY", ""),
	"plain":      with("KOMOJU_ENDPOINT", "http://komoju.com"),
	"own":        with("KOMOJU_ENDPOINT", "https://shop.jp/tokens"),
	"loopback":   with("KOMOJU_ENDPOINT", "http://127.0.0.1:8080/"),
	"cardless":   with("CARDS", ""),
	"cardstrue":  with("CARDS", "true"),
	"cardsupper": with("CARDS", "ON"),
	"originless": with("ALLOWED_ORIGINS", ""),
	"wildcard":   with("ALLOWED_ORIGINS", "https://*.shop.example"),
	"star":       with("ALLOWED_ORIGINS", "*"),
	"lines":      with("ALLOWED_ORIGINS", "https://other.example\r\n\t"+page+"\n"),
	"semicolon":  with("ALLOWED_ORIGINS", page+";https://other.example"),
	"hurried":    with("KOMOJU_TIMEOUT", "1500"),
	"limited":    limited(),
	"uncounted":  uncounted(),
	"thrower":    broken(`() => { throw new Error("` + number + `") }`),
	"dead":       broken(`() => ({ then(settle) { queueMicrotask(() => settle()) } })`),
}

// limited lets two requests of an address pass.
func limited() setup {
	s := with()
	s.objects = map[string]string{"RATE_LIMITER": `const seen = {};
export default () => ({ limit: async ({ key }) => ({ success: (seen[key] = (seen[key] ?? 0) + 1) <= 2 }) });`}
	var mu sync.Mutex
	seen := map[string]int{}
	s.limit = func(r *http.Request) (bool, error) {
		mu.Lock()
		defer mu.Unlock()
		key := edge.Caller(r.Header.Get("Cf-Connecting-Ip"))
		seen[key]++
		return seen[key] <= 2, nil
	}
	return s
}

// uncounted has a limit that cannot be asked.
func uncounted() setup {
	s := with()
	s.objects = map[string]string{"RATE_LIMITER": `export default () => ({ limit() { throw new Error("` + number + `"); } });`}
	s.limit = func(*http.Request) (bool, error) { return false, errors.New(number) }
	return s
}

// broken has a platform whose fetch is another. The extension runs where the
// Worker runs, before it.
func broken(fetch string) setup {
	s := with()
	s.objects = map[string]string{"BROKEN": "export default () => { globalThis.fetch = " + fetch + "; return {}; };"}
	s.send = func(context.Context, *tokens.Request, string) (*edge.Reply, error) { panic(number) }
	return s
}

// doors are the services under test: what each is, and where it is for a setup.
type doors map[string]map[string]string

// folders are where the Workers are built.
var folders = map[string]string{"Go": "worker", "light": "worker-light"}

// open starts everything. The log holds what all of it says. The service of most
// tests has a runtime of its own: that of all the others is busy with so many.
func open(ctx context.Context, top string, u *upstream, log *lines) (doors, func(), error) {
	program, built, err := workerd.Find(top)
	if err != nil {
		return nil, nil, err
	}
	o := &opening{doors: doors{"native": {}, "Go": {}, "light": {}}, built: built,
		config: workerd.Config{Program: program, Upstream: strings.TrimPrefix(u.URL, "http://"), Log: log}}
	usual := func(name string) bool { return name == "shop" }
	err = errors.Join(o.run(ctx, usual), o.run(ctx, func(name string) bool { return !usual(name) }))
	if err != nil {
		o.end()
		return nil, nil, errors.Join(err, errors.New(log.String()))
	}
	o.serve(log)
	return o.doors, o.end, nil
}

type opening struct {
	doors  doors
	built  string
	config workerd.Config
	ends   []func()
}

func (o *opening) end() {
	for _, end := range o.ends {
		end()
	}
}

// run starts a workerd for the setups that are wanted.
func (o *opening) run(ctx context.Context, wanted func(name string) bool) error {
	config := o.config
	for kind, folder := range folders {
		for name, s := range setups {
			if wanted(name) {
				config.Workers = append(config.Workers, workerd.Worker{Name: strings.ToLower(kind) + name,
					Dir: o.built + "/" + folder, Modules: workerd.Built[folder], Text: s.vars, Objects: s.objects})
			}
		}
	}
	run, err := workerd.Start(ctx, config)
	if err != nil {
		return err
	}
	o.ends = append(o.ends, run.Close)
	for kind := range folders {
		for name := range setups {
			if wanted(name) {
				o.doors[kind][name] = run.URL(strings.ToLower(kind) + name)
			}
		}
	}
	return nil
}

// serve starts the native twins.
func (o *opening) serve(log *lines) {
	client := clientTo(o.config.Upstream)
	for name, s := range setups {
		server := httptest.NewServer(s.native(client, log))
		o.ends = append(o.ends, server.Close)
		o.doors["native"][name] = server.URL
	}
}

func (s setup) native(client *http.Client, log *lines) http.Handler {
	c := edge.Setting(func(name string) string { return s.vars[name] })
	c.Send, c.Limit, c.Log = edge.Over(client), edge.NoLimits, log.say
	if s.limit != nil {
		c.Limit = s.limit
	}
	if s.send != nil {
		c.Send = s.send
	}
	return edge.New(c)
}

// clientTo reaches one address, whatever it is asked for, as the Workers do.
func clientTo(address string) *http.Client {
	dial := func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, address)
	}
	return &http.Client{Transport: &http.Transport{DialContext: dial, DialTLSContext: dial}}
}
