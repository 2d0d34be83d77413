import assert from "node:assert/strict";
import test from "node:test";
import { flatten, isPlain } from "../src/flatten.js";

test("values travel flat", () => {
  const cases = [
    [{ a: "x" }, 1, ["k[a]", "x"]],
    [{ a: { b: "x" } }, 2, ["k[a][b]", "x"]],
    [{ a: { b: "x" } }, 1, ["#k[a]", '{"b":"x"}']],
    [{ a: 1, b: true, c: null, d: Number.NaN }, 1, ["#k[a]", "1", "#k[b]", "true", "#k[c]", "null", "#k[d]", '"\ufffd"']],
    [{ a: 2 ** 53, b: -(2 ** 53), c: 2 ** 53 - 1, d: 1e21 }, 1, ["#k[a]", '"\ufffd"', "#k[b]", '"\ufffd"', "#k[c]", "9007199254740991", "#k[d]", '"\ufffd"']],
    [{ a: [1.5, Infinity, { b: 12345678901234567890 }], b: -0 }, 1, ["#k[a]", '[1.5,"\ufffd",{"b":"\ufffd"}]', "#k[b]", "0"]],
    [{ a: undefined, b() {}, c: Symbol("s") }, 1, []],
    [{ a: new Date(0) }, 1, ["#k[a]", '"1970-01-01T00:00:00.000Z"']],
    [{ a: ["x", 1] }, 1, ["#k[a]", '["x",1]']],
    [{ a: new String("x") }, 1, ["#k[a]", '"x"']],
    [Object.assign(Object.create({ inherited: "x" }), { own: "y" }), 1, ["k[own]", "y"]],
    [Object.assign(Object.create(null), { a: "x" }), 1, ["k[a]", "x"]],
    [JSON.parse('{"__proto__":"x"}'), 1, ["k[__proto__]", "x"]],
    ["x", 0, ["k", "x"]],
    [undefined, 3, []],
  ];
  for (const [value, depth, list] of cases) assert.deepEqual(flatten(value, "k", depth), list);
});

test("what JSON cannot hold throws, and the loader takes it for unreadable", () => {
  const cycle = {};
  cycle.self = cycle;
  const thrower = { toJSON() { throw new Error("toJSON"); } };
  for (const value of [{ a: 1n }, { a: cycle }, { a: thrower }, { get a() { throw new Error("getter"); } }]) {
    assert.throws(() => flatten(value, "k", 1));
  }
});

test("details are a plain object", () => {
  class Form {}
  for (const value of [{}, new Form(), Object.create(null), new Proxy({}, {})]) assert.ok(isPlain(value));
  for (const value of [null, undefined, "s", 1, [], () => {}, new Map(), new Date()]) assert.ok(!isPlain(value));
});
