// What crosses to the module is a frame: strings in UTF-8, a zero byte between them.
// Answers end with a byte FF, which is in no UTF-8. Package wasm/frame is the other
// side.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Writes strings into the module's buffer. Half a surrogate pair becomes U+FFFD,
 * and so does a string with a zero, which would pass for its end: the module
 * refuses such text.
 * @param {string[]} strings
 * @param {Uint8Array} target
 * @returns {number} bytes written, -1 when they do not fit
 */
export function encode(strings, target) {
  const text = strings.map((string) => (string.includes("\0") ? "\ufffd" : string)).join("\0");
  const { read, written } = encoder.encodeInto(text, target);
  return read < text.length ? -1 : written;
}

/**
 * Reads the answer at an address. Its strings are copies: engines make the pieces of
 * a string hold on to all of it, and so a message that the page keeps would keep
 * what was typed. What is put together anew is written anew once a piece is taken.
 * @param {WebAssembly.Memory} memory
 * @param {number} at
 */
export function decode({ buffer }, at) {
  const bytes = new Uint8Array(buffer, at);
  const text = decoder.decode(bytes.subarray(0, bytes.indexOf(255)));
  return text.split("\0").map((piece) => `-${piece}`.slice(1));
}
