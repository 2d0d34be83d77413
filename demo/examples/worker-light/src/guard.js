// Who may ask, before a body is read.
import { komojuTokenize } from "komoju-tokenize";
import facts from "./facts.json";
import { mediaOf, readers } from "./body.js";
import { callerOf, keyOf } from "./key.js";

/** @import { Call } from "./types.js" */

/** @type {{ reason: string | undefined } | undefined} the vars of an isolate stay as they are */
let known;

/**
 * The name of what keeps the service from serving.
 * @param {Call} call
 */
export async function broken(call) {
  if (known) return known.reason;
  const reason = await judge(call);
  if (reason && !known) console.log(`edge: not set up: ${facts.refusals[/** @type {"key"} */ (reason)].detail}`);
  known = { reason };
  return reason;
}

/**
 * The module judges key and endpoint before any details, so that none are needed
 * to ask it.
 * @param {Call} call
 */
async function judge({ env, origins }) {
  const { KOMOJU_PUBLISHABLE_KEY: publishableKey, KOMOJU_ENDPOINT: endpoint } = env;
  const { code } = await komojuTokenize(/** @type {any} */ ({}), { publishableKey, endpoint }).catch((error) => error);
  if (code !== "invalid_details") return code;
  if (!origins.length) return "missing_origins";
  if (!origins.every(isOrigin)) return "invalid_origins";
}

/**
 * As browsers write it: a wildcard or a path would never match, and nobody would
 * learn why.
 * @param {string} text
 */
function isOrigin(text) {
  const [, scheme, port] = /^(https?):\/\/(?:[a-z\d._-]+|\[[\da-f:.]+\])(?::([1-9]\d{0,4}))?$/.exec(text) ?? [];
  return scheme && Number(port ?? 1) <= 65535 && port !== (scheme === "http" ? "80" : "443");
}

/**
 * The name of what is wrong with a request.
 * @param {Call} call
 */
export async function guard(call) {
  const { headers } = call.request;
  const key = keyOf(headers);
  if (!call.allowed) return "origin";
  if (!Object.hasOwn(readers, mediaOf(headers))) return "media";
  if (key && key !== call.env.KOMOJU_PUBLISHABLE_KEY) return "key";
  if (Number(headers.get("content-length")) > facts.bodyLimit) return "details_too_large";
  if (await limited(call)) return "rate";
}

/**
 * A broken counter must not stop a shop's sales.
 * @param {Call} call
 */
async function limited({ env, request, id }) {
  try {
    const key = callerOf(request.headers.get("cf-connecting-ip") ?? "");
    return env.RATE_LIMITER && !(await env.RATE_LIMITER.limit({ key })).success;
  } catch {
    console.log(`edge: the rate limit could not be asked; request ${id} passes`);
  }
}
