// What passes between the files of the loader. Its public shape is
// generated/types.d.ts, which knows the module's catalogue.
import type { Source } from "./generated/types.js";

export type * from "./generated/types.js";

/** The module's exports, by either compiler. Sizes and addresses are in bytes. */
export interface Exports {
  memory: WebAssembly.Memory;
  komojuVersion(): number;
  buffer(): number;
  komojuTokenize(size: number): number;
  komojuAnswer(size: number): number;
  komojuValidate(size: number): number;
}

export type Operation = "komojuTokenize" | "komojuAnswer" | "komojuValidate";

/** What a build brings: the module, and how an instance of it is started. */
export interface Host {
  bytes(): Source | Promise<Source>;
  start(module: WebAssembly.Module): Promise<Exports>;
  /** What keeps a request closed where the usual members of fetch cannot. */
  guard?(): RequestInit | undefined;
}
