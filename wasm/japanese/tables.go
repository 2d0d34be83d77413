package japanese

const (
	sound       = 'ー'
	voicing     = '\u3099' // combining; what ゛ and ﾞ are read as
	halfVoicing = '\u309A' // combining; what ゜ and ﾟ are read as
	kanaBytes   = 3        // in UTF-8, of each kana
	apart       = 'ア' - 'あ'

	// nothing is a noncharacter, which Unicode keeps out of texts (chapter
	// 23.7); one that is typed all the same is dropped.
	nothing = 0xFFFF

	broken = '\uFFFD' // stands for bytes that are no UTF-8
)

// halfWidth is what ｡ to ﾟ decompose to, in their order (<narrow> of Unicode
// chart FF00).
const halfWidth = "。「」、・ヲァィゥェォャュョッー" +
	"アイウエオカキクケコサシスセソタチツテトナニヌネノ" +
	"ハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A"

// smallForms is what ﹐ to ﹫ decompose to, in their order (<small> of Unicode
// chart FE50). A space stands for those that are no ASCII and stay.
const smallForms = ", . ;:?!-(){}  #&*+-<>= \\$%@"

// Sets of characters, as pairs of a first and a last one. See unicode.go for
// those that Unicode has a property for.
const (
	plain          = " ,.}" // ASCII that every form leaves: no control, - or ~
	fullWidthASCII = "！～"
	halfWidthKana  = "｡ﾟ"
	smallWidth     = "﹐﹫"
	spacingMarks   = "゛゜"

	// Lines that people and input methods write for a dash, and Unicode does not
	// call one.
	lines = "\u02D7\u02D7" + // a modifier letter, minus by name and shape
		"\u2043\u2043" + // hyphen bullet, a hyphen by name
		"\u23AF\u23AF" + // horizontal line extension, a piece of an arrow
		"\u23BA\u23BD" + // horizontal scan lines
		"\u23E4\u23E4" + // straightness, a line
		// Box drawing, under けいせん and in the Japanese character set of 1983.
		// The upright ones are ー and a dash in vertical writing.
		"\u2500\u250B" + // whole and dashed
		"\u254C\u254F" + // in two dashes
		"\u2574\u257F" + // in halves
		"\u2796\u2796" // heavy minus, an emoji

	// In a number a dash; in a name a letter or a sign that must stay.
	strokes = "~~" + // what Windows types for the wave dash 〜
		"\u1173\u1173\u3161\u3161\uFFDA\uFFDA" + // the Korean vowel ㅡ, which looks like one
		"\u223C\u223C" // tilde operator

	// Dots that a reading has at half height: · beside Latin, • as Macs type it,
	// hyphenation point, operators, word separators, ・.
	dots = "\u00B7\u00B7\u0387\u0387\u2022\u2022\u2027\u2027\u2219\u2219\u22C5\u22C5\u2E31\u2E31\u30FB\u30FB"

	joiners  = "\u200C\u200D"
	joinable = "\u0600\u1FFF" // alphabets of which some are misspelt without joiners

	hiragana     = "ぁゖゝゞ" // those with a katakana
	katakana     = "ァヶヽヾ" // those with a hiragana
	onlyHiragana = hiragana + "・ー  "
	sounds       = "ぁヺーヿ" // what a prolonged sound mark may follow

	// onlyReading is what the forms of Japanese banks take for an account's name
	// (Zengin), and ゠ ＝ between the words of a foreign one.
	onlyReading = "゠ヾ09AZ  (),/\\\\¥¥「」=="
)

// Hiragana that take a mark; their katakana take it too.
const (
	voiceless = "かきくけこさしすせそたちつてとはひふへほゝ"
	plosive   = "はひふへほ"
)
