// TZ=Etc/GMT+12 node judge.mjs LOADER < [{"kind", "now", …}, …]
// writes, for each validator, its name, its version and what it says of each
// input, as JSON. LOADER is our own js/dist/komoju-tokenize.mjs.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { setNow } from "./clock.mjs";
import { cardValidator, creditcards, ours, payment } from "./validators.mjs";

const inputs = JSON.parse(readFileSync(0, "utf8"));
const { default: komojuTokenize } = await import(pathToFileURL(process.argv[2]).href);

const made = [];
for (const validator of [ours(komojuTokenize), cardValidator, payment, creditcards]) {
  const answers = [];
  // In turn, since the clock is one for all.
  for (const { kind, now, ...typed } of inputs) {
    setNow(now * 1000);
    answers.push(await validator[kind](typed));
  }
  made.push({ name: validator.name, version: validator.version, answers });
}
process.stdout.write(JSON.stringify(made));
