// What the module takes for an endpoint, against what this platform reads in it
// (https://url.spec.whatwg.org): a host that is read as another would get the cards.
import assert from "node:assert/strict";
import { fakeFetch } from "./api.mjs";
import { each } from "./builds.mjs";
import { card, key, token } from "./fixtures.mjs";

// Labels that begin with xn-- are left out: whether one is true punycode the module
// cannot tell, and fetch fails at those that are not before it sends.
const schemes = ["https://", "http://", "HTTPS://", "https:/", "https:", "https:\\\\", "//", "", " https://", "https://https://", "http://https//", "wss://", "https://user@"];
const hosts = [
  "komoju.com", "KOMOJU.com", "pay.shop.jp", "a-b.jp", "1.jp", "shop", "localhost", "LOCALHOST", "localhost.", ".localhost", "local-host", "localhost.shop.jp",
  "127.0.0.1", "127.1.2.3", "127.", "127", "127.1", "127.0.1", "127.0.0.1.", "127.0.0.01", "127.0.0.256", "127.0.0.0x1", "0177.0.0.1", "0x7f000001", "2130706433",
  "10.0.0.1", "1.2.3.4.5", "a.1", "a.0x", "a.08", "128.0.0.1", "127.0.0.1.shop.jp", "[::1]", "[::1", "::1", "[::2]", "[0:0::1]", "[::ffff:127.0.0.1]",
  "komoju..com", "komoju.com.", "-a.jp", "a-.jp", "a_b.jp", "a%2eb", "a b.jp", "a\tb.jp", "komoju。com", "ｋomoju.com", "", ".", "komoju.com@a.jp", "a.jp\\",
];
const ports = ["", ":", ":0", ":1", ":443", ":80", ":0443", ":8443", ":65535", ":65536", ":99999", ":-1", ":+1", ":1e3", ":http", ":８０", ": 80", ":80:80", ":80@a.jp"];
const tails = ["", "/", "/tokens", "/a/b-c_d~e", "//a.jp", "/\\a.jp", "/@a.jp", "/:80", "?a", "#a", "/a?b", "/a#b", "/%2f", "/a b", "/\n"];

const real = /^(?:(?!-)[a-z\d-]{1,63}(?<!-)\.)*(?=[a-z])[a-z\d-]{1,63}(?<!-)$|^\d+(?:\.\d+){3}$|^\[::1\]$/;
const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

each("an endpoint is the host that browsers read in it, or is refused", async ({ shared }, t) => {
  let sent;
  fakeFetch(t, async (url) => {
    sent = url;
    return Response.json(token());
  });
  let taken = 0;
  let count = 0;
  for (const scheme of schemes) for (const host of hosts) for (const port of ports) {
    const endpoint = scheme + host + port + tails[count++ % tails.length];
    sent = undefined;
    const code = await shared(card, { publishableKey: key, endpoint }).then(() => "", (error) => error.code);
    if (code === "") check(endpoint, new URL(sent)), taken++;
    else assert.deepEqual([code, sent], ["invalid_endpoint", undefined], JSON.stringify(endpoint));
  }
  assert.ok(taken > 40, `${taken} are taken`);
});

/** The parts as a person reads them: scheme, host and port. */
const parts = /^(https?):\/\/([^/:]+|\[::1\])(?::([1-9]\d*))?(?:\/|$)/i;

/** @param {string} endpoint @param {URL} read */
function check(endpoint, read) {
  const name = JSON.stringify(endpoint);
  assert.match(endpoint, parts, name);
  const [, scheme, host, port = ""] = parts.exec(endpoint);
  assert.equal(read.protocol, `${scheme.toLowerCase()}:`, name);
  assert.equal(read.hostname, host.toLowerCase(), name);
  assert.match(read.hostname, real, name);
  assert.ok(read.protocol === "https:" || loopback.test(read.hostname), name);
  assert.ok(read.port === port || read.port === "", name);
  assert.equal(read.username + read.password + read.search + read.hash, "", name);
}
