/**
 * Starts a module built by TinyGo: it imports nothing.
 * @type {import("./api.js").Host["start"]}
 */
export async function start(module) {
  const { exports } = await WebAssembly.instantiate(module, {});
  /** @type {any} */ (exports)._initialize();
  return /** @type {any} */ (exports);
}
