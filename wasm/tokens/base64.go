package tokens

import "komoju-tokenize/wasm/ascii"

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// authorization is Basic auth with the key as user name and no password, as the
// API wants it. The encoding is RFC 4648's, section 4; encoding/base64 would be
// paid for by each shopper.
func authorization(key string) string {
	var w ascii.Writer
	s, n, bits := key+":", 0, 0
	for i := 0; i < len(s); i++ {
		n, bits = n<<8|int(s[i]), bits+8
		for ; bits >= 6; bits -= 6 {
			w.Byte(alphabet[n>>(bits-6)&63])
		}
	}
	if bits > 0 {
		w.Byte(alphabet[n<<(6-bits)&63])
	}
	for len(w.Buf)%4 != 0 {
		w.Byte('=')
	}
	return "Basic " + w.String()
}
