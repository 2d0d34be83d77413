package shop

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"mime"
	"net/http"

	"komoju-tokenize/wasm/message"
)

// purchase is what the page sends. An amount in it would be passed over.
type purchase struct {
	Token string `json:"token"`
	Type  string `json:"type"`
	Lang  string `json:"lang"`
}

// pay answers POST /pay: the address of a receipt, or a code and a sentence.
func (s *shop) pay(w http.ResponseWriter, r *http.Request) {
	media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if media != "application/json" {
		w.WriteHeader(http.StatusUnsupportedMediaType)
		return
	}
	var p purchase
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 4<<10)).Decode(&p)
	if err != nil || p.Token == "" || len(p.Token) > 256 || len(p.Type) > 64 {
		refuse(w, http.StatusBadRequest, "invalid_token", p.Lang)
		return
	}
	s.settle(w, r, p)
}

func (s *shop) settle(w http.ResponseWriter, r *http.Request, p purchase) {
	price := due(p.Type)
	b := bill{price.Amount, price.Currency, p.Token, "Y-" + rand.Text()[:8]}
	// The shopper closing the page must not leave a payment half made.
	made, code := s.till.pay(context.WithoutCancel(r.Context()), b)
	if code != "" {
		refuse(w, statusOf(code), code, p.Lang)
		return
	}
	id := s.receipts.put(receipt{Order: b.Order, Paid: made})
	answer(w, http.StatusCreated, map[string]string{"receipt": "/receipt/" + id})
}

func statusOf(code string) int {
	if code == unconfirmed {
		return http.StatusBadGateway
	}
	return http.StatusPaymentRequired
}

// refuse answers an error in the shopper's language.
func refuse(w http.ResponseWriter, status int, code, lang string) {
	l := message.Language(lang)
	text := message.Text(code, l)
	if code == unconfirmed {
		text = texts[tags[l]]["unconfirmed"]
	}
	answer(w, status, map[string]any{"error": map[string]string{"code": code, "message": text}})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	// A failed write means that the shopper has gone.
	_ = json.NewEncoder(w).Encode(body)
}
