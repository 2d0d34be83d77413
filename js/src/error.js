/** @import { Fault, KomojuError as Shape } from "./api.js" */

/**
 * The one shape of every failure, whether the module, the API or the network
 * refused; its members are described in api.d.ts. It never holds a value that
 * was typed in, and so has no cause. Its members are defined and not assigned,
 * which a frozen Error.prototype would not let pass.
 * @type {typeof Shape}
 */
export const KomojuError = /** @type {any} */ (
  class KomojuError extends Error {
    /** @param {Fault} fault */
    constructor(fault) {
      super(fault.message);
      const members = { name: "KomojuError", problems: [], status: 0, retryable: false, detail: "", ...fault };
      for (const [name, value] of Object.entries(members)) {
        Object.defineProperty(this, name, /** @type {any} */ ({ __proto__: null, value, configurable: true, enumerable: true, writable: true }));
      }
    }
  }
);

/**
 * A failure that the module has yet to write the sentence of.
 * @param {string} code
 * @param {string} [detail]
 */
export const failed = (code, detail = "") => new KomojuError({ code, message: "", detail });
