// Package letters writes bytes as ASCII that brotli sees through: the low half
// of each byte as a letter from a to p, then the high half as one from A to P.
// js/src/letters.js reads it, and says what it is measured against.
package letters

// Encode is two letters for each byte.
func Encode(bytes []byte) string {
	text := make([]byte, 0, 2*len(bytes))
	for _, b := range bytes {
		text = append(text, 'a'+b&15, 'A'+b>>4)
	}
	return string(text)
}
