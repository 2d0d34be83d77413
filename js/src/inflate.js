// RFC 1951, which gzip and zip are made of. The platform's own inflating
// (DecompressionStream) is missing from Safari before 16.4: phones that stay
// there run the module, and could not pay.

/** In this order a block tells the lengths of the codes of its codes' lengths. */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * A Huffman code: how many codes are of each length, and their symbols in order.
 * @typedef {{ counts: number[], symbols: number[] }} Code
 */

/**
 * @param {Uint8Array} data
 * @returns {Uint8Array} throws a RangeError where the data ends too early
 */
export function inflate(data) {
  /** @type {number[]} */
  const out = [];
  const { bits, align } = createReader(data);

  /** @param {Code} code */
  const symbol = ({ counts, symbols }) => {
    for (let length = 1, value = 0, first = 0, index = 0; ; length++) {
      const count = counts[length] ?? 0;
      value += bits(1);
      if (value - first < count) return /** @type {number} */ (symbols[index + value - first]);
      index += count;
      first = (first + count) * 2;
      value *= 2;
    }
  };

  /** @param {number} count @param {Code} code */
  const lengths = (count, code) => {
    /** @type {number[]} */
    const list = [];
    while (list.length < count) {
      const said = symbol(code);
      if (said < 16) list.push(said);
      else list.push(...Array(said < 17 ? 3 + bits(2) : said < 18 ? 3 + bits(3) : 11 + bits(7)).fill(said < 17 ? list[list.length - 1] : 0));
    }
    return list;
  };

  const dynamic = () => {
    const [literals, distances, count] = [257 + bits(5), 1 + bits(5), 4 + bits(4)];
    const own = Array(19).fill(0);
    for (const place of order.slice(0, count)) own[place] = bits(3);
    const list = lengths(literals + distances, codeOf(own));
    return [list.slice(0, literals), list.slice(literals)];
  };

  /** @param {number[][]} lengths of literals and lengths, and of distances */
  const unpack = (lengths) => {
    const [literals, distances] = lengths.map(codeOf);
    for (let said; (said = symbol(/** @type {Code} */ (literals))) !== 256; ) {
      if (said < 256) {
        out.push(said);
        continue;
      }
      let left = said === 285 ? 258 : 3 + grown(said - 257, 4, bits);
      const back = 1 + grown(symbol(/** @type {Code} */ (distances)), 2, bits);
      for (; left; left--) out.push(/** @type {number} */ (out[out.length - back]));
    }
  };

  const stored = () => {
    align();
    let left = bits(16);
    bits(16); // the same, inverted
    for (; left; left--) out.push(bits(8));
  };

  for (let last = 0; !last; ) {
    last = bits(1);
    const kind = bits(2);
    if (kind) unpack(kind === 1 ? fixed() : dynamic());
    else stored();
  }
  return Uint8Array.from(out);
}

/** @param {Uint8Array} data */
function createReader(data) {
  let at = 0; // in bits

  /** @param {number} count the lowest comes first */
  const bits = (count) => {
    let value = 0;
    for (let i = 0; i < count; i++, at++) {
      const byte = data[at >> 3];
      if (byte === undefined) throw new RangeError("The module is cut short");
      value += ((byte >> (at & 7)) & 1) << i;
    }
    return value;
  };

  /** Goes on at the next whole byte. */
  const align = () => (at = (at + 7) & ~7);
  return { bits, align };
}

/**
 * Symbols grow by steps: after each so many, one more bit follows the symbol.
 * @param {number} symbol
 * @param {number} step
 * @param {(count: number) => number} bits
 */
function grown(symbol, step, bits) {
  if (symbol < 2 * step) return symbol;
  const extra = Math.floor(symbol / step) - 1;
  return ((step + (symbol % step)) << extra) + bits(extra);
}

/** The lengths of the codes that need no telling. */
const fixed = () => [
  [[8, 144], [9, 112], [7, 24], [8, 8]].flatMap(([length, count]) => Array(count).fill(length)),
  Array(30).fill(5),
];

/**
 * @param {number[]} lengths of each symbol's code, 0 where it has none
 * @returns {Code}
 */
function codeOf(lengths) {
  const counts = Array(16).fill(0);
  for (const length of lengths) if (length) counts[length]++;
  const symbols = [...lengths.keys()].filter((symbol) => lengths[symbol]);
  return { counts, symbols: symbols.sort((a, b) => /** @type {number} */ (lengths[a]) - /** @type {number} */ (lengths[b])) };
}
