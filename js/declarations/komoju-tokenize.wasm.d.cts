/** The compiled module, where a host compiles an imported .wasm; elsewhere the same import gives other things. */
declare const module: WebAssembly.Module;
export = module;
