// A word of a name as a few bits that can be compared without knowing it: a Bloom filter of its letters and pairs of letters under the
// session's seed, as private record linkage does (Schnell, Bachteler, Reiher 2009, https://doi.org/10.1186/1472-6947-9-41).

/** Numbers a name has for each of its words: the hashed word, its hashed initial, its sketch. */
export const stride = 3;

/** Bits of a sketch; with the mark of a given name above they fit the 53 of a number. */
const bits = 52;
const half = 26;
const givenMark = 2 ** bits;

/** The sketch of a folded word, marked where it is known to be a given name. */
export function sketchOf(word: Uint16Array, length: number, session: number, isGiven: boolean): number {
  let high = 0;
  let low = 0;
  const set = (feature: number) => {
    const bit = (((Math.imul(feature ^ session, 0x9e3779b1) >>> 8) & 0xffff) * bits) >>> 16;
    if (bit < half) low |= 1 << bit;
    else high |= 1 << (bit - half);
  };
  let before = 0;
  for (let index = 0; index < length; index++) {
    const letter = word[index]!;
    set(letter);
    set((before << 16) | letter);
    before = letter;
  }
  set(before << 16);
  return high * 2 ** half + low + (isGiven ? givenMark : 0);
}

/** Whether the word is known to be a given name. */
export const isGivenSketch = (sketch: number): boolean => sketch >= givenMark;

/** Dice coefficient of the bits of two sketches: 1 for the same word, about .7 for one letter wrong or two swapped in six. */
export function similarity(one: number, other: number): number {
  const [oneHigh, oneLow] = halves(one);
  const [otherHigh, otherLow] = halves(other);
  const common = ones(oneHigh & otherHigh) + ones(oneLow & otherLow);
  return (2 * common) / (ones(oneHigh) + ones(oneLow) + ones(otherHigh) + ones(otherLow));
}

function halves(sketch: number): [high: number, low: number] {
  const plain = sketch >= givenMark ? sketch - givenMark : sketch;
  const high = Math.floor(plain / 2 ** half);
  return [high, plain - high * 2 ** half];
}

function ones(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
