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

// Sets of characters, as pairs of a first and a last one.
const (
	fullWidthASCII = "！～"
	halfWidthKana  = "｡ﾟ"
	spacingMarks   = "゛゜"

	spaces = "\u00A0\u00A0" + // no-break space
		"\u2000\u200A" + // en quad to hair space
		"\u202F\u202F" + // narrow no-break space
		"\u205F\u205F" + // mathematical space
		"\u3000\u3000" // ideographic space
	dashes = "\u2010\u2015" + // hyphen to horizontal bar
		"\u2212\u2212" + // minus
		"\uFE63\uFE63" // small hyphen-minus
	widthless = "\u200B\u200B\u2060\u2060\uFEFF\uFEFF"

	hiragana     = "ぁゖゝゞ" // those with a katakana
	katakana     = "ァヶヽヾ" // those with a hiragana
	onlyHiragana = hiragana + "・ー  "
	onlyKatakana = "ァヾ  "
	sounds       = "ぁヺーヿ" // what a prolonged sound mark may follow
)

// Hiragana that take a mark; their katakana take it too.
const (
	voiceless = "かきくけこさしすせそたちつてとはひふへほゝ"
	plosive   = "はひふへほ"
)
