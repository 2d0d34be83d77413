package payment

import (
	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/card"
	"komoju-tokenize/wasm/problem"
)

// Member is one member of payment_details as a shop gave it.
type Member struct {
	Name  string
	Value string
	Raw   bool // Value is JSON text (a number, true, an object), not a string
}

// Details are the members of payment_details, "type" among them.
type Details []Member

// Setting is what a judgement depends on beside the details.
type Setting struct {
	Now  int64 // Unix seconds
	Test bool  // a test key is in use
}

// Reading is what is known of one field.
type Reading struct {
	Member                 // the folded value; a member of no known rule as given
	Code      problem.Code // None when valid
	Potential bool         // could still become valid by typing on
	Number    *card.Number // of the field "number" of a card, else nil
}

func (r *Reading) refuse(code problem.Code, potential bool) { r.Code, r.Potential = code, potential }

// Read folds and judges details: a Reading for each field of the type that is
// given or required, in the catalogue's order, then the members that the
// catalogue does not know, as given. All problems are found at once. The first
// Reading is always the type's.
func Read(d Details, s Setting) []Reading {
	r := &reader{details: d, setting: s, out: make([]Reading, 0, len(d)+most+1)}
	kind := r.add("type", "")
	if m := d.find("type"); m != nil {
		kind.Member = *m
	}
	known := TypeOf(kind.Value)
	r.readType(kind)
	if known != nil {
		for _, i := range known.fields {
			r.field(&fields[i])
		}
	}
	for i := range d {
		if m := &d[i]; m.Name != "type" && !known.has(m.Name) {
			out := r.add(m.Name, m.Value)
			out.Raw = m.Raw
			out.spoiled()
		}
	}
	return r.out
}

// reader walks the fields of one payment.
type reader struct {
	details Details
	setting Setting
	number  card.Number // once the field number is read
	out     []Reading
}

// add begins a Reading. Its address holds until the next one.
func (r *reader) add(name, value string) *Reading {
	n := len(r.out)
	r.out = r.out[:n+1]
	out := &r.out[n]
	out.Name, out.Value, out.Potential = name, value, true
	return out
}

// most is over the number of fields of any type, so that the readings are
// allocated once: the module's arena takes nothing back.
const most = 8

// readType judges the type's name. Types outside the catalogue exist, so only
// what cannot be a name is refused.
func (r *reader) readType(kind *Reading) {
	if kind.Raw && kind.Value != "null" {
		kind.refuse(problem.InvalidType, false)
	} else if kind.Raw || kind.Value == "" {
		kind.refuse(problem.Required, true)
	}
	kind.spoiled()
	kind.Raw = false
}

// longest is how many bytes a field of the catalogue may have before it is even
// looked at. Folding copies, and the module's memory is fixed.
const longest = 2048

// field reads one field of the catalogue; an optional one that is empty leaves
// no Reading, so that it is not sent.
func (r *reader) field(f *Field) {
	value, readable := r.text(f.Name)
	if len(value) > longest {
		r.add(f.Name, "").refuse(problem.TooLong, false)
		return
	}
	value = f.Rule.fold(value)
	if value == "" && !f.Required {
		return
	}
	out := r.add(f.Name, value)
	switch {
	case value == "":
		out.refuse(problem.Required, true)
	case !readable:
		out.refuse(problem.InvalidCharacters, false)
	case f.Rule.set != "" && !ascii.Only(value, f.Rule.set):
		out.refuse(f.Rule.code, false)
	default:
		f.Rule.judge(r, out, f)
	}
	out.spoiled()
}

// folded is the value of another field of a card, as its own rule sees it.
func (r *reader) folded(name string) string {
	value, _ := r.text(name)
	return digits(value)
}

func (t *Type) has(name string) bool {
	if t == nil {
		return false
	}
	for _, i := range t.fields {
		if fields[i].Name == name {
			return true
		}
	}
	return false
}

func (d Details) find(name string) *Member {
	for i := range d {
		if d[i].Name == name {
			return &d[i]
		}
	}
	return nil
}

// text is a member's value as a string: a JSON number counts as its digits
// (month: 1 is as good as "1"), null as nothing. Objects and booleans are no
// text.
func (r *reader) text(name string) (value string, readable bool) {
	m := r.details.find(name)
	if m == nil || m.Raw && m.Value == "null" {
		return "", true
	}
	return m.Value, !m.Raw || ascii.Span(m.Value, "-9") > 0
}

// spoiled refuses text that was damaged on its way: half a surrogate pair
// becomes U+FFFD when it is written as UTF-8, and nobody types that.
func (r *Reading) spoiled() {
	if ascii.Index(r.Value, "\uFFFD") >= 0 {
		r.refuse(problem.InvalidCharacters, false)
	}
}
