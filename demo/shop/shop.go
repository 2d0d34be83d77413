// Package shop is the demo's merchant: a checkout page, and the back end that
// pays with the token the page was given. It never sees a card number, and the
// page never sees the secret key or decides what is charged.
package shop

import (
	"errors"
	"io/fs"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"komoju-tokenize/demo/static"
)

// komoju is where tokens and payments are made unless a Config says otherwise.
const komoju = "https://komoju.com"

// Config of a shop.
type Config struct {
	PublishableKey string // pk_…, on the page
	SecretKey      string // sk_…, stays here
	// Endpoint is where the page sends details: an origin, or the full address
	// of an edge service. Empty means KOMOJU itself.
	Endpoint string
	// API is the origin at which the back end pays, when Endpoint is a service of
	// the shop's own. Empty means Endpoint's.
	API string
	// Dist holds komoju-tokenize.js.
	Dist fs.FS
	// Client calls the API. nil means one that waits 20 seconds.
	Client *http.Client
}

// Check tells what is wrong with the keys and addresses, in words for whoever
// starts the program. It repeats none of them.
func (c Config) Check() error {
	switch {
	case !strings.HasPrefix(c.PublishableKey, "pk_"):
		return errors.New("the publishable key must start with pk_ (KOMOJU_PUBLISHABLE_KEY)")
	case !strings.HasPrefix(c.SecretKey, "sk_"):
		return errors.New("the secret key must start with sk_ (KOMOJU_SECRET_KEY)")
	case origin(c.endpoint()) == "" || origin(c.api()) == "":
		return errors.New("the endpoint must be an https address, or http on this machine (KOMOJU_ENDPOINT)")
	}
	return nil
}

func (c Config) endpoint() string {
	if c.Endpoint == "" {
		return komoju
	}
	return c.Endpoint
}

func (c Config) api() string {
	if c.API == "" {
		return c.endpoint()
	}
	return c.API
}

func (c Config) client() *http.Client {
	if c.Client == nil {
		return &http.Client{Timeout: 20 * time.Second, CheckRedirect: stay}
	}
	return c.Client
}

// stay follows no redirect: it could lead key and token from https to http.
func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// origin is an address's scheme, host and port. It is "" for an address that has
// none, and for plain http to another machine, where anybody on the way reads
// what is sent.
func origin(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.Scheme != "https" && !(u.Scheme == "http" && loopback(u.Hostname())) {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

func loopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

// shop answers the pages' calls.
type shop struct {
	config   Config
	till     till
	receipts receipts
}

// New makes the shop's handler. It keeps the last thousand receipts, in memory.
func New(c Config) http.Handler {
	s := &shop{
		config:   c,
		till:     till{c.client(), origin(c.api()) + "/api/v1/payments", c.SecretKey},
		receipts: receipts{limit: 1000},
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.checkout)
	mux.HandleFunc("POST /pay", s.pay)
	mux.HandleFunc("GET /receipt/{id}", s.receipt)
	mux.HandleFunc("GET /assets/{file...}", s.asset)
	// A page elsewhere must not have this shop's visitors pay.
	return secured(origin(c.endpoint()), http.NewCrossOriginProtection().Handler(mux))
}

// asset serves the loader from Dist and the page's own files, not the templates.
func (s *shop) asset(w http.ResponseWriter, r *http.Request) {
	name, files := r.PathValue("file"), fs.FS(static.Files)
	if name == "komoju-tokenize.js" {
		files = s.config.Dist
	}
	// A missing file is found here: net/http's refusal would drop our headers.
	if !slices.Contains([]string{".css", ".js", ".json", ".svg"}, path.Ext(name)) || !exists(files, name) {
		http.NotFound(w, r)
		return
	}
	http.ServeFileFS(w, r, files, name)
}

func exists(files fs.FS, name string) bool {
	if files == nil {
		return false
	}
	_, err := fs.Stat(files, name)
	return err == nil
}
