// What passes between the files of the loader and its public shape. What the
// module's catalogue knows is generated/types.d.ts.
import type { Config, DetailsOf, Options, Problem, Token, Validation } from "./generated/types.js";
import type { KomojuError } from "./error.js";

export type * from "./generated/types.js";

/** Where the module comes from; or a promise of one of these. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

export interface KomojuTokenize {
  /** Turns details into a token. Rejects with KomojuError, whoever refused. */
  <const T extends string>(details: DetailsOf<T> & { type: T }, options?: Options): Promise<Token>;
  /** Judges details without sending anything. */
  validate<const T extends string>(details: Partial<DetailsOf<T>> & { type: T }, options?: Options): Promise<Validation>;
  /** Merges into what is configured. */
  configure(config: Config): void;
  /** Loads the module now instead of at the first call. Twice is harmless. */
  init(source?: Source | Promise<Source>): Promise<void>;
  KomojuError: typeof KomojuError;
}

/** A fault as the module tells it. */
export interface Fault {
  code: string;
  message: string;
  problems?: Problem[];
  status?: number;
  retryable?: boolean;
  detail?: string;
}

/** The module's exports, by either compiler. Sizes and addresses are in bytes. */
export interface Exports {
  memory: WebAssembly.Memory;
  komojuVersion(): number;
  bufferSize(): number;
  buffer(): number;
  wipe(): void;
  komojuTokenize(size: number): number;
  komojuAnswer(size: number): number;
  komojuValidate(size: number): number;
}

export type Operation = "komojuTokenize" | "komojuAnswer" | "komojuValidate";

/** What a build brings: the module, and how an instance of it is started. */
export interface Host {
  bytes(): Source | Promise<Source>;
  start(module: WebAssembly.Module): Promise<Exports>;
}
