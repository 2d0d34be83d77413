// What passes between the files of this Worker.
import type { PaymentDetails } from "../../../../js/src/generated/types.js";

/** Vars, secrets and bindings; wrangler.jsonc says what they are for. */
export interface Env {
  KOMOJU_PUBLISHABLE_KEY?: string;
  KOMOJU_ENDPOINT?: string;
  /** Milliseconds. */
  KOMOJU_TIMEOUT?: string | number;
  /** Exact origins, parted by commas, spaces or line breaks. */
  ALLOWED_ORIGINS?: string;
  CARDS?: string | boolean;
  RATE_LIMITER?: { limit(options: { key: string }): Promise<{ success: boolean }> };
}

/** One request on its way. */
export interface Call {
  request: Request;
  env: Env;
  id: string;
  /** When it must be over, in milliseconds of the clock. */
  until: number;
  origin: string;
  origins: string[];
  /** The origin is one of origins. */
  allowed: boolean;
  locale: string;
}

export interface Answer {
  status: number;
  /** Of an error; for the log. */
  code?: string;
  body?: string;
  /** Cache-Control; no-store unless said. */
  cache?: string;
  retryAfter?: string;
  /** The method, where another was used. */
  allow?: string;
}

export interface Input {
  /** As the caller gave them; the package judges. */
  details: PaymentDetails & { type: string };
  currency?: string | undefined;
  locale?: string | undefined;
  /** The name of the refusal. */
  reason?: string;
}

/** A row of facts.json. */
export interface Refusal {
  http: number;
  code: string;
  detail?: string;
  /** Not unless said. */
  retryable?: boolean;
  field?: string;
  /** Where its sentence stands; none for a fault that the package tells itself. */
  sentence?: number;
}

export interface KomojuError {
  code: string;
  message: string;
  problems: { field: string; code: string; message: string }[];
  status: number;
  retryable: boolean;
  detail: string;
}
