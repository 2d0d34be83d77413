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

/** The end of the last press, which the next one may overtake. */
let ending = 0;

/** @param {MouseEvent} event */
function press(event) {
  // A list's own window, and a menu's, keep the release to themselves.
  if (event.button !== 0 || /** @type {Element} */ (event.target).closest("select")) return;
  clearTimeout(ending);
  held ??= new Promise((resolve) => (release = resolve));
}

/** The click comes in the same turn as the release, so wait for the next. */
function lift() {
  clearTimeout(ending);
  ending = setTimeout(() => {
    held = null;
    release();
  });
}

// A finger is a pointer first and a mouse afterwards, which then moves the focus.
for (const type of ["pointerdown", "mousedown"]) addEventListener(type, /** @type {any} */ (press), true);
for (const type of ["pointerup", "pointercancel", "mouseup", "contextmenu", "keydown"]) addEventListener(type, lift, true);
