// What a page or another script of it can do to the loader, and must not.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createKomojuTokenize } from "../src/komoju-tokenize.js";
import { each, hostWith, tinygo } from "./builds.mjs";
import { fakeFetch } from "./api.mjs";
import { fakeClock } from "./clock.mjs";
import { card, key, refusal, token } from "./fixtures.mjs";
import test from "node:test";

const options = { publishableKey: key };

each("an option that is none is named before anything is sent", async ({ shared, host }, t) => {
  fakeFetch(t, () => assert.fail("sent"));
  const timeouts = [Number.NaN, Infinity, -1, "30s", "", "-1", "1.5", " 1", true, {}, [], () => 1];
  for (const timeout of timeouts) {
    const error = await refusal(shared(card, { ...options, timeout }), "invalid_options");
    assert.equal(error.detail, "timeout");
    assert.equal(error.message, "There is a problem with this shop's payment settings. Please contact the shop.");
  }
  const { signal } = new AbortController();
  const signals = [{}, "x", 1, true, new AbortController(), new EventTarget(), { aborted: false, addEventListener() {} }];
  for (const none of signals) {
    const error = await refusal(shared(card, { ...options, signal: none }), "invalid_options");
    assert.equal(error.detail, "signal");
  }
  const throws = () => { throw new Error(card.number); };
  const broken = [Object.create(AbortSignal.prototype), { aborted: false, addEventListener: throws, removeEventListener() {} }, { get aborted() { return throws(); }, addEventListener() {}, removeEventListener() {} }];
  for (const none of broken) {
    assert.equal((await refusal(shared(card, { ...options, signal: none }), "invalid_options")).detail, "signal");
  }
  // Another endpoint would take the place of one that is not read.
  for (const [name, value] of [["endpoint", new URL("https://shop.example")], ["endpoint", 5], ["currency", ["JPY"]], ["locale", Symbol("ja")]]) {
    assert.equal((await refusal(shared(card, { ...options, [name]: value }), "invalid_options")).detail, name);
  }
  const configured = createKomojuTokenize(host);
  configured.configure({ timeout: "soon" });
  assert.equal((await refusal(configured(card, options), "invalid_options")).detail, "timeout");
  assert.ok(signal);
});

each("a time limit may be text, as an attribute is", async ({ shared }, t) => {
  const clock = fakeClock(t);
  fakeFetch(t, async () => Response.json(token()));
  const call = shared(card, { ...options, timeout: "45000", signal: null });
  assert.equal((await clock.limit()).ms, 45000);
  assert.equal((await call).id, "tok_1");
});

each("options and details that throw when they are read are a KomojuError", async ({ shared }, t) => {
  fakeFetch(t, () => assert.fail("sent"));
  const thrower = new Proxy({}, { get: () => { throw new Error(card.number); }, ownKeys: () => { throw new Error(card.number); } });
  for (const [details, given] of [[thrower, options], [card, thrower], [thrower, thrower], [null, null], [card, { ...options, get timeout() { throw new Error(); } }]]) {
    const error = await shared(details, given).then(() => assert.fail("resolved"), (reason) => reason);
    assert.equal(error.name, "KomojuError");
    assert.ok(!`${error.stack}${error.detail}`.includes(card.number));
  }
});

each("whatever an option's getter throws, the call names the options", async ({ shared, host }, t) => {
  fakeFetch(t, () => assert.fail("sent"));
  for (const thrown of [null, undefined, 5, "code", { code: "own", message: card.number, detail: card.number }, { failure: card.number }]) {
    const given = { ...options, get locale() { throw thrown; } };
    Object.defineProperty(given, "signal", { enumerable: true, get() { throw thrown; } });
    for (const call of [() => shared(card, given), () => shared.validate(card, given)]) {
      const error = await refusal(call(), "invalid_options");
      assert.equal(error.detail, "options");
    }
    const configured = createKomojuTokenize(host);
    configured.configure(given);
    assert.equal((await refusal(configured(card, options), "invalid_options")).detail, "configure");
    configured.configure({});
    await refusal(configured({}, options), "invalid_details");
  }
  for (const given of ["x", 5, [options], new Map()]) await refusal(shared(card, given), "invalid_options");
});

each("a signal that will not let go fails no call", async ({ shared }, t) => {
  fakeFetch(t, async () => Response.json(token()));
  const signal = { aborted: false, addEventListener() {}, removeEventListener() { throw new Error(card.number); } };
  assert.equal((await shared(card, { ...options, signal })).id, "tok_1");
});

each("an answer of a fetch without streams is read", async ({ shared }, t) => {
  fakeFetch(t, async () => ({ status: 200, headers: new Headers(), text: async () => JSON.stringify(token()) }));
  assert.equal((await shared(card, options)).id, "tok_1");
  fakeFetch(t, async () => new Response(null, { status: 422 }));
  await refusal(shared(card, options), "unprocessable_entity");
});

each("damage that JSON would hide is told of its member", async ({ shared }) => {
  for (const value of [["\ud800"], { a: "x\udc00y" }, [["a\0b"]]]) {
    const { problems } = await shared.validate({ type: "paypay", deep: value }, options);
    assert.deepEqual(problems.map(({ field, code }) => [field, code]), [["deep", "invalid_characters"]]);
  }
  assert.ok((await shared.validate({ type: "paypay", deep: ["😀", "\n"] }, options)).valid, "a whole pair is no damage");
});

each("a member called __proto__ is a field like any other", async ({ shared }) => {
  const { fields } = await shared.validate(JSON.parse('{"type":"paypay","__proto__":"x"}'), options);
  assert.equal(Object.getPrototypeOf(fields), Object.prototype);
  assert.equal(Object.getOwnPropertyDescriptor(fields, "__proto__").value.value, "x");
});

