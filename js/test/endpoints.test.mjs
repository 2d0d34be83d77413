// Browsers must read an endpoint that the module accepts as it is written: details
// would go elsewhere. Node's URL is the oracle (https://url.spec.whatwg.org).
import assert from "node:assert/strict";
import { createCore } from "../src/core.js";
import { each } from "./builds.mjs";
import { key } from "./fixtures.mjs";

const starts = ["https://", "http://", "HTTPS://", "https:/", "https:", "https:///", "ftp://", "//", "https:\\\\", " https://", ""];

const hosts = [
  "shop.jp", "SHOP.jp", "localhost", "LOCALHOST", "localhost.", "127.0.0.1", "127.1", "127.", "127.0.0.256", "127.0.0.01", "127.0.0.1.evil.jp",
  "0x7f.0.0.1", "0x7f.1", "2130706433", "1.2.3.4", "1.2.3", "1.2.3.4.5", "a.1", "a.1b", "a.0x1", "[::1]", "[::2]", "[::1", "[0:0::1]", "::1",
  "a..jp", ".a.jp", "a.jp.", "-a.jp", "a-.jp", "a_b.jp", "https", "user@a.jp", "user:word@a.jp", "%61.jp", "a%2ejp", "a.jp\\x", "a\tb.jp",
  "日本.jp", "ｋomoju.com", "komoju。com", "a.jp\0", "a b.jp", "", "xn--n3h.jp",
];

const ports = ["", ":", ":1", ":0", ":80", ":443", ":65535", ":65536", ":99999999999", ":0080", ":x", ":80a", ":+1", ":-1", ": 1", ":80:80", ":８０"];

const paths = [
  "", "/", "/x", "/x/y", "//", "//x", "//evil.jp/x", "/./x", "/../x", "/x/..", "/x/.", "/%2e/x", "/%2E%2e/x", "/.%2e/x", "/.well-known/x", "/a b", "/{x}",
  "/a|b", "/a^b", "/`", "/\\x", "/x?y", "/x#y", "/x;y=1", "/~a", "/%E6%94%AF", "/支払い", "/@x", '/x"', "/<", "/x\n", "/x\t", "/:80", "/[x]", "/x//y", "\\x",
];

/** What a browser would ask, and how it stands in the text. */
function read(text) {
  const { protocol, hostname, pathname, search, hash, username } = new URL(text);
  const [, scheme, host, path] = /^(.*?:)\/\/(\[.*\]|[^/:]*)[^/]*(.*)$/.exec(text);
  return [[protocol, hostname, pathname, search, hash, username], [scheme, host.toLowerCase(), path, "", "", ""]];
}

each("an accepted endpoint is read as it is written", async ({ host: given }) => {
  const core = createCore(given);
  await core.load();
  const frame = ["setting[publishableKey]", key, "setting[now]", "29908800", "payment_details[type]", "paypay", "setting[endpoint]"];
  let accepted = 0;
  for (const start of starts) {
    for (const host of hosts) {
      for (const rest of [...ports.map((port) => `${port}/x`), ...paths]) {
        const endpoint = start + host + rest;
        const [, code, url] = core.call("komojuTokenize", [...frame, endpoint]);
        if (code || !endpoint) continue;
        accepted++;
        const [browser, written] = read(url);
        assert.deepEqual(browser, written, endpoint);
        const [protocol, name] = browser;
        assert.ok(protocol === "https:" || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(name), endpoint);
      }
    }
  }
  assert.ok(accepted > 100, `${accepted}`);
});
