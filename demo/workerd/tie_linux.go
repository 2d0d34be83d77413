package workerd

import (
	"os/exec"
	"syscall"
)

// tie has the kernel end a program with the thread that started it: a test that
// panics, or runs out of time, never comes to Close.
func tie(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
