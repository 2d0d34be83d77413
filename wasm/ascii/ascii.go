// Package ascii holds the few searches over bytes that the core is built of.
// The package strings would do, at two kilobytes to each shopper.
package ascii

import "unsafe"

// Sets of bytes, as pairs of a first and a last one.
const (
	Digits       = "09"
	Alphanumeric = "09AZaz"
	All          = "\x00\x7f"
	Visible      = "!~\x80\xff" // no space and no control; every byte of other alphabets
)

// Span is how many bytes at the start of s are in set.
func Span(s, set string) int {
	i := 0
	// The first pair is the likely one: looked at here, it spares a call for each byte.
	for i < len(s) && set != "" && (s[i]-set[0] <= set[1]-set[0] || In(s[i], set[2:])) {
		i++
	}
	return i
}

// In says whether c is in set.
func In(c byte, set string) bool {
	for ; len(set) > 1; set = set[2:] {
		if c-set[0] <= set[1]-set[0] { // what lies below wraps round to a large number
			return true
		}
	}
	return false
}

// Only says whether every byte of s is in set.
func Only(s, set string) bool { return Span(s, set) == len(s) }

// Index is where part, which is not empty, begins in s; -1 when it does not.
func Index(s, part string) int {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i] == part[0] && s[i:i+len(part)] == part {
			return i
		}
	}
	return -1
}

// HasPrefix says whether s begins with prefix.
func HasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

// Number reads decimal digits, and stops counting beyond most: anything over it
// is as good as most+1. Text that is no number is -1, as is "".
func Number(s string, most int) int {
	if s == "" || !Only(s, Digits) {
		return -1
	}
	n := 0
	for i := 0; i < len(s) && n <= most; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return min(n, most+1)
}

// Row is the number of the line of a table that holds a word, the first being 0;
// as many as there are lines when none does. A table is a text: lines of words,
// a space or a line feed after each. In the module that is half the size of a
// table of structs, whose every string costs an address and a length.
func Row(table, word string) int {
	row := 0
	for table != "" {
		n := 0
		for table[n] > ' ' {
			n++
		}
		if table[:n] == word {
			break
		}
		if table[n] == '\n' {
			row++
		}
		table = table[n+1:]
	}
	return row
}

// Lookup is the first word of the line that holds a word; "" when none does.
func Lookup(table, word string) string {
	first, _ := Cut(Line(table, Row(table, word)), ' ')
	return first
}

// Cut splits s at the first c, which goes; without one all of s is head.
func Cut(s string, c byte) (head, tail string) {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

// Line is line n of a table, the first being 0; "" past the last. A line feed ends
// each.
func Line(table string, n int) string {
	from := 0
	for i := 0; i < len(table); i++ {
		if table[i] == '\n' {
			if n == 0 {
				return table[from:i]
			}
			n--
			from = i + 1
		}
	}
	return ""
}

// Lower folds the case of Latin letters.
func Lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if In(c, "AZ") {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// Decimal writes a number that is not negative.
func Decimal(n int) string {
	digit := "0123456789"[n%10 : n%10+1]
	if n < 10 {
		return digit
	}
	return Decimal(n/10) + digit
}

// Writer collects bytes.
type Writer struct{ Buf []byte }

// room makes the buffer n bytes longer and gives the new ones. The builtin append
// copies a byte as if it were many: half the time of a validation.
func (w *Writer) room(n int) []byte {
	from := len(w.Buf)
	if from+n > cap(w.Buf) {
		grown := make([]byte, from, 2*from+n+64)
		copy(grown, w.Buf)
		w.Buf = grown
	}
	w.Buf = w.Buf[:from+n]
	return w.Buf[from:]
}

// Byte appends a byte.
func (w *Writer) Byte(c byte) { w.room(1)[0] = c }

// Text appends a string.
func (w *Writer) Text(s string) { copy(w.room(len(s)), s) }

// String is what was collected. It shares the buffer: write no more.
func (w *Writer) String() string { return unsafe.String(unsafe.SliceData(w.Buf), len(w.Buf)) }

// Quote appends s as a JSON string (RFC 8259, section 7).
func (w *Writer) Quote(s string) {
	w.Byte('"')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' {
			w.Text(`\u00`)
			w.Byte('0' + c>>4)
			if c = '0' + c&15; c > '9' {
				c += 'a' - '9' - 1
			}
		} else if c == '"' || c == '\\' {
			w.Byte('\\')
		}
		w.Byte(c)
	}
	w.Byte('"')
}
