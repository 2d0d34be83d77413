package e2e

// fault is what a validator says wrongly.
type fault struct {
	kind string
	text string
	open bool // by a rule of our own alone: shown, and counted for nobody
}

// Kinds of faults, in the order in which they are counted.
const (
	refused  = "wrongly refused"
	accepted = "wrongly accepted"
	gaveUp   = "given up while it can still become valid"
	hoped    = "hoped for though nothing can follow"
	misnamed = "named another brand"
	unnamed  = "accepted without its brand"
)

var faultKinds = []string{refused, accepted, gaveUp, hoped, misnamed, unnamed}

// faults compares an answer with what must be said.
func (q question) faults(a opinion) (list []fault) {
	add := func(kind, text string, open bool) { list = append(list, fault{kind, text, open}) }
	guessed := q.guess != ""
	switch {
	case a.Valid && !q.want.Valid:
		add(accepted, "accepts", guessed)
	case !a.Valid && q.want.Valid:
		add(refused, "refuses", guessed)
	case a.Potential == nil || q.want.Potential == nil || *a.Potential == *q.want.Potential:
	case *a.Potential:
		add(hoped, "still hopes", guessed)
	default:
		add(gaveUp, "gives up", guessed)
	}
	if is, open := q.misnames(a.Brand); is {
		add(misnamed, "says "+a.Brand, open)
	}
	if a.Brand == "" && q.want.Brand != "" && a.Valid {
		add(unnamed, "no brand", false)
	}
	return list
}

// misnames judges a brand that is named. One that KOMOJU does not name is nobody's mistake
// where the table says unknown; and while a number is half typed it is each
// one's choice whether to name a likely brand, or to wait.
func (q question) misnames(brand string) (is, open bool) {
	switch {
	case brand == "" || brand == q.want.Brand || brand == q.or:
		return false, false
	case q.want.Brand == "":
		return komojuBrands[brand], q.half
	}
	return true, false
}

var komojuBrands = map[string]bool{"visa": true, "master": true, "american_express": true, "jcb": true,
	"diners_club": true, "discover": true, "unionpay": true}
