// From a request's body to the details. What is read as what is wasm/edge's to say:
// e2e/workers holds the two against each other.
import facts from "./facts.json";
import { holdsSecret } from "./key.js";

/** @import { Call, Input } from "./types.js" */

/** @param {Headers} headers the content type without its parameters, "" for a packed body, and for two types */
export function mediaOf(headers) {
  const [, media = ""] = /^[ \t]*([^;,]*?)[ \t]*(;[^,]*)?$/.exec(headers.get("content-type") ?? "") ?? [];
  return headers.get("content-encoding") ? "" : media.toLowerCase();
}

/** @type {Record<string, (text: string) => [any, string]>} by content type: the body, and all its text, for a key to be looked for */
export const readers = { "application/json": readJSON, "application/x-www-form-urlencoded": readForm };

/** What no text can hold: half a surrogate pair, a zero, what was broken UTF-8. */
const damaged = /[\0\ufffd\ud800-\udfff]/u;

/** @param {Call} call @returns {Promise<Input>} */
export async function readDetails({ request, until }) {
  const { text = "", ...rest } = await readText(request, until);
  /** @type {any} */
  const none = rest;
  if (none.reason) return none;
  const [body, all] = /** @type {any} */ (readers[mediaOf(request.headers)])(text);
  if (holdsSecret(all)) return { ...none, reason: "secret_sent" };
  const { payment_details: details, currency, locale } = body ?? {};
  const input = { details, currency: string(currency), locale: string(locale) };
  if ({}.toString.call(details) !== "[object Object]") return { ...input, reason: "unreadable_details" };
  return sizeOf(input) > facts.details ? { ...input, reason: "details_too_large" } : input;
}

/** @param {unknown} value */
const string = (value) => (typeof value === "string" ? value : undefined);

const encoder = new TextEncoder();

/**
 * Bytes of what travels to the module.
 * @param {Input} input
 */
function sizeOf({ details, currency = "" }) {
  const texts = Object.entries(details).map(([name, value]) => name + (string(value) ?? JSON.stringify(value)));
  return encoder.encode(texts.join("") + currency).length + texts.length * facts.memberCost;
}

/**
 * Stops at the limits: Content-Length may be missing, and the rest never come.
 * @param {Request} request
 * @param {number} until
 * @returns {Promise<{ text?: string, reason?: string }>}
 */
async function readText({ body }, until) {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  /** @type {any} */
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, until - Date.now(), {})));
  try {
    while (reader) {
      const { done, value } = /** @type {any} */ (await Promise.race([reader.read(), late]));
      if (done) break;
      if (!value) return { reason: "slow_body" };
      size += value.length;
      if (size > facts.bodyLimit) return { reason: "details_too_large" };
      text += decoder.decode(value, { stream: true });
    }
    return { text: text + decoder.decode() };
  } catch {
    return { reason: "unreadable_details" };
  } finally {
    clearTimeout(timer);
  }
}

/** @param {string} text @returns {[any, string]} */
function readJSON(text) {
  try {
    let flat = text.replace(/"(\\.|[^"\\])*"/g, "");
    for (let i = facts.depth; i--; ) flat = flat.replace(/[[{][^[\]{}]*[\]}]/g, "");
    if (!/[[{]/.test(flat)) {
      const body = JSON.parse(text, marked);
      return [body, JSON.stringify(body)];
    }
  } catch {}
  return [{}, text];
}

/**
 * Marks what cannot be carried, for the module to refuse. A name that cannot be
 * makes the body unreadable.
 * @param {string} key
 * @param {unknown} value
 */
function marked(key, value) {
  if (damaged.test(key)) throw key;
  return (typeof value === "string" && damaged.test(value)) || value === Infinity || value === -Infinity ? "\ufffd" : value;
}

/**
 * The API's own form encoding: payment_details[number]=… Deeper names mean nested
 * values there, and are not read.
 * @param {string} text
 * @returns {[any, string]}
 */
function readForm(text) {
  const entries = pairs(text);
  const top = new Map();
  const details = new Map();
  for (const [key, value] of entries) {
    const [, name] = /^payment_details\[([^[\]]+)\]$/.exec(key) ?? [];
    if (damaged.test(key) || (!name && /^payment_details(\[|$)/.test(key))) return [{}, String(entries)];
    (name ? details : top).set(name ?? key, marked("", value));
  }
  return [{ ...Object.fromEntries(top), payment_details: Object.fromEntries(details) }, String(entries)];
}

/**
 * URLSearchParams takes a question mark at the start for none of the form's.
 * @param {string} text
 */
export const pairs = (text) => [...new URLSearchParams("&" + text)];
