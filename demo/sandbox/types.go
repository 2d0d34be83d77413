package sandbox

// paymentType is a row of the catalogue.
type paymentType struct {
	name     string
	captured bool // paid at once; otherwise a payment stays pending
	days     int  // until a pending payment lapses, when expiry_days is absent
	fields   []field
	or       []field // what it takes instead, where one of fields is missing
}

// field is a member of payment_details that the documents say something about.
type field struct {
	name     string
	required bool
	rule     rule
}

func must(name string, r rule) field { return field{name, true, r} }
func may(name string, r rule) field  { return field{name, false, r} }

// prepaid is a type paid with one number, checked by the given rule.
func prepaid(name string, r rule) paymentType {
	return paymentType{name: name, captured: true, fields: []field{must("prepaid_number", r), may("email", email)}}
}

// byEmail is a type the shopper finishes elsewhere.
func byEmail(name string, more ...field) paymentType {
	return paymentType{name: name, fields: append([]field{must("email", email)}, more...)}
}

// catalogue holds the sixteen documented types. Default days other than
// konbini's are a guess.
var catalogue = []paymentType{
	{name: "credit_card", captured: true, fields: []field{
		must("number", cardNumber), must("month", month), must("year", year),
		may("verification_value", securityCode), may("given_name", anyText),
		may("family_name", anyText), may("name", anyText), may("email", email)}},
	{name: "konbini", days: 3, fields: []field{
		must("store", konbiniStore), must("email", email), may("phone", phone),
		may("given_name", anyText), may("family_name", anyText), may("name", anyText),
		may("expiry_days", between(0, 59))}},
	{name: "bank_transfer", days: 14, fields: []field{
		must("email", email), must("phone", phone),
		must("family_name_kana", anyText), must("given_name_kana", anyText),
		may("family_name", anyText), may("given_name", anyText), may("name", anyText),
		may("expiry_days", between(14, 59))}},
	{name: "pay_easy", days: 3, fields: []field{
		must("email", email), must("phone", phone),
		must("family_name", anyText), must("given_name", anyText),
		must("family_name_kana", anyText), must("given_name_kana", anyText),
		may("expiry_days", between(0, 59))}},
	prepaid("web_money", lettersAndDigits(16, 16)),
	prepaid("bit_cash", characters(16, 16)),
	prepaid("net_cash", lettersAndDigits(16, 20)),
	prepaid("nanaco", characters(16, 16)),
	prepaid("steam_prepaid_card", characters(16, 16)),
	{name: "dospara", captured: true, fields: []field{
		must("user_no", characters(1, 20)), must("user_password", characters(1, 20))}},
	{name: "culture_voucher", captured: true, fields: []field{
		must("culture_id", characters(1, 12)), must("culture_password", characters(1, 12))}},
	{name: "happy_money", captured: true, fields: []field{
		must("happy_money_id", characters(1, 20)), must("happy_money_password", characters(1, 50))}},
	byEmail("mobile"),
	{name: "toss", or: []field{must("phone", phone), must("birthday", birthday), may("email", email)}, fields: []field{
		must("email", email), may("phone", phone), may("birthday", birthday)}},
	byEmail("cvs"),
	{name: "zgold", fields: []field{may("email", email), may("return_url", webAddress)}},

	// Real types whose fields the documents at hand do not describe.
	{name: "paypay"}, {name: "linepay"}, {name: "merpay"}, {name: "rakutenpay"},
	{name: "alipay"}, {name: "wechatpay"}, {name: "paidy"},
}

func findType(name string) (paymentType, bool) {
	for _, row := range catalogue {
		if row.name == name {
			return row, true
		}
	}
	return paymentType{}, false
}

// currencies a merchant may use today.
var currencies = []string{
	"JPY", "USD", "EUR", "TWD", "KRW", "PLN", "GBP", "HKD", "SGD", "NZD",
	"AUD", "IDR", "MYR", "PHP", "THB", "CNY", "BRL", "CHF", "CAD", "VND",
}
