/** Milliseconds; a timer whose delay takes more than 31 bits fires at once. */
const longest = 2e9;

/** @typedef {ReturnType<typeof createLimit>} Limit */

/**
 * What ends a call early, its time limit and the caller's signal, as one.
 * end() must follow, or a timer and a listener stay.
 * @param {number} timeout milliseconds
 * @param {AbortSignal} [signal]
 */
export function createLimit(timeout, signal) {
  const controller = new AbortController();
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
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  const timer = setTimeout(stop, Math.min(timeout, longest), "timeout");
  /** @type {ReturnType<typeof setTimeout>} */
  let pause;

  return {
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
      signal?.removeEventListener("abort", abort);
    },
  };
}
