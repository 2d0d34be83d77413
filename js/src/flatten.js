// Nested values travel flat, keyed like the API's own form encoding:
// payment_details[number], error[code]. A key that begins with # has JSON text
// for a value instead of a string.

/** @param {unknown} value */
export const isPlain = (value) => ({}).toString.call(value) === "[object Object]";

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
    for (const [name, member] of Object.entries(/** @type {object} */ (value))) {
      flatten(member, `${key}[${name}]`, depth - 1, list);
    }
  } else {
    const json = JSON.stringify(value);
    if (json !== undefined) list.push("#" + key, json);
  }
  return list;
}

/**
 * Builds the object again from keys a, a[b] and a[b][c]. Only b can be a name
 * of the page's own, which may hold brackets or be __proto__: it runs from the
 * first bracket to the last, and what it is a member of has no prototype.
 * @param {string[]} list
 * @returns {any}
 */
export function unflatten(list) {
  /** @type {any} */
  const root = {};
  for (let i = 0; i < list.length; i += 2) {
    let key = /** @type {string} */ (list[i]);
    /** @type {any} */
    let value = list[i + 1];
    if (key[0] === "#") {
      key = key.slice(1);
      value = JSON.parse(value);
    }
    const first = key.indexOf("[");
    const last = key.lastIndexOf("[");
    let at = root;
    if (last > 0) {
      const head = key.slice(0, first);
      at = at[head] ?? (at[head] = Object.create(null));
      if (last > first) {
        const name = key.slice(first + 1, last - 1);
        at = at[name] ?? (at[name] = {});
      }
      key = key.slice(last + 1, -1);
    }
    at[key] = value;
  }
  return root;
}
