// What crosses to the module is a frame: a list of strings, each its length in
// bytes (32 bits, low byte first) and its UTF-8. Its answers are JSON. Package
// wasm/frame is the other side.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Writes strings straight into the module's buffer, so that no copy of card
 * data is left behind on this side.
 * @param {string[]} strings
 * @param {Uint8Array} target
 * @returns {number} bytes written, -1 when they do not fit
 */
export function encode(strings, target) {
  const view = new DataView(target.buffer, target.byteOffset);
  let end = 0;
  for (const text of strings) {
    const { length } = text;
    const from = end + 4;
    if (from + length > target.length) return -1;
    let size = 0;
    for (let unit; size < length && (unit = text.charCodeAt(size)) < 128; size++) target[from + size] = unit;
    if (size < length) {
      // Half a surrogate pair becomes U+FFFD, which the module refuses.
      const { read, written } = encoder.encodeInto(text, target.subarray(from));
      if (read < length) return -1;
      size = written;
    }
    view.setUint32(end, size, true);
    end = from + size;
  }
  return end;
}

/**
 * Reads the answer at an address: its length in bytes, then JSON.
 * @param {WebAssembly.Memory} memory
 * @param {number} at
 */
export function decode({ buffer }, at) {
  const size = new DataView(buffer).getUint32(at, true);
  return JSON.parse(decoder.decode(new Uint8Array(buffer, at + 4, size)));
}
