/**
 * @typedef {object} Request what the module wants sent
 * @property {string} url
 * @property {string} authorization
 * @property {string} body
 *
 * @typedef {object} Answer what came of it
 * @property {string[]} pairs for the module: a failure, or status and retry_after
 * @property {any} [body] undefined when it is not JSON
 */

/**
 * Card data must reach nobody but the endpoint, and no cache.
 * @type {RequestInit}
 */
const closed = { credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer" };

/** Bytes of an answer that are read; KOMOJU's have less than one KB. */
const longest = 65536;

/**
 * Sends what the module says and tells what came. It never rejects: a failure
 * after the call is over would go unhandled. The request has no prototype, by which
 * another script of the page could add to it.
 * @param {Request} request
 * @param {AbortSignal} signal
 * @param {RequestInit} [guard]
 * @returns {Promise<Answer>}
 */
export async function send({ url, authorization, body }, signal, guard = closed) {
  try {
    /** @type {any} */
    const init = {
      __proto__: null,
      method: "POST",
      headers: { __proto__: null, authorization, "content-type": "application/json" },
      body,
      signal,
      ...guard,
    };
    const response = await fetch(url, init);
    const pairs = ["status", `${response.status}`, "retry_after", seconds(response.headers.get("retry-after") ?? "")];
    return { pairs, body: parse(await read(response)) };
  } catch {
    return { pairs: ["failure", "network_error"] };
  }
}

/**
 * A Retry-After in seconds, which a date becomes (RFC 9110, section 10.2.3): the
 * module has no clock.
 * @param {string} value
 */
const seconds = (value) => (value.endsWith("GMT") ? `${Math.max(0, Math.ceil((Date.parse(value) - Date.now()) / 1000)) || ""}` : value);

/**
 * The text of an answer, "" where it is too long to be one of KOMOJU's.
 * @param {Response} response
 */
async function read(response) {
  if (!response.body) return response.text(); // empty, or from a fetch that knows no streams
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > longest) {
      reader.cancel().catch(() => {});
      return "";
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {}
}
