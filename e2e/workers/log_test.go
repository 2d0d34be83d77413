package workers

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"komoju-tokenize/wasm/edge"
)

// typed are values that the tests send, get, or have thrown: none may be in a log.
// They are long enough that no request's id holds them by chance. The last is how
// Go's own report of a panic begins, whose text may be anything.
var typed = []string{number, "4111 1111", "@shop.example", "@load.example", "hunter2", "test@example.com",
	"1111111111111111", "ヤマダ", "山田", "080-1111", testKey, "sk_test_x", "tok_", "panic: "}

// logged says whether the services kept to themselves what they were sent. It is
// asked when all tests have run.
func logged() error {
	text := log.String()
	if !strings.Contains(text, "edge: 200 ok") {
		return errors.New("the services logged nothing: this check would see nothing")
	}
	for _, value := range typed {
		for line := range strings.Lines(text) {
			if strings.Contains(line, value) {
				return fmt.Errorf("a log line holds %q: %s", value, line)
			}
		}
	}
	return nil
}

// A shop without a guard against card testing must see that it has none.
func TestStartSaysThatThereIsNoLimit(t *testing.T) {
	for _, urls := range all {
		ask{body: voucher}.of(t, urls["shop"], newID())
	}
	limitless := 0
	for _, s := range setups {
		if s.limit == nil {
			limitless++
		}
	}
	said := strings.Count(log.String(), edge.NoLimit)
	assert.GreaterOrEqual(t, said, 3)
	assert.LessOrEqual(t, said, 3*limitless, "once for each service, not for each request")
}
