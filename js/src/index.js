import { bytes } from "komoju:module";
import { createKomojuTokenize, KomojuError, start } from "./loader.js";

export { KomojuError };

export const komojuTokenize = createKomojuTokenize({ bytes, start });

export default komojuTokenize;
