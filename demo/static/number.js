// @ts-check
/** How a card number is shown. What it is, validate knows. */

/** @typedef {import("../../js/src/generated/types.js").NumberState} NumberState */

/** @type {Record<string, string>} */
const brands = {
  visa: "Visa",
  master: "Mastercard",
  american_express: "American Express",
  jcb: "JCB",
  diners_club: "Diners Club",
  discover: "Discover",
  unionpay: "UnionPay",
};

/** @param {string | null} brand */
export const brandName = (brand) => (brand && brands[brand]) ?? brand ?? "";

/**
 * Groups a number that may still be right; a wrong one stays as it was typed,
 * so that the shopper sees what to mend.
 * @param {HTMLInputElement} input @param {NumberState} state
 */
export function group(input, state) {
  const text = spaced(state.value, state.gaps);
  if (input.value === text || !(state.valid || state.potential)) return;
  const caret = input.selectionStart ?? input.value.length;
  const digits = input.value.slice(0, caret).match(/\p{Nd}/gu)?.length ?? 0;
  input.value = text;
  if (document.activeElement !== input) return;
  const at = digits === state.value.length ? text.length : digits + passed(state.gaps, digits);
  input.setSelectionRange(at, at);
}

/** @param {string} digits @param {number[]} gaps */
function spaced(digits, gaps) {
  let text = "";
  for (let i = 0; i < digits.length; i++) text += (gaps.includes(i) ? " " : "") + digits[i];
  return text;
}

/** @param {number[]} gaps @param {number} digits gaps before so many digits */
const passed = (gaps, digits) => gaps.filter((gap) => gap < digits).length;
