// What npm's entries unpack their module with, against zlib.
import assert from "node:assert/strict";
import test from "node:test";
import { constants, deflateRawSync } from "node:zlib";
import { inflate } from "../src/inflate.js";
import { builds } from "./builds.mjs";

/** Bytes that repeat little, the same in every run. */
const noise = (size) => Uint8Array.from({ length: size }, (_, i) => (Math.imul(i * i + 1, 0x9e3779b1) >>> 13) ^ i);

const texts = {
  nothing: new Uint8Array(),
  "one byte again and again": new Uint8Array(100_000).fill(65),
  "the longest distance": Uint8Array.from([...noise(32_768), ...noise(32_768)]),
  noise: noise(70_000),
  "the module": builds[0].bytes.subarray(0, 100_000),
};

const ways = {
  best: { level: 9 },
  "quick, in many blocks": { level: 1, memLevel: 1 },
  "without matches": { strategy: constants.Z_HUFFMAN_ONLY },
  "only runs": { strategy: constants.Z_RLE },
  "fixed codes": { strategy: constants.Z_FIXED },
  stored: { level: 0 },
};

for (const [what, bytes] of Object.entries(texts)) {
  for (const [how, options] of Object.entries(ways)) {
    test(`${what}, ${how}`, () => assert.ok(Buffer.from(inflate(deflateRawSync(bytes, options))).equals(bytes)));
  }
}

test("what is cut short is refused, and does not hang", () => {
  const packed = deflateRawSync(noise(5_000), { level: 9 });
  for (const size of [0, 1, 20, packed.length - 1]) assert.throws(() => inflate(packed.subarray(0, size)), RangeError);
});
