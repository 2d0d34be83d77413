// @ts-check
/** One field of the form: label, control, and what is wrong with it. */
import { element } from "./dom.js";
import { brandName, group } from "./number.js";

/**
 * @typedef {{ name: string, label: Record<string, string>, required: boolean, ask: string, input: string,
 *   autocomplete: string, inputmode: string, maxlength: number, example: string }} FieldForm
 * @typedef {{ lang: string, texts: Record<string, string>,
 *   stores: { name: string, label: Record<string, string> }[] }} Context
 * @typedef {import("../../js/src/generated/types.js").Validation} Validation
 */

/** Fields that share a line. @type {Record<string, string>} */
const sizes = {
  month: "third", year: "third", verification_value: "third",
  family_name: "half", given_name: "half", family_name_kana: "half", given_name_kana: "half",
};

export class Field {
  /** The shopper has been here and gone on. */
  left = false;
  /** A sentence of the API's about the value as it is. */
  refusal = "";

  /** @param {FieldForm} form @param {Context} context */
  constructor(form, context) {
    this.name = form.name;
    this.kept = form.autocomplete !== "off" && !form.autocomplete.startsWith("cc-");
    const id = `field-${form.name}`;
    this.control = /** @type {HTMLInputElement} */ (drawControl(id, form, context));
    this.problem = element("p", { id: `${id}-problem`, class: "problem", "aria-live": "polite" });
    this.brand = element("span", { class: "brand", "aria-live": "polite" });
    this.node = element("div", { class: "field", "data-field": form.name, "data-size": sizes[form.name] ?? "" },
      drawLabel(id, form, context),
      element("div", { class: "control" }, this.control),
      this.problem,
      ...(form.name === "number" ? [this.brand] : []));
  }

  get value() { return this.control.value; }

  /** @param {string} message "" for none */
  complain(message) {
    if (this.problem.textContent !== message) this.problem.textContent = message;
    this.control.setAttribute("aria-invalid", String(message !== ""));
    if (message) this.control.setAttribute("aria-describedby", this.problem.id);
    else this.control.removeAttribute("aria-describedby");
  }

  /**
   * Shows a verdict: a problem not before the value is past saving or the
   * shopper has left it, and a missing value only once it was asked for.
   * @param {Validation} verdict @param {boolean} asked
   */
  show(verdict, asked) {
    const problem = verdict.problems.find((p) => p.field === this.name);
    const state = verdict.fields[this.name];
    const due = asked || (this.value !== "" && (this.left || state?.potential === false));
    this.complain((due && problem?.message) || this.refusal);
    if (this.name !== "number") return;
    const number = verdict.fields.number;
    this.brand.textContent = brandName(number?.brand ?? null);
    if (number) group(this.control, number);
  }
}

/** @param {string} id @param {FieldForm} form @param {Context} context */
function drawLabel(id, form, { lang, texts }) {
  const need = form.required ? texts.required : texts.optional;
  return element("label", { class: "name", for: id },
    form.label[lang], " ", element("span", { class: "need" }, need));
}

/**
 * The control has no name: whatever happens to the script, no browser sends it.
 * @param {string} id @param {FieldForm} form @param {Context} context
 */
function drawControl(id, form, context) {
  const common = { id, autocomplete: form.autocomplete, required: form.required };
  if (form.input === "select") return element("select", common, ...drawStores(context));
  return element("input", {
    ...common, type: form.input, inputmode: form.inputmode, maxlength: form.maxlength,
    placeholder: form.input === "password" ? "" : form.example,
    autocapitalize: "off", autocorrect: "off", spellcheck: "false",
  });
}

/** @param {Context} context */
function drawStores({ lang, texts, stores }) {
  const none = document.createElement("option");
  none.value = "";
  none.textContent = texts.choose;
  return [none, ...stores.map((store) => element("option", { value: store.name }, store.label[lang]))];
}
