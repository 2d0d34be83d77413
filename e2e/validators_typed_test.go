package e2e

// today is 15 June 2026, for whatever does not ask for another day.
const today = 1781515800

// codes are security codes by the brand of the card before them.
func codes() (all []question) {
	for _, row := range []struct {
		number, code string
		valid        bool
		why, guess   string
	}{
		{"4111111111111111", "123", true, "Visa has three digits", ""},
		{"4111111111111111", "1234", false, "a fourth digit on a Visa card", ""},
		{"4111111111111111", "12", false, "half typed", ""},
		{"4111111111111111", "12x", false, "a letter", ""},
		{"378282246310005", "9081", true, "American Express has four digits", ""},
		{"378282246310005", "908", false, "a digit of American Express is missing", ""},
		{"3088000000000009", "123", true, "a card of JCB's ranges of 2022", ""},
		{"9700777777777779", "123", true, "an unknown brand: three digits", ""},
		{"9700777777777779", "1234", true, "an unknown brand: four digits", "brands"},
	} {
		all = append(all, question{
			input: input{Kind: "code", Number: row.number, Code: row.code, Now: today}, group: ofCodes, class: "By brand",
			want: opinion{Valid: row.valid}, code: "invalid_security_code", why: row.why, guess: row.guess,
		})
	}
	return all
}

// Classes of what is typed less plainly.
const (
	inASCII   = "Spaces and hyphens of ASCII"
	fullWidth = "Full-width digits"
	otherDash = "Dashes and spaces of input methods"
)

// typed are good values as keyboards and clipboards give them. All are to be
// accepted: the digits are there, and unmistakable.
func typed() (all []question) {
	visa := func(class, number, why string) {
		q := input{Kind: "number", Number: number, Now: today}
		all = append(all, question{input: q, group: ofTyped, class: class, want: opinion{Valid: true, Brand: "visa"}, why: why})
	}
	visa(inASCII, "4111 1111 1111 1111", "as it stands on the card")
	visa(inASCII, "4111-1111-1111-1111", "as some write it")
	visa(inASCII, " 4111111111111111\t", "pasted from a sheet")
	visa(fullWidth, "４１１１１１１１１１１１１１１１", "an input method left on")
	visa(fullWidth, "４１１１　１１１１　１１１１　１１１１", "with its spaces")
	visa(fullWidth, "４１１１ー１１１１ー１１１１ー１１１１", "with its dash key, which gives the long sound")
	for _, dash := range []string{"ー", "ｰ", "－", "‐", "‑", "–", "—", "―", "−", "\u3000", "\u00a0"} {
		visa(otherDash, "4111"+dash+"1111"+dash+"1111"+dash+"1111", name(dash))
	}
	for _, q := range []struct {
		class, why string
		input
	}{
		{fullWidth, "an expiry, input method left on", input{Kind: "expiry", Month: "１２", Year: "２０３０"}},
		{fullWidth, "the year alone", input{Kind: "expiry", Month: "12", Year: "３０"}},
		{fullWidth, "a security code, input method left on", input{Kind: "code", Number: "4111111111111111", Code: "１２３"}},
		{inASCII, "a security code with a blank behind", input{Kind: "code", Number: "4111111111111111", Code: "123 "}},
	} {
		q.Now = today
		all = append(all, question{input: q.input, group: ofTyped, class: q.class, want: opinion{Valid: true}, why: q.why})
	}
	return all
}
