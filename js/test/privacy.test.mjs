// No error, and no byte of the module's memory, keeps what was typed in.
import assert from "node:assert/strict";
import { createCore } from "../src/core.js";
import { createKomojuTokenize } from "../src/komoju-tokenize.js";
import { flatten } from "../src/flatten.js";
import { builds, each, tinygo } from "./builds.mjs";
import { fakeFetch } from "./api.mjs";
import { fakeClock } from "./clock.mjs";
import { card, key, token } from "./fixtures.mjs";
import test from "node:test";

const secrets = {
  credit_card: { ...card, verification_value: "7391", number: "378282246310005", name: "Ada Lovelace" },
  dospara: { type: "dospara", user_no: "98765", user_password: "hunter2!" },
  bit_cash: { type: "bit_cash", prepaid_number: "ほげふがほげふがほげふがほげふが" },
};

/** All that a page could log or keep of an error. */
const traces = (error) =>
  [String(error), error.stack, error.message, JSON.stringify(error), JSON.stringify(error, Object.getOwnPropertyNames(error))].join("\n");

function assertClean(error, details) {
  assert.equal(error?.name, "KomojuError", error?.stack);
  const text = traces(error);
  for (const [name, value] of Object.entries(details)) {
    // A month or a year may stand in a column of the stack.
    if (!["type", "month", "year"].includes(name)) assert.ok(!text.includes(value), `${name} in ${error.code}`);
  }
}

const rejected = (promise) => promise.then(() => assert.fail("resolved"), (reason) => reason);

each("no value is in an error, though the API repeats them all", async ({ shared }, t) => {
  const clock = fakeClock(t);
  for (const details of Object.values(secrets)) {
    const echo = Object.values(details).join(" / ");
    const answers = [
      { status: 422, body: { error: { code: "unprocessable_entity", message: `${echo} is wrong`, param: echo, details: { echo } } } },
      { status: 422, body: { error: { code: echo, message: echo, param: null } } },
      { status: 400, body: { error: { code: "bad_request", message: details.number ?? details.user_password ?? details.prepaid_number } } },
      { status: 200, body: { error: echo, resource: echo } },
      { status: 422, body: { error: { code: "fraudulent", message: `${echo} `.repeat(400) } } },
    ];
    for (const { status, body } of answers) {
      fakeFetch(t, async () => Response.json(body, { status }));
      const error = await rejected(shared(details, { publishableKey: key }));
      assertClean(error, details);
    }
    fakeFetch(t, async () => {
      throw new TypeError(`could not send ${echo}`);
    });
    const call = rejected(shared(details, { publishableKey: key }));
    await clock.pass(2);
    assertClean(await call, details);
  }
  assert.equal(clock.open.size, 0);
});

each("no value is in an error of what is refused before it is sent", async ({ shared }) => {
  for (const details of [
    { type: "credit_card", number: "4111111111111112", month: "77", year: "19xy", verification_value: "73917391" },
    { type: "dospara", user_no: "9".repeat(30), user_password: "p".repeat(30) },
    { type: "konbini", store: "no such store", email: "nobody@@example", phone: "12-call-me" },
  ]) {
    assertClean(await rejected(shared(details, { publishableKey: key })), details);
    const { problems } = await shared.validate(details);
    assert.ok(problems.length > 1);
    for (const value of Object.values(details).slice(1)) assert.ok(!JSON.stringify(problems).includes(value));
  }
  const secret = "sk_live_do_not_repeat_me";
  const error = await rejected(shared(card, { publishableKey: secret }));
  assert.ok(!traces(error).includes(secret));
});

/** What standard Go's garbage collector cannot promise. */
const ofTinyGo = (name, body) => tinygo && test(`tinygo: ${name}`, body);

const now = () => `${Math.floor(Date.now() / 60000)}`;

const hex = (text) => Buffer.from(text).toString("hex");

/** The forms in which a text may lie in memory. */
const forms = (text) => [text, Buffer.from(text, "utf16le").toString("latin1"), hex(text), btoa(text), btoa(` ${text}`).slice(4), btoa(`  ${text}`).slice(4)];

ofTinyGo("after wipe the memory holds nothing of the call", async () => {
  let exports;
  const core = createCore({ bytes: () => tinygo.module, start: async (module) => (exports = await tinygo.start(module)) });
  await core.load();
  const details = { ...card, number: "3782 822463 10005", verification_value: "9173", name: "山田 ZAPHOD", email: "zaphod@example.com" };
  const setting = ["setting[publishableKey]", key, "setting[now]", now(), "setting[locale]", "ja", "setting[endpoint]", "https://secret.example/path"];
  const pairs = [...setting, ...flatten(details, "payment_details", 1)];
  const [, , , authorization, body] = core.call("komojuTokenize", pairs);
  assert.ok(body?.includes("378282246310005"), "the call itself did not work");
  const answer = { error: { code: "unprocessable_entity", message: "Payment source number 378282246310005" } };
  core.call("komojuValidate", pairs);
  core.call("komojuAnswer", ["attempt", "1", "status", "422", ...flatten(answer, "body", 3), ...pairs]);

  const memory = Buffer.from(exports.memory.buffer).toString("latin1");
  const values = ["3782 822463 10005", "378282246310005", "9173", "ZAPHOD", "zaphod@example.com", "secret.example", key, authorization.slice(6)];
  for (const value of values) {
    for (const form of forms(value)) assert.equal(memory.indexOf(form), -1, `${value} as ${form}`);
  }
  assert.equal(memory.indexOf(Buffer.from("山田").toString("latin1")), -1);
});

ofTinyGo("20,000 calls leave the memory as large as it was", async () => {
  let exports;
  const core = createCore({ bytes: () => tinygo.module, start: async (module) => (exports = await tinygo.start(module)) });
  await core.load();
  const before = exports.memory.buffer.byteLength;
  const pairs = ["setting[publishableKey]", key, "setting[now]", now(), ...flatten(card, "payment_details", 1)];
  for (let i = 0; i < 20000; i += 2) {
    assert.equal(core.call("komojuValidate", pairs)[2], "0");
    assert.match(core.call("komojuTokenize", pairs)[2], /^https:/);
  }
  assert.equal(exports.memory.buffer.byteLength, before);
});

test("the module is given nothing of what is too large", async (t) => {
  for (const { name, bytes, start } of builds) {
    let exports;
    const komojuTokenize = createKomojuTokenize({ bytes: () => bytes, start: async (module) => (exports = await start(module)) });
    fakeFetch(t, async () => Response.json(token()));
    await rejected(komojuTokenize({ ...card, number: "378282246310005", email: "x".repeat(1 << 20) }, { publishableKey: key }));
    const memory = Buffer.from(exports.memory.buffer).toString("latin1");
    assert.equal(memory.indexOf("378282246310005"), -1, name);
  }
});
