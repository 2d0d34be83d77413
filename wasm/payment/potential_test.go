package payment_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/problem"
)

// endings are what may be typed behind the beginning of a value, by field. Where
// any ending makes it valid, one of these does.
var endings = map[string][]string{
	"email":            {"", "a", "@a", "a@a"},
	"return_url":       {"", "x", "//x", "/x", "://x", "a://x"},
	"phone":            {"", "0123456789"},
	"family_name_kana": {"", "ア"},
	"expiry_days":      {"", "0", "4", "9", "14"},
	"store":            storeEndings(),
}

// storeEndings are all ends of all names, and those behind a mark that makes the
// kana before them.
func storeEndings() (list []string) {
	names := []string{"seven-eleven", "7-eleven", "711", "セブンイレブン", "lawson", "ローソン", "family-mart", "ファミリーマート",
		"ファミマ", "ministop", "ミニストップ", "daily-yamazaki", "デイリーヤマザキ", "seicomart", "セイコーマート", "セコマ"}
	for _, name := range names {
		before := ' '
		for i, r := range name + " " {
			end := strings.TrimSpace(name[i:])
			list = append(list, end)
			if strings.ContainsRune("ブデザ", before) {
				list = append(list, "゛"+end)
			} else if before == 'プ' {
				list = append(list, "゜"+end)
			}
			before = r
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// typeOfField is a type that has the field; the one with 14 days at least.
var typeOfField = map[string]string{"email": "mobile", "return_url": "zgold", "phone": "bank_transfer",
	"family_name_kana": "bank_transfer", "expiry_days": "bank_transfer", "store": "konbini"}

// A form stops a shopper where nothing typed on can help, so potential must be
// false there, and nowhere else: checked both ways against the rule itself.
func FuzzPotential(f *testing.F) {
	for _, typed := range []string{"", "a", "a@", "a@b..jp", "taro@example,jp", "a@b-", "a@-b", "@", "a@b. ", "a@b.\t", " a",
		"http:/x", "http:", "http:// ", "http://\u200e", "://", "a b", "例", strings.Repeat("a", 254), "a@" + strings.Repeat("b", 63), "a@" + strings.Repeat("b", 250), "taro@example。",
		"ｾ", "セフ", "ﾌｧﾐﾘ-", "circle-k", "daily y", "law", "ロ〜", "ﾃ ", "山", "ヤマ゛", "カ）", "090-", "090x", "1 ", "6", "0", "-1", "5\u200e"} {
		f.Add(typed, "@b.jp")
		f.Add(typed, "://x")
		f.Add(typed, "ﾞ9")
	}
	f.Fuzz(func(t *testing.T, typed, more string) {
		typed, more = strings.ToValidUTF8(typed, "?"), strings.ToValidUTF8(more, "?")
		if strings.Contains(typed+more, "\uFFFD") || len(typed)+len(more) > 2000 {
			return
		}
		for field, kind := range typeOfField {
			r := one(t, kind, field, typed, false)
			if r.Name == "" || r.Code == problem.UnexpectedCardNumber || field == "family_name_kana" && strings.ContainsFunc(r.Value, isSmall) {
				continue // optional and empty; or a card's number, which has its own rule; or what an input method still turns into kana
			}
			require.Equal(t, canBeValid(t, kind, field, typed), r.Potential, "%s: %q", field, typed)
			if !r.Potential {
				require.NotEqual(t, problem.None, one(t, kind, field, typed+more, false).Code, "%s: %q goes on", field, typed)
			}
		}
	})
}

func isSmall(r rune) bool { return r >= 'a' && r <= 'z' }

func canBeValid(t *testing.T, kind, field, typed string) bool {
	for _, ending := range endings[field] {
		r := one(t, kind, field, typed+ending, false)
		if r.Name != "" && (r.Code == problem.None || r.Code == problem.UnexpectedCardNumber) {
			return true
		}
	}
	return false
}

// A host that browsers read as another one would take card data there.
func FuzzIsDomain(f *testing.F) {
	for _, s := range []string{"", "a", "a.b", "a..b", ".a", "a.", "-a", "a-", "a-b", strings.Repeat("a", 64), "komoju.com", "a_b", "例"} {
		f.Add(s)
	}
	label := regexp.MustCompile(`^[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?$`)
	f.Fuzz(func(t *testing.T, s string) {
		want := true
		for part := range strings.SplitSeq(s, ".") {
			want = want && label.MatchString(part) && !strings.HasSuffix(part, "\n")
		}
		require.Equal(t, want, payment.IsDomain(s), "%q", s)
	})
}
