// A process of its own for hardened.test.mjs: runs the script that is its argument,
// then uses the loader, and says ok.
import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { getHeapSnapshot } from "node:v8";
import { createKomojuTokenize } from "../src/komoju-tokenize.js";
import { builds } from "./builds.mjs";

const [, , script] = process.argv;
const publishableKey = "pk_test_0123456789abcdef0123456789abcdef01234567";
const komojuTokenize = createKomojuTokenize({ bytes: builds[0].host.bytes, start: builds[0].start });

if (script === "heap") await heap();
else await spoil();
console.log("ok");

async function spoil() {
  let sent = 0;
  await komojuTokenize.init(); // what Node itself does while it loads is not at stake
  globalThis.fetch = async (_, init) => {
    sent++;
    assert.equal(Object.getPrototypeOf(init), null);
    assert.deepEqual(Object.keys(init), ["method", "headers", "body", "signal", "credentials", "cache", "redirect", "referrerPolicy"]);
    throw new TypeError();
  };
  (0, eval)(script);
  const details = { type: "toss", email: "taro@example.jp" };
  const wrong = await komojuTokenize({ type: "toss", email: "x" }, { publishableKey }).catch((error) => error);
  assert.ok(wrong instanceof komojuTokenize.KomojuError);
  assert.equal(wrong.code, "invalid_details");
  assert.equal(wrong.problems.length, 1);
  assert.ok((await komojuTokenize.validate(details, { publishableKey })).valid);
  const lost = await komojuTokenize(details, { publishableKey, timeout: 100 }).catch((error) => error);
  assert.ok(["network_error", "timeout"].includes(lost.code), lost.code);
  assert.ok(sent >= 1);
}

/** Looks for a value in the heap while the page keeps all that it was given. */
async function heap() {
  const parts = ["Zq7x", "Kp3w", "Vm9t"];
  const kept = [];
  await (async () => {
    const value = parts.join("");
    const details = { type: "dospara", user_no: value.repeat(3), cvc: "1", user_password: value };
    kept.push(await komojuTokenize.validate(details, { publishableKey }).then(({ problems }) => problems.map(({ message }) => message)));
    kept.push(await komojuTokenize({ ...details, code: "1" }, { publishableKey }).catch(({ message, problems }) => [message, problems]));
  })();
  globalThis.gc();
  await new Promise(setImmediate);
  globalThis.gc();
  const found = new RegExp(`${parts[0]}(?=${parts[1]})`);
  let tail = "";
  const search = new Writable({
    write(chunk, _, done) {
      const text = tail + chunk;
      tail = text.slice(-40);
      done(found.test(text) ? new Error("a value is in the heap") : null);
    },
  });
  await pipeline(getHeapSnapshot(), search);
  assert.equal(kept.length, 2);
}
