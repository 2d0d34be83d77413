// A clock for the loader's timers alone: fetch and the server keep theirs.
// Nothing fires until a test says so.

/** How long the loader waits for a whole call unless told otherwise. */
export const limit = 30000;

export function fakeClock(t) {
  const { setTimeout, clearTimeout } = globalThis;
  const open = new Map();
  const seen = [];
  let tell = () => {};
  let next = 0;

  globalThis.setTimeout = (callback, ms, ...rest) => {
    const caller = new Error().stack.split("\n")[2];
    if (!caller.includes("/js/src/")) return setTimeout(callback, ms, ...rest);
    const id = `loader ${++next}`;
    const fire = () => open.delete(id) && callback(...rest);
    open.set(id, { ms, fire });
    seen.push({ ms, fire });
    tell();
    return id;
  };
  globalThis.clearTimeout = (id) => (open.has(id) ? void open.delete(id) : clearTimeout(id));
  t.after(() => Object.assign(globalThis, { setTimeout, clearTimeout }));

  /** The first timer set from now on that is short, or long, in turn. */
  const take = async (wanted) => {
    for (;;) {
      const i = seen.findIndex(({ ms }) => wanted(ms));
      if (i >= 0) return seen.splice(i, 1)[0];
      await new Promise((resolve) => (tell = resolve));
    }
  };

  return {
    open,
    /** A wait between two attempts. */
    wait: () => take((ms) => ms < limit),
    /** A time limit. */
    limit: () => take((ms) => ms >= limit),
    /** Lets so many waits pass as they come; answers their milliseconds. */
    async pass(count) {
      const waits = [];
      while (waits.length < count) {
        const { ms, fire } = await take((ms) => ms < limit);
        waits.push(ms);
        fire();
      }
      return waits;
    },
  };
}
