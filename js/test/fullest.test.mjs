// The module's memory cannot grow, and past its end a write traps: what fits into the
// buffer must fit into the memory, whatever becomes of it there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { capacity, createCore } from "../src/core.js";
import { each } from "./builds.mjs";
import { key } from "./fixtures.mjs";

const { types } = JSON.parse(readFileSync(new URL("../../wasm/edge/fields.json", import.meta.url), "utf8"));
const kinds = [...types.map(({ name, fields }) => [name, fields.map((field) => field.name)]), ["unknown", ["code"]]];

// JSON writes a control character as six; half-width kana become full-width, and marks join.
const units = ["\u0001", '"', "4", "４", "ﾊﾞ", "ー", "か\u3099", "😀", "a@", "-"];

const asked = (type) => ["setting[locale]", "ja", "setting[publishableKey]", key, "payment_details[type]", type];

/** Pairs whose last value is unit over and over, up to the last byte of the buffer. */
function filled(unit, ...pairs) {
  const room = capacity - Buffer.byteLength(pairs.join("\0")) - 1;
  return [...pairs, unit.repeat(room / Buffer.byteLength(unit))];
}

each("a full buffer never traps, whichever field fills it", async ({ host }) => {
  const core = createCore(host);
  await core.load();
  for (const [type, fields] of kinds) {
    for (const unit of units) {
      const frames = fields.flatMap((name) => ["", "#"].map((raw) => filled(unit, ...asked(type), `${raw}payment_details[${name}]`)));
      frames.push(filled(unit, ...asked(type).slice(0, -1)));
      for (const frame of frames) {
        assert.ok(core.call("komojuTokenize", frame));
        assert.ok(core.call("komojuValidate", frame));
      }
    }
  }
});

each("a full buffer never traps, with as many members as it holds", async ({ host }) => {
  const core = createCore(host);
  await core.load();
  // The second is a problem, with a sentence for each; the third a hint for each.
  for (const member of [["", ""], ["a", "\ufffd"], ["security_code", "\ufffd"], ["\u0001", "\u0001"]]) {
    const frame = asked("unknown");
    const more = [`payment_details[${member[0]}]`, member[1]];
    const size = Buffer.byteLength(more.join("\0")) + 1;
    for (let room = capacity - Buffer.byteLength(frame.join("\0")); room >= size; room -= size) frame.push(...more);
    for (const operation of ["komojuTokenize", "komojuValidate", "komojuAnswer"]) assert.ok(core.call(operation, frame));
  }
});
