import assert from "node:assert/strict";
import test from "node:test";
import { decode, encode } from "../src/frame.js";

/** The answer frame that holds the strings, at an odd address. */
function memoryWith(strings) {
  const buffer = new ArrayBuffer(1 << 16);
  const size = encode(strings, new Uint8Array(buffer, 11));
  new DataView(buffer).setUint32(7, size, true);
  return { buffer };
}

test("what is encoded comes back", () => {
  for (const strings of [
    [],
    [""],
    ["key", "value"],
    ["a".repeat(300), "", "b"],
    ["ヤマダ", "ｱ", "é", "\u0000\u007f\u0080", "😀 4111"],
    ["\ufeffbegins with a byte order mark"],
    ["ascii first, then カナ"],
  ]) {
    assert.deepEqual(decode(memoryWith(strings), 7), strings);
  }
});

test("half a surrogate pair becomes U+FFFD, which the module refuses", () => {
  assert.deepEqual(decode(memoryWith(["\ud800", "a\udc00b"]), 7), ["\ufffd", "a\ufffdb"]);
});

test("nothing is written beyond the buffer, and what does not fit is told", () => {
  for (const [strings, size] of [
    [["12345678"], 12],
    [["1234", ""], 12],
    [["ヤマ"], 10],
    [["😀"], 8],
    [[""], 4],
  ]) {
    for (let room = 0; room <= size; room++) {
      const whole = new Uint8Array(32).fill(0xaa);
      const written = encode(strings, whole.subarray(8, 8 + room));
      assert.equal(written, room < size ? -1 : size, `${strings} in ${room}`);
      assert.ok(whole.subarray(0, 8).every((byte) => byte === 0xaa));
      assert.ok(whole.subarray(8 + room).every((byte) => byte === 0xaa));
    }
  }
});

test("a megabyte is refused before it is read", () => {
  assert.equal(encode(["x".repeat(1 << 20)], new Uint8Array(64)), -1);
  assert.equal(encode(["ヤ".repeat(1 << 20)], new Uint8Array(64)), -1);
});
