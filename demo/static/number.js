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

/** What group last wrote into a field. @type {WeakMap<HTMLInputElement, string>} */
const drawn = new WeakMap();

/**
 * Groups a number that may still be right; a wrong one stays as it was typed,
 * so that the shopper sees what to mend.
 * @param {HTMLInputElement} input @param {NumberState} state
 */
export function group(input, state) {
  const text = spaced(state.value, state.gaps);
  if (!(state.valid || state.potential)) return;
  drawn.set(input, text);
  if (input.value === text) return;
  const caret = input.selectionStart ?? input.value.length;
  const digits = input.value.slice(0, caret).match(/\p{Nd}/gu)?.length ?? 0;
  input.value = text;
  if (document.activeElement !== input) return;
  const at = digits === state.value.length ? text.length : digits + passed(state.gaps, digits);
  input.setSelectionRange(at, at);
}

/**
 * Has Delete before a gap, and Backspace behind one, take the digit beyond it. The
 * gap alone would be drawn again at once, and the key would seem broken. It looks at
 * what was deleted, since keyboards of phones let nobody stop them before.
 * @param {HTMLInputElement} input
 */
export function deleteOverGaps(input) {
  let digits = "";
  input.addEventListener("beforeinput", () => {
    const caret = input.selectionStart === input.selectionEnd;
    digits = caret && drawn.get(input) === input.value ? digitsOf(input.value) : "";
  });
  input.addEventListener("input", (event) => {
    const side = sides[/** @type {InputEvent} */ (event).inputType];
    if (side === undefined || !digits || digits !== digitsOf(input.value)) return;
    const at = (input.selectionStart ?? 0) + side;
    if (at >= 0) input.setRangeText("", at, at + 1);
  });
}

/** Where the digit to delete stands, from the caret. @type {Record<string, number>} */
const sides = { deleteContentBackward: -1, deleteContentForward: 0 };

/** @param {string} text */
const digitsOf = (text) => text.replaceAll(" ", "");

/** @param {string} digits @param {number[]} gaps */
function spaced(digits, gaps) {
  let text = "";
  for (let i = 0; i < digits.length; i++) text += (gaps.includes(i) ? " " : "") + digits[i];
  return text;
}

/** @param {number[]} gaps @param {number} digits gaps before so many digits */
const passed = (gaps, digits) => gaps.filter((gap) => gap < digits).length;
