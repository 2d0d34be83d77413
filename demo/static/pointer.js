// @ts-check
/** Whether a button of the mouse, a finger or a pen is down. */

/** @type {Promise<void> | null} */
let held = null;
let release = () => {};

/**
 * Settles once nothing is pressed. What moves the page between press and release
 * takes the button away from under the pointer, and the click is lost.
 * @returns {Promise<void>}
 */
export async function released() {
  if (held) await held;
}

/** @param {MouseEvent} event */
function press(event) {
  // A list's own window, and a menu's, keep the release to themselves.
  if (held || event.button !== 0 || /** @type {Element} */ (event.target).closest("select")) return;
  held = new Promise((resolve) => (release = resolve));
}

/**
 * The click comes in the same turn as the release, so wait for the next. By then
 * another press may have begun, which this does not end.
 */
function lift() {
  const mine = held;
  if (mine) setTimeout(() => {
    if (held !== mine) return;
    held = null;
    release();
  });
}

// A finger is a pointer first and a mouse afterwards, which then moves the focus.
for (const type of ["pointerdown", "mousedown"]) addEventListener(type, /** @type {any} */ (press), true);
for (const type of ["pointerup", "pointercancel", "mouseup", "contextmenu", "keydown"]) addEventListener(type, lift, true);
