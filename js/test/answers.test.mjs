// What an answer of the API becomes.
import { capacity } from "../src/core.js";
import { guard } from "../src/guard.js";
import { createKomojuTokenize } from "../src/komoju-tokenize.js";
import assert from "node:assert/strict";
import { each } from "./builds.mjs";
import { api, fakeFetch } from "./api.mjs";
import { fakeClock } from "./clock.mjs";
import { blamed, card, key, refusal, token } from "./fixtures.mjs";

const error = (code, message = "", rest = {}) => ({ error: { code, message, param: null, details: null, ...rest } });

/** Both clock and API; nothing must be left of either's call. */
async function set(t, answer) {
  const clock = fakeClock(t);
  const server = await api(t, answer);
  t.after(() => assert.equal(clock.open.size, 0, "timers are left"));
  return { clock, requests: server.requests, options: { publishableKey: key, endpoint: server.url } };
}

each("a token is what the API answered, and this was sent", async ({ shared }, t) => {
  const { requests, options } = await set(t, () => ({ body: { ...token(), more: [1] } }));
  assert.deepEqual(await shared(card, { ...options, currency: "JPY" }), { ...token(), more: [1] });
  const [{ method, url, headers, body }] = requests;
  assert.deepEqual([requests.length, method, url], [1, "POST", "/api/v1/tokens"]);
  assert.equal(headers.authorization, `Basic ${btoa(`${key}:`)}`);
  assert.equal(headers["content-type"], "application/json");
  assert.deepEqual(body, { payment_details: { ...card }, currency: "JPY" });
});

