// A seeded, fast 53-bit hash of a string (cyrb53, public domain: https://stackoverflow.com/a/52171480). It tells values apart within a
// session; it is no protection for a value, and nothing made with it is stored.

/** Hash of `text` from `from` to `to`. */
export function hashText(text: string, seed: number, from = 0, to = text.length): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = from; index < to; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return mixed(high, low);
}

/** Hash of units from `from` to `to`: the same as of the text they make. */
export function hashUnits(units: Uint16Array, from: number, to: number, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = from; index < to; index++) {
    const unit = units[index]!;
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return mixed(high, low);
}

/** One hash of two: of a pair of values that identify together. */
export function hashPair(one: number, other: number, tag: number): number {
  let high = Math.imul(tag ^ one, 2654435761);
  let low = Math.imul(tag ^ (one / 4294967296), 1597334677);
  high = Math.imul(high ^ other, 2654435761);
  low = Math.imul(low ^ (other / 4294967296) ^ other, 1597334677);
  return mixed(high, low);
}

/** The seed under which values of one kind are hashed, so that equal text of two kinds is never one key. */
export const seedOf = (kind: string, session: number): number => hashText(kind, session) | 0;

function mixed(first: number, second: number): number {
  const high = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  const low = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  // Never 0: zero stands for "no value".
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1;
}
