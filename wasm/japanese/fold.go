package japanese

import "komoju-tokenize/wasm/ascii"

// What a fold does beside widths, as bits.
const (
	toKatakana = 1 << iota
	toHiragana
	asNumber  // every dash is one, ー and waves too, and every dot
	asName    // what belongs to a character stays, though it has no width
	asAddress // 。 is a dot
)

// fold brings s into a form, without the bytes of drop.
func fold(s string, form uint8, drop string) string {
	if drop == "" && ascii.Only(s, plain) { // most of what is typed folds to itself
		return s
	}
	w := ascii.Writer{Buf: make([]byte, 0, len(s))}
	last := ' '
	for i, n := 0, 0; i < len(s); i += n {
		var r rune
		r, n = next(s[i:])
		if r == '\r' && ascii.HasPrefix(s[i+1:], "\n") { // one line break, one space
			continue
		}
		r = dash(last, widen(last, r, form), form)
		// Before voicing marks join, so that わ with a mark finds ヷ.
		if form&toKatakana != 0 && in(r, hiragana) {
			r += apart
		}
		if r == nothing || r < 0x80 && ascii.In(byte(r), drop) {
			continue
		}
		if joined := voice(last, r); joined != nothing {
			r, w.Buf = joined, w.Buf[:len(w.Buf)-kanaBytes]
		}
		last = r
		// Once they have joined, so that ワ with a mark found it too.
		if form&toHiragana != 0 && in(r, katakana) {
			r -= apart
		}
		put(&w, r, 0)
	}
	return w.String()
}

// next decodes the character that s begins with, and its length. Go's own range
// over a string does the same for 250 bytes more of the compressed module.
func next(s string) (r rune, n int) {
	c := s[0]
	if c < 0x80 {
		return rune(c), 1
	}
	n = 2
	if c >= 0xE0 {
		n = 3 + int(c>>4&1)
	}
	if c < 0xC2 || c > 0xF4 || n > len(s) {
		return broken, 1
	}
	r = rune(c) & (0x7F >> n)
	for i := 1; i < n; i++ {
		if s[i]&0xC0 != 0x80 {
			return broken, 1
		}
		r = r<<6 | rune(s[i]&0x3F)
	}
	// Written longer than need be, half of a surrogate pair, beyond Unicode.
	if r>>(5*n-4) == 0 || r>>11 == 0xD800>>11 || r > 0x10FFFF {
		return broken, 1
	}
	return r, n
}

// put writes r in UTF-8 (RFC 3629, section 3). mark holds the high bits of the
// first byte: 0, then C0, E0 and F0 while r does not fit beside it.
// utf8.AppendRune gives the same for some 80 bytes more of the compressed module.
func put(w *ascii.Writer, r, mark rune) {
	if r >= (0x100-mark)/2 {
		put(w, r>>6, mark/2|0xC0)
		r, mark = r&0x3F, 0x80
	}
	w.Byte(byte(mark | r))
}

// in says whether r is in a set.
func in(r rune, set string) bool {
	for set != "" {
		first, n := next(set)
		last, m := next(set[n:])
		if r >= first && r <= last {
			return true
		}
		set = set[n+m:]
	}
	return false
}

// widen gives the usual form of a character that has others, and nothing for one
// that does not show.
func widen(last, r rune, form uint8) rune {
	if r < 0x80 && ascii.In(byte(r), plain) {
		return r
	}
	switch {
	case in(r, fullWidthASCII):
		r -= '！' - '!'
	case in(r, halfWidthKana):
		r, _ = next(halfWidth[(r-'｡')*kanaBytes:])
	case r == '￥':
		r = '¥'
	case in(r, smallWidth) && smallForms[r-'﹐'] != ' ':
		r = rune(smallForms[r-'﹐'])
	case in(r, spaces):
		return ' '
	case in(r, dashes+lines):
		return '-'
	case in(r, invisible) && !(form&asName != 0 && belongs(last, r)):
		return nothing
	}
	switch {
	case form&asNumber != 0 && in(r, waves+strokes):
		r = '-'
	case form&(asNumber|asAddress) != 0 && r == '。', form&asNumber != 0 && in(r, dots):
		r = '.'
	case form&(toKatakana|toHiragana) != 0 && in(r, dots):
		r = '・'
	}
	return r
}

// belongs says whether a character without width is part of how the one before
// it is written: kana and spaces have no variants.
func belongs(last, r rune) bool {
	return last > ' ' && !in(last, sounds) && in(r, variants) || in(last, joinable) && in(r, joiners)
}

// dash settles what a dash or prolonged sound mark after last is. Voicing marks
// count as kana for あ゛ー; ・ does not, as no sound stands before it.
func dash(last, r rune, form uint8) rune {
	if r != sound && r != '-' {
		return r
	}
	if form&asNumber == 0 && in(last, sounds) {
		if form&(toKatakana|toHiragana) != 0 {
			r = sound
		}
		return r
	}
	return '-'
}

// voice joins a mark to the kana before it, or gives nothing where none fits.
func voice(last, mark rune) rune {
	if mark < voicing || mark > '゜' { // all but marks, and most of what is typed
		return nothing
	}
	if in(mark, spacingMarks) {
		mark -= '゛' - voicing
	}
	base := last
	if in(base, "ァヮヽヽ") { // わ and its row take no mark where ワ and its row do
		base -= apart
	}
	switch {
	case mark == halfVoicing && holds(plosive, base):
		return last + 2
	case mark != voicing:
	case holds(voiceless, base):
		return last + 1
	case base == 'う':
		return last + 'ゔ' - 'う'
	case in(base, "ワヲ"):
		return last + 'ヷ' - 'ワ'
	}
	return nothing
}

func holds(list string, r rune) bool {
	for list != "" {
		one, n := next(list)
		if one == r {
			return true
		}
		list = list[n:]
	}
	return false
}
