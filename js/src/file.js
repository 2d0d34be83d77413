// For require() in Node: the module lies beside the entry. Bundlers, whose
// output lies elsewhere, take the ES module for require() too.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @type {import("./api.js").Host["bytes"]} */
export const bytes = () => readFileSync(join(__dirname, "komoju-tokenize.wasm"));
