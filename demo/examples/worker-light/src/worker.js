// The edge service as a Worker in JavaScript around the npm package: for shops
// that want it small and fast. It answers what wasm/edge answers, and keeps no
// rule of its own: what it refuses, and in which words, is in facts.json, which
// is made from the Go service; the rest is the package's.
//
// An isolate serves many requests with one instance of the module. That is safe
// since the module never waits: a call goes in and comes out before any other
// request runs. Whatever waits (fetch, body, timers) belongs to one request.
import { komojuTokenize } from "komoju-tokenize";
import { failure, json, languageOf, locales, refusal, write } from "./answer.js";
import { readDetails } from "./body.js";
import { broken, guard } from "./guard.js";
import { secretSent } from "./key.js";
import facts from "./facts.json";
import fields from "../../../static/forms.json";

/** @import { Answer, Call, Env } from "./types.js" */

/** @type {Record<string, { methods: string[], answer: (call: Call) => Answer | Promise<Answer> }>} by the last segment of the path */
const routes = {
  tokens: { methods: ["POST"], answer: createToken },
  healthz: { methods: ["GET", "HEAD"], answer: () => json(200, { ok: true }) },
  fields: { methods: ["GET", "HEAD"], answer: catalogue },
};

let started = false;

export default {
  /**
   * @param {Request} request
   * @param {Env} env
   */
  async fetch(request, env) {
    if (!started && !env.RATE_LIMITER) console.log(facts.noLimit);
    started = true;
    const call = callOf(request, env);
    const answer = await route(call).catch(() => refusal(call, "panic")); // its text may hold anything
    console.log(`edge: ${answer.status} ${answer.code ?? "ok"}, request ${call.id}`);
    return write(call, answer);
  },
};

/**
 * @param {Request} request
 * @param {Env} env
 * @returns {Call}
 */
function callOf(request, env) {
  const { headers } = request;
  const origin = headers.get("origin") ?? "";
  const origins = (env.ALLOWED_ORIGINS ?? "").split(/[ ,\t\r\n]+/).filter(Boolean);
  const ids = [headers.get("x-request-id"), headers.get("cf-ray")];
  const id = ids.find((id) => id && /^(?=.*[a-z])[\w-]{1,64}$/i.test(id)) ?? crypto.randomUUID();
  const until = Date.now() + timeoutOf(env);
  return { request, env, id, until, origin, origins, allowed: origins.includes(origin), locale: locales(request) };
}

/**
 * @param {Call} call
 * @returns {Promise<Answer>}
 */
async function route(call) {
  const reason = await broken(call);
  if (reason) return refusal(call, reason);
  if (/^[^?#]*%(?![\da-f]{2})/i.test(call.request.url)) return { status: 400 }; // as servers do that decode a path
  if (secretSent(call.request)) return refusal(call, "secret_sent");
  // As it was sent: what is written otherwise is another.
  const [, name = ""] = /([^/]*)$/.exec(call.request.url.replace(/[?#].*/s, "")) ?? [];
  const found = Object.hasOwn(routes, name) && routes[name];
  if (!found) return refusal(call, "route");
  const { method } = call.request;
  if (method === "OPTIONS") return call.allowed ? { status: 204 } : refusal(call, "origin");
  if (!found.methods.includes(method)) return { ...refusal(call, "method"), allow: found.methods.join(", ") };
  if (call.origin && !call.allowed) return refusal(call, "origin");
  return found.answer(call);
}

/** @param {Call} call */
async function createToken(call) {
  const reason = await guard(call);
  if (reason) return refusal(call, reason);
  const input = await readDetails(call);
  if (input.locale) call.locale = `${input.locale},${call.locale}`;
  if (input.reason) return refusal(call, input.reason);
  const { details, currency } = input;
  const { KOMOJU_PUBLISHABLE_KEY: publishableKey, KOMOJU_ENDPOINT: endpoint } = call.env;
  const timeout = Math.max(1, call.until - Date.now());
  const options = { publishableKey, endpoint, currency, timeout, locale: languageOf(call.locale), cards: cards(call.env) ? "on" : "off" };
  return komojuTokenize(details, options).then(
    (token) => json(200, token),
    (error) => failure(call, error),
  );
}

/** @param {Call} call */
function catalogue({ env }) {
  const types = fields.types.filter(({ name }) => name !== facts.card || cards(env));
  return { ...json(200, { types, stores: fields.stores }), cache: "public, max-age=3600" };
}

/** @param {Env} env milliseconds */
const timeoutOf = ({ KOMOJU_TIMEOUT }) => (/^\d{1,9}$/.test(`${KOMOJU_TIMEOUT}`) && Number(KOMOJU_TIMEOUT)) || facts.timeout;

/** @param {Env} env */
const cards = ({ CARDS }) => ["on", "true", "1"].includes(`${CARDS}`);
