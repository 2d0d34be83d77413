package e2e

import (
	"bytes"
	"context"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"sync"
)

// exchange is one request that passed, with the answer it got.
type exchange struct {
	Method, URL string
	Header      http.Header
	Body        []byte
	Status      int // 0 when there was no answer
	Answer      []byte
}

func (e exchange) host() string {
	u, err := url.Parse(e.URL)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// recorder is a proxy that keeps every request whole. The browser's own network
// events miss workers and Blob bodies; nothing on HTTP gets round this. It
// forwards to this machine only.
type recorder struct {
	mu        sync.Mutex
	list      []*exchange
	transport *http.Transport
	tunnels   bool // lets sockets through, whose contents are not kept
}

func newRecorder() *recorder {
	return &recorder{transport: &http.Transport{DialContext: dialHere, DisableCompression: true, DisableKeepAlives: true}}
}

// dialHere reaches 127.0.0.1, under whatever name of this machine.
func dialHere(ctx context.Context, network, address string) (net.Conn, error) {
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	return (&net.Dialer{}).DialContext(ctx, network, net.JoinHostPort("127.0.0.1", port))
}

func (r *recorder) ServeHTTP(w http.ResponseWriter, in *http.Request) {
	body, err := io.ReadAll(in.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	made := &exchange{Method: in.Method, URL: in.URL.String(), Header: in.Header.Clone(), Body: body}
	r.keep(made)
	// On a connection that was used before, the browser would repeat by itself
	// a request that was cut, and no test could count attempts.
	w.Header().Set("Connection", "close")
	if r.tunnels && in.Method == http.MethodConnect && here(in.URL.Hostname()) {
		tunnel(w, in)
		return
	}
	if in.Method == http.MethodConnect || !here(in.URL.Hostname()) {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	r.forward(w, in, made)
}

// tunnel copies both ways until either side is done.
func tunnel(w http.ResponseWriter, in *http.Request) {
	there, err := dialHere(in.Context(), "tcp", in.URL.Host)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	page, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		panic(err)
	}
	_, _ = io.WriteString(page, "HTTP/1.1 200 OK\r\n\r\n")
	both := func(to, from net.Conn) {
		_, _ = io.Copy(to, from)
		_ = to.Close()
		_ = from.Close()
	}
	go both(there, page)
	go both(page, there)
}

func here(host string) bool { return host == "localhost" || host == "127.0.0.1" }

// forward hands the answer back whole; where there is none it cuts the
// connection too, as no proxy of the shopper's would be there to say 502.
func (r *recorder) forward(w http.ResponseWriter, in *http.Request, made *exchange) {
	answer, body, err := r.ask(in, made.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	r.mu.Lock()
	made.Status, made.Answer = answer.StatusCode, body
	r.mu.Unlock()
	answer.Header.Del("Connection")
	maps.Copy(w.Header(), answer.Header)
	w.WriteHeader(answer.StatusCode)
	_, _ = w.Write(body) // a page that has gone needs no answer
}

func (r *recorder) ask(in *http.Request, body []byte) (*http.Response, []byte, error) {
	out := in.Clone(in.Context())
	out.RequestURI, out.Body = "", io.NopCloser(bytes.NewReader(body))
	out.Header.Del("Proxy-Connection")
	answer, err := r.transport.RoundTrip(out)
	if err != nil {
		return nil, nil, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return answer, text, err
}

func (r *recorder) keep(made *exchange) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.list = append(r.list, made)
}

// all are copies of what has passed so far.
func (r *recorder) all() []exchange {
	r.mu.Lock()
	defer r.mu.Unlock()
	list := make([]exchange, 0, len(r.list))
	for _, e := range r.list {
		list = append(list, *e)
	}
	return list
}

// sent are the requests of a method to an address.
func (r *recorder) sent(method, url string) (list []exchange) {
	for _, e := range r.all() {
		if e.Method == method && e.URL == url {
			list = append(list, e)
		}
	}
	return list
}
