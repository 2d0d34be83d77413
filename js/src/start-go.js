import "komoju:wasm_exec";

/**
 * Starts a module built by standard Go, whose runtime needs its wasm_exec.js.
 * @type {import("./api.js").Host["start"]}
 */
export async function start(module) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  // Its promise settles when main ends, which it does only in a crash; the call
  // at hand reports that.
  go.run(instance).catch(() => {});
  return /** @type {any} */ ({ ...instance.exports, memory: instance.exports.mem });
}
