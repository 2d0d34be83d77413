// @ts-check
/** The checkout page: choose a way to pay, fill in its form, pay. */
import { byId, element, load, write } from "./dom.js";
import { Form } from "./form.js";
import { pay } from "./pay.js";

/** @typedef {import("./form.js").TypeForm} TypeForm */

const page = byId("checkout");
const button = /** @type {HTMLButtonElement} */ (byId("pay"));
const lang = document.documentElement.lang;
const komojuTokenize = /** @type {any} */ (globalThis).komojuTokenize;

/** @type {Form | undefined} */
let form;
/** The back end has a token, and has not answered. */
let unsure = false;
/** Counts tries to pay: one that the page was left in goes no further. */
let tries = 0;

/**
 * @param {{ types: TypeForm[], stores: any[], names: import("./form.js").Names }} description
 * @param {Record<string, string>} texts
 */
function start({ types, stores, names }, texts) {
  const context = { lang, texts, stores, names };
  for (const type of types) {
    const choice = drawChoice(type);
    choice.addEventListener("change", () => choose(type, context));
    byId(type.common ? "common" : "others").append(choice);
  }
  page.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!button.disabled) submit(texts);
  });
  addEventListener("pagehide", () => form?.forget());
  addEventListener("pageshow", (event) => event.persisted && comeBack(texts));
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

/** @param {Record<string, string>} texts */
async function submit(texts) {
  if (!form) return;
  const paying = form;
  const mine = ++tries;
  busy(true);
  write(byId("status"), texts.paying);
  try {
    const token = await komojuTokenize(paying.details, { currency: currency(paying.type) });
    if (mine !== tries) return;
    unsure = true;
    const receipt = await pay(token.id, paying.type.name, lang, texts.unconfirmed).finally(() => (unsure = false));
    paying.clear();
    location.assign(`${receipt}?lang=${lang}`);
  } catch (error) {
    if (mine !== tries) return;
    busy(false);
    explain(paying, error);
  }
}

/**
 * The browser may keep the page as it was left, in the middle of paying, and show
 * it again without starting it (https://html.spec.whatwg.org/#event-pageshow).
 * @param {Record<string, string>} texts
 */
function comeBack(texts) {
  tries++;
  form?.forget();
  busy(false);
  say(unsure ? texts.unconfirmed : "");
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
  else write(byId("status"), "");
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
