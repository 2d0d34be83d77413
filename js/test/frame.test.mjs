import assert from "node:assert/strict";
import test from "node:test";
import { decode, encode } from "../src/frame.js";

/** What encode wrote, read by the description of the format. */
function written(strings) {
  const target = new Uint8Array(1 << 12).subarray(11);
  const size = encode(strings, target);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(target.subarray(0, size)).split("\0");
}

test("strings go as they are", () => {
  for (const strings of [
    [""],
    ["key", "value"],
    ["a".repeat(300), "", "b"],
    ["ヤマダ", "ｱ", "é", "\u0001\u007f\u0080", "😀 4111"],
    ["\ufeffbegins with a byte order mark"],
    ["ascii first, then カナ"],
  ]) {
    assert.deepEqual(written(strings), strings);
  }
});

test("what could pass for another string becomes U+FFFD, which the module refuses", () => {
  assert.deepEqual(written(["number", "4111\0setting[endpoint]\0https://evil.example"]), ["number", "\ufffd"]);
  assert.deepEqual(written(["\ud800", "a\udc00b"]), ["\ufffd", "a\ufffdb"]);
});

test("an answer is read where it lies, up to its end", () => {
  const list = ["", "", "ヤマダ", "\ufeffx", ""];
  const bytes = new TextEncoder().encode(list.join("\0"));
  const buffer = new ArrayBuffer(1 << 10);
  new Uint8Array(buffer).fill(0x61).set([...bytes, 0xff], 7);
  assert.deepEqual(decode({ buffer }, 7), list);
});

test("nothing is written beyond the buffer, and what does not fit is told", () => {
  for (const [strings, size] of [
    [["12345678"], 8],
    [["1234", ""], 5],
    [["ヤマ"], 6],
    [["😀"], 4],
    [["", ""], 1],
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
