// Where the entries of the package have their module from.
import assert from "node:assert/strict";
import test from "node:test";
import { createContext, runInContext } from "node:vm";
import { createKomojuTokenize } from "../src/komoju-tokenize.js";
import { bytes as fromUrl } from "../src/url.js";
import { fakeFetch } from "./api.mjs";
import { builds } from "./builds.mjs";
import { card } from "./fixtures.mjs";

const [{ bytes, start }] = builds;

const asked = (t, headers) => {
  const urls = [];
  fakeFetch(t, async (url) => {
    urls.push(`${url}`);
    return new Response(bytes, { headers });
  });
  return urls;
};

test("./url compiles the answer as it comes", async (t) => {
  const urls = asked(t, { "content-type": "application/wasm" });
  assert.ok((await fromUrl()) instanceof WebAssembly.Module);
  assert.equal(urls.length, 1);
  assert.match(urls[0], /\/komoju-tokenize\.wasm$/);
});

for (const headers of [{ "content-type": "application/octet-stream" }, {}]) {
  test(`./url takes an answer called ${headers["content-type"] ?? "nothing"} too, asked for once`, async (t) => {
    const urls = asked(t, headers);
    const komojuTokenize = createKomojuTokenize({ bytes: fromUrl, start });
    assert.equal((await komojuTokenize.validate(card)).valid, true);
    assert.equal(urls.length, 1);
  });
}

// Vercel's edge runtime compiles outside of the world in which our code runs.
test("a module of another realm is one", async () => {
  const foreign = runInContext("(bytes) => new WebAssembly.Module(bytes)", createContext())(bytes);
  assert.ok(!(foreign instanceof WebAssembly.Module));
  const komojuTokenize = createKomojuTokenize({ bytes: () => foreign, start });
  assert.equal((await komojuTokenize.validate(card)).valid, true);
});