each("numbers that lost digits are problems of their field, nested ones too", async ({ shared }) => {
  const rows = [
    [{ type: "credit_card", number: 6304985028090561515 }, "number"],
    [{ type: "net_cash", prepaid_number: 12345678901234567890 }, "prepaid_number"],
    [{ type: "konbini", phone: 9012345678 }, "phone"],
    [{ type: "credit_card", month: -5 }, "month"],
    [{ type: "credit_card", month: Number.NaN }, "month"],
    [{ type: "credit_card", year: Infinity }, "year"],
    [{ type: "konbini", expiry_days: Number.NaN }, "expiry_days"],
    [{ type: "dospara", user_password: 83 }, "user_password"],
    [{ type: "paypay", deep: { a: [2 ** 60] } }, "deep"],
    [{ type: "paypay", amount: Number.NaN }, "amount"],
  ];
  for (const [details, field] of rows) {
    const { problems } = await shared.validate(details, options);
    assert.equal(problems.find((problem) => problem.field === field)?.code, "invalid_characters", JSON.stringify(details));
  }
  const { valid } = await shared.validate({ ...card, number: 4111111111111111, month: 12, year: Number(card.year), installments: 3 }, options);
  assert.ok(valid);
});

each("one trap does not fail the calls beside it", async (made, t) => {
  let traps = 1;
  let started = 0;
  const change = (exports) => {
    started++;
    const { komojuValidate } = exports;
    return { ...exports, komojuValidate: (size) => komojuValidate(traps-- > 0 ? -1 : size) };
  };
  const { log, warn } = console;
  t.after(() => Object.assign(console, { log, warn }));
  console.log = console.warn = () => {}; // standard Go's runtime writes its trace there
  const komojuTokenize = createKomojuTokenize(hostWith(made, change));
  await komojuTokenize.init();
  const calls = await Promise.allSettled(Array.from({ length: 8 }, () => komojuTokenize.validate(card, options)));
  assert.deepEqual(calls.map(({ status }) => status).sort(), [...Array(7).fill("fulfilled"), "rejected"]);
  assert.equal(started, 2);
});

each("the memory of an instance that trapped is wiped", async (made, t) => {
  let memory;
  const change = (exports) => {
    memory = exports.memory;
    return { ...exports, komojuValidate: () => { throw new Error(); } };
  };
  const komojuTokenize = createKomojuTokenize(hostWith(made, change));
  await refusal(komojuTokenize.validate(card, options), "module_failed");
  assert.ok(new Uint8Array(memory.buffer).every((byte) => byte === 0));
  assert.ok(t);
});

each("an answer of any length up to 64 KB that is a token is one", async ({ shared }, t) => {
  for (const [length, is] of [[5_000, true], [60_000, true], [70_000, false]]) {
    fakeFetch(t, async () => Response.json({ ...token(), more: "x".repeat(length) }));
    const call = shared(card, options);
    if (is) assert.equal((await call).id, "tok_1");
    else await refusal(call, "invalid_answer");
  }
});

each("an endless answer is not read to its end", async ({ shared }, t) => {
  let cancelled = false;
  const chunk = new TextEncoder().encode("x".repeat(9000));
  const body = () => new ReadableStream({ pull: (controller) => controller.enqueue(chunk), cancel: () => { cancelled = true; } });
  fakeFetch(t, async () => new Response(body()));
  await refusal(shared(card, options), "invalid_answer");
  assert.ok(cancelled);
});

each("a Retry-After that is a date is waited for", async ({ shared }, t) => {
  const clock = fakeClock(t);
  let asked = 0;
  const at = new Date(Date.now() + 3000).toUTCString();
  fakeFetch(t, async () => (asked++ ? Response.json(token()) : new Response("", { status: 503, headers: { "retry-after": at } })));
  const call = shared(card, options);
  const { ms, fire } = await clock.wait();
  assert.ok(ms > 1000 && ms <= 4000, `${ms}`);
  fire();
  assert.equal((await call).id, "tok_1");
});

/** Runs a script in a process of its own, where it may spoil what all objects share. */
function spoiled(script, ...flags) {
  const start = fileURLToPath(new URL("spoiled.mjs", import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, start, script], { encoding: "utf8" });
  assert.equal(stdout.trim(), "ok", stderr);
}

test("a frozen Error.prototype changes nothing", () => spoiled("Object.freeze(Error.prototype); Object.freeze(Object.prototype);"));

test("members on Object.prototype change nothing", () =>
  spoiled(`for (const name of ["guard", "signal", "mode", "redirect", "credentials", "detail", "get", "set", "window"]) {
    Object.defineProperty(Object.prototype, name, { __proto__: null, value: () => { throw new Error(name); }, writable: true, configurable: true });
  }`));

/** Every member that the loader reads or writes, given to all objects. Node's own timers break where id has a setter. */
const names = ["failure", "code", "message", "detail", "timeout", "locale", "publishableKey", "endpoint", "currency", "id", "error", "param",
  "status", "invalid", "options", "guard", "value", "valid", "brand", "number", "email", "problems", "priority", "integrity", "keepalive"];

for (const [how, member] of [
  ["a text", `value: "komoju", writable: true`],
  ["a function", `value: () => { throw new Error(name); }, writable: true`],
  ["a setter", `set() { throw new Error(name); }`],
]) {
  test(`${how} of every name on Object.prototype changes nothing`, () =>
    spoiled(`for (const name of ${JSON.stringify(names.filter((name) => how !== "a setter" || name !== "id"))}) Object.defineProperty(Object.prototype, name, { __proto__: null, configurable: true, ${member} });`));
}

test("nothing that a page keeps keeps what was typed", { skip: tinygo ? false : "TinyGo's build is not there" }, () => spoiled("heap", "--expose-gc"));
