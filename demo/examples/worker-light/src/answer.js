// What a caller reads: the shape of KOMOJU's errors with KomojuError in it.
import facts from "./facts.json";

/** @import { Answer, Call, KomojuError, Refusal } from "./types.js" */

/** @type {{ refusals: Record<string, Refusal>, sentences: Record<string, string>[] }} refusals by name, sentences by language */
const { refusals, sentences } = facts;

/**
 * @param {number} status
 * @param {unknown} body
 * @returns {Answer}
 */
export const json = (status, body) => ({ status, body: JSON.stringify(body) });

/** @param {Request} request */
export const locales = ({ headers }) => headers.get("accept-language") ?? "";

/**
 * @param {Call} call
 * @param {string} name
 * @returns {Answer}
 */
export function refusal({ locale }, name) {
  const { http, code, detail = "", retryable = false, field, sentence = -1 } = /** @type {Refusal} */ (refusals[name]);
  const text = sentences[sentence]?.[languageOf(locale)] ?? "";
  const problems = field ? [{ field, code, message: text }] : [];
  const answer = error(http, { code, message: text, problems, status: 0, retryable, detail });
  return http === 429 ? { ...answer, retryAfter: facts.limitPeriod } : answer;
}

/**
 * KOMOJU's own status, unless its answer was none or none that a caller could use.
 * @param {Call} call
 * @param {KomojuError} fault
 */
export function failure(call, fault) {
  const { code, message, problems, status, retryable, detail } = fault;
  const known = Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  if (known && code === "details_too_large") return refusal(call, code);
  if (code === facts.refusals.cards.code && !status) return refusal(call, "cards"); // the module's word: KOMOJU's has a status
  return error(known?.http ?? (status >= 400 ? status : 502), { code, message, problems, status, retryable, detail });
}

/**
 * @param {number} http
 * @param {KomojuError} members
 * @returns {Answer}
 */
function error(http, { code, message, ...rest }) {
  return { ...json(http, { error: { code, message, param: rest.problems[0]?.field ?? null, ...rest } }), code };
}

/**
 * The first language that has sentences, as wasm/message chooses it.
 * @param {string} tags
 */
export function languageOf(tags) {
  for (const tag of tags.split(",")) {
    const [, known] = /^ *(en|ja|ko|zh)(?![a-z])/i.exec(tag) ?? [];
    if (known) return known.toLowerCase();
  }
  return "en";
}

/**
 * @param {Call} call
 * @param {Answer} answer
 */
export function write({ request, id, origin, allowed }, { status, body, cache, retryAfter, allow }) {
  const headers = new Headers({
    "x-request-id": id,
    "x-content-type-options": "nosniff",
    "cache-control": cache ?? "no-store",
    vary: "Origin",
  });
  if (retryAfter) headers.set("retry-after", retryAfter);
  if (allow) headers.set("allow", allow);
  if (body) headers.set("content-type", "application/json");
  if (allowed) {
    headers.set("access-control-allow-origin", origin);
    headers.set("access-control-expose-headers", "retry-after, x-request-id");
  }
  if (allowed && status === 204) {
    headers.set("access-control-allow-methods", "GET, POST");
    headers.set("access-control-allow-headers", "authorization, content-type, x-request-id");
    headers.set("access-control-max-age", "86400");
  }
  if (body && request.method === "HEAD") headers.set("content-length", `${new TextEncoder().encode(body).length}`);
  return new Response(request.method === "HEAD" ? null : (body ?? null), { status, headers });
}
