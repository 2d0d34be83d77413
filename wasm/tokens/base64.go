package tokens

// authorization is Basic auth with the key as user name and no password, as the
// API wants it.
func authorization(key string) string { return "Basic " + base64(key+":") }

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// base64 is the standard encoding with padding (RFC 4648, section 4);
// encoding/base64 would be paid for by each shopper.
func base64(s string) string {
	b := make([]byte, (len(s)+2)/3*4)
	for i := range b {
		at, n := i/4*3, uint(0)
		for j := at; j < at+3; j++ {
			n <<= 8
			if j < len(s) {
				n |= uint(s[j])
			}
		}
		if b[i] = '='; i%4 <= len(s)-at {
			b[i] = alphabet[n>>(18-i%4*6)&63]
		}
	}
	return string(b)
}
