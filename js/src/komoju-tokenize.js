import { checked, judgement, sentence } from "./answer.js";
import { createCore } from "./core.js";
import { failed, KomojuError } from "./error.js";
import { flatten, isPlain, own } from "./flatten.js";
import { createLimit, usual } from "./limit.js";
import { send } from "./send.js";

/** @import { Options } from "./generated/types.js" */
/** @import { Host, KomojuTokenize, Operation } from "./api.js" */
/** @import { Limit } from "./limit.js" */
/** @import { Answer } from "./send.js" */

/**
 * @typedef {object} Call one call, read at once: what the page changes later has no part in it
 * @property {any} options its own members, and none that another script gave to all objects
 * @property {string} invalid the option that is none, "" when all are
 * @property {string} locale
 * @property {string[]} pairs what the module is asked: the setting, then the details
 * @property {boolean} readable
 */

/**
 * Nothing is loaded or read until the first call.
 * @param {Host} host
 * @returns {KomojuTokenize}
 */
export function createKomojuTokenize(host) {
  const core = createCore(host);
  const { guard } = own(host);
  let configured = own();
  let misconfigured = "";

  /**
   * @param {unknown} [details]
   * @param {Options} [options]
   */
  const prepare = (details, options) => {
    /** @type {Call} */
    const call = { options: own(), invalid: "options", locale: "", pairs: [], readable: false };
    try {
      const { pairs } = call;
      if (!isPlain(options ?? {})) throw options;
      const given = (call.options = own(options));
      call.invalid = "locale";
      const locales = [given.locale, configured.locale, globalThis.document?.documentElement.lang];
      call.locale = locales.join().slice(0, 255); // the module passes over what is missing
      call.invalid = misconfigured;
      pairs.push("setting[locale]", call.locale, "setting[now]", `${(Date.now() / 60000) | 0}`);
      // The edge services say by cards that none are taken.
      for (const name of ["publishableKey", "endpoint", "currency", "cards"]) {
        const value = given[name] ?? configured[name] ?? "";
        if (typeof value === "string") pairs.push(`setting[${name}]`, value);
        else if (name !== "publishableKey") call.invalid ||= name; // another endpoint must not take its place
      }
      flatten(details, "payment_details", 1, pairs);
      call.readable = isPlain(details);
    } catch {}
    return call;
  };

  /**
   * @param {Operation} operation
   * @param {Call} call
   */
  const ask = (operation, { invalid, readable, pairs }) => {
    if (invalid) throw failed("invalid_options", invalid);
    if (!readable) throw failed("unreadable_details");
    const answer = core.call(operation, pairs);
    if (!answer) throw failed("details_too_large");
    return checked(answer);
  };

  /**
   * What does not fit is left out: the API's text, and then the details and, since
   * without them nobody can tell which of its words must not be passed on, all that
   * the API says of an error.
   * @param {Call} call
   * @param {Answer} answer
   * @param {number} attempt
   */
  const judge = ({ pairs, locale }, answer, attempt) => {
    const counted = ["attempt", `${attempt}`, "jitter", `${(Math.random() * 1000) | 0}`, "setting[locale]", locale];
    const { id, error } = own(answer.body);
    const wrong = own(error);
    const token = ["body[id]", cut(id)]; // it counts by being there
    const said = ["code", "param", "message"].flatMap((name) => [`body[error][${name}]`, cut(wrong[name])]);
    /** @param {string[]} rest */
    const tell = (...rest) => core.call("komojuAnswer", [...counted, ...answer.pairs, ...token, ...rest]);
    return checked(tell(...said, ...pairs) ?? tell(...said.slice(0, 4), ...pairs) ?? tell());
  };

  /**
   * Whatever was thrown, as a KomojuError. The module writes its text, unless
   * there is none to ask.
   * @param {Call} call
   * @param {unknown} reason
   */
  const refusal = (call, reason) => {
    const fault = reason instanceof KomojuError ? reason : failed("module_failed");
    if (fault.message) return fault;
    const { code, detail } = fault;
    try {
      const [, , message, , , retryable] = core.call("komojuAnswer", ["failure", `${code}`, "setting[locale]", call.locale]);
      return new KomojuError({ code, message, retryable: !!retryable, detail });
    } catch {
      return new KomojuError({ code, message: sentence(call.locale), detail });
    }
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
      limit = createLimit(call.options.timeout ?? configured.timeout ?? usual, call.options.signal);
      const { invalid, until, signal, pause } = limit;
      call.invalid ||= invalid;
      const [, , url, authorization, body] = await asked(until, () => ask("komojuTokenize", call));
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
    try {
      configured = own({ ...configured, ...config });
      misconfigured = "";
    } catch {
      misconfigured = "configure"; // the next call tells
    }
  };

  komojuTokenize.init = (source) =>
    core.load(source).catch((reason) => {
      throw refusal(prepare(), reason);
    });

  komojuTokenize.KomojuError = KomojuError;
  return komojuTokenize;
}

/**
 * A text, if need be its beginning, "" for anything else.
 * @param {unknown} value
 */
const cut = (value) => (typeof value === "string" ? value.slice(0, 999) : "");
