// Which records are worth comparing: those with a key in common, or two things that mostly identify together. Everything else is never
// looked at, so that the work grows with the number of records. https://en.wikipedia.org/wiki/Record_linkage (blocking)
import { hashPair } from '../hash.ts';
import { stride } from '../names/name-sketch.ts';
import type { Records } from './records.ts';

export interface Block {
  /** Kind of the shared key, or `pair`. */
  kind: string;
  key: number;
  /** Records that know more come first; among equals content decides. */
  members: number[];
}

/** Most to least telling: joins by better keys come first, and can forbid joins by worse ones. */
const keyOrder = ['email', 'phone', 'client-number'];

/** The keys that more than one record has, most telling first, in an order that only content decides. */
export function blocksOf(all: Records, fingerprint: FingerprintOf, singleKinds: ReadonlySet<string>): Block[] {
  const sieve = createSieve(all.keys.starts[all.count]! + all.names.starts[all.count]! / stride + 4 * all.count);
  forEachKey(all, sieve.add);
  const first = createFirsts(sieve.mostRepeated());
  const shared = new Map<number, Block>();
  forEachKey(all, (key, kind, index) => {
    if (!sieve.mayRepeat(key)) return;
    const earlier = first.indexOf(key, index);
    if (earlier === index) return;
    const block = shared.get(key);
    if (!block) shared.set(key, { kind, key, members: [earlier, index] });
    else if (block.members.at(-1) !== index) block.members.push(index);
  });
  for (const { members } of shared.values()) members.sort((one, other) => fingerprint(other) - fingerprint(one));
  return [...shared.values()].sort(
    (one, other) => orderOf(one.kind, singleKinds) - orderOf(other.kind, singleKinds) || one.key - other.key,
  );
}

type Note = (key: number, kind: string, index: number) => void;

/** Every key and pair of every record, record by record. */
function forEachKey(all: Records, note: Note): void {
  const { keys, count } = all;
  for (let index = 0; index < count; index++) {
    const kinds = all.kindLists[all.kinds[index]!]!;
    const start = keys.starts[index]!;
    for (let key = start; key < keys.starts[index + 1]!; key++) note(keys.values[key]!, kinds[key - start]!, index);
    notePairs(all, index, note);
  }
}

const tag = { nameBirth: 1, namePostcode: 2, nameHouse: 3, birthPostcode: 4, wordBirth: 5, wordPostcode: 6 } as const;

/** Pairs: the whole name with birth date, postcode or house number, and what is left where one word of it is mistyped or new. */
function notePairs(all: Records, index: number, note: Note): void {
  const birth = all.birth[index]!;
  const postcode = all.postcode[index]!;
  const house = all.house[index]!;
  if (birth === 0 && postcode === 0 && house === 0) return;
  if (birth && postcode) note(hashPair(birth, postcode, tag.birthPostcode), 'pair', index);
  // A single word is too common a name to identify anyone beside a date or a place.
  const { starts, values } = all.names;
  if (starts[index + 1]! - starts[index]! < 2 * stride) return;
  const whole = wholeName(all, index);
  for (let word = starts[index]!; word < starts[index + 1]!; word += stride) {
    if (birth && !postcode) note(hashPair(values[word]!, birth, tag.wordBirth), 'pair', index);
    if (postcode && !birth) note(hashPair(values[word]!, postcode, tag.wordPostcode), 'pair', index);
  }
  if (birth) note(hashPair(whole, birth, tag.nameBirth), 'pair', index);
  if (postcode) note(hashPair(whole, postcode, tag.namePostcode), 'pair', index);
  if (house) note(hashPair(whole, house, tag.nameHouse), 'pair', index);
}

/** One number for all words of a name. */
export function wholeName({ names: { starts, values } }: Records, index: number): number {
  let whole = 0;
  for (let word = starts[index]!; word < starts[index + 1]!; word += stride) whole = hashPair(whole, values[word]!, 0);
  return whole;
}

/** Tells, in two bits a number and some more, which numbers may have been added twice: a quick no, in near memory, for most others. */
function createSieve(most: number) {
  const mask = 2 ** Math.ceil(Math.log2(most * 16 + 32)) - 1;
  const once = new Int32Array((mask + 1) / 32);
  const again = new Int32Array((mask + 1) / 32);
  let repeated = 0;
  return {
    add(key: number): void {
      const slot = key & mask;
      const bit = 1 << (slot & 31);
      if ((once[slot >>> 5]! & bit) === 0) once[slot >>> 5]! |= bit;
      else {
        again[slot >>> 5]! |= bit;
        repeated++;
      }
    },
    mayRepeat(key: number): boolean {
      const slot = key & mask;
      return (again[slot >>> 5]! & (1 << (slot & 31))) !== 0;
    },
    /** Of how many numbers that may be said at most. */
    mostRepeated: () => repeated * 2,
  };
}

/** Which record had a key first, in flat memory: most keys are had by one record only. */
export function createFirsts(most: number) {
  const mask = 2 ** Math.ceil(Math.log2(most * 1.5 + 2)) - 1;
  const known = new Float64Array(mask + 1);
  const firsts = new Int32Array(mask + 1);
  return {
    /** The record that had the key first: `index`, where nobody had it before. */
    indexOf(key: number, index: number): number {
      let slot = key & mask;
      while (known[slot] !== 0 && known[slot] !== key) slot = (slot + 1) & mask;
      if (known[slot] === key) return firsts[slot]!;
      known[slot] = key;
      firsts[slot] = index;
      return index;
    },
  };
}

function orderOf(kind: string, singleKinds: ReadonlySet<string>): number {
  if (singleKinds.has(kind)) return 0;
  const place = keyOrder.indexOf(kind);
  if (kind === 'pair') return keyOrder.length + 2;
  return place < 0 ? keyOrder.length + 1 : place + 1;
}

/** A record's place among those it is compared with: by what it knows, then by content. */
export type FingerprintOf = (index: number) => number;

/** The fingerprints of records, worked out when first asked for. */
export function createFingerprints(all: Records): FingerprintOf {
  const known = new Float64Array(all.count);
  return (index) => (known[index] ||= fingerprintOf(all, index));
}

function fingerprintOf({ keys, names, birth, postcode }: Records, index: number): number {
  let sum = birth[index]! + postcode[index]!;
  for (let at = keys.starts[index]!; at < keys.starts[index + 1]!; at++) sum = (sum + keys.values[at]!) % largestPrime;
  for (let at = names.starts[index]!; at < names.starts[index + 1]!; at++)
    sum = (sum + names.values[at]!) % largestPrime;
  const nameLength = names.starts[index + 1]! - names.starts[index]!;
  const keyCount = keys.starts[index + 1]! - keys.starts[index]!;
  return nameLength + keyCount / 64 + sum / largestPrime / 128;
}

/** Below 2 ** 53. */
const largestPrime = 9007199254740881;
