/** @import { Fault } from "./api.js" */

/**
 * The one shape of every failure, whether the module, the API or the network
 * refused. It never holds a value that was typed in, and so has no cause.
 */
export class KomojuError extends Error {
  /** @param {Fault} fault */
  constructor({ code, message, problems = [], status = 0, retryable = false, detail = "" }) {
    super(message);
    this.name = "KomojuError";
    /** Stable, for the program: the API's codes and this package's own. */
    this.code = code;
    /** Every problem of the details at once, each with its field. */
    this.problems = problems;
    /** HTTP status of the API's answer, 0 when there was none. */
    this.status = status;
    /** The same details may succeed later. */
    this.retryable = retryable;
    /** For the developer, in English; may be empty. */
    this.detail = detail;
  }
}
