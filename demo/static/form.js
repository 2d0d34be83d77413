// @ts-check
/** The fields of one payment type, and their judgement while they are typed. */
import { byId, write } from "./dom.js";
import { Field } from "./field.js";
import { released } from "./pointer.js";

/**
 * @typedef {import("./field.js").FieldForm} FieldForm
 * @typedef {import("./field.js").Context} Context
 * @typedef {{ name: string, label: Record<string, string>, common: boolean, currency: string, fields: FieldForm[] }} TypeForm
 * @typedef {import("../../js/src/generated/types.js").Validation} Validation
 * @typedef {(details: any) => Promise<Validation>} Validate
 * @typedef {{ familyFirst: string[], pairs: { given: string, family: string }[] }} Names
 */

export class Form {
  #turn = 0;
  /** What was last said aloud of each field. @type {Map<Field, string>} */
  #told = new Map();

  /** @param {TypeForm} type @param {Context} context @param {Validate} validate */
  constructor(type, context, validate) {
    this.type = type;
    this.validate = validate;
    const asked = inOrder(type.fields.filter((field) => field.ask !== "never"), context);
    this.fields = asked.map((form) => new Field(form, context));
    const aside = asked.filter((form) => form.ask === "aside").map((form) => form.name);
    const [shown, tucked] = part(this.fields, (field) => !aside.includes(field.name));
    byId("fields").replaceChildren(...shown.map((field) => field.node));
    byId("more-fields").replaceChildren(...tucked.map((field) => field.node));
    byId("aside").hidden = tucked.length === 0;
    this.fields.forEach((field) => this.#watch(field));
  }

  /** What komojuTokenize takes. */
  get details() {
    const given = this.fields.map((field) => [field.name, field.value]);
    return { type: this.type.name, ...Object.fromEntries(given) };
  }

  /** @param {Field} field */
  #watch(field) {
    field.control.addEventListener("input", (event) => {
      field.refusal = "";
      field.left = false;
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.judge();
    });
    field.control.addEventListener("compositionend", () => this.judge());
    field.control.addEventListener("blur", () => {
      field.left = true;
      this.judge();
    });
  }

  /** Shows what is known of the fields, unless typing has gone on meanwhile. */
  async judge() {
    const turn = ++this.#turn;
    const verdict = await this.validate(this.details).catch(() => null);
    await released();
    if (!verdict || turn !== this.#turn) return;
    this.fields.forEach((field) => field.show(verdict));
    this.#tell();
  }

  /** Says aloud what is new about a field that was left; its reader is elsewhere by now. */
  #tell() {
    for (const field of this.fields) {
      if (field.complaint === this.#told.get(field) || (field.complaint && !field.left)) continue;
      this.#told.set(field, field.complaint);
      write(byId("status"), field.complaint && `${field.label}: ${field.complaint}`);
    }
  }

  /**
   * Puts problems beside their fields and goes to the first; false if none of
   * them has a field here. Those of the API stay until their field is changed,
   * since validate does not know of them.
   * @param {{ field: string, message: string }[]} problems @param {boolean} byAPI
   */
  blame(problems, byAPI) {
    this.#turn++;
    const about = (/** @type {Field} */ field) => problems.find((problem) => problem.field === field.name)?.message ?? "";
    for (const field of this.fields) {
      field.left = field.asked = true;
      field.refusal = byAPI ? about(field) : "";
      field.complain(about(field));
      this.#told.set(field, field.complaint); // the focus, or the way to it, says it
    }
    const first = this.fields.find((field) => about(field) !== "");
    if (!first) return false;
    first.control.closest("details")?.setAttribute("open", "");
    first.control.focus();
    return true;
  }

  /** Takes over what the shopper need not type again; never what is secret. @param {Form} before */
  inherit(before) {
    for (const field of this.fields) {
      const twin = before.fields.find((other) => other.name === field.name);
      if (field.kept && twin?.kept) field.control.value = twin.value;
    }
  }

  /** Forgets what is secret. */
  forget() {
    for (const field of this.fields) if (!field.kept) field.clear();
  }

  clear() {
    for (const field of this.fields) field.clear();
  }
}

/**
 * Puts the two parts of a name as the page's language has them.
 * @param {FieldForm[]} fields @param {Context} context
 */
function inOrder(fields, { lang, names }) {
  const sorted = [...fields];
  for (const { given, family } of names.pairs) {
    const at = [given, family].map((name) => sorted.findIndex((field) => field.name === name));
    if (at.includes(-1) || at[1] < at[0] === names.familyFirst.includes(lang)) continue;
    [sorted[at[0]], sorted[at[1]]] = [sorted[at[1]], sorted[at[0]]];
  }
  return sorted;
}

/** @template T @param {T[]} list @param {(item: T) => boolean} keep @returns {[T[], T[]]} */
function part(list, keep) {
  return [list.filter(keep), list.filter((item) => !keep(item))];
}
