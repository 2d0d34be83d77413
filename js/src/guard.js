/**
 * Where a platform has no such thing as credentials (workerd), fetch throws at the
 * members that keep a page's request closed, and at redirect: "error" too. The file
 * for <script> does without this, as no browser is such a platform.
 * @returns {RequestInit | undefined}
 */
export const guard = () => ("credentials" in Request.prototype ? undefined : { redirect: "manual" });
