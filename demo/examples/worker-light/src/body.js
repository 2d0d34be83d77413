// From a request's body to the details.
import facts from "./facts.json";

/** @import { Input } from "./types.js" */

/** @param {Headers} headers */
export const mediaOf = (headers) => (headers.get("content-type") ?? "").replace(/;.*/s, "").trim().toLowerCase();

/** @type {Record<string, (text: string) => any>} by content type */
export const readers = {
  "application/json": (text) => JSON.parse(text),
  "application/x-www-form-urlencoded": readForm,
};

/** @param {Request} request @returns {Promise<Input>} */
export async function readDetails(request) {
  /** @type {any} */
  const none = {};
  const text = await readText(request).catch(() => "");
  if (text === undefined) return { ...none, reason: "details_too_large" };
  try {
    const { payment_details: details, currency, locale } = readers[mediaOf(request.headers)]?.(text);
    if ({}.toString.call(details) !== "[object Object]") return { ...none, locale: string(locale), reason: "unreadable_details" };
    return { details, currency: string(currency), locale: string(locale) };
  } catch {
    return { ...none, reason: "unreadable_details" };
  }
}

/** @param {unknown} value */
const string = (value) => (typeof value === "string" ? value : undefined);

/**
 * Stops at the limit: Content-Length may be missing.
 * @param {Request} request
 * @returns {Promise<string | undefined>} undefined when there is more
 */
async function readText({ body }) {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of /** @type {any} */ (body ?? [])) {
    size += chunk.byteLength;
    if (size > facts.bodyLimit) return;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * The API's own form encoding: payment_details[number]=…
 * @param {string} text
 */
function readForm(text) {
  const top = new Map();
  const details = new Map();
  for (const [key, value] of new URLSearchParams(text)) {
    const [, name] = /^payment_details\[(.*)\]$/s.exec(key) ?? [];
    if (name === undefined) top.set(key, value);
    else details.set(name, value);
  }
  return { ...Object.fromEntries(top), payment_details: Object.fromEntries(details) };
}
