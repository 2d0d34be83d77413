// node bench.mjs [ROUNDS [CALLS]]
// How many times as fast validate() of a whole card is as card-validator's
// number, expirationDate and cvv, in one process. Rounds take turns, and so does
// who goes first: what slows the machine down slows both. A time by itself is
// never told, since it is the machine's and not ours.
import { createRequire } from "node:module";
import komojuTokenize from "../../js/dist/komoju-tokenize.mjs";

const valid = createRequire(import.meta.url)("card-validator");
const [rounds = 21, calls = 2000] = process.argv.slice(2).map(Number);
if (rounds < 15) throw new Error("fewer than 15 rounds say nothing");

/** Years that both take today and for years to come. */
const year = `${new Date().getFullYear() + 3}`;

const cards = [
  { name: "a Visa card", good: true, number: "4111111111111111", code: "123" },
  { name: "the same with spaces", good: true, number: "4111 1111 1111 1111", code: "123" },
  { name: "an American Express card", good: true, number: "378282246310005", code: "9081" },
  { name: "a wrong check digit", good: false, number: "4111111111111112", code: "123" },
];

/** Ours, each call's promise awaited. */
const ours = async (card) => {
  const { number, code } = card;
  for (let i = 0; i < calls; i++) {
    const { valid } = await komojuTokenize.validate({ type: "credit_card", number, month: "12", year, verification_value: code });
    expect(valid, card);
  }
};

/** Theirs, which has nothing to wait for. The code's length is the brand's, as its README says to do. */
const theirs = (card) => {
  for (let i = 0; i < calls; i++) {
    const number = valid.number(card.number);
    const date = valid.expirationDate({ month: "12", year });
    const code = valid.cvv(card.code, number.card?.code.size);
    expect(number.isValid && date.isValid && code.isValid, card);
  }
};

/** A call that says otherwise was not the work that is measured. */
const expect = (said, card) => {
  if (said !== card.good) throw new Error(`wrong about ${card.name}`);
};

const time = async (judge, card) => {
  const began = process.hrtime.bigint();
  await judge(card);
  return Number(process.hrtime.bigint() - began);
};

/** One round's ratio; the even rounds begin with us. */
const ratio = async (card, round) => {
  if (round % 2) return (await time(theirs, card)) / (await time(ours, card));
  const mine = await time(ours, card);
  return (await time(theirs, card)) / mine;
};

const show = (number) => number.toFixed(2).padStart(7);

console.log(`validate() is so many times as fast as card-validator (${rounds} rounds of ${calls} calls):`);
console.log(" median    min    max");
for (const card of cards) {
  await ratio(card, 0); // both are compiled by then
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await ratio(card, round));
  all.sort((a, b) => a - b);
  console.log(`${show(all[rounds >> 1])}${show(all[0])}${show(all[rounds - 1])}  ${card.name}`);
}
