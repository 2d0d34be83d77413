// The edge service as a Worker in JavaScript around the npm package: for shops
// that want it small and fast. It answers what wasm/edge answers, and keeps no
// rule of its own: what it refuses, and in which words, is in facts.json, which
// is made from the Go service; the rest is the package's.
//
// An isolate serves many requests with one instance of the module. That is safe
// since the module never waits: a call goes in and comes out before any other
// request runs. Whatever waits (fetch, body, timers) belongs to one request.
import { komojuTokenize } from "komoju-tokenize";
import { failure, json, locales, refusal, write } from "./answer.js";
import { readDetails } from "./body.js";
import { broken, guard } from "./guard.js";
import facts from "./facts.json";
import fields from "../../../static/forms.json";

/** @import { Answer, Call, Env } from "./types.js" */

/** @type {Record<string, { method: string, answer: (call: Call) => Answer | Promise<Answer> }>} by the last segment of the path */
const routes = {
  tokens: { method: "POST", answer: createToken },
  healthz: { method: "GET", answer: () => json(200, { ok: true }) },
  fields: { method: "GET", answer: catalogue },
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
  const origins = (env.ALLOWED_ORIGINS ?? "").split(/[\s,]+/).filter(Boolean);
  const ids = [headers.get("x-request-id"), headers.get("cf-ray")];
  const id = ids.find((id) => id && /^(?=.*[a-z])[\w-]{1,64}$/i.test(id)) ?? crypto.randomUUID();
  return { request, env, id, origin, origins, allowed: origins.includes(origin), locale: locales(request) };
}

/**
 * @param {Call} call
 * @returns {Promise<Answer>}
 */
async function route(call) {
  const reason = await broken(call);
  if (reason) return refusal(call, reason);
  const { pathname } = new URL(call.request.url);
  const name = pathname.slice(pathname.lastIndexOf("/") + 1);
  const found = Object.hasOwn(routes, name) && routes[name];
  if (!found) return refusal(call, "route");
  const { method } = call.request;
  if (method === "OPTIONS") return call.allowed ? { status: 204 } : refusal(call, "origin");
  if (method !== found.method) return { ...refusal(call, "method"), allow: found.method };
  if (call.origin && !call.allowed) return refusal(call, "origin");
  return found.answer(call);
}

/** @param {Call} call */
async function createToken(call) {
  const reason = await guard(call);
  if (reason) return refusal(call, reason);
  const input = await readDetails(call.request);
  if (input.locale) call.locale = `${input.locale},${call.locale}`;
  if (input.reason) return refusal(call, input.reason);
  const { details, currency } = input;
  if (details.type === facts.card && !cards(call.env)) return refusal(call, "cards");
  const { KOMOJU_PUBLISHABLE_KEY: publishableKey, KOMOJU_ENDPOINT: endpoint, KOMOJU_TIMEOUT } = call.env;
  const timeout = Number(KOMOJU_TIMEOUT) || facts.timeout;
  return komojuTokenize(details, { publishableKey, endpoint, currency, timeout, locale: call.locale }).then(
    (token) => json(200, token),
    (error) => failure(call, error),
  );
}

/** @param {Call} call */
function catalogue({ env }) {
  const types = fields.types.filter(({ name }) => name !== facts.card || cards(env));
  return { ...json(200, { types, stores: fields.stores }), cache: "public, max-age=3600" };
}

/** @param {Env} env */
const cards = ({ CARDS }) => ["on", "true", "1"].includes(`${CARDS}`);
