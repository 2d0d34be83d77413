package shop

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
)

// receipt answers GET /receipt/{id}.
func (s *shop) receipt(w http.ResponseWriter, r *http.Request) {
	v, l := viewOf(r)
	found, ok := s.receipts.get(r.PathValue("id"))
	if !ok {
		draw(w, http.StatusNotFound, "missing.html", v)
		return
	}
	p := found.Paid
	draw(w, http.StatusOK, "receipt.html", struct {
		view
		Order, Status, Next, Method, Store, Number, Code, Deadline, Link string
		Total                                                            money
		Paid                                                             bool
	}{
		v, found.Order, v.T["status_"+known(p.Status)], v.T["next_"+step(p)], method(p, l), storeName(p.Details.Store, l),
		p.Details.Receipt, p.Details.Confirmation, day(p.Deadline), link(p.Details.Instructions),
		money{p.Total, p.Currency}, p.Status == "captured",
	})
}

// known keeps to the two states the page has words for; what is not captured
// still awaits something.
func known(status string) string {
	if status == "captured" {
		return status
	}
	return "pending"
}

// step is what the shopper has to do next.
func step(p paid) string {
	switch {
	case p.Status == "captured":
		return "captured"
	case p.Details.Type == "konbini":
		return "konbini"
	}
	return "pending"
}

func method(p paid, l message.Lang) string {
	for _, row := range payment.TypeForms {
		if row.Name == p.Details.Type && p.Details.LastFour != "" {
			return word(row.Label, l) + " •••• " + p.Details.LastFour
		} else if row.Name == p.Details.Type {
			return word(row.Label, l)
		}
	}
	return p.Details.Type
}

func storeName(name string, l message.Lang) string {
	for _, row := range payment.StoreForms {
		if row.Name == name {
			return word(row.Label, l)
		}
	}
	return name
}

func word(w payment.Words, l message.Lang) string {
	return [...]string{message.EN: w.EN, message.JA: w.JA, message.KO: w.KO, message.ZH: w.ZH}[l]
}

// day is the deadline as a date in Japan, where the shopper pays.
func day(stamp string) string {
	at, err := time.Parse(time.RFC3339, stamp)
	if err != nil {
		return ""
	}
	return at.In(time.FixedZone("JST", 9*60*60)).Format("2006-01-02")
}

// link keeps an address worth following: the sandbox names one that can never
// be reached (RFC 2606).
func link(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || strings.HasSuffix(u.Hostname(), ".invalid") {
		return ""
	}
	return address
}
