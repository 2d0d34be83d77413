// The same for Vercel's edge runtime and Next.js, whose bundlers take a plain
// import for the instance's exports and tell the compiled module by its ending.
import module from "./komoju-tokenize.wasm?module";

/** @type {import("./api.js").Host["bytes"]} */
export const bytes = () => module;
