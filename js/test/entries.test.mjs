// The entries that are bundled, with the module that the build would provide.
import assert from "node:assert/strict";
import test from "node:test";
import { builds } from "./builds.mjs";
import { fromLetters } from "../src/letters.js";
import { card, refusal } from "./fixtures.mjs";

test("the inlined module is read back", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const letters = [...bytes].map((byte) => String.fromCharCode(97 + (byte & 15), 65 + (byte >> 4))).join("");
  assert.deepEqual(fromLetters(letters), bytes);
});

test("the ES module exports both names, and loads nothing by itself", async () => {
  const entry = await import("../src/index.js");
  assert.deepEqual(Object.keys(entry).sort(), ["KomojuError", "default", "komojuTokenize"]);
  assert.equal(entry.default, entry.komojuTokenize);
  assert.equal(entry.komojuTokenize.KomojuError, entry.KomojuError);
  assert.equal(globalThis.bytesTaken, undefined);
  assert.equal((await entry.default.validate(card)).valid, true);
  const error = await refusal(entry.default(card), "missing_key");
  assert.ok(error instanceof entry.KomojuError);
});

/** Runs the script entry once in a page as far as it looks at one. */
let loads = 0;
async function loadScript(t, currentScript) {
  Object.assign(globalThis, { document: { currentScript, documentElement: { lang: "ko" } } });
  t.after(() => ["document", "komojuTokenize"].forEach((name) => delete globalThis[name]));
  await import(`../src/script.js?${++loads}`);
  return globalThis.komojuTokenize;
}

test("the script reads its own tag", async (t) => {
  const dataset = { publishableKey: "sk_mistake", locale: "ja", endpoint: "http://komoju.com" };
  const komojuTokenize = await loadScript(t, { localName: "script", dataset });
  const secret = await refusal(komojuTokenize(card), "secret_key");
  assert.match(secret.message, /[ぁ-ん]/);
  await refusal(komojuTokenize(card, { publishableKey: "pk_test_1" }), "invalid_endpoint");
});

test("without attributes the page's language holds, and one call's goes before", async (t) => {
  const komojuTokenize = await loadScript(t, { localName: "script", dataset: {} });
  assert.match((await refusal(komojuTokenize(card), "missing_key")).message, /[가-힣]/);
  assert.match((await refusal(komojuTokenize(card, { locale: "zh" }), "missing_key")).message, /商家/);
  komojuTokenize.configure({ locale: "en" });
  komojuTokenize.configure({ publishableKey: "sk_1" });
  assert.match((await refusal(komojuTokenize(card, { publishableKey: undefined }), "secret_key")).message, /contact the shop/);
});

test("markup that poses as document.currentScript sets nothing", async (t) => {
  const dataset = { publishableKey: "pk_test_thief", endpoint: "https://thief.example" };
  const komojuTokenize = await loadScript(t, { localName: "img", dataset });
  await refusal(komojuTokenize(card), "missing_key");
});

test("a module script and a worker have no tag", async (t) => {
  await refusal((await loadScript(t, null))(card), "missing_key");
  delete globalThis.document;
  await import(`../src/script.js?${++loads}`);
  await refusal(globalThis.komojuTokenize(card), "missing_key");
});
