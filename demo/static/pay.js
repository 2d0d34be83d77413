// @ts-check
/** From the fields to a receipt. */

/** A failure the shopper is told of. The loader's KomojuError has the same members. */
export class Refused extends Error {
  /** @type {{ field: string, message: string }[]} */
  problems = [];
}

/**
 * Has the shop's back end pay with a token, and answers the receipt's address.
 * What it costs is the back end's to say.
 * @param {string} token @param {string} type @param {string} lang @param {string} unconfirmed
 */
export async function pay(token, type, lang, unconfirmed) {
  const answer = await post({ token, type, lang }).catch(() => null);
  if (!answer?.receipt) throw new Refused(answer?.error?.message ?? unconfirmed);
  return answer.receipt;
}

/**
 * @param {object} body
 * @returns {Promise<{ receipt?: string, error?: { message: string } }>}
 */
async function post(body) {
  const answer = await fetch("/pay", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(40_000),
  });
  return answer.json();
}
