import assert from "node:assert/strict";
import test from "node:test";
import { decode, encode } from "../src/frame.js";

/** What encode wrote, read by the description of the format. */
function written(strings) {
  const target = new Uint8Array(1 << 12).subarray(11);
  const size = encode(strings, target);
  const read = [];
  const view = new DataView(target.buffer, 11);
  for (let at = 0; at < size; at += 4 + view.getUint32(at, true)) {
    read.push(new TextDecoder("utf-8", { ignoreBOM: true }).decode(target.subarray(at + 4, at + 4 + view.getUint32(at, true))));
  }
  return read;
}

test("strings go as they are", () => {
  for (const strings of [
    [],
    [""],
    ["key", "value"],
    ["a".repeat(300), "", "b"],
    ["ヤマダ", "ｱ", "é", "\u0000\u007f\u0080", "😀 4111"],
    ["\ufeffbegins with a byte order mark"],
    ["ascii first, then カナ"],
  ]) {
    assert.deepEqual(written(strings), strings);
  }
});

test("half a surrogate pair becomes U+FFFD, which the module refuses", () => {
  assert.deepEqual(written(["\ud800", "a\udc00b"]), ["\ufffd", "a\ufffdb"]);
});

test("an answer is read where it lies, and no name in it reaches a prototype", () => {
  const text = '{"fields":{"__proto__":{"value":"ヤマダ"},"toString":{"value":"\ufeffx"}}}';
  const bytes = new TextEncoder().encode(text);
  const buffer = new ArrayBuffer(1 << 10);
  new DataView(buffer).setUint32(7, bytes.length, true);
  new Uint8Array(buffer).set(bytes, 11);
  const { fields } = decode({ buffer }, 7);
  assert.deepEqual(Object.keys(fields), ["__proto__", "toString"]);
  assert.equal(Object.getPrototypeOf(fields), Object.prototype);
  assert.equal({}.value, undefined);
  assert.equal(fields.toString.value, "\ufeffx");
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
