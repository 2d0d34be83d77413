import { failed } from "./error.js";

/** Milliseconds; a timer whose delay takes more than 31 bits fires at once. */
const longest = 2e9;

/** Milliseconds for a call whose limit is not said. */
export const usual = 30000;

/** @typedef {ReturnType<typeof createLimit>} Limit */

/**
 * A time limit may be text, as the attributes of a tag are.
 * @param {any} timeout
 */
const isTimeout = (timeout) => (typeof timeout === "number" || /^\d+$/.test(timeout)) && timeout >= 0 && timeout < Infinity;

/**
 * What ends a call early, its time limit and the caller's signal, as one.
 * end() must follow, or a timer and a listener stay. invalid names an option that
 * is none, in whose place the usual one holds. A signal is known by what it has,
 * since it may come from another realm; what it does may throw.
 * @param {unknown} timeout milliseconds
 * @param {any} signal
 */
export function createLimit(timeout, signal) {
  const controller = new AbortController();
  let invalid = isTimeout(timeout) ? "" : "timeout";
  /** @type {(failure: string) => void} */
  let stop = () => {};
  /** @type {Promise<never>} */
  const stopped = new Promise((_, reject) => {
    stop = (failure) => {
      reject(failed(failure));
      controller.abort();
    };
  });
  // It may be rejected while nobody waits for it.
  stopped.catch(() => {});
  const abort = () => stop("aborted");
  try {
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    if (signal && (typeof signal.aborted !== "boolean" || !signal.removeEventListener)) throw signal;
  } catch {
    invalid ||= "signal";
  }
  const timer = setTimeout(stop, Math.min(invalid ? usual : Number(timeout), longest), "timeout");
  /** @type {ReturnType<typeof setTimeout>} */
  let pause;

  return {
    invalid,

    /** For fetch. */
    signal: controller.signal,

    /**
     * Settles as work does, or rejects as soon as the call is over.
     * @template T
     * @param {Promise<T>} work
     */
    until: (work) => Promise.race([stopped, work]),

    /** @param {number} milliseconds */
    pause: (milliseconds) =>
      Promise.race([stopped, new Promise((resolve) => (pause = setTimeout(resolve, milliseconds)))]),

    end() {
      clearTimeout(timer);
      clearTimeout(pause);
      try {
        signal?.removeEventListener("abort", abort);
      } catch {}
    },
  };
}
