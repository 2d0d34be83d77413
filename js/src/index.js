import { bytes, start } from "komoju:module";
import { createKomojuTokenize } from "./komoju-tokenize.js";

export { KomojuError } from "./error.js";

export const komojuTokenize = createKomojuTokenize({ bytes, start });

export default komojuTokenize;
