// @ts-check
/** The checkout page: choose a way to pay, fill in its form, pay. */
import { byId, element, load } from "./dom.js";
import { Form } from "./form.js";
import { pay } from "./pay.js";

/** @typedef {import("./form.js").TypeForm} TypeForm */

const page = byId("checkout");
const button = /** @type {HTMLButtonElement} */ (byId("pay"));
const lang = document.documentElement.lang;
const komojuTokenize = /** @type {any} */ (globalThis).komojuTokenize;

/** @type {Form | undefined} */
let form;

/** @param {{ types: TypeForm[], stores: any[] }} description @param {Record<string, string>} texts */
function start({ types, stores }, texts) {
  const context = { lang, texts, stores };
  for (const type of types) {
    const choice = drawChoice(type);
    choice.addEventListener("change", () => choose(type, context));
    byId(type.common ? "common" : "others").append(choice);
  }
  page.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!button.disabled) submit(texts.unconfirmed);
  });
  byId("common").querySelector("input")?.click();
  button.disabled = false;
}

/** @param {TypeForm} type */
function drawChoice(type) {
  const radio = element("input", { type: "radio", name: "type", value: type.name });
  return element("label", { class: "choice" }, radio, element("span", {}, type.label[lang]));
}

/** @param {TypeForm} type @param {import("./field.js").Context} context */
function choose(type, context) {
  const before = form;
  form = new Form(type, context, (details) => komojuTokenize.validate(details));
  if (before) form.inherit(before);
  say("");
  for (const price of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-currency]"))) {
    if (price !== page) price.hidden = price.dataset.currency !== currency(type);
  }
}

/** The order's currency, or the one that this type is paid in. @param {TypeForm} type */
function currency(type) {
  return type.currency || page.dataset.currency;
}

/** @param {string} unconfirmed */
async function submit(unconfirmed) {
  if (!form) return;
  const paying = form;
  busy(true);
  try {
    const token = await komojuTokenize(paying.details, { currency: currency(paying.type) });
    const receipt = await pay(token.id, paying.type.name, lang, unconfirmed);
    paying.clear();
    location.assign(`${receipt}?lang=${lang}`);
  } catch (error) {
    busy(false);
    explain(paying, error);
  }
}

/** @param {Form} paying @param {any} error a KomojuError or a Refused, if it has problems */
function explain(paying, error) {
  /** @type {{ field: string, message: string }[]} */
  const problems = error.problems ?? [];
  const elsewhere = problems.find((problem) => !paying.fields.some((field) => field.name === problem.field));
  say(elsewhere?.message ?? (error.problems ? error.message : page.dataset.broken));
  if (!paying.blame(problems, error.status > 0)) button.focus();
}

/** @param {boolean} is */
function busy(is) {
  if (is) say("");
  button.disabled = is;
  button.setAttribute("aria-busy", String(is));
  page.querySelectorAll("fieldset").forEach((set) => (set.disabled = is));
}

/** @param {string | null | undefined} text */
function say(text) {
  byId("alert").textContent = text ?? "";
}

try {
  if (!komojuTokenize) throw new Error("komoju-tokenize.js did not load");
  const [description, texts] = await Promise.all([load("/assets/forms.json"), load("/assets/texts.json")]);
  start(description, texts[lang]);
} catch {
  say(page.dataset.broken);
}
