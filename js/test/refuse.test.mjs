// What is refused before a byte leaves, and what validate tells.
import assert from "node:assert/strict";
import { each } from "./builds.mjs";
import { fakeFetch } from "./api.mjs";
import { blamed, card, key, refusal, token } from "./fixtures.mjs";

const nothing = (t) => fakeFetch(t, () => assert.fail("something was sent"));

each("details that are no object are unreadable_details", async ({ shared }, t) => {
  nothing(t);
  for (const details of [null, undefined, "4111111111111111", 5, true, [card], () => card, new Map(), Symbol("s")]) {
    const error = await refusal(shared(details, { publishableKey: key }), "unreadable_details");
    assert.deepEqual(error.problems, []);
    await refusal(shared.validate(details), "unreadable_details");
  }
});

each("a getter, a toJSON, a cycle or a BigInt that throws is unreadable_details", async ({ shared }, t) => {
  nothing(t);
  const cycle = {};
  cycle.self = cycle;
  const throwing = () => {
    throw new Error(card.number);
  };
  for (const details of [
    { ...card, get email() { return throwing(); } },
    { ...card, email: { toJSON: throwing } },
    { ...card, email: cycle },
    { ...card, email: 1n },
    new Proxy(card, { ownKeys: throwing }),
  ]) {
    const error = await refusal(shared(details, { publishableKey: key }), "unreadable_details");
    assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(card.number));
    await refusal(shared.validate(details), "unreadable_details");
  }
});

each("a value of 1 MB is details_too_large, and the next call works", async ({ shared }, t) => {
  nothing(t);
  for (const email of ["x".repeat(1 << 20), "ヤ".repeat(1 << 20), ["x".repeat(1 << 20)]]) {
    await refusal(shared({ ...card, email }, { publishableKey: key }), "details_too_large");
    const error = await refusal(shared.validate({ ...card, email }, { locale: "ja" }), "details_too_large");
    assert.match(error.message, /文字数/);
  }
  const error = await refusal(shared.validate({ ...card, ["x".repeat(1 << 20)]: "" }), "details_too_large");
  assert.equal(error.retryable, false);
  assert.equal((await shared.validate(card)).valid, true);
});

each("a missing type is a problem, an unknown one is sent", async ({ shared }, t) => {
  nothing(t);
  for (const details of [{}, { type: "" }, { type: null }, { type: undefined }]) {
    const error = await refusal(shared(details, { publishableKey: key }), "invalid_details");
    assert.deepEqual(blamed(error), ["type required"]);
  }
  let sent;
  globalThis.fetch = async (_, { body }) => ((sent = JSON.parse(body)), Response.json(token()));
  await shared({ type: "paypay", nested: { a: [1] }, yes: true }, { publishableKey: key });
  assert.deepEqual(sent.payment_details, { type: "paypay", nested: { a: [1] }, yes: true });
});

each("half a surrogate pair is invalid_characters", async ({ shared }, t) => {
  nothing(t);
  const details = { type: "konbini", store: "lawson", email: "a@example.com", family_name: "\ud800" };
  const error = await refusal(shared(details, { publishableKey: key }), "invalid_details");
  assert.deepEqual(blamed(error), ["family_name invalid_characters"]);
});

each("a number for month is as good as its text", async ({ shared }) => {
  assert.deepEqual((await shared.validate({ ...card, month: 1 })).problems, []);
  assert.deepEqual(blamed(await shared.validate({ ...card, month: 13 })), ["month invalid_month"]);
  assert.deepEqual(blamed(await shared.validate({ ...card, month: true })), ["month invalid_characters"]);
});

each("the clock judges the expiry", async ({ shared }) => {
  const year = new Date().getUTCFullYear();
  assert.deepEqual(blamed(await shared.validate({ ...card, year: `${year - 1}` })), ["year card_expired"]);
  assert.deepEqual(blamed(await shared.validate({ ...card, year: `${year + 1}` })), []);
});

each("a wrong set-up is told before anything is sent", async ({ shared }, t) => {
  nothing(t);
  const secret = "sk_live_0123456789abcdef";
  for (const [options, code] of [
    [undefined, "missing_key"],
    [null, "missing_key"],
    [{ publishableKey: "" }, "missing_key"],
    [{ publishableKey: secret }, "secret_key"],
    [{ publishableKey: "abc" }, "invalid_key"],
    [{ publishableKey: 5 }, "missing_key"],
    [{ publishableKey: key, endpoint: "http://komoju.com" }, "invalid_endpoint"],
    [{ publishableKey: key, endpoint: "http://localhost.example.com" }, "invalid_endpoint"],
    [{ publishableKey: key, endpoint: "ftp://komoju.com" }, "invalid_endpoint"],
    [{ publishableKey: key, endpoint: "/api" }, "invalid_endpoint"],
  ]) {
    const error = await refusal(shared(card, options), code);
    assert.ok(!JSON.stringify(error).includes(secret));
  }
  const error = await refusal(shared(card, { publishableKey: key, currency: "yen" + "s" }), "invalid_details");
  assert.deepEqual(blamed(error), ["currency invalid_currency"]);
});

each("every problem comes at once, in the language asked for", async ({ shared }, t) => {
  nothing(t);
  const details = { type: "credit_card", number: "4111111111111112", month: "13", year: "" };
  const error = await refusal(shared(details, { publishableKey: key, locale: "ja-JP" }), "invalid_details");
  assert.deepEqual(blamed(error), ["number invalid_number", "month invalid_month", "year required"]);
  for (const { message } of [error, ...error.problems]) assert.match(message, /[ぁ-ん]/);
});

each("validate returns what is known of each field", async ({ shared }) => {
  const { valid, problems, fields } = await shared.validate({ ...card, number: "４１１１ 1111-1111 1111" });
  assert.deepEqual({ valid, problems }, { valid: true, problems: [] });
  assert.deepEqual(fields.number, {
    value: "4111111111111111", valid: true, potential: true, brand: "visa", gaps: [4, 8, 12], codeLength: 3,
  });
  assert.deepEqual(fields.month, { value: "12", valid: true, potential: true });

  const typing = await shared.validate({ type: "credit_card", number: "3782 82" });
  assert.equal(typing.valid, false);
  const { valid: whole, potential, brand, gaps, codeLength } = typing.fields.number;
  assert.deepEqual({ whole, potential, brand, gaps, codeLength }, { whole: false, potential: true, brand: "american_express", gaps: [4, 10], codeLength: 4 });

  const unknown = (await shared.validate({ type: "credit_card", number: "" })).fields.number;
  assert.deepEqual([unknown.value, unknown.valid, unknown.potential], ["", false, true]);
  assert.equal((await shared.validate({ type: "credit_card", number: "9" })).fields.number.brand, null);
});

each("names of members cannot change a prototype", async ({ shared }, t) => {
  nothing(t);
  const details = JSON.parse(`{"type":"paypay","__proto__":"p","constructor":"c","constructor][prototype":"d","a[b]":"e"}`);
  const { valid, fields } = await shared.validate(details);
  assert.equal(valid, true);
  assert.equal(fields.type.value, "paypay");
  assert.equal({}.value, undefined);
  assert.equal(Object.value, undefined);
  let sent;
  globalThis.fetch = async (_, { body }) => ((sent = body), Response.json(token()));
  await shared(details, { publishableKey: key });
  assert.deepEqual(JSON.parse(sent).payment_details, details);
  shared.configure(JSON.parse(`{"__proto__":{"publishableKey":"${key}"}}`));
  await refusal(shared(card), "missing_key");
});
