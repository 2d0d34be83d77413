import { failed } from "./error.js";
import { decode, encode } from "./frame.js";

/** @import { Exports, Host, Operation, Source } from "./api.js" */

/** Bytes of a frame at the most, in version 1 of the ABI: wasm/frame's Limit. */
export const capacity = 4096;

/**
 * The life of the module: loaded at first use and once, a failure forgotten so
 * that the next call tries again, an instance that trapped replaced.
 * @param {Host} host
 */
export function createCore({ bytes, start }) {
  /** @type {WebAssembly.Module | undefined} kept, since a source may be read only once */
  let compiled;
  /** @type {Exports | undefined} */
  let exports;
  /** Where frames are written. */
  let at = 0;
  /** @type {Promise<void> | undefined} */
  let loading;

  /** @param {Source | Promise<Source>} [source] */
  const open = async (source) => {
    try {
      const module = await compile(await (source ?? compiled ?? bytes()));
      const fresh = await start(module);
      // Frames of another ABI could be read by the wrong rules.
      if (fresh.komojuVersion() !== 1) throw "ABI";
      at = fresh.buffer();
      compiled = module;
      exports = fresh;
    } catch (error) {
      loading = undefined;
      throw failed("module_failed", `${error}`);
    }
  };

  return {
    /**
     * Rejects with a detail for the developer: a content security policy without
     * 'wasm-unsafe-eval' shows here.
     * @param {Parameters<typeof open>[0]} [source]
     */
    load: (source) => loading ?? (loading = open(source)),

    /** Whether an instance is there: the trap of another call may have taken it. */
    isReady: () => !!exports,

    /**
     * Throws when the module is not loaded or trapped. All in one go, so that
     * calls under way at once cannot meet in the buffer.
     * @param {Operation} operation
     * @param {string[]} pairs
     * @returns {any} undefined when the pairs do not fit into the buffer
     */
    call(operation, pairs) {
      const module = exports;
      if (!module) throw {};
      try {
        // Only now is the memory looked at: any call may make it grow.
        const size = encode(pairs, new Uint8Array(module.memory.buffer, at, capacity));
        const answer = size < 0 ? undefined : decode(module.memory, module[operation](size));
        module.buffer(); // wipes what the call left
        return answer;
      } catch {
        exports = loading = undefined;
        new Uint8Array(module.memory.buffer).fill(0); // what the call left
        // Not the error itself: nobody knows what its text holds.
        throw {};
      }
    },
  };
}

/**
 * @param {Source} source
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source) {
  if (typeof source === "string" || source instanceof URL) source = await fetch(source);
  if ("arrayBuffer" in source) source = await source.arrayBuffer();
  // By what it has, since a module may come from another realm (Vercel's edge).
  return "byteLength" in source ? WebAssembly.compile(/** @type {BufferSource} */ (source)) : source;
}
