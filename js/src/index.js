import { bytes } from "komoju:module";
import { createKomojuTokenize, guard, KomojuError, start } from "./loader.js";

export { KomojuError };

export const komojuTokenize = createKomojuTokenize({ bytes, guard, start });

export default komojuTokenize;
