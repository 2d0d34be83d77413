package e2e

// entry is a field as it is typed, and as it must arrive at the API.
type entry struct {
	field, typed, sent string
	secret             bool
}

// payment is one of the sixteen ways to pay.
type payment struct {
	kind, lang string
	entries    []entry
	captured   bool
	total      string
}

const (
	yen = "¥3,828"
	won = "₩37,000"
)

var mail = entry{"email", "ｔａｒｏ＠example.com", "taro@example.com", false}

func secret(field, typed, sent string) entry { return entry{field, typed, sent, true} }
func plain(field, typed, sent string) entry  { return entry{field, typed, sent, false} }

// payments are typed as people type: in full width, half-width kana, with gaps
// and dashes. No secret stands on the page already, as an example does.
var payments = []payment{
	{"credit_card", "ja", []entry{
		secret("number", "３７８２　８２２４６３　１０００５", "378282246310005"),
		plain("month", "１２", "12"), plain("year", "９９", "99"),
		secret("verification_value", "９０８１", "9081")}, true, yen},
	{"konbini", "en", []entry{plain("store", "lawson", "lawson"), mail}, false, yen},
	{"bank_transfer", "ja", []entry{mail, plain("phone", "０９０ー１２３４ー５６７８", "090-1234-5678"),
		plain("family_name_kana", "ﾔﾏﾀﾞ", "ヤマダ"), plain("given_name_kana", "たろう", "タロウ")}, false, yen},
	{"pay_easy", "ja", []entry{mail, plain("phone", "090-1234-5678", "090-1234-5678"),
		plain("family_name", "山田", "山田"), plain("given_name", "太郎", "太郎"),
		plain("family_name_kana", "やまだ", "ヤマダ"), plain("given_name_kana", "ﾀﾛｳ", "タロウ")}, false, yen},
	{"web_money", "ja", []entry{secret("prepaid_number", "ＷＭ８３Ｋ２Ｑ９Ｚ７Ｘ４Ｖ１Ｂ６", "WM83K2Q9Z7X4V1B6")}, true, yen},
	{"bit_cash", "ja", []entry{secret("prepaid_number", "ﾈｺﾉﾋｹﾞﾅﾏｴﾊﾏﾀﾞﾅｲﾖﾙﾉ", "ねこのひげなまえはまだないよるの")}, true, yen},
	{"net_cash", "en", []entry{secret("prepaid_number", "aB3d-E6gH-9jK2-mN5p-Q8rS", "aB3dE6gH9jK2mN5pQ8rS")}, true, yen},
	{"nanaco", "zh", []entry{secret("prepaid_number", "8364 2951 7053 1846", "8364295170531846")}, true, yen},
	{"steam_prepaid_card", "ko", []entry{secret("prepaid_number", "QX7RW2M9KD5TB8VN", "QX7RW2M9KD5TB8VN")}, true, yen},
	{"dospara", "en", []entry{secret("user_no", "u7351986420", "u7351986420"),
		secret("user_password", "Kx9 !ｱｲ%zQ", "Kx9 !ｱｲ%zQ")}, true, yen},
	{"culture_voucher", "ko", []entry{secret("culture_id", "cultID5931", "cultID5931"),
		secret("culture_password", "pw#83ak\"\\", "pw#83ak\"\\")}, true, yen},
	{"happy_money", "ko", []entry{secret("happy_money_id", "hp83726154", "hp83726154"),
		secret("happy_money_password", "ｐａｓｓ－Long<b>&9", "ｐａｓｓ－Long<b>&9")}, true, yen},
	{"mobile", "ko", []entry{mail}, false, won},
	{"toss", "ko", []entry{mail}, false, yen},
	{"cvs", "en", []entry{mail}, false, yen},
	{"zgold", "zh", []entry{mail}, false, yen},
}

// asking are those whose form cannot be sent empty: zgold needs nothing but its type.
var asking = payments[:len(payments)-1]

// states are what the receipt says, by language: still to be paid, and paid.
var states = map[string][2]string{
	"en": {"Awaiting payment", "Paid"}, "ja": {"お支払い待ち", "お支払い済み"},
	"ko": {"결제 대기", "결제 완료"}, "zh": {"待付款", "已支付"},
}

func (p payment) state() string {
	if p.captured {
		return states[p.lang][1]
	}
	return states[p.lang][0]
}
