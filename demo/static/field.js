// @ts-check
/** One field of the form: label, control, and what is wrong with it. */
import { element, write } from "./dom.js";
import { brandName, deleteOverGaps, group } from "./number.js";

/**
 * @typedef {{ name: string, label: Record<string, string>, required: boolean, ask: string, input: string,
 *   autocomplete: string, inputmode: string, maxlength: number, example: string }} FieldForm
 * @typedef {{ lang: string, texts: Record<string, string>, names: import("./form.js").Names,
 *   stores: { name: string, label: Record<string, string> }[] }} Context
 * @typedef {import("../../js/src/generated/types.js").Validation} Validation
 */

/** Fields that share a line. @type {Record<string, string>} */
const sizes = {
  month: "third", year: "third", verification_value: "third",
  family_name: "half", given_name: "half", family_name_kana: "half", given_name_kana: "half",
};

export class Field {
  /** The shopper has been here and gone on, or has tried to pay; not true while typing. */
  left = false;
  /** The shopper has tried to pay: a problem even where nothing was typed. */
  asked = false;
  /** A sentence of the API's about the value as it is. */
  refusal = "";

  /** @param {FieldForm} form @param {Context} context */
  constructor(form, context) {
    this.name = form.name;
    this.label = form.label[context.lang];
    this.kept = form.input === "select" || form.autocomplete !== "off" && !form.autocomplete.startsWith("cc-");
    const id = `field-${form.name}`;
    this.control = /** @type {HTMLInputElement} */ (drawControl(id, form, context));
    // Not live: it may change at any key. The form says it aloud once the field is left.
    this.problem = element("p", { id: `${id}-problem`, class: "problem" });
    this.brand = element("span", { class: "brand", role: "status" });
    this.node = element("div", { class: "field", "data-field": form.name, "data-size": sizes[form.name] ?? "" },
      drawLabel(id, form, context),
      element("div", { class: "control" }, this.control),
      this.problem,
      ...(form.name === "number" ? [this.brand] : []));
    if (form.name === "number") deleteOverGaps(this.control);
  }

  get value() { return this.control.value; }

  /** The complaint that stands beside the field. */
  get complaint() { return this.problem.textContent ?? ""; }

  /** @param {string} message "" for none */
  complain(message) {
    write(this.problem, message);
    this.control.setAttribute("aria-invalid", String(message !== ""));
    if (message) this.control.setAttribute("aria-describedby", this.problem.id);
    else this.control.removeAttribute("aria-describedby");
  }

  /**
   * Shows a verdict: a problem not before the value is past saving or the
   * shopper has left it, and a missing value only once it was asked for.
   * @param {Validation} verdict
   */
  show(verdict) {
    const problem = verdict.problems.find((p) => p.field === this.name);
    const past = this.value !== "" && verdict.fields[this.name]?.potential === false;
    const due = past || (this.left && (this.value !== "" || this.asked));
    this.complain((due && problem?.message) || this.refusal);
    if (this.name !== "number") return;
    const number = verdict.fields.number;
    write(this.brand, brandName(number?.brand ?? null));
    if (number) group(this.control, number);
  }

  /** As if nobody had been here. */
  clear() {
    this.control.value = this.refusal = "";
    this.left = this.asked = false;
    this.complain("");
    write(this.brand, "");
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
