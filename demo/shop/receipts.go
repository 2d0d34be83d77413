package shop

import (
	"crypto/rand"
	"sync"
)

// receipt of one payment.
type receipt struct {
	id    string
	Order string
	Paid  paid
}

// receipts are the newest so many, oldest first.
type receipts struct {
	mu    sync.Mutex
	limit int
	list  []receipt
}

// put keeps a receipt under an id that cannot be guessed, since knowing it is
// all that is asked of who wants to read it.
func (r *receipts) put(made receipt) (id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	made.id = rand.Text()
	r.list = append(r.list, made)
	if len(r.list) > r.limit {
		r.list = append([]receipt(nil), r.list[len(r.list)-r.limit:]...)
	}
	return made.id
}

func (r *receipts) get(id string) (receipt, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, kept := range r.list {
		if kept.id == id {
			return kept, true
		}
	}
	return receipt{}, false
}
