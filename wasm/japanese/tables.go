package japanese

const (
	sound       = 'ー'
	voicing     = '\u3099' // combining; what ゛ and ﾞ are read as
	halfVoicing = '\u309A' // combining; what ゜ and ﾟ are read as
	kanaBytes   = 3        // in UTF-8, of each kana

	// nothing is a noncharacter, which Unicode keeps out of texts (chapter
	// 23.7); one that is typed all the same is dropped.
	nothing = 0xFFFF

	broken = '\uFFFD' // stands for bytes that are no UTF-8
)

// A row turns first into to, and what follows it up to last into what follows
// to, step apart. All numbers in this file fit 16 bits and are kept so: a table
// of 32 bits is twice the download.
type row struct{ first, last, to, step uint16 }

// widths holds <wide> and <narrow> decompositions of Unicode chart FF00, then
// spaces, dashes and characters without width (chart 2000).
var widths = []row{
	{'！', '～', '!', 1},
	{'｡', '｡', '。', 0},
	{'｢', '｣', '「', 1},
	{'､', '､', '、', 0},
	{'･', '･', '・', 0},
	{'ｦ', 'ｦ', 'ヲ', 0},
	{'ｧ', 'ｫ', 'ァ', 2},
	{'ｬ', 'ｮ', 'ャ', 2},
	{'ｯ', 'ｯ', 'ッ', 0},
	{'ｰ', 'ｰ', sound, 0},
	{'ｱ', 'ｵ', 'ア', 2},
	{'ｶ', 'ﾁ', 'カ', 2},
	{'ﾂ', 'ﾄ', 'ツ', 2},
	{'ﾅ', 'ﾉ', 'ナ', 1},
	{'ﾊ', 'ﾎ', 'ハ', 3},
	{'ﾏ', 'ﾓ', 'マ', 1},
	{'ﾔ', 'ﾖ', 'ヤ', 2},
	{'ﾗ', 'ﾛ', 'ラ', 1},
	{'ﾜ', 'ﾜ', 'ワ', 0},
	{'ﾝ', 'ﾝ', 'ン', 0},
	{'ﾞ', 'ﾟ', voicing, 1},
	{0x3000, 0x3000, ' ', 0}, // ideographic space
	{0x00A0, 0x00A0, ' ', 0}, // no-break space
	{0x2000, 0x200A, ' ', 0}, // en quad to hair space
	{0x202F, 0x202F, ' ', 0}, // narrow no-break space
	{0x205F, 0x205F, ' ', 0}, // mathematical space
	{0x2010, 0x2015, '-', 0}, // hyphen to horizontal bar
	{0x2212, 0x2212, '-', 0}, // minus
	{0xFE63, 0xFE63, '-', 0}, // small hyphen-minus
	{0x200B, 0x200B, nothing, 0},
	{0x2060, 0x2060, nothing, 0},
	{0xFEFF, 0xFEFF, nothing, 0},
}

var toKatakana = []row{
	{'ぁ', 'ゖ', 'ァ', 1},
	{'ゝ', 'ゞ', 'ヽ', 1},
}

var toHiragana = []row{
	{'ァ', 'ヶ', 'ぁ', 1},
	{'ヽ', 'ヾ', 'ゝ', 1},
}

var combining = []row{{'゛', '゜', voicing, 1}}

// voices are the kana that take a mark, and how far behind each its voiced
// form stands in Unicode. Hiragana stands for its katakana too; わ takes none
// where ワ does.
var voices = []struct {
	bases      string
	mark, step uint16
}{
	{"かきくけこさしすせそたちつてとはひふへほゝ", voicing, 1},
	{"う", voicing, 'ゔ' - 'う'},
	{"ワヰヱヲ", voicing, 'ヷ' - 'ワ'},
	{"はひふへほ", halfVoicing, 2},
}

type span struct{ first, last uint16 }

var (
	katakana = []span{{'ァ', 'ヾ'}, {' ', ' '}}
	hiragana = []span{{'ぁ', 'ゖ'}, {'ゝ', 'ゞ'}, {'・', sound}, {' ', ' '}}
)
