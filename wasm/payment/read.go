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
	Family    byte         // whose sentences fit the field, see family.go
	Number    *card.Number // of the field "number" of a card, else nil
	Unsent    bool         // a form shows it, and it is sent as other members
	Unshown   bool         // it is sent, and another field or nothing shows it
}

// Read folds and judges details: a Reading for each field of the type that is
// given or required, in the catalogue's order, then the members that the
// catalogue does not know, as given. All problems are found at once. The first
// Reading is always the type's.
func Read(d Details, s Setting) []Reading {
	r := &reader{details: d, setting: s, read: make([]bool, len(d)), out: make([]Reading, 0, len(d)+most+1)}
	for _, i := range fieldsOf(r.readType()) {
		if i == expiry|optional {
			r.splitExpiry()
			continue
		}
		r.field(i)
		if i == year && r.expiry != nil {
			r.joinExpiry()
		}
	}
	for i := range d {
		if !r.read[i] {
			r.other(&d[i])
		}
	}
	return r.out
}

// reader walks the fields of one payment.
type reader struct {
	details Details
	read    []bool // the members that were looked for
	setting Setting
	number  card.Number    // once the field number is judged
	expiry  *expiryReading // what month and year are taken from, nil where they are given
	out     []Reading
}

// add appends a Reading. There is room for one of every field and every member:
// the module's arena takes nothing back.
func (r *reader) add(m Member, code problem.Code, potential bool) {
	n := len(r.out)
	r.out = r.out[:n+1]
	r.out[n] = Reading{Member: m, Code: code, Potential: potential}
}

// last is the Reading that was added last.
func (r *reader) last() *Reading { return &r.out[len(r.out)-1] }

// other reads a member of no known rule, which is sent as given.
func (r *reader) other(m *Member) {
	code, potential := legible(m.Value)
	r.add(*m, code, potential)
	r.last().Unshown = m.Raw // of JSON nothing is known
}

// readType judges the type's name and gives its row. Types outside the catalogue
// exist, so only what cannot be a name is refused: none of KOMOJU's has anything
// but small letters, digits and underscores (KOMOJU.md section 3).
func (r *reader) readType() int {
	m := r.find("type")
	value, row := foldType(m.Value)
	code, potential := legible(value)
	switch {
	case m.Raw && m.Value != "null":
		code, potential = problem.InvalidType, false
	case m.Raw || value == "":
		code, potential = problem.Required, true
	case potential && !ascii.Only(value, "09__az"):
		code, potential = problem.InvalidType, false
	}
	r.add(Member{Name: "type", Value: value}, code, potential)
	if row == typeToss && r.isByPhone() {
		row = typeTossByPhone
	}
	return row
}

// foldType gives a type's name and row. Space, case and width tell no types
// apart: a type that escaped its rules by them would be sent unchecked. What is
// no known type even so stays as it is.
func foldType(s string) (name string, row int) {
	folded := ascii.Lower(fold(s, oneLine))
	if row = typeOf(folded); row < typeOther {
		return folded, row
	}
	return s, row
}

// isByPhone reports whether Toss is asked for by phone and birthday, and not by an
// email address.
func (r *reader) isByPhone() bool {
	return !r.has("email") && (r.has("phone") || r.has("birthday"))
}

func (r *reader) has(name string) bool {
	value, _ := r.text(name, false)
	return fold(value, oneLine) != ""
}

// field reads one field of a type; an optional one that is empty leaves no
// Reading, so that it is not sent.
func (r *reader) field(i uint8) {
	f := &fields[i&^optional]
	rule := &rules[f.kind]
	name := ascii.Line(FieldNames, int(i&^optional))
	value, readable := r.value(name, i&^optional, rule.number)
	value = fold(value, rule.fold)
	code, potential := legible(value)
	switch {
	case value == "" && i >= optional:
		return
	case value == "":
		code = problem.Required
	case !readable || !potential:
		code, potential = problem.InvalidCharacters, false
	default:
		code, potential = r.judgeField(value, i, f)
	}
	r.add(Member{Name: name, Value: value}, code, potential)
	r.last().Family = familyOf[f.kind]
	if i == number && r.number.Gaps != "" {
		r.last().Number = &r.number
	}
}

// judgeField holds a value to all that its rule says.
func (r *reader) judgeField(value string, i uint8, f *field) (code problem.Code, potential bool) {
	rule := &rules[f.kind]
	if rule.noCard > 0 {
		if found, open := findCard(value, int(rule.noCard)); found {
			return problem.UnexpectedCardNumber, open
		}
	}
	if !rule.allows(value) {
		return rule.code, false
	}
	return r.judge(value, i, f)
}

// digits is the value of a field of a card, as its own rule sees it.
func (r *reader) digits(i uint8) string {
	value, _ := r.value(ascii.Line(FieldNames, int(i)), i, true)
	return fold(value, calendar)
}

// value is what is given for field i, of a name: by its own member, or by an expiry
// in one text.
func (r *reader) value(name string, i uint8, number bool) (value string, readable bool) {
	value, readable = r.text(name, number)
	if r.expiry != nil && i == month {
		return r.expiry.Month, true
	}
	if r.expiry != nil && i == year {
		return r.expiry.Year, true
	}
	return value, readable
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

// safe is the greatest whole number that JavaScript carries exactly
// (Number.MAX_SAFE_INTEGER of ECMAScript). Beyond it 6304985028090561515 becomes
// 6304985028090562000 before anybody can look at it.
const safe = "9007199254740991"

// text is a member's value as a string, null as nothing. Where number is set, a
// JSON number that is whole, not negative and safe counts as its digits (month: 1
// is as good as "1"). Hosts write it as JavaScript does: 1.0 and 1e0 are 1. Other
// numbers, objects and booleans are not readable: nobody knows what was meant.
func (r *reader) text(name string, number bool) (value string, readable bool) {
	m := r.find(name)
	if m.Raw && m.Value == "null" {
		return "", true
	}
	isSafe := len(m.Value) < len(safe) || len(m.Value) == len(safe) && m.Value <= safe
	return m.Value, !m.Raw || number && isSafe && ascii.Only(m.Value, ascii.Digits)
}

// legible refuses text that was damaged on its way: half a surrogate pair
// becomes U+FFFD when it is written as UTF-8, and nobody types that.
func legible(value string) (code problem.Code, potential bool) {
	if ascii.Index(value, "\uFFFD") >= 0 {
		return problem.InvalidCharacters, false
	}
	return problem.None, true
}
