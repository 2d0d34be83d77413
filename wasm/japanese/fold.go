package japanese

// A form is what a text is folded to beyond its width.
type form struct {
	before []row // applied before voicing marks join, so that わ with a mark finds ヷ
	after  []row // applied once they have joined, so that ワ with a mark found it too
	kana   bool  // any dash after kana is a prolonged sound
}

func fold(s string, to form) string {
	out := make([]byte, 0, len(s))
	last := rune(nothing)
	for i, n := 0, 0; i < len(s); i += n {
		var r rune
		r, n = next(s[i:])
		r = dash(last, convert(convert(r, widths), to.before), to.kana)
		if r == nothing {
			continue
		}
		if joined := voice(last, r); joined != nothing {
			r, out = joined, out[:len(out)-kanaBytes]
		}
		out, last = put(out, convert(r, to.after), 0), r
	}
	return string(out)
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

// put appends r to out in UTF-8 (RFC 3629, section 3). mark holds the high bits
// of the first byte: 0, then C0, E0 and F0 while r does not fit beside it.
// utf8.AppendRune gives the same for some 80 bytes more of the compressed module.
func put(out []byte, r, mark rune) []byte {
	if r >= (0x100-mark)/2 {
		out = put(out, r>>6, mark/2|0xC0)
		r, mark = r&0x3F, 0x80
	}
	return append(out, byte(mark|r))
}

// convert gives what the first row that holds r makes of it, or else r.
func convert(r rune, rows []row) rune {
	for _, w := range rows {
		if r >= rune(w.first) && r <= rune(w.last) {
			return rune(w.to) + (r-rune(w.first))*rune(w.step)
		}
	}
	return r
}

// dash settles what a dash or prolonged sound mark after last is. Voicing marks
// count as kana for あ゛ー; ・ does not, as no sound stands before it.
func dash(last, r rune, kana bool) rune {
	long := last >= 'ぁ' && last <= 'ヿ' && last != '・'
	if r == sound && !long {
		return '-'
	}
	if r == '-' && long && kana {
		return sound
	}
	return r
}

// voice joins a mark to the kana before it, or gives nothing where none fits.
func voice(last, mark rune) rune {
	mark = convert(mark, combining)
	alike := convert(last, toHiragana)
	for _, v := range voices {
		if mark != rune(v.mark) {
			continue
		}
		for i := 0; i < len(v.bases); i += kanaBytes {
			if base, _ := next(v.bases[i:]); base == last || base == alike {
				return last + rune(v.step)
			}
		}
	}
	return nothing
}

func consists(s string, spans []span) bool {
	for i, n := 0, 0; i < len(s); i += n {
		var r rune
		if r, n = next(s[i:]); !within(r, spans) {
			return false
		}
	}
	return s != ""
}

func within(r rune, spans []span) bool {
	for _, p := range spans {
		if r >= rune(p.first) && r <= rune(p.last) {
			return true
		}
	}
	return false
}
