import { createCore } from "./core.js";
import { KomojuError } from "./error.js";
import { flatten, isPlain } from "./flatten.js";
import { unavailable } from "./generated/unavailable.js";
import { fromLetters } from "./letters.js";
import { createLimit } from "./limit.js";
import { send } from "./send.js";

/** @import { Config, Options, Problem, Validation } from "./generated/types.js" */
/** @import { Host, KomojuTokenize, Operation } from "./api.js" */
/** @import { Answer } from "./send.js" */

/**
 * @typedef {object} Call one call, read at once: what the page changes later has no part in it
 * @property {string} locale
 * @property {string[]} pairs what the module is asked: the setting, then the details
 * @property {boolean} [readable]
 */

/**
 * Nothing is loaded or read until the first call.
 * @param {Host} host
 * @returns {KomojuTokenize}
 */
export function createKomojuTokenize(host) {
  const core = createCore(host);
  /** @type {Config} */
  let configured = {};

  /**
   * @param {unknown} [details]
   * @param {Options} [options]
   */
  const prepare = (details, options) => {
    /** @type {Call} */
    const call = { locale: "", pairs: [] };
    try {
      const locales = [options?.locale, configured.locale, globalThis.document?.documentElement.lang];
      call.locale = locales.join(); // the module passes over what is missing
      // The module takes the first of a name, so a call's own goes before.
      call.pairs.push("setting[locale]", call.locale, "setting[now]", `${(Date.now() / 60000) | 0}`);
      for (const setting of [options, configured]) flatten(setting, "setting", 1, call.pairs);
      flatten(details, "payment_details", 1, call.pairs);
      call.readable = isPlain(details);
    } catch {}
    return call;
  };

  /**
   * @param {Operation} operation
   * @param {Call} call
   */
  const ask = (operation, { readable, pairs }) => {
    if (!readable) throw { failure: "unreadable_details" };
    const answer = core.call(operation, pairs);
    if (!answer) throw { failure: "details_too_large" };
    return checked(answer);
  };

  /**
   * What does not fit is left out: the details and, since without them nobody
   * can tell which of its words must not be passed on, the API's text with all
   * that is deep in the body; at last the whole body.
   * @param {Call} call
   * @param {Answer} answer
   * @param {number} attempt
   */
  const judge = ({ pairs, locale }, answer, attempt) => {
    const jitter = `${(Math.random() * 1000) | 0}`;
    /** @param {string[]} rest */
    const tell = (...rest) =>
      core.call("komojuAnswer", ["attempt", `${attempt}`, "jitter", jitter, "setting[locale]", locale, ...answer.pairs, ...rest]);
    return checked(tell(...flatten(answer.body, "body", 3), ...pairs) ?? tell(...flatten(answer.body, "body", 1)) ?? tell());
  };

  /**
   * Whatever was thrown, as a KomojuError. The module writes its text, unless
   * there is none to ask.
   * @param {Call} call
   * @param {any} reason
   */
  const refusal = (call, reason) => {
    const { failure, detail = "" } = reason;
    try {
      if (failure) judge(call, { pairs: ["failure", failure] }, 0);
    } catch (fault) {
      reason = fault;
    }
    return new KomojuError(reason.code ? reason : { code: failure ?? "module_failed", message: sentence(call.locale), detail });
  };

  /** @type {KomojuTokenize} */
  const komojuTokenize = async (details, options) => {
    const call = prepare(details, options);
    const limit = createLimit(options?.timeout ?? configured.timeout ?? 30000, options?.signal);
    // Before every use: another call's trap may have dropped the instance.
    const loaded = () => limit.until(core.load());
    try {
      await loaded();
      const [, , url, authorization, body] = ask("komojuTokenize", call);
      for (let attempt = 1; ; attempt++) {
        const answer = await limit.until(send({ url, authorization, body }, limit.signal, host.guard?.()));
        await loaded();
        const [, , wait] = judge(call, answer, attempt);
        if (!+wait) return answer.body;
        await limit.pause(+wait);
      }
    } catch (reason) {
      throw refusal(call, reason);
    } finally {
      limit.end();
    }
  };

  komojuTokenize.validate = async (details, options) => {
    const call = prepare(details, options);
    try {
      await core.load();
      return judgement(ask("komojuValidate", call));
    } catch (reason) {
      throw refusal(call, reason);
    }
  };

  komojuTokenize.configure = (config) => {
    configured = { ...configured, ...config };
  };

  komojuTokenize.init = (source) =>
    core.load(source).catch((reason) => {
      throw refusal(prepare(), reason);
    });

  komojuTokenize.KomojuError = KomojuError;
  return komojuTokenize;
}

/**
 * The sentence for a module that cannot run, in the first language it has.
 * @param {string} locale
 */
function sentence(locale) {
  const [tag = ""] = /\b(en|ja|ko|zh)(?![a-z])/.exec(locale) ?? [];
  return new TextDecoder().decode(fromLetters(unavailable)).split("\n")[["ja", "ko", "zh"].indexOf(tag) + 1];
}

/** The hint that is in the console already. */
let told = "";

/**
 * What the module says, unless it is a fault. A hint for the developer, which only
 * a test key brings, goes to the console, once.
 * @param {any} answer
 */
function checked(answer) {
  const [hint, code, message, detail, status, retryable] = answer;
  if (hint && hint !== told) console.warn("komojuTokenize, unknown: " + (told = hint));
  if (code) throw { code, message, detail, status: +status, retryable: !!retryable, problems: listed(answer, 6) };
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
function judgement(answer) {
  let i = 3 + +answer[2] * 3;
  const problems = listed(answer, 3, i);
  /** @type {Validation["fields"]} */
  const fields = {};
  while (i < answer.length) {
    const name = answer[i++];
    const value = answer[i++];
    const state = answer[i++];
    const field = (fields[name] = { value, valid: state >= "2", potential: state >= "1" });
    if (state[1]) {
      const [, brand, codeLength, ...gaps] = state.split(" ");
      Object.assign(field, { gaps: gaps.map(Number) }, codeLength && { brand: brand || null, codeLength: +codeLength });
    }
  }
  return { valid: !problems.length, problems, fields };
}
