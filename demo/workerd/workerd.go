// Package workerd runs Workers on this machine, in the runtime that Cloudflare
// runs them in. The program is the npm package workerd's; nothing is asked of the
// network.
package workerd

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
)

// Worker is one to serve, on a port of its own.
type Worker struct {
	Name string // letters and digits, the first a lower-case letter
	// Dir holds the modules; Modules name them, the entry first. A name ending in
	// .wasm is a compiled module, any other one of JavaScript.
	Dir     string
	Modules []string
	Text    map[string]string // vars and secrets
	// Objects are bindings that are objects: the source of a JavaScript module
	// whose default export makes one from its env.
	Objects map[string]string
}

// Config of a Run.
type Config struct {
	Program string // path of workerd
	Workers []Worker
	// Upstream is the one address, host:port, that the Workers reach, whatever
	// they ask for. Empty: they reach nothing.
	Upstream string
	Log      io.Writer // what workerd and console say; nil drops it
	// Listen is the address of the first Worker; "" leaves the port to the system,
	// as it is for all others.
	Listen string
}

// Run is a workerd under way.
type Run struct {
	cmd   *exec.Cmd
	dir   string
	ports map[string]int
	ended chan struct{}
}

// startLimit is for all Workers to listen, compiled and ready.
const startLimit = time.Minute

// Start runs workerd until Close, or until ctx ends. All Workers listen when it
// returns.
func Start(ctx context.Context, c Config) (*Run, error) {
	dir, err := os.MkdirTemp("", "workerd-")
	if err != nil {
		return nil, err
	}
	r := &Run{dir: dir, ports: map[string]int{}, ended: make(chan struct{})}
	if err = c.write(dir); err == nil {
		err = r.start(ctx, c)
	}
	if err != nil {
		r.Close()
		return nil, err
	}
	return r, nil
}

func (r *Run) start(ctx context.Context, c Config) error {
	control, ours, err := os.Pipe()
	if err != nil {
		return err
	}
	defer control.Close()
	r.cmd = exec.CommandContext(ctx, c.Program, "serve", filepath.Join(r.dir, configFile), "--control-fd=3")
	r.cmd.Stdout, r.cmd.Stderr = c.Log, c.Log
	r.cmd.ExtraFiles = []*os.File{ours}
	r.cmd.Env = []string{}
	err = r.begin()
	ours.Close()
	if err != nil {
		return fmt.Errorf("workerd did not start (make installs it): %w", err)
	}
	return errors.Join(control.SetReadDeadline(time.Now().Add(startLimit)), r.listen(control, len(c.Workers)))
}

// begin starts the program from a thread that lives as long as the Run.
func (r *Run) begin() error {
	tie(r.cmd)
	begun := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		begun <- r.cmd.Start()
		<-r.ended
	}()
	return <-begun
}

// listen reads the ports that workerd reports, until all are known.
func (r *Run) listen(control io.Reader, count int) error {
	lines := bufio.NewScanner(control)
	for len(r.ports) < count && lines.Scan() {
		var event struct {
			Event, Socket string
			Port          int
		}
		if err := json.Unmarshal(lines.Bytes(), &event); err != nil {
			return err
		}
		if event.Event == "listen" {
			r.ports[event.Socket] = event.Port
		}
	}
	if len(r.ports) < count {
		return fmt.Errorf("workerd ended before all Workers listened; what it said is in the log (%v)", lines.Err())
	}
	return nil
}

// URL is the address of a Worker, without a path.
func (r *Run) URL(name string) string { return fmt.Sprintf("http://127.0.0.1:%d", r.ports[name]) }

// PID is of the one process.
func (r *Run) PID() int { return r.cmd.Process.Pid }

// Close ends workerd and removes what it was started with. It is called once.
func (r *Run) Close() {
	if r.cmd != nil && r.cmd.Process != nil {
		_ = r.cmd.Process.Kill() // it has nothing to save
		_ = r.cmd.Wait()
	}
	close(r.ended)
	_ = os.RemoveAll(r.dir)
}
