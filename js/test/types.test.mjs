// The declarations that the package publishes, as TypeScript takes them in a
// shop's own files: by the package's name, so through its exports.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("types/", import.meta.url));

/** As strict as a careful shop is. */
const strict = ["--noEmit", "--strict", "--noUncheckedIndexedAccess", "--target", "es2022", "--lib", "es2022,dom"];

/** What tsc says of a file of this folder. */
function compile(file, options) {
  const tsc = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url));
  return spawnSync(tsc, ["--ignoreConfig", ...strict, ...options.split(" "), file], { cwd: here, encoding: "utf8" }).stdout;
}

const modern = "--module nodenext --exactOptionalPropertyTypes";

for (const [file, options] of [
  ["right.mts", modern],
  ["right.cts", modern],
  ["right.mts", "--module esnext --moduleResolution bundler"],
  ["server.mts", `${modern} --lib es2022`],
]) {
  test(`${file} compiles with ${options}`, () => assert.equal(compile(file, options), ""));
}

test("in wrong.mts not a line compiles", () => {
  const lines = readFileSync(`${here}wrong.mts`, "utf8").split("\n");
  const first = lines.findIndex((line) => line.startsWith("// ---")) + 1;
  const wrong = lines.flatMap((line, i) => (i >= first && line ? [i + 1] : []));
  const said = compile("wrong.mts", modern);
  const found = new Set([...said.matchAll(/^wrong\.mts\((\d+),/gm)].map(([, line]) => Number(line)));
  assert.deepEqual(wrong.filter((line) => !found.has(line)).map((line) => lines[line - 1]), [], "compiles, and should not");
  assert.deepEqual([...found].filter((line) => !wrong.includes(line)), [], said);
  assert.ok(wrong.length > 40);
});
