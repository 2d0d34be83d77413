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

/**
 * Sends what the module says and tells what came. It never rejects: a failure
 * after the call is over would go unhandled.
 * @param {Request} request
 * @param {AbortSignal} signal
 * @param {RequestInit} [guard]
 * @returns {Promise<Answer>}
 */
export async function send({ url, authorization, body }, signal, guard = closed) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body,
      signal,
      ...guard,
    });
    const text = await response.text();
    const pairs = ["status", `${response.status}`, "retry_after", response.headers.get("retry-after") ?? ""];
    return { pairs, body: parse(text) };
  } catch {
    return { pairs: ["failure", "network_error"] };
  }
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {}
}
