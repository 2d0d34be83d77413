// Imports the package where touching anything of a page, or starting anything,
// throws, and prints what was touched and which globals came. Run beside
// node_modules/komoju-tokenize.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const names = ["window", "document", "navigator", "location", "self", "localStorage", "fetch", "WebAssembly", "atob", "setTimeout"];
const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
const touched = [];
for (const name of names) {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      touched.push(name);
      throw new Error(`${name} was touched`);
    },
  });
}

const globals = Object.getOwnPropertyNames(globalThis);
const { KomojuError, komojuTokenize, default: usual } = await import("komoju-tokenize");
await import("./node_modules/komoju-tokenize/dist/komoju-tokenize.url.mjs");
const required = require("komoju-tokenize");
const added = Object.getOwnPropertyNames(globalThis).filter((name) => !globals.includes(name));

for (const [name, descriptor] of before) {
  if (descriptor) Object.defineProperty(globalThis, name, descriptor);
  else delete globalThis[name];
}
for (const [one, error] of [[komojuTokenize, KomojuError], [required.komojuTokenize, required.KomojuError]]) {
  if (one.KomojuError !== error) throw new Error("the error is not the one that calls reject with");
  await one.init();
}
if (usual !== komojuTokenize || required.default !== required.komojuTokenize) throw new Error("the default is another");
console.log(JSON.stringify({ touched, added }));
