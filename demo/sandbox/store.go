package sandbox

import (
	"crypto/rand"
	"slices"
	"sync"
	"time"
)

// token is all that is kept between a token and its payment. Every value is
// short, so the store is bounded in bytes too; none is a number, code or
// password, because what a test card will do is decided before it is made.
type token struct {
	id       string
	kind     string
	currency string // pinned for the payment; "" for any
	outcome  string // error code a failing test card pays with; "" for none
	brand    string
	tail     string // a card's last four digits
	month    int
	year     int
	email    string // konbini's, at most 255 characters
	store    string // konbini's
	days     int    // until a pending payment lapses; 0 with captured types
	captured bool
	expires  time.Time
}

func remember(kind paymentType, details params, who caller, currency string, now time.Time) token {
	made := token{
		id: "tok_" + opaque(89), kind: kind.name, currency: currency, days: kind.days,
		captured: kind.captured, expires: now.Add(life),
	}
	switch kind.name {
	case "credit_card":
		made.rememberCard(details, who)
	case "konbini":
		made.email, _ = scalar(details["email"])
		made.store, _ = scalar(details["store"])
	}
	if text, ok := scalar(details["expiry_days"]); ok && kind.days > 0 && !blank(text) {
		made.days = atoi(text)
	}
	return made
}

func (t *token) rememberCard(details params, who caller) {
	number, _ := scalar(details["number"])
	m, _ := scalar(details["month"])
	y, _ := scalar(details["year"])
	t.brand, _ = brandOf(number)
	// Cloned, so that the four digits do not keep the whole number in memory.
	t.tail = string([]byte(number[len(number)-4:]))
	t.month, t.year = atoi(m), fullYear(y)
	if who.test {
		t.outcome = outcomeOf(number)
	}
}

// store holds unused tokens, oldest first. Searching a slice of ten thousand
// costs microseconds and needs no second structure to keep in step.
type store struct {
	mu     sync.Mutex
	limit  int
	tokens []token
}

// put drops what has expired, then the oldest if the store is full.
func (s *store) put(made token, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tokens = slices.DeleteFunc(s.tokens, func(t token) bool { return !now.Before(t.expires) })
	if len(s.tokens) >= s.limit {
		s.tokens = slices.Delete(s.tokens, 0, 1)
	}
	s.tokens = append(s.tokens, made)
}

// take uses a token up. One refused for its currency stays usable (guess).
func (s *store) take(id, currency string, now time.Time) (token, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := slices.IndexFunc(s.tokens, func(t token) bool { return t.id == id && now.Before(t.expires) })
	if at < 0 {
		return token{}, refuse("invalid_token", "The token is invalid, used or expired.")
	}
	found := s.tokens[at]
	if found.currency != "" && found.currency != currency {
		return token{}, refuse("invalid_currency", "The currency is not the one of the token.")
	}
	s.tokens = slices.Delete(s.tokens, at, at+1)
	return found, nil
}

// opaque makes so many lower-case letters and digits, all equally likely.
func opaque(size int) string {
	const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789"
	made := make([]byte, 0, size)
	buffer := make([]byte, size)
	for len(made) < size {
		_, _ = rand.Read(buffer) // never fails: crypto/rand ends the program instead
		for _, b := range buffer {
			if b < 252 && len(made) < size { // 252 = 7 × 36: more would favour some letters
				made = append(made, alphabet[b%36])
			}
		}
	}
	return string(made)
}
