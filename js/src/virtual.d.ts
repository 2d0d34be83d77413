// The modules that the build provides: see Host in api.d.ts.
declare module "komoju:module" {
  export const bytes: import("./api.js").Host["bytes"];
  export const start: import("./api.js").Host["start"];
}

declare module "komoju:deflated" {
  export const deflated: string;
}

// wasm_exec.js of the standard Go distribution, which defines globalThis.Go.
declare module "komoju:wasm_exec" {}

declare var Go: new () => {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
};

// What lies beside the entries in the package, and is not bundled into them.
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}

// Node's, for the entry that nothing but Node reads.
declare module "node:fs" {
  export const readFileSync: (path: string) => Uint8Array<ArrayBuffer>;
}

declare module "node:path" {
  export const join: (...parts: string[]) => string;
}

declare const __dirname: string;
