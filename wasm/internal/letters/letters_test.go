package letters

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEncode(t *testing.T) {
	assert.Equal(t, "aApPaBbA", Encode([]byte{0x00, 0xFF, 0x10, 0x01}))
}
