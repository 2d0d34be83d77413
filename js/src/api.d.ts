// What passes between the files of the loader and its public shape. What the
// module's catalogue knows is generated/types.d.ts.
import type { Config, DetailsOf, Options, Problem, Token, Validation } from "./generated/types.js";

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

/** The one shape of every failure. It never holds a value that was typed in. */
export declare class KomojuError extends Error {
  constructor(fault: Fault);
  /** Stable, for the program: the API's codes and this package's own. */
  code: string;
  /** Every problem of the details at once, each with its field. */
  problems: Problem[];
  /** HTTP status of the API's answer, 0 when there was none. */
  status: number;
  /** The same details may succeed later. */
  retryable: boolean;
  /** The API's own text or the platform's, for the developer; may be empty. */
  detail: string;
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
}
