// The module as npm's entries hold it: deflated, in base64. Their file and the
// one for <script>, each with the module in letters, would not fit the package.
import { deflated } from "komoju:deflated";
import { inflate } from "./inflate.js";

/** @type {import("./api.js").Host["bytes"]} */
export const bytes = () => inflate(Uint8Array.from(atob(deflated), (char) => char.charCodeAt(0)));
