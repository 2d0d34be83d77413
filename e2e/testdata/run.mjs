// node run.mjs MODULE [WASM_EXEC] < {"cases": […], "flood": {frame, calls}, "secret": hex}
// writes {"version", "answers", "left", "memory"} as JSON; "left" says for each
// case whether memory held the secret during the call and after it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { answers, leftBehind, memoryAfter, start } from "./frames.mjs";

const [path, support] = process.argv.slice(2);
if (support) createRequire(import.meta.url)(support); // it defines globalThis.Go

const { cases = [], flood, secret } = JSON.parse(readFileSync(0, "utf8"));
const module = await start(readFileSync(path), globalThis.Go);
const made = { version: module.komojuVersion(), answers: answers(module, cases) };
if (secret) made.left = cases.map((one) => leftBehind(module, one, secret));
if (flood) made.memory = memoryAfter(module, flood.frame, flood.calls);
process.stdout.write(JSON.stringify(made), () => process.exit());