each("nothing beyond the two proven headers goes out, and nothing is kept", async ({ shared }, t) => {
  let asked;
  fakeFetch(t, async (url, init) => ((asked = { url, ...init }), Response.json(token())));
  await shared(card, { publishableKey: key });
  const { url, headers, signal, body, ...rest } = asked;
  assert.equal(url, "https://komoju.com/api/v1/tokens");
  assert.deepEqual(Object.keys(headers), ["authorization", "content-type"]);
  assert.deepEqual(rest, { method: "POST", credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer" });
  assert.ok(signal instanceof AbortSignal && typeof body === "string");
});

each("where fetch knows no credentials, redirects are not followed either", async ({ host }, t) => {
  const komojuTokenize = createKomojuTokenize({ ...host, guard });
  let asked;
  fakeFetch(t, async (_, init) => ((asked = init), Response.json(token())));
  const members = async () => {
    await komojuTokenize(card, { publishableKey: key });
    const { headers, signal, body, ...rest } = asked;
    return rest;
  };
  assert.equal((await members()).credentials, "omit", "where it knows them, nothing changes");
  const { credentials } = Object.getOwnPropertyDescriptors(Request.prototype);
  delete Request.prototype.credentials;
  t.after(() => Object.defineProperty(Request.prototype, "credentials", credentials));
  assert.deepEqual(await members(), { method: "POST", redirect: "manual" });
});

const refused = [
  [401, error("unauthorized"), "unauthorized"],
  [403, error("forbidden"), "forbidden"],
  [404, error("not_found"), "not_found"],
  [422, error("unprocessable_entity"), "unprocessable_entity"],
  [422, error("invalid_payment_type"), "invalid_payment_type", ["type invalid_payment_type"]],
  [502, error("card_expired"), "card_expired", ["year card_expired"]],
  [502, error("used_number"), "used_number"],
  [402, error("a_code_of_tomorrow"), "a_code_of_tomorrow"],
  [200, { resource: "token" }, "invalid_answer"],
  [200, "null", "invalid_answer"],
  [200, '"tok_1"', "invalid_answer"],
  [200, '["tok_1"]', "invalid_answer"],
  [200, '{"id":5}', "invalid_answer"],
  [200, '{"id":"tok_', "invalid_answer"],
  [200, "", "invalid_answer"],
  [418, "<h1>teapot</h1>", "invalid_answer"],
];

each("answers that are asked for once", async ({ shared }, t) => {
  let now;
  const { requests, options } = await set(t, () => now);
  for (const [status, body, code, problems = []] of refused) {
    now = { status, body };
    requests.length = 0;
    const reason = await refusal(shared(card, options), code);
    assert.deepEqual([reason.status, requests.length, blamed(reason)], [status, 1, problems], `${status} ${code}`);
  }
});

const repeated = [
  [429, error("too_many_requests"), "too_many_requests"],
  [500, error("internal_server_error"), "internal_server_error"],
  [500, "", "internal_server_error"],
  [502, error("bad_gateway"), "bad_gateway"],
  [502, "<html>", "bad_gateway"],
  [503, error("service_unavailable"), "service_unavailable"],
  [504, "<!doctype html><h1>Gateway timeout</h1>", "gateway_timeout"],
];

each("answers that are asked for three times", async ({ shared }, t) => {
  let now;
  const { clock, requests, options } = await set(t, () => now);
  for (const [status, body, code] of repeated) {
    now = { status, body, headers: { "content-type": "text/html" } };
    requests.length = 0;
    const call = refusal(shared(card, options), code);
    const waits = await clock.pass(2);
    const reason = await call;
    assert.deepEqual([reason.status, reason.retryable, requests.length], [status, true, 3], `${status} ${code}`);
    assert.ok(waits[0] >= 100 && waits[1] > waits[0], `${waits}`);
    assert.deepEqual(requests[0].body, requests[2].body);
  }
});

each("429 with Retry-After waits that long, then has its token", async ({ shared }, t) => {
  const { clock, options } = await set(t, (_, __, n) =>
    n === 1 ? { status: 429, headers: { "retry-after": "7" }, body: error("too_many_requests") } : { body: token("tok_late") });
  const call = shared(card, options);
  assert.deepEqual(await clock.pass(1), [7000]);
  assert.equal((await call).id, "tok_late");
});

each("offline is network_error after three attempts", async ({ shared }, t) => {
  const clock = fakeClock(t);
  let attempts = 0;
  fakeFetch(t, async () => {
    attempts++;
    throw new TypeError(`Failed to fetch ${card.number}`);
  });
  const call = refusal(shared(card, { publishableKey: key }), "network_error");
  await clock.pass(2);
  const reason = await call;
  assert.deepEqual([reason.status, reason.retryable, attempts, clock.open.size], [0, true, 3, 0]);
});

each("a connection cut inside the answer is network_error too", async ({ shared }, t) => {
  const { clock, options } = await set(t, (_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write('{"id":"tok_');
    response.socket.end();
  });
  const call = refusal(shared(card, options), "network_error");
  await clock.pass(2);
  await call;
});

each("a redirect is not followed", async ({ shared }, t) => {
  const { clock, requests, options } = await set(t, () => ({ status: 307, headers: { location: "/elsewhere" } }));
  const call = refusal(shared(card, options), "network_error");
  await clock.pass(2);
  await call;
  assert.ok(requests.every(({ url }) => url === "/api/v1/tokens"));
});

each("of members given twice the last one counts", async ({ shared }, t) => {
  let body = '{"id":"tok_a","id":"tok_b","resource":"token"}';
  const { options } = await set(t, () => ({ status: body.includes("error") ? 422 : 200, body }));
  assert.equal((await shared(card, options)).id, "tok_b");
  body = '{"error":{"code":"unauthorized","code":"fraudulent","details":null,"details":{}}}';
  await refusal(shared(card, options), "fraudulent");
});

each("a __proto__ in the answer stays where it is", async ({ shared }, t) => {
  const { options } = await set(t, () => ({ body: '{"id":"tok_a","__proto__":{"polluted":1}}' }));
  const answer = await shared(card, options);
  assert.equal(answer.polluted, undefined);
  assert.ok(Object.hasOwn(answer, "__proto__"));
});

each("an answer that does not fit into the buffer still counts", async ({ shared }, t) => {
  const most = "x".repeat(capacity * 0.6);
  const far = "x".repeat(capacity * 9);
  let now;
  const { options } = await set(t, () => now);

  // Details and their echo fit alone, but not together.
  const details = { type: "paypay", note: most, account: card.number };
  now = { body: { ...token("tok_echo"), payment_details: details } };
  assert.equal((await shared(details, options)).id, "tok_echo");

  // The code is short and counts, however long the API's text is.
  now = { status: 422, body: error("fraudulent", `no ${card.number} ${most}`) };
  assert.equal((await refusal(shared(details, options), "fraudulent")).detail, "");
  now = { status: 422, body: error("fraudulent", far) };
  await refusal(shared(details, options), "fraudulent");

  // Where code and text do not fit beside the details, first the text goes.
  const fuller = { ...details, note: "y".repeat(capacity - 500) };
  now = { status: 422, body: error("fraudulent", far) };
  assert.equal((await refusal(shared(fuller, options), "fraudulent")).detail, "");

  // Without the details the API's words cannot be made safe, so the code goes too.
  now = { status: 422, body: error("x".repeat(400), far) };
  await refusal(shared(fuller, options), "unprocessable_entity");
});
