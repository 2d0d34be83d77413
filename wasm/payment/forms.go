package payment

// What documents and forms need beside the rules. Nothing that ships refers to
// these tables, so the linker leaves them out of the module: a rule never reads
// them, and a text here costs no shopper a byte. See wasm/internal/generate.

// Words is one text in the languages of package message.
type Words struct{ EN, JA, KO, ZH string }

// Ways to ask for an optional field; a required one is always asked for.
const (
	AskAside  = ""       // tucked away: few shoppers need it
	AskAlways = "always" // optional for the API, but a good form asks
	AskNever  = "never"  // the shop's own to set, or said by another field
)

// Kinds of control that draw a field.
const (
	InputText     = "" // one line of text
	InputPassword = "password"
	InputSelect   = "select" // one of Stores
)

// Unfilled is for a field that no autofill token names, and that browsers fill in
// with something else when it says off: Chromium passes over off for what it
// takes for a part of a name, and heeds a token that it does not know. For a secret
// it will not do: a browser keeps what is typed unless it reads off.
const Unfilled = "none"

// FieldForm says how a field is shown and described.
type FieldForm struct {
	Type  string // the one type it is for; "" for all without a row of their own
	Name  string
	Label Words
	Doc   string // its meaning, for developers; limits are those of Field
	// Example is a value that the field's rule takes. Documents show it; a form
	// may, as its placeholder.
	Example      string
	Autocomplete string // an autofill token of the HTML standard, off, or Unfilled
	InputMode    string // keyboard, by the HTML standard; "" for the usual one
	Input        string
	// MaxLength in UTF-16 units, as HTML counts. It stops a runaway paste and
	// nothing else: it leaves room for separators, for half-width kana, whose
	// voicing marks count, and for a value too long, which the rule must see
	// to refuse; a silently cut number would be a wrong one.
	MaxLength int
	Echoed    bool   // the API's answer repeats it
	Ask       string // AskAside, AskAlways or AskNever
}

