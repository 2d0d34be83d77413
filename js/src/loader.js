// What the ES module entries share, as one file of the package: they differ
// only in where the module is from.
export { KomojuError } from "./error.js";
export { createKomojuTokenize } from "./komoju-tokenize.js";
export { guard } from "./guard.js";
export { start } from "komoju:module";
