import assert from "node:assert/strict";

export const key = "pk_test_0123456789abcdef0123456789abcdef01234567";

/** A valid card; its year never comes to an end while this is in use. */
export const card = Object.freeze({
  type: "credit_card",
  number: "4111111111111111",
  month: "12",
  year: `${new Date().getUTCFullYear() + 3}`,
  verification_value: "737",
});

export const token = (id = "tok_1") => ({
  id,
  resource: "token",
  created_at: "2018-11-13T06:20:21Z",
  payment_details: { type: "credit_card" },
});

/** Waits for the rejection and answers it, checked for the one shape. */
export async function refusal(promise, code) {
  const error = await promise.then(
    () => assert.fail(`resolved instead of ${code}`),
    (reason) => reason,
  );
  assert.equal(error?.name, "KomojuError", error?.stack);
  assert.equal(error.code, code);
  assert.ok(error instanceof Error && error.message.length > 10);
  assert.ok(Array.isArray(error.problems));
  assert.equal(typeof error.status, "number");
  assert.equal(typeof error.retryable, "boolean");
  assert.equal(typeof error.detail, "string");
  assert.equal(error.cause, undefined);
  return error;
}

export const blamed = ({ problems }) => problems.map(({ field, code }) => `${field} ${code}`);

/** A promise and its resolve. */
export function gate() {
  let open;
  const passed = new Promise((resolve) => (open = resolve));
  return { passed, open };
}
