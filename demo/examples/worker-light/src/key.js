// Keys that come with a request.
import { pairs } from "./body.js";

/** @param {string} text a secret key is in it; an email address may begin like one, and is none */
export const holdsSecret = (text) => /(?<![\w.@+-])sk_(?:(?:test|live)_[\dA-Za-z]|[\da-f]{40})(?![\w.+-]*@)/.test(text);

/**
 * A secret key stands in the address or a header.
 * @param {Request} request
 */
export function secretSent({ url, headers }) {
  const [, rest] = credentials(headers);
  const [address = "", query] = url.split(/\?(.*)/s);
  return rest.startsWith("sk_") || [rest, address, String(pairs(query ?? "")), ...headers.values()].some(holdsSecret);
}

/**
 * The scheme of the request's Authorization, and what follows, that of Basic decoded
 * if it can be.
 * @param {Headers} headers
 * @returns {[string, string]}
 */
function credentials(headers) {
  const [, scheme = "", given = ""] = /^(\S*)\s*(.*)/.exec(headers.get("authorization") ?? "") ?? [];
  const basic = scheme.toLowerCase() === "basic";
  try {
    if (basic) return ["basic", atob(given)];
  } catch {}
  return [basic ? "basic" : "", given];
}

/**
 * The key that a page's loader was set up with and sends along; none is needed.
 * @param {Headers} headers
 */
export function keyOf(headers) {
  const [scheme, rest] = credentials(headers);
  return scheme && (rest.split(":")[0] ?? "");
}

/**
 * Who is counted as one: an IPv4 address, or the /64 of an IPv6 address, which one
 * connection has all of (RFC 6177).
 * @param {string} address
 */
export function callerOf(address) {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, "");
  if (!plain.includes(":")) return plain;
  const groups = plain.replace("::", ":".repeat(10 - plain.split(":").length)).split(":");
  return String(groups.slice(0, 4).map((group) => Number("0x0" + group)));
}
