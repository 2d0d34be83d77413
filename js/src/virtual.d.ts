// The modules that the build provides: see Host in api.d.ts.
declare module "komoju:module" {
  export const bytes: import("./api.js").Host["bytes"];
  export const start: import("./api.js").Host["start"];
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
