import { checked, judgement, sentence } from "./answer.js";
import { createCore } from "./core.js";
import { KomojuError } from "./error.js";
import { flatten, isPlain } from "./flatten.js";
import { createLimit, usual } from "./limit.js";
import { send } from "./send.js";

/** @import { Config, Options } from "./generated/types.js" */
/** @import { Host, KomojuTokenize, Operation } from "./api.js" */
/** @import { Limit } from "./limit.js" */
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
  // Its own, and none that another script gave to all objects.
  const guard = Object.keys(host).includes("guard") ? host.guard : undefined;
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
   * can tell which of its words must not be passed on, all that the API says of an
   * error.
   * @param {Call} call
   * @param {Answer} answer
   * @param {number} attempt
   */
  const judge = ({ pairs, locale }, answer, attempt) => {
    const jitter = `${(Math.random() * 1000) | 0}`;
    /** @param {string[]} rest */
    const tell = (...rest) =>
      core.call("komojuAnswer", ["attempt", `${attempt}`, "jitter", jitter, "setting[locale]", locale, ...answer.pairs, ...rest]);
    const { id, error } = answer.body ?? {};
    const { code, message, param } = error ?? {};
    // An id counts by being there, and may have any length.
    const token = flatten(typeof id === "string" ? id.slice(0, 9) : id, "body[id]", 0);
    return checked(tell(...token, ...flatten({ code, message, param }, "body[error]", 1), ...pairs) ?? tell(...token));
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
    return new KomojuError(reason.code ? { ...reason, detail: reason.detail || detail } : { code: failure ?? "module_failed", message: sentence(call.locale), detail });
  };

  /**
   * Asks the module once an instance is there: the trap of a call beside this one
   * may have taken it, which is no fault of this one.
   * @template T
   * @param {<W>(work: Promise<W>) => Promise<W>} until
   * @param {() => T} question
   */
  const asked = async (until, question) => {
    do await until(core.load());
    while (!core.isReady());
    return question();
  };

  /** @type {KomojuTokenize} */
  const komojuTokenize = async (details, options) => {
    const call = prepare(details, options);
    /** @type {Limit | undefined} */
    let limit;
    try {
      /** @type {any} its own members, and none that another script gave to all objects */
      const own = { __proto__: null, ...options };
      const { invalid, until, signal, pause } = (limit = createLimit(own.timeout ?? configured.timeout ?? usual, own.signal));
      const [, , url, authorization, body] = await asked(until, () => {
        if (invalid) throw { failure: "invalid_options", detail: invalid };
        return ask("komojuTokenize", call);
      });
      for (let attempt = 1; ; attempt++) {
        const answer = await until(send({ url, authorization, body }, signal, guard?.()));
        const [, , wait] = await asked(until, () => judge(call, answer, attempt));
        if (!+wait) return answer.body;
        await pause(+wait);
      }
    } catch (reason) {
      throw refusal(call, reason);
    } finally {
      limit?.end();
    }
  };

  komojuTokenize.validate = async (details, options) => {
    const call = prepare(details, options);
    try {
      return judgement(await asked((work) => work, () => ask("komojuValidate", call)));
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
