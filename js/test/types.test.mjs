// The declarations that the package publishes, as TypeScript takes them in a
// shop's own files: by the package's name, so through its exports.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("types/", import.meta.url));

/** As strict as a careful shop is. */
const strict = ["--noEmit", "--strict", "--noUncheckedIndexedAccess", "--target", "es2022", "--lib", "es2022,dom"];

const ours = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url));

/** What tsc says of a file of this folder. */
function compile(file, options, tsc = [ours, "--ignoreConfig"]) {
  const [program, ...first] = tsc;
  const said = spawnSync(program, [...first, ...strict, ...options.split(" "), file], { cwd: here, encoding: "utf8" });
  return said.error ? `${said.error}` : said.stdout;
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

// Shops upgrade late. This one comes with the matrix's tools, which need it themselves.
const matrix = process.env.KOMOJU_MATRIX ?? fileURLToPath(new URL("../../.build/matrix", import.meta.url));
const older = `${matrix}/node_modules/typescript`;
const skip = !existsSync(older) && "there is no TypeScript 5 in the matrix's tools: run make e2e";

test("TypeScript 5 agrees", { skip }, () => {
  assert.match(JSON.parse(readFileSync(`${older}/package.json`, "utf8")).version, /^5\./);
  const tsc = ["node", `${older}/lib/tsc.js`];
  assert.equal(compile("right.mts", `${modern} --lib es2022,dom,dom.iterable`, tsc), "");
  everyLineIsWrong(tsc);
});

test("in wrong.mts not a line compiles", () => everyLineIsWrong());

function everyLineIsWrong(tsc) {
  const lines = readFileSync(`${here}wrong.mts`, "utf8").split("\n");
  const first = lines.findIndex((line) => line.startsWith("// ---")) + 1;
  const wrong = lines.flatMap((line, i) => (i >= first && line ? [i + 1] : []));
  const said = compile("wrong.mts", modern, tsc);
  const found = new Set([...said.matchAll(/^wrong\.mts\((\d+),/gm)].map(([, line]) => Number(line)));
  assert.deepEqual(wrong.filter((line) => !found.has(line)).map((line) => lines[line - 1]), [], "compiles, and should not");
  assert.deepEqual([...found].filter((line) => !wrong.includes(line)), [], said);
  assert.ok(wrong.length > 60);
}
