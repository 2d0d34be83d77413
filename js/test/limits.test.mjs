// What ends a call early, and calls at the same time.
import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { createKomojuTokenize } from "../src/komoju-tokenize.js";
import { each, hostWith } from "./builds.mjs";
import { api, fakeFetch } from "./api.mjs";
import { fakeClock } from "./clock.mjs";
import { card, gate, key, refusal, token } from "./fixtures.mjs";

const options = { publishableKey: key };

/** The clock of a test at whose end nothing may be left, on the signal neither. */
function tidyClock(t, signal) {
  const clock = fakeClock(t);
  t.after(() => {
    assert.equal(clock.open.size, 0, "timers are left");
    if (signal) assert.equal(getEventListeners(signal, "abort").length, 0, "listeners are left");
  });
  return clock;
}

/** A fetch that ends only by its signal. */
const hanging = (reached) => (_, { signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    reached();
  });

each("the time limit in fetch is timeout", async ({ shared }, t) => {
  const clock = tidyClock(t);
  const { passed, open } = gate();
  fakeFetch(t, hanging(open));
  const call = refusal(shared(card, options), "timeout");
  const limit = await clock.limit();
  assert.equal(limit.ms, 30000);
  await passed;
  limit.fire();
  const { retryable, status } = await call;
  assert.deepEqual({ retryable, status }, { retryable: true, status: 0 });
});

each("the time limit holds where fetch ignores its signal", async ({ shared }, t) => {
  const clock = tidyClock(t);
  const { passed, open } = gate();
  fakeFetch(t, () => (open(), new Promise(() => {})));
  const call = refusal(shared(card, { ...options, timeout: 40000 }), "timeout");
  const limit = await clock.limit();
  assert.equal(limit.ms, 40000);
  await passed;
  limit.fire();
  await call;
});

each("the time limit counts the waits", async ({ shared }, t) => {
  const clock = tidyClock(t);
  fakeFetch(t, async () => new Response("", { status: 503 }));
  const call = refusal(shared(card, options), "timeout");
  const limit = await clock.limit();
  await clock.wait();
  limit.fire();
  await call;
});

each("the time limit while the module loads is timeout", async ({ start, module }, t) => {
  const clock = tidyClock(t);
  const { passed, open } = gate();
  const komojuTokenize = createKomojuTokenize({ start, bytes: () => passed });
  fakeFetch(t, () => assert.fail("sent after the time was up"));
  const call = refusal(komojuTokenize(card, options), "timeout");
  (await clock.limit()).fire();
  await call;
  open(module);
  assert.equal((await komojuTokenize.validate(card)).valid, true);
});

each("a time limit beyond what timers hold does not fire at once", async ({ shared }, t) => {
  const clock = tidyClock(t);
  fakeFetch(t, async () => Response.json(token()));
  const call = shared(card, { ...options, timeout: 1e12 });
  assert.ok((await clock.limit()).ms < 2 ** 31);
  await call;
});

each("aborted before the call: nothing is sent", async ({ shared, host }, t) => {
  const signal = AbortSignal.abort(new Error(card.number));
  tidyClock(t, signal);
  fakeFetch(t, () => assert.fail("sent after the abort"));
  await refusal(shared(card, { ...options, signal }), "aborted");
  const fresh = createKomojuTokenize(host);
  await refusal(fresh(card, { ...options, signal }), "aborted");
});

each("aborted while the module loads: nothing is sent", async ({ start, module }, t) => {
  const controller = new AbortController();
  tidyClock(t, controller.signal);
  const { passed, open } = gate();
  const komojuTokenize = createKomojuTokenize({ start, bytes: () => passed });
  fakeFetch(t, () => assert.fail("sent after the abort"));
  const call = refusal(komojuTokenize(card, { ...options, signal: controller.signal }), "aborted");
  controller.abort();
  await call;
  open(module);
  await komojuTokenize.init();
});

each("aborted during fetch: the request ends", async ({ shared }, t) => {
  const controller = new AbortController();
  tidyClock(t, controller.signal);
  const { passed: arrived, open: arrive } = gate();
  const { passed: gone, open: leave } = gate();
  const { url } = await api(t, (_, response) => {
    response.on("close", leave);
    arrive();
  });
  const call = refusal(shared(card, { ...options, endpoint: url, signal: controller.signal }), "aborted");
  await arrived;
  assert.equal(getEventListeners(controller.signal, "abort").length, 1);
  controller.abort();
  await call;
  await gone;
});

