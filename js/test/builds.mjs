// The two builds of the module under test. KOMOJU_TINYGO_WASM, KOMOJU_GO_WASM
// and KOMOJU_WASM_EXEC name other files than the usual ones. Standard Go's must
// be there; TinyGo's may be missing only when KOMOJU_NO_TINYGO says why.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import test from "node:test";
import { createKomojuTokenize } from "../src/komoju-tokenize.js";
import { start as startTinyGo } from "../src/start-tinygo.js";

const top = fileURLToPath(new URL("../..", import.meta.url));
const file = (variable, usual) => resolve(top, process.env[variable] ?? usual);

export const tinygoFile = file("KOMOJU_TINYGO_WASM", "js/dist/komoju-tokenize.wasm");
const goFile = file("KOMOJU_GO_WASM", ".build/std/komoju-tokenize.wasm");
const support = pathToFileURL(file("KOMOJU_WASM_EXEC", ".build/std/wasm_exec.js")).href;

/** The module that komoju:module means, for the entries' tests. */
const host = new URL("./host.mjs", import.meta.url).href;

register("./hooks.mjs", {
  parentURL: import.meta.url,
  data: {
    "komoju:wasm_exec": { url: support, format: "commonjs" },
    "komoju:module": { url: host, format: "module" },
  },
});

const { start: startGo } = await import("../src/start-go.js");

const go = build("go", goFile, startGo);
export const tinygo = missing() ? undefined : build("tinygo", tinygoFile, startTinyGo);
export const builds = tinygo ? [tinygo, go] : [go];

function missing() {
  const reason = process.env.KOMOJU_NO_TINYGO;
  if (reason) console.log(`without TinyGo's build: ${reason}`);
  return Boolean(reason);
}

/** Compiled once: standard Go's takes long. */
function build(name, path, start) {
  const bytes = readFileSync(path);
  const module = new WebAssembly.Module(bytes);
  const made = { name, bytes, module, start, host: { bytes: () => module, start } };
  // For tests that leave nothing behind; an instance of standard Go takes 13 MB.
  made.shared = createKomojuTokenize(made.host);
  return made;
}

/** One test for each build. */
export function each(name, body) {
  for (const made of builds) test(`${made.name}: ${name}`, { timeout: 20000 }, (t) => body(made, t));
}

/** A host whose instances are seen, and changed, before they are used. */
export function hostWith(made, change) {
  return {
    bytes: () => made.module,
    start: async (module) => change({ ...(await made.start(module)) }),
  };
}