// FieldForms hold every field of the catalogue. A row with a Type goes before
// the one without.
var FieldForms = [...]FieldForm{
	{Name: "number", Label: Words{"Card number", "カード番号", "카드 번호", "卡号"},
		Doc: "The card's number.", Example: "4111 1111 1111 1111",
		Autocomplete: "cc-number", InputMode: "numeric", MaxLength: 48},
	{Name: "expiry", Label: Words{"Expiry (month / year)", "有効期限（月／年）", "유효기간(월/연도)", "有效期（月／年）"},
		Doc: "Month and year in which the card expires, in one text; sent as month and year, which win where both are given.", Example: "12/30",
		Autocomplete: "cc-exp", InputMode: "numeric", MaxLength: 24, Ask: AskNever},
	{Name: "month", Label: Words{"Expiry month", "有効期限（月）", "유효기간(월)", "有效期（月）"},
		Doc: "Month in which the card expires; or give expiry.", Example: "12",
		Autocomplete: "cc-exp-month", InputMode: "numeric", MaxLength: 8},
	{Name: "year", Label: Words{"Expiry year", "有効期限（年）", "유효기간(연도)", "有效期（年）"},
		Doc: "Year in which the card expires; or give expiry.", Example: "2030",
		Autocomplete: "cc-exp-year", InputMode: "numeric", MaxLength: 12},
	{Name: "verification_value", Label: Words{"Security code", "セキュリティコード", "보안 코드", "安全码"},
		Doc: "Security code of the card (CVC, CVV, CID).", Example: "123",
		Autocomplete: "cc-csc", InputMode: "numeric", MaxLength: 12, Ask: AskAlways},
	{Type: "credit_card", Name: "name", Label: Words{"Name on card", "カード名義", "카드 명의자", "持卡人姓名"},
		Doc: "Name as printed on the card.", Example: "TARO YAMADA",
		Autocomplete: "cc-name", MaxLength: 200},
	{Name: "name", Label: Words{"Full name", "お名前", "이름", "姓名"},
		Doc: "The shopper's full name.", Example: "山田 太郎",
		Autocomplete: "name", MaxLength: 200, Ask: AskNever},
	{Type: "credit_card", Name: "given_name", Label: Words{"Given name on card", "カード名義（名）", "카드 명의자(이름)", "持卡人名"},
		Doc: "Given name as printed on the card.", Example: "TARO",
		Autocomplete: "cc-given-name", MaxLength: 200, Echoed: true, Ask: AskNever},
	{Type: "credit_card", Name: "family_name", Label: Words{"Family name on card", "カード名義（姓）", "카드 명의자(성)", "持卡人姓"},
		Doc: "Family name as printed on the card.", Example: "YAMADA",
		Autocomplete: "cc-family-name", MaxLength: 200, Echoed: true, Ask: AskNever},
	{Name: "given_name", Label: Words{"Given name", "名", "이름", "名"},
		Doc: "The shopper's given name.", Example: "太郎",
		Autocomplete: "given-name", MaxLength: 200, Echoed: true},
	{Name: "family_name", Label: Words{"Family name", "姓", "성", "姓"},
		Doc: "The shopper's family name.", Example: "山田",
		Autocomplete: "family-name", MaxLength: 200, Echoed: true},
	// HTML has no autofill token for a name's reading, and the plain ones would
	// fill in kanji, which the rule must refuse.
	{Name: "given_name_kana", Label: Words{"Given name in katakana", "名（カタカナ）", "이름(가타카나)", "名（片假名）"},
		Doc: "Reading of the given name.", Example: "タロウ",
		Autocomplete: Unfilled, MaxLength: 200, Echoed: true},
	{Name: "family_name_kana", Label: Words{"Family name in katakana", "姓（カタカナ）", "성(가타카나)", "姓（片假名）"},
		Doc: "Reading of the family name.", Example: "ヤマダ",
		Autocomplete: Unfilled, MaxLength: 200, Echoed: true},
	{Type: "zgold", Name: "email", Label: Words{"Email address", "メールアドレス", "이메일 주소", "邮箱地址"},
		Doc: "Where KOMOJU writes to the shopper.", Example: "taro@example.com",
		Autocomplete: "email", InputMode: "email", MaxLength: 320, Echoed: true, Ask: AskAlways},
	{Type: "toss", Name: "email", Label: Words{"Email address", "メールアドレス", "이메일 주소", "邮箱地址"},
		Doc: "Where KOMOJU writes to the shopper; or give phone and birthday.", Example: "taro@example.com",
		Autocomplete: "email", InputMode: "email", MaxLength: 320, Echoed: true, Ask: AskAlways},
	{Name: "email", Label: Words{"Email address", "メールアドレス", "이메일 주소", "邮箱地址"},
		Doc: "Where KOMOJU writes to the shopper.", Example: "taro@example.com",
		Autocomplete: "email", InputMode: "email", MaxLength: 320, Echoed: true},
	{Name: "phone", Label: Words{"Phone number", "電話番号", "전화번호", "电话号码"},
		Doc: "The shopper's phone number.", Example: "090-1234-5678",
		Autocomplete: "tel", InputMode: "tel", MaxLength: 64, Echoed: true},
	{Name: "store", Label: Words{"Convenience store", "コンビニ", "편의점", "便利店"},
		Doc: "Chain at which the shopper will pay.", Example: "lawson",
		Autocomplete: "off", Input: InputSelect, MaxLength: 64, Echoed: true},
	{Name: "expiry_days", Label: Words{"Days to pay", "お支払い期限（日数）", "결제 기한(일)", "付款期限（天）"},
		Doc: "Days the shopper has to pay. The shop's choice, not the shopper's.", Example: "14",
		Autocomplete: "off", InputMode: "numeric", MaxLength: 8, Ask: AskNever},
	{Type: "bit_cash", Name: "prepaid_number", Label: Words{"Hiragana number", "ひらがなID", "히라가나 ID", "平假名 ID"},
		Doc: "Number of the BitCash, as printed or mailed.", Example: "あいうえお かきくけこ さしすせそた",
		Autocomplete: "off", MaxLength: 80},
	{Name: "prepaid_number", Label: Words{"Prepaid number", "プリペイド番号", "선불카드 번호", "预付卡号"},
		Doc: "Number of the prepaid card or voucher.", Example: "1111111111111111",
		Autocomplete: "off", MaxLength: 80},
	{Name: "installments", Label: Words{"Installments", "お支払い回数", "할부 개월 수", "分期付款期数"},
		Doc: "In how many parts the card is charged.", Example: "3",
		Autocomplete: "off", InputMode: "numeric", MaxLength: 16, Ask: AskNever},
	{Name: "birthday", Label: Words{"Date of birth (YYMMDD)", "生年月日（YYMMDD）", "생년월일(YYMMDD)", "出生日期（YYMMDD）"},
		Doc: "The shopper's date of birth.", Example: "900131",
		Autocomplete: "off", InputMode: "numeric", MaxLength: 16},
	{Name: "user_no", Label: Words{"Customer number", "会員番号", "회원 번호", "会员号"},
		Doc: "Number of the Dospara account.", Example: "12345",
		Autocomplete: "off", MaxLength: 64},
	{Name: "user_password", Label: Words{"Password", "パスワード", "비밀번호", "密码"},
		Doc: "Password of the Dospara account.", Example: "password",
		Autocomplete: "off", Input: InputPassword, MaxLength: 64},
	{Name: "culture_id", Label: Words{"Cultureland ID", "カルチャーランドID", "컬쳐랜드 아이디", "Cultureland 账号"},
		Doc: "Id of the Culture Voucher account.", Example: "cultureid",
		Autocomplete: "off", MaxLength: 64},
	{Name: "culture_password", Label: Words{"Password", "パスワード", "비밀번호", "密码"},
		Doc: "Password of the Culture Voucher account.", Example: "password",
		Autocomplete: "off", Input: InputPassword, MaxLength: 64},
	{Name: "happy_money_id", Label: Words{"Happy Money ID", "ハッピーマネーID", "해피머니 아이디", "Happy Money 账号"},
		Doc: "Id of the Happy Money account.", Example: "happyid",
		Autocomplete: "off", MaxLength: 64},
	{Name: "happy_money_password", Label: Words{"Password", "パスワード", "비밀번호", "密码"},
		Doc: "Password of the Happy Money account.", Example: "password",
		Autocomplete: "off", Input: InputPassword, MaxLength: 128},
	{Name: "return_url", Label: Words{"Return address", "戻り先URL", "돌아갈 주소", "返回网址"},
		Doc: "Where the shopper goes after paying. The shop's choice, not the shopper's.", Example: "https://example.com/thanks",
		Autocomplete: "off", InputMode: "url", MaxLength: 2048, Ask: AskNever},
}

