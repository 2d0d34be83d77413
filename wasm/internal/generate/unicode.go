package main

import (
	"bytes"
	"fmt"
	"go/format"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/runenames"
)

// unicodeSets writes the sets of characters that wasm/japanese takes from
// Unicode's properties, as pairs of a first and a last one.
func unicodeSets([]byte) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(warning("//"))
	fmt.Fprintf(&out, "\npackage japanese\n\n// Sets of Unicode %s, as pairs of a first and a last character.\nconst (\n", unicode.Version)
	for _, set := range []struct {
		name, doc string
		has       func(rune) bool
		swallow   func(rune) bool // what a pair may hold beside: it never gets as far as this set
	}{
		{"spaces", "White_Space beyond U+0020, line breaks among it", isSpace, nil},
		{"invisible", "Default_Ignorable_Code_Point and the controls (general category Cc). Spaces, told before, are swallowed",
			isInvisible, unicode.IsSpace},
		{"variants", "Variation_Selector: part of how a name's character is written", isVariant, nil},
		{"dashes", "Dash, but for what folds to - by its width and for waves", isDash, nil},
		{"waves", "Dash, of those that hyphenate no name: double hyphens and waves", isWave, nil},
	} {
		fmt.Fprintf(&out, "// %s: %s.\n%s = ", set.name, set.doc, set.name)
		for _, pair := range pairs(set.has, set.swallow) {
			fmt.Fprintf(&out, "%s + /* %s */\n", escape(pair), names(pair))
		}
		out.WriteString("\"\"\n\n")
	}
	out.WriteString(")\n")
	return format.Source(out.Bytes())
}

// pairs are the ranges of a set.
func pairs(has, swallow func(rune) bool) (list [][2]rune) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		switch last := len(list) - 1; {
		case !has(r):
		case last >= 0 && reaches(list[last][1], r, swallow):
			list[last][1] = r
		default:
			list = append(list, [2]rune{r, r})
		}
	}
	return list
}

// reaches says whether a pair that ends with last may go on to next.
func reaches(last, next rune, swallow func(rune) bool) bool {
	for last++; last < next; last++ {
		if swallow == nil || !swallow(last) {
			return false
		}
	}
	return true
}

func escape(pair [2]rune) string {
	text := ""
	for _, r := range pair {
		if r > 0xFFFF {
			text += fmt.Sprintf(`\U%08x`, r)
		} else {
			text += fmt.Sprintf(`\u%04x`, r)
		}
	}
	return `"` + text + `"`
}

func names(pair [2]rune) string {
	name := nameOf(pair[0])
	if pair[0] != pair[1] {
		name += " to " + nameOf(pair[1])
	}
	return name
}

func nameOf(r rune) string {
	if name := runenames.Name(r); name != "" && name[0] != '<' {
		return strings.ToLower(name)
	}
	return fmt.Sprintf("%U", r)
}

func isSpace(r rune) bool { return r != ' ' && unicode.Is(unicode.White_Space, r) }

// isInvisible derives Default_Ignorable_Code_Point as Unicode does
// (DerivedCoreProperties.txt) and adds the controls. The marks that set the
// direction of a text are of the former.
func isInvisible(r rune) bool {
	switch {
	case unicode.Is(unicode.White_Space, r), unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return false
	case r >= 0xFFF9 && r <= 0xFFFB, r >= 0x13430 && r <= 0x13440: // they show, around notes and hieroglyphs
		return false
	}
	return unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Cf, unicode.Variation_Selector, unicode.Cc)
}

func isVariant(r rune) bool { return unicode.Is(unicode.Variation_Selector, r) }

// isWave names those dashes that part the words of a name otherwise than a
// hyphen does (ジャン゠ポール), or stand for a sound drawn out (ラ〜メン).
func isWave(r rune) bool {
	return strings.ContainsRune("\u2053\u2e17\u2e40\u301c\u3030\u30a0", r)
}

// isDash leaves out small and full-width forms, which fold to - like all others
// of their kind.
func isDash(r rune) bool {
	const garay = 0x10D6E // its hyphen is of Unicode 16, which Go does not know yet
	narrow := r == '-' || r == '\ufe58' || r == '\ufe63' || r == '\uff0d'
	return r == garay || unicode.Is(unicode.Dash, r) && !narrow && !isWave(r)
}
