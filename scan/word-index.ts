// The vocabularies of all kinds known by words, with the words that deny or turn away what they say, as one tree of phrases: first
// word, second word and so on. Made when first needed.
import type { Detector } from '../detectors/detector.ts';
import { detectors } from '../detectors/index.ts';
import { foldLetters } from './letters.ts';
import { deniers, elsewhere, otherSubjects, turns, writers } from './statement-words.ts';

export interface Meaning {
  terms: Detector[];
  acronyms: Detector[];
  cued: Detector[];
  cues: Detector[];
  /** Nothing of what stands in the phrase counts. */
  isException: boolean;
  /** Denies, or speaks of people in general, for as many words; 0 = does not. */
  denies: number;
  /** Ends what was denied. */
  turns: boolean;
  /** Speaks of who writes or reads. */
  isWriter: boolean;
  /** Speaks of somebody else again. */
  isOther: boolean;
}

export interface Node {
  next?: Map<string, Node>;
  meaning?: Meaning;
}

export interface WordIndex {
  root: Map<string, Node>;
  /** Hashes of first words: a quick no for almost every word. */
  first: Int32Array;
  /** Endings by their last three letters. */
  endings: Map<number, { ending: string; detector: Detector }[]>;
}

let index: WordIndex | undefined;

export function wordIndex(): WordIndex {
  index ??= build();
  return index;
}

/** Words of a phrase or text: letters and digits, folded; an apostrophe is no gap. */
export const wordsOf = (text: string): string[] => foldWord(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** "I'll" is not ill. */
export const foldWord = (word: string): string =>
  word.length === 4 && contraction.test(word) ? 'i will' : foldLetters(word.replace(/['’`]/g, ''));

const contraction = /^i['’`]ll$/i;

const bitCount = 1 << 18;

export const hasBit = (bits: Int32Array, hash: number): boolean => {
  const slot = (hash ^ (hash >>> 18)) & (bitCount - 1);
  return (bits[slot >> 5]! & (1 << (slot & 31))) !== 0;
};

/** Sum of a folded word, unit by unit. */
export const addToHash = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) | 0;

/** Three letters as one number, from their units in lower case. */
export const endingKey = (third: number, second: number, last: number): number =>
  ((third & 31) << 10) | ((second & 31) << 5) | (last & 31);

function build(): WordIndex {
  const root = new Map<string, Node>();
  const endings: WordIndex['endings'] = new Map();
  const add = (phrase: string, set: (meaning: Meaning) => void) => set(meaningAt(root, wordsOf(phrase)));
  const addWithPlural = (phrase: string, set: (meaning: Meaning) => void) => {
    add(phrase, set);
    const plural = pluralOf(phrase);
    if (plural) add(plural, set);
  };
  for (const detector of detectors) {
    const { words } = detector;
    if (!words) continue;
    const cues = new Set(words.cued?.cues);
    for (const term of words.terms)
      addWithPlural(term, (meaning) => {
        push(meaning.terms, detector);
        if (wordsOf(term).some((word) => cues.has(word))) push(meaning.cues, detector);
      });
    for (const term of words.acronyms ?? []) add(term, ({ acronyms }) => push(acronyms, detector));
    for (const term of words.cued?.terms ?? []) addWithPlural(term, ({ cued }) => push(cued, detector));
    for (const cue of words.cued?.cues ?? []) add(cue, ({ cues }) => push(cues, detector));
    for (const phrase of words.except) addWithPlural(phrase, setException);
    for (const ending of words.endings ?? []) {
      const [third, second, last] = [...ending.slice(-3)].map((letter) => letter.charCodeAt(0));
      const key = endingKey(third!, second!, last!);
      endings.set(key, [...(endings.get(key) ?? []), { ending, detector }]);
    }
  }
  for (const [reach, phrases] of deniers)
    for (const phrase of phrases)
      add(phrase, (meaning) => {
        meaning.denies = reach;
      });
  for (const phrase of elsewhere) add(phrase, setException);
  for (const phrase of turns)
    add(phrase, (meaning) => {
      meaning.turns = true;
    });
  for (const phrase of writers)
    add(phrase, (meaning) => {
      meaning.isWriter = true;
    });
  for (const phrase of otherSubjects)
    add(phrase, (meaning) => {
      meaning.isOther = true;
    });
  return { root, first: bitsOf(root.keys()), endings };
}

function setException(meaning: Meaning): void {
  meaning.isException = true;
}

function push(list: Detector[], detector: Detector): void {
  if (!list.includes(detector)) list.push(detector);
}

function pluralOf(phrase: string): string | undefined {
  if (/[^aeiou]y$/.test(phrase)) return `${phrase.slice(0, -1)}ies`;
  return phrase.length > 3 && !phrase.endsWith('s') ? `${phrase}s` : undefined;
}

function meaningAt(root: Map<string, Node>, words: readonly string[]): Meaning {
  let level = root;
  let node: Node | undefined;
  for (const word of words) {
    if (node) level = node.next ??= new Map();
    node = level.get(word) ?? {};
    level.set(word, node);
  }
  if (!node) throw new Error('a phrase without words');
  node.meaning ??= {
    terms: [],
    acronyms: [],
    cued: [],
    cues: [],
    isException: false,
    denies: 0,
    turns: false,
    isWriter: false,
    isOther: false,
  };
  return node.meaning;
}

function bitsOf(words: Iterable<string>): Int32Array {
  const bits = new Int32Array(bitCount >> 5);
  for (const word of words) {
    let hash = 0;
    for (let k = 0; k < word.length; k++) hash = addToHash(hash, word.charCodeAt(k));
    const slot = (hash ^ (hash >>> 18)) & (bitCount - 1);
    bits[slot >> 5]! |= 1 << (slot & 31);
  }
  return bits;
}
