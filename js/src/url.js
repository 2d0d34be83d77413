// Compiles while the bytes still arrive. A server that calls the file anything
// but application/wasm stops that: then it is compiled once it is there.

/** @type {import("./api.js").Host["bytes"]} */
export async function bytes() {
  const response = await fetch(new URL("./komoju-tokenize.wasm", import.meta.url));
  try {
    return await WebAssembly.compileStreaming(response.clone());
  } catch {
    return response;
  }
}
