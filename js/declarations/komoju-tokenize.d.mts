export type * from "./komoju-tokenize.cjs";
export { komojuTokenize, komojuTokenize as default, KomojuError } from "./komoju-tokenize.cjs";
