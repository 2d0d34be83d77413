/** Milliseconds; a timer whose delay takes more than 31 bits fires at once. */
const longest = 2e9;

/** Milliseconds for a call whose limit is not said. */
export const usual = 30000;

/** @typedef {ReturnType<typeof createLimit>} Limit */

/**
 * The option that is none, if any. A time limit may be text, as the attributes of a
 * tag are. A signal is known by what it has, since it may come from another realm.
 * @param {unknown} timeout
 * @param {any} signal
 */
function invalid(timeout, signal) {
  const isTimeout = typeof timeout === "number" ? timeout >= 0 && timeout < Infinity : typeof timeout === "string" && /^\d+$/.test(timeout);
  if (!isTimeout) return "timeout";
  if (typeof signal.aborted !== "boolean" || !signal.addEventListener || !signal.removeEventListener) return "signal";
}

/**
 * What ends a call early, its time limit and the caller's signal, as one.
 * end() must follow, or a timer and a listener stay. invalid names an option that
 * is none, in whose place the usual one holds.
 * @param {unknown} timeout milliseconds
 * @param {AbortSignal} [given]
 */
export function createLimit(timeout, given) {
  const controller = new AbortController();
  const none = invalid(timeout, given ?? controller.signal);
  const signal = none ? controller.signal : (given ?? controller.signal);
  /** @type {(failure: string) => void} */
  let stop = () => {};
  /** @type {Promise<never>} */
  const stopped = new Promise((_, reject) => {
    stop = (failure) => {
      reject({ failure });
      controller.abort();
    };
  });
  // It may be rejected while nobody waits for it.
  stopped.catch(() => {});
  const abort = () => stop("aborted");
  signal.addEventListener("abort", abort);
  if (signal.aborted) abort();
  const timer = setTimeout(stop, Math.min(none ? usual : Number(timeout), longest), "timeout");
  /** @type {ReturnType<typeof setTimeout>} */
  let pause;

  return {
    invalid: none,

    /** For fetch. */
    signal: controller.signal,

    /**
     * Settles as work does, or rejects with { failure } as soon as the call is over.
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
      signal.removeEventListener("abort", abort);
    },
  };
}
