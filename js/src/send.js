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
 * Sends what the module says, hands back what came and waits when told, until
 * it says token; judge throws any fault.
 * @param {Request} request
 * @param {import("./limit.js").Limit} limit
 * @param {(answer: Answer, attempt: number) => Promise<{ token?: boolean, wait?: number }>} judge
 * @returns {Promise<any>}
 */
export async function send(request, limit, judge) {
  for (let attempt = 1; ; attempt++) {
    const answer = await limit.until(receive(request, limit.signal));
    const { token, wait } = await judge(answer, attempt);
    if (token) return answer.body;
    await limit.pause(/** @type {number} */ (wait));
  }
}

/**
 * Never rejects: a failure after the call is over would go unhandled.
 * @param {Request} request
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
async function receive({ url, authorization, body }, signal) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body,
      signal,
      // Card data must reach nobody but the endpoint, and no cache. Where a
      // platform has no such thing as credentials (workerd), it throws at these
      // members, and at redirect: "error" too.
      ...("credentials" in Request.prototype
        ? { credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer" }
        : { redirect: "manual" }),
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
