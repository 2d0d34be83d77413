// What the module answers, as the page reads it.
import { KomojuError } from "./error.js";
import { unavailable } from "./generated/unavailable.js";
import { fromLetters } from "./letters.js";

/** @import { Problem, Validation } from "./generated/types.js" */

/**
 * The sentence for a module that cannot run, in the first language it has.
 * @param {string} locale
 */
export function sentence(locale) {
  const [tag = ""] = /\b(en|ja|ko|zh)(?![a-z])/.exec(locale) ?? [];
  return `${new TextDecoder().decode(fromLetters(unavailable)).split("\n")[["ja", "ko", "zh"].indexOf(tag) + 1]}`;
}

/** The hint that is in the console already. */
let told = "";

/**
 * What the module says, unless it is a fault. A hint for the developer, which only
 * a test key brings, goes to the console, once.
 * @param {any} answer
 */
export function checked(answer) {
  const [hint, code, message, detail, status, retryable] = answer;
  if (hint && hint !== told) console.warn("komojuTokenize, unknown: " + (told = hint));
  if (code) throw new KomojuError({ code, message, detail, status: +status, retryable: !!retryable, problems: listed(answer, 6) });
  return answer;
}

/**
 * @param {any} answer
 * @param {number} i where field, code and message of the first problem are
 */
function listed(answer, i, end = answer.length) {
  /** @type {Problem[]} */
  const problems = [];
  while (i < end) problems.push({ field: answer[i++], code: answer[i++], message: answer[i++] });
  return problems;
}

/**
 * @param {any} answer what wasm/frame's Validate says: the count of problems,
 * these, and what is known of each field
 * @returns {Validation}
 */
export function judgement(answer) {
  let i = 3 + +answer[2] * 3;
  const problems = listed(answer, 3, i);
  /** @type {[string, any][]} made an object at the end, as a member __proto__ or a setter of another script would be lost */
  const fields = [];
  while (i < answer.length) {
    const name = answer[i++];
    const value = answer[i++];
    const state = answer[i++];
    const [, brand, codeLength, ...gaps] = state.split(" ");
    const field = { value, valid: state >= "2", potential: state >= "1", ...(state[1] && { gaps: gaps.map(Number) }) };
    fields.push([name, codeLength ? { ...field, brand: brand || null, codeLength: +codeLength } : field]);
  }
  return { valid: !problems.length, problems, fields: Object.fromEntries(fields) };
}
