// Nested values travel flat, keyed like the API's own form encoding:
// payment_details[number], error[code]. A key that begins with # has JSON text
// for a value instead of a string.

/** @param {unknown} value */
export const isPlain = (value) => ({}).toString.call(value) === "[object Object]";

/**
 * A copy that inherits nothing: another script of the page may have given members to
 * all objects.
 * @param {unknown} [value]
 * @returns {any}
 */
export const own = (value) => ({ __proto__: null, .../** @type {any} */ (value) });

/**
 * A number that JavaScript does not carry exactly has lost digits before anybody
 * can look, and JSON has no NaN. Half a surrogate pair and a zero are escaped in
 * JSON, and so hidden from the module. It refuses what stands for all of them.
 * @param {string} _
 * @param {unknown} value
 */
const carried = (_, value) => {
  const isLost = typeof value === "number" ? !(Math.abs(value) <= Number.MAX_SAFE_INTEGER) : typeof value === "string" && /[\0\ud800-\udfff]/u.test(value);
  return isLost ? "\ufffd" : value;
};

/**
 * Lists keys and values in turn. Members deeper than depth, and whatever is no
 * string or plain object, become JSON text; what JSON has no text for is left
 * out. It throws what a getter, a toJSON, a cycle or a BigInt throws.
 * @param {unknown} value
 * @param {string} key
 * @param {number} depth
 * @param {string[]} [list]
 */
export function flatten(value, key, depth, list = []) {
  if (typeof value === "string") {
    list.push(key, value);
  } else if (depth > 0 && isPlain(value)) {
    for (const name of Object.keys(/** @type {object} */ (value))) {
      flatten(/** @type {any} */ (value)[name], `${key}[${name}]`, depth - 1, list);
    }
  } else {
    const json = JSON.stringify(value, carried);
    if (json !== undefined) list.push("#" + key, json);
  }
  return list;
}
