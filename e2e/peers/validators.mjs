// Each validator as its own README says to use it, behind one shape:
//
//   number({ number })      {valid, potential, brand}
//   expiry({ month, year }) {valid, potential}
//   code({ number, code })  {valid}
//
// brand is KOMOJU's name; in small letters, that of a brand it has none for; or "". potential says
// whether what is typed can still become valid, null where a package never says.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const version = (name) => require(`${name}/package.json`).version;

/** How these packages spell KOMOJU's brands. */
const spelt = {
  "american-express": "american_express",
  "American Express": "american_express",
  amex: "american_express",
  "diners-club": "diners_club",
  "Diners Club": "diners_club",
  dinersclub: "diners_club",
  Mastercard: "master",
  mastercard: "master",
  visaelectron: "visa",
};
const brand = (name) => spelt[name] ?? name?.toLowerCase() ?? "";

/** The shipped build, told nothing but what is typed. */
export const ours = (komojuTokenize) => {
  const fields = async (details) => (await komojuTokenize.validate({ type: "credit_card", ...details })).fields;
  return {
    name: "komoju-tokenize",
    version: "this build",
    async number({ number }) {
      const { valid, potential, brand } = (await fields({ number })).number;
      return { valid, potential, brand: brand ?? "" };
    },
    async expiry(typed) {
      const { month, year } = await fields(typed);
      return { valid: month.valid && year.valid, potential: month.potential && year.potential };
    },
    async code({ number, code }) {
      const { verification_value } = await fields({ number, verification_value: code });
      return { valid: verification_value.valid };
    },
  };
};

const valid = require("card-validator");

export const cardValidator = {
  name: "card-validator",
  version: version("card-validator"),
  number({ number }) {
    const { isValid, isPotentiallyValid, card } = valid.number(number);
    return { valid: isValid, potential: isPotentiallyValid, brand: brand(card?.type) };
  },
  expiry({ month, year }) {
    const { isValid, isPotentiallyValid } = valid.expirationDate({ month, year });
    return { valid: isValid, potential: isPotentiallyValid };
  },
  code: ({ number, code }) => ({ valid: valid.cvv(code, valid.number(number).card?.code.size).isValid }),
};

const { fns } = require("payment");

export const payment = {
  name: "payment",
  version: version("payment"),
  number: ({ number }) => ({ valid: fns.validateCardNumber(number), potential: null, brand: brand(fns.cardType(number)) }),
  expiry: ({ month, year }) => ({ valid: fns.validateCardExpiry(month, year), potential: null }),
  code: ({ number, code }) => ({ valid: fns.validateCardCVC(code, fns.cardType(number)) }),
};

const { card, cvc, expiration } = require("creditcards");

export const creditcards = {
  name: "creditcards",
  version: version("creditcards"),
  // Punctuation is not allowed: its README has what was typed go through parse.
  // The eager type knows numbers that are half typed, the other one whole ones.
  number({ number: typed }) {
    const number = card.parse(typed);
    return { valid: card.isValid(number), potential: null, brand: brand(card.type(number) ?? card.type(number, true)) };
  },
  // Years of one or two digits are to be expanded, others not.
  expiry(typed) {
    const month = expiration.month.parse(typed.month);
    const year = expiration.year.parse(typed.year, typed.year.length < 3);
    const real = expiration.month.isValid(month) && expiration.year.isValid(year);
    return { valid: real && !expiration.isPast(month, year), potential: null };
  },
  code: ({ number, code }) => ({ valid: cvc.isValid(code, card.type(card.parse(number))) }),
};
