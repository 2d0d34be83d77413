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
  const usual = Object.getOwnPropertyNames(Object.prototype);
  const inits = [];
  await komojuTokenize.init(); // what Node itself does while it loads is not at stake
  const answer = { __proto__: null, status: 200, headers: { get: () => null }, body: null, text: async () => "{}" };
  globalThis.fetch = async (_, init) => {
    if (inits.push(init) > 1) throw new TypeError();
    return answer; // no token, whatever all objects have
  };
  (0, eval)(script);
  const details = { type: "toss", email: "taro@example.jp" };
  const failure = (...args) => komojuTokenize(...args).catch((error) => error);
  const wrong = await failure({ type: "toss", email: "x" }, { publishableKey });
  const { valid } = await komojuTokenize.validate(details, { publishableKey });
  const { fields } = await komojuTokenize.validate({ type: "credit_card", number: "4111111111111111" }, { publishableKey });
  const none = await failure(details, { publishableKey });
  const keyless = await failure(details);
  const lost = await failure(details, { publishableKey, timeout: 100 });
  // What the asserts do is not at stake either.
  if (!Object.isFrozen(Object.prototype)) {
    for (const name of Object.getOwnPropertyNames(Object.prototype)) if (!usual.includes(name)) delete Object.prototype[name];
  }

  for (const error of [wrong, none, keyless, lost]) {
    assert.ok(error instanceof komojuTokenize.KomojuError, error?.stack);
    for (const name of ["name", "code", "message", "problems", "status", "retryable", "detail"]) assert.ok(Object.hasOwn(error, name), name);
  }
  assert.deepEqual([wrong, none, keyless].map(({ code }) => code), ["invalid_details", "invalid_answer", "missing_key"]);
  assert.ok(["network_error", "timeout"].includes(lost.code), lost.code);
  assert.equal(wrong.problems.length, 1);
  assert.ok(valid && fields.number.brand === "visa" && Object.hasOwn(fields.number, "brand"));
  assert.ok(inits.length > 1);
  for (const init of inits) {
    assert.equal(Object.getPrototypeOf(init), null);
    assert.deepEqual(Object.keys(init), ["method", "headers", "body", "signal", "credentials", "cache", "redirect", "referrerPolicy"]);
  }
}

/** Looks for a value in the heap while the page keeps all that it was given. */
async function heap() {
  const parts = ["Zq7x", "Kp3w", "Vm9t"];
  const kept = [];
  await (async () => {
    const value = parts.join("");
    const details = { type: "dospara", user_no: value.repeat(3), cvc: "1", user_password: value };
    kept.push(await komojuTokenize.validate(details, { publishableKey }).then(({ problems }) => problems.map(({ message }) => message)));
    let body = { error: { code: "fraudulent", message: "Refused. " + "x ".repeat(2000) + value } };
    globalThis.fetch = async () => Response.json(body, { status: body.id ? 200 : 422 });
    const valid = { ...details, user_no: value };
    kept.push(await komojuTokenize(valid, { publishableKey }).catch(({ code, message, detail }) => [code, message, detail]));
    body = { id: `tok_${"y".repeat(60)}`, more: value.repeat(500) };
    kept.push(await komojuTokenize(valid, { publishableKey }).then(({ id }) => id));
    body = undefined;
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
  assert.equal(kept.length, 4);
  assert.equal(kept[1][0], "fraudulent");
  assert.equal(kept[2].length, 64);
}
