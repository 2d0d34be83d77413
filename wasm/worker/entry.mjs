// Starts one Go instance for each request; main.go says why. In place of the
// library's worker.mjs, which waits for ever when an instance dies, and lets the
// text of a panic into the log, where a card number may stand in it.
import "wasm_exec"; // the library's; wasm/internal/workers knows where it is
import module from "./app.wasm";

// Go's standard error. What the service has to say goes to console by itself.
globalThis.fs.writeSync = (_, { length }) => length;

let first = true;

/** What is left to say when an instance is gone. Package edge has the shape. */
const failed = () =>
  Response.json(
    { error: { code: "module_failed", message: "The payment service is not available. Please try again in a moment.", param: null, problems: [], status: 0, retryable: false, detail: "An instance ended without an answer." } },
    { status: 500, headers: { "cache-control": "no-store" } },
  );

export default {
  async fetch(request, env, ctx) {
    // Go reads no such address; its own servers answer so before any handler.
    if (/^[^?#]*%(?![\da-f]{2})/i.test(request.url)) return new Response(null, { status: 400 });
    const go = new Go();
    const binding = {};
    let ready;
    const started = new Promise((resolve) => (ready = resolve));
    const instance = new WebAssembly.Instance(module, { ...go.importObject, workers: { ready } });
    const ended = go.run(instance, { env, ctx, binding, first }).catch(() => {});
    first = false;
    await Promise.race([started, ended]);
    // The request's own answer comes before its instance's end.
    // What is thrown may hold the request's address, and is not for the log.
    const answer = await Promise.race([binding.handleRequest?.(request), ended]).catch(() => {});
    if (!answer) console.error("edge: an instance ended without an answer");
    return answer ?? failed();
  },
};
