// Where nothing may be compiled from bytes (workerd, edge-light), importing a
// .wasm gives its compiled module. Elsewhere the same line gives other things,
// so it stays out of what the other entries share.
import module from "./komoju-tokenize.wasm";

/** @type {import("./api.js").Host["bytes"]} */
export const bytes = () => module;
