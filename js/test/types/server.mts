// A server's own files, without lib dom. Of what the declarations name, Node's
// types have these; of WebAssembly and BufferSource they know nothing.
import { komojuTokenize, type Token } from "komoju-tokenize";
import module from "komoju-tokenize/komoju-tokenize.wasm";

declare global {
  interface AbortSignal { readonly aborted: boolean }
  interface Response { readonly status: number }
  interface URL { readonly href: string }
}

await komojuTokenize.init(new Uint8Array(8));
await komojuTokenize.init(module);
export const token: Token = await komojuTokenize({ type: "toss", email: "taro@example.com" }, { timeout: 5000 });
