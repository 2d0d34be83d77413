// The file for <script>: a global, set up by the attributes of its own tag.
import { bytes, start } from "komoju:module";
import { createKomojuTokenize } from "./komoju-tokenize.js";

const komojuTokenize = createKomojuTokenize({ bytes, start });

// Markup such as <img name="currentScript" data-endpoint="…"> can pose as
// document.currentScript; only a real script tag may say where card data goes.
const script = globalThis.document?.currentScript;
if (script?.localName === "script") komojuTokenize.configure(script.dataset);

/** @type {any} */ (globalThis).komojuTokenize = komojuTokenize;