each("aborted while the body is read", async ({ shared }, t) => {
  const controller = new AbortController();
  tidyClock(t, controller.signal);
  const { passed: reading, open: read } = gate();
  let cancelled;
  const body = new ReadableStream({
    start: (stream) => stream.enqueue(new TextEncoder().encode('{"id":')),
    pull: () => (read(), new Promise(() => {})),
    cancel: () => (cancelled = true),
  }, { highWaterMark: 0 });
  fakeFetch(t, async (_, { signal }) => {
    signal.addEventListener("abort", () => (cancelled = true));
    return new Response(body);
  });
  const call = refusal(shared(card, { ...options, signal: controller.signal }), "aborted");
  await reading;
  controller.abort();
  await call;
  assert.equal(cancelled, true);
});

each("aborted during the wait: no second attempt", async ({ shared }, t) => {
  const controller = new AbortController();
  const clock = tidyClock(t, controller.signal);
  let attempts = 0;
  fakeFetch(t, async () => (attempts++, new Response("", { status: 429, headers: { "retry-after": "5" } })));
  const call = refusal(shared(card, { ...options, signal: controller.signal }), "aborted");
  const wait = await clock.wait();
  controller.abort();
  await call;
  wait.fire();
  assert.deepEqual([attempts, wait.ms], [1, 5000]);
});

each("aborted after the call: too late, and nothing is left", async ({ shared }, t) => {
  const controller = new AbortController();
  tidyClock(t, controller.signal);
  fakeFetch(t, async () => Response.json(token()));
  const call = shared(card, { ...options, signal: controller.signal });
  assert.equal((await call).id, "tok_1");
  assert.equal(getEventListeners(controller.signal, "abort").length, 0);
  controller.abort();
});

each("ten calls at once do not mix, one of them aborted", async ({ host }, t) => {
  tidyClock(t);
  const controller = new AbortController();
  const held = [];
  const { passed: all, open: full } = gate();
  const { url, requests } = await api(t, (request, response) => {
    held.push(() => {
      const { name } = request.body.payment_details;
      response.end(JSON.stringify({ ...token(`tok_${name}`), payment_details: { type: "credit_card", name } }));
    });
    if (held.length === 10) full();
  });
  const komojuTokenize = createKomojuTokenize(host);
  const calls = Array.from({ length: 10 }, (_, i) =>
    komojuTokenize({ ...card, name: `N${i}` }, { ...options, endpoint: url, ...(i === 4 && { signal: controller.signal }) }));
  const aborted = refusal(calls[4], "aborted");
  await all;
  controller.abort();
  await aborted;
  for (const answer of held.reverse()) answer();
  for (const [i, call] of calls.entries()) {
    if (i !== 4) assert.deepEqual([(await call).id, (await call).payment_details.name], [`tok_N${i}`, `N${i}`]);
  }
  assert.deepEqual(requests.map(({ body }) => body.payment_details.name).sort(), Array.from({ length: 10 }, (_, i) => `N${i}`));
});

each("details are read when the call is made, not later", async ({ host }, t) => {
  let sent;
  fakeFetch(t, async (_, { body }) => ((sent = JSON.parse(body)), Response.json(token())));
  const details = { ...card, name: "before" };
  const call = createKomojuTokenize(host)(details, options);
  details.name = "after";
  await call;
  assert.equal(sent.payment_details.name, "before");
});

each("a trap of one call does not fail another that is under way", async (made, t) => {
  tidyClock(t);
  let trap = false;
  const komojuTokenize = createKomojuTokenize(hostWith(made, (exports) => ({
    ...exports,
    komojuValidate: (size) => {
      if (trap) throw new Error("trap");
      return exports.komojuValidate(size);
    },
  })));
  const { passed, open } = gate();
  const { passed: sent, open: send } = gate();
  fakeFetch(t, () => (send(), passed));
  const call = komojuTokenize(card, options);
  await sent;
  trap = true;
  await refusal(komojuTokenize.validate(card), "module_failed");
  open(Response.json(token()));
  assert.equal((await call).id, "tok_1");
});
