// What a developer reads in the console.
import assert from "node:assert/strict";
import { each } from "./builds.mjs";
import { fakeFetch } from "./api.mjs";
import { card, key, refusal, token } from "./fixtures.mjs";

/** What is written to the console meanwhile. */
function consoleOf(t) {
  const told = [];
  t.mock.method(console, "warn", (...said) => told.push(said.join()));
  return told;
}

/** A name of each build's own: what was told once is not told again in this process. */
const names = { tinygo: "code", go: "cvc" };

each("a likely misnomer is told once under a test key, and sent all the same", async ({ shared, name }, t) => {
  const told = consoleOf(t);
  const details = { ...card, [names[name]]: "9173", installments: "3" };
  let sent;
  fakeFetch(t, async (_, init) => ((sent = JSON.parse(init.body)), Response.json(token())));
  for (let i = 0; i < 3; i++) {
    await shared(details, { publishableKey: "pk_test_1" });
    await shared.validate(details, { publishableKey: "pk_test_1" });
  }
  assert.equal(sent.payment_details[names[name]], "9173");
  assert.deepEqual(told, [`komojuTokenize, unknown: ${names[name]} (verification_value?) `]);
});

each("it is told where its absence is the problem, and never with a value", async ({ shared, name }, t) => {
  const told = consoleOf(t);
  const details = { type: "credit_card", number: "4111111111111111", exp_month: "12", cvc: "9173", [name === "go" ? "kana" : "exp_year"]: "2039" };
  await refusal(shared(details, { publishableKey: "pk_test_1" }), "invalid_details");
  assert.equal(told.length, 1);
  assert.match(told[0], /exp_month \(month\?\).* cvc \(verification_value\?\)/);
  assert.doesNotMatch(told[0], /9173|4111|2039/);
});

each("with a live key a shopper's console stays empty", async ({ shared }, t) => {
  const told = consoleOf(t);
  await shared.validate({ ...card, cvv: "1" }, { publishableKey: "pk_live_1" });
  await shared.validate({ ...card, cvv: "1" });
  assert.equal(told.length, 0);
});
