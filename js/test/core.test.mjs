import assert from "node:assert/strict";
import { createServer } from "node:http";
import test from "node:test";
import { createCore } from "../src/core.js";
import { createKomojuTokenize } from "../src/komoju-tokenize.js";
import { each, hostWith } from "./builds.mjs";
import { card, refusal } from "./fixtures.mjs";

/** The host of a build that counts how often it is asked. */
function counted({ host }) {
  const count = { bytes: 0, start: 0 };
  return {
    count,
    host: {
      bytes: () => (count.bytes++, host.bytes()),
      start: (module) => (count.start++, host.start(module)),
    },
  };
}

each("nothing is loaded before the first use, and then once", async (made) => {
  const { count, host } = counted(made);
  const komojuTokenize = createKomojuTokenize(host);
  komojuTokenize.configure({ locale: "ja" });
  assert.deepEqual(count, { bytes: 0, start: 0 });
  await Promise.all([komojuTokenize.init(), komojuTokenize.validate(card), komojuTokenize.validate(card)]);
  await komojuTokenize.init();
  await komojuTokenize.init("http://127.0.0.1:1/never-asked.wasm");
  await komojuTokenize.validate(card);
  assert.deepEqual(count, { bytes: 1, start: 1 });
});

each("the module fails to load, then works: a failure is forgotten", async ({ host, module }) => {
  let source = Promise.reject(new Error("offline"));
  const komojuTokenize = createKomojuTokenize({ ...host, bytes: () => source });
  const failed = await Promise.allSettled([komojuTokenize.validate(card), komojuTokenize(card), komojuTokenize.init()]);
  for (const { reason } of failed) {
    const error = await refusal(Promise.reject(reason), "module_failed");
    assert.equal(error.message, "The payment service is not available. Please try again in a moment.");
    assert.match(error.detail, /offline/);
  }
  source = new Uint8Array([0, 97, 115, 109]);
  await refusal(komojuTokenize.validate(card), "module_failed");
  source = module;
  assert.equal((await komojuTokenize.validate(card)).valid, true);
});

each("a trap is module_failed, and the next call works", async (made) => {
  let traps = 1;
  let started = 0;
  const change = (exports) => {
    started++;
    const { komojuValidate } = exports;
    // Fewer than no bytes is out of bounds: the module itself traps.
    return { ...exports, komojuValidate: (size) => komojuValidate(traps-- > 0 ? -1 : size) };
  };
  // Standard Go's runtime writes its trace there.
  const { log, warn } = console;
  console.log = console.warn = () => {};
  const komojuTokenize = createKomojuTokenize(hostWith(made, change));
  const failure = await refusal(komojuTokenize.validate(card), "module_failed");
  Object.assign(console, { log, warn });
  assert.equal(failure.detail, "");
  assert.equal((await komojuTokenize.validate(card)).valid, true);
  assert.equal(started, 2);
});

each("a source that can be read once is enough for an instance after a trap", async (made) => {
  let traps = 1;
  const throwing = (exports) => ({
    ...exports,
    komojuValidate: (size) => {
      if (traps-- > 0) throw new Error(card.number);
      return exports.komojuValidate(size);
    },
  });
  const komojuTokenize = createKomojuTokenize({
    ...hostWith(made, throwing),
    bytes: () => assert.fail("asked though init brought a source"),
  });
  await komojuTokenize.init(new Response(made.bytes));
  const error = await refusal(komojuTokenize.validate(card), "module_failed");
  assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(card.number));
  assert.equal((await komojuTokenize.validate(card)).valid, true);
});

each("another version of the ABI is module_failed", async (made) => {
  for (const version of [0, 2]) {
    const komojuTokenize = createKomojuTokenize(hostWith(made, (exports) => ({ ...exports, komojuVersion: () => version })));
    const error = await refusal(komojuTokenize.init(), "module_failed");
    assert.equal(error.detail, "ABI");
    await refusal(komojuTokenize.validate(card), "module_failed");
  }
});

each("init takes a URL, its text, a response, bytes, a module, or a promise", async ({ bytes, module, start }, t) => {
  const server = createServer(({ url }, response) => {
    response.writeHead(url === "/missing" ? 404 : 200, { "content-type": url === "/typed" ? "application/wasm" : "text/plain" });
    response.end(url === "/missing" ? "no such file" : bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  const url = `http://127.0.0.1:${server.address().port}`;
  const never = () => assert.fail("asked though init brought a source");
  const sources = [
    `${url}/plain`, new URL(`${url}/typed`), fetch(`${url}/typed`), new Response(bytes), bytes,
    new Uint8Array(bytes).buffer, module, Promise.resolve(module),
  ];
  for (const source of sources) {
    const komojuTokenize = createKomojuTokenize({ bytes: never, start });
    assert.equal(await komojuTokenize.init(source), undefined);
    assert.equal((await komojuTokenize.validate(card)).valid, true);
  }
  const failing = () => Promise.reject(new Error("gone"));
  for (const source of [`${url}/missing`, "not a url", 5, new Uint8Array(3), failing]) {
    const komojuTokenize = createKomojuTokenize({ bytes: () => module, start });
    await refusal(komojuTokenize.init(source === failing ? failing() : source), "module_failed");
    assert.equal((await komojuTokenize.validate(card)).valid, true);
  }
});

each("the loader's own sentences are the module's", async ({ module, start }) => {
  const core = createCore({ bytes: () => module, start });
  await core.load();
  for (const locale of ["en", "ja", "ko", "zh", "fr,ja-JP", "ja_JP", "", "kab", "kok,ja", "x"]) {
    const broken = createKomojuTokenize({ bytes: () => new Uint8Array(), start });
    const { message, retryable } = await refusal(broken.validate(card, { locale }), "module_failed");
    const [, , told, , , again] = core.call("komojuAnswer", ["failure", "module_failed", "setting[locale]", locale]);
    assert.deepEqual({ message, retryable }, { message: told, retryable: Boolean(again) }, locale);
  }
});

test("a call of an instance that is not there throws, and starts nothing", () => {
  const core = createCore({ bytes: () => assert.fail(), start: () => assert.fail() });
  assert.throws(() => core.call("komojuValidate", []));
});
