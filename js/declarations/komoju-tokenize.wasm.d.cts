import type { CompiledModule } from "./komoju-tokenize.cjs";

/** The compiled module, where a host compiles an imported .wasm; elsewhere the same import gives other things. */
declare const module: CompiledModule;
export = module;