// NamePair names the two fields that hold one name.
type NamePair struct{ Given, Family string }

// NamePairs hold every such pair. A form puts the two in the order of its language,
// whatever their order in the catalogue.
var NamePairs = [...]NamePair{{"given_name", "family_name"}, {"given_name_kana", "family_name_kana"}}

// FamilyFirst are the languages in which the family name comes first.
var FamilyFirst = [...]string{"ja", "ko", "zh"}

// TypeForm names a payment type for the shopper.
type TypeForm struct {
	Name   string
	Label  Words
	Common bool // what most shops in Japan offer first
}

// TypeForms hold every type of the catalogue. Product names stay as their
// makers write them.
var TypeForms = [...]TypeForm{
	{"credit_card", Words{"Credit card", "クレジットカード", "신용카드", "信用卡"}, true},
	{"konbini", Words{"Convenience store", "コンビニ払い", "편의점 결제", "便利店支付"}, true},
	{"bank_transfer", Words{"Bank transfer", "銀行振込", "계좌 이체", "银行转账"}, true},
	{"pay_easy", Words{"Pay-easy", "ペイジー", "Pay-easy", "Pay-easy"}, true},
	{"web_money", Words{"WebMoney", "WebMoney", "WebMoney", "WebMoney"}, true},
	{"bit_cash", Words{"BitCash", "ビットキャッシュ", "BitCash", "BitCash"}, false},
	{"net_cash", Words{"NET CASH", "NET CASH", "NET CASH", "NET CASH"}, false},
	{"nanaco", Words{"nanaco gift", "nanacoギフト", "nanaco 기프트", "nanaco 礼品卡"}, true},
	{"steam_prepaid_card", Words{"Steam prepaid card", "Steamプリペイドカード", "Steam 선불카드", "Steam 预付卡"}, false},
	{"dospara", Words{"Dospara", "ドスパラ", "Dospara", "Dospara"}, false},
	{"culture_voucher", Words{"Culture Voucher", "文化商品券", "문화상품권", "文化商品券"}, false},
	{"happy_money", Words{"Happy Money", "ハッピーマネー", "해피머니", "Happy Money"}, false},
	{"mobile", Words{"Mobile (Korea)", "携帯電話決済（韓国）", "휴대폰 결제", "手机话费支付（韩国）"}, false},
	{"toss", Words{"Toss", "Toss", "토스", "Toss"}, false},
	{"cvs", Words{"CVS (Korea)", "CVS（韓国）", "편의점(CVS)", "CVS（韩国）"}, false},
	{"zgold", Words{"zGold", "zGold", "zGold", "zGold"}, false},
}

// StoreForm names a convenience store chain for the shopper.
type StoreForm struct {
	Name  string
	Label Words
}

// StoreForms hold every chain of Stores.
var StoreForms = [...]StoreForm{
	{"seven-eleven", Words{"7-Eleven", "セブン-イレブン", "세븐일레븐", "7-ELEVEN"}},
	{"lawson", Words{"Lawson", "ローソン", "로손", "罗森"}},
	{"family-mart", Words{"FamilyMart", "ファミリーマート", "패밀리마트", "全家"}},
	{"ministop", Words{"Ministop", "ミニストップ", "미니스톱", "迷你岛"}},
	{"daily-yamazaki", Words{"Daily Yamazaki", "デイリーヤマザキ", "데일리 야마자키", "Daily Yamazaki"}},
	{"seicomart", Words{"Seicomart", "セイコーマート", "세이코마트", "Seicomart"}},
}

// FormOf is the row for a field of a type, nil when there is none.
func FormOf(typeName, field string) *FieldForm {
	for i := range FieldForms {
		f := &FieldForms[i]
		if f.Name == field && (f.Type == "" || f.Type == typeName) {
			return f
		}
	}
	return nil
}
