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
	Family    byte         // whose sentences fit the field: OfDigits …
	Number    *card.Number // of the field "number" of a card, else nil
}

// Read folds and judges details: a Reading for each field of the type that is
// given or required, in the catalogue's order, then the members that the
// catalogue does not know, as given. All problems are found at once. The first
// Reading is always the type's.
func Read(d Details, s Setting) []Reading {
	r := &reader{details: d, setting: s, read: make([]bool, len(d)), out: make([]Reading, 0, len(d)+most+1)}
	for _, i := range fieldsOf(r.readType()) {
		r.field(i)
	}
	for i := range d {
		if m := &d[i]; !r.read[i] {
			code, potential := legible(m.Value)
			r.add(*m, code, potential)
		}
	}
	return r.out
}

// reader walks the fields of one payment.
type reader struct {
	details Details
	read    []bool // the members that were looked for
	setting Setting
	number  card.Number // once the field number is judged
	out     []Reading
}

// add appends a Reading. There is room for one of every field and every member:
// the module's arena takes nothing back.
func (r *reader) add(m Member, code problem.Code, potential bool) {
	n := len(r.out)
	r.out = r.out[:n+1]
	r.out[n] = Reading{Member: m, Code: code, Potential: potential}
}

// readType judges the type's name. Types outside the catalogue exist, so only
// what cannot be a name is refused.
func (r *reader) readType() string {
	m := r.find("type")
	code, potential := legible(m.Value)
	if m.Raw && m.Value != "null" {
		code, potential = problem.InvalidType, false
	} else if m.Raw || m.Value == "" {
		code, potential = problem.Required, true
	}
	r.add(Member{Name: "type", Value: m.Value}, code, potential)
	return m.Value
}

// field reads one field of a type; an optional one that is empty leaves no
// Reading, so that it is not sent.
func (r *reader) field(i uint8) {
	f := &fields[i&^optional]
	rule := &rules[f.kind]
	name := ascii.Line(FieldNames, int(i&^optional))
	value, readable := r.text(name)
	value = fold(value, rule.fold)
	code, potential := legible(value)
	switch {
	case value == "" && i >= optional:
		return
	case value == "":
		code = problem.Required
	case !readable || !potential:
		code, potential = problem.InvalidCharacters, false
	case !rule.allows(value):
		code, potential = rule.code, false
	default:
		code, potential = r.judge(value, i, f)
	}
	r.add(Member{Name: name, Value: value}, code, potential)
	out := &r.out[len(r.out)-1]
	out.Family = familyOf[f.kind]
	if i == number && r.number.Gaps != "" {
		out.Number = &r.number
	}
}

// digits is the value of a field of a card, as its own rule sees it.
func (r *reader) digits(i int) string {
	value, _ := r.text(ascii.Line(FieldNames, i))
	return fold(value, grouped)
}

// find is the first member of a name, an empty one when it is not given. It marks
// them all: a second one would be sent as a member that the catalogue lacks.
func (r *reader) find(name string) (found Member) {
	for i := len(r.details) - 1; i >= 0; i-- {
		if r.details[i].Name == name {
			r.read[i] = true
			found = r.details[i]
		}
	}
	return found
}

// text is a member's value as a string: a JSON number counts as its digits
// (month: 1 is as good as "1"), null as nothing. Objects and booleans are no
// text.
func (r *reader) text(name string) (value string, readable bool) {
	m := r.find(name)
	if m.Raw && m.Value == "null" {
		return "", true
	}
	return m.Value, !m.Raw || ascii.Span(m.Value, "-9") > 0
}

// legible refuses text that was damaged on its way: half a surrogate pair
// becomes U+FFFD when it is written as UTF-8, and nobody types that.
func legible(value string) (code problem.Code, potential bool) {
	if ascii.Index(value, "\uFFFD") >= 0 {
		return problem.InvalidCharacters, false
	}
	return problem.None, true
}
