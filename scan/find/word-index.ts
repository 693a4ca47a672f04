// The vocabularies of all kinds known by words, with the words that deny or turn away what they say, as one tree of phrases: first
// word, second word and so on. Made when first needed.
import type { Detector, Vocabulary } from '../../detectors/detector.ts';
import { detectors } from '../../detectors/index.ts';
import { foldLetters } from '../text/letters.ts';
import { deniers, elsewhere, otherSubjects, turns, writers } from './statement-words.ts';

export interface Meaning {
  terms: readonly Detector[];
  acronyms: readonly Detector[];
  cued: readonly Detector[];
  cues: readonly Detector[];
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
  next?: Words;
  meaning?: Meaning;
}

/** By hash of the word: 32 bits, of which a text's few thousand words hit a wrong one once in a million texts. */
export type Words = Map<number, Node>;

export interface WordIndex {
  root: Words;
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

/** A word of letters and digits in lower case, without accents and apostrophes. */
export const foldWord = (word: string): string => foldLetters(word.replace(/['’`]/g, ''));

const bitCount = 1 << 18;

export const hasBit = (bits: Int32Array, hash: number): boolean => {
  const slot = (hash ^ (hash >>> 18)) & (bitCount - 1);
  return (bits[slot >> 5]! & (1 << (slot & 31))) !== 0;
};

/** Hash of a folded word, unit by unit. */
// So large a factor keeps short words of letters and digits apart: with 31, "J12" is "HMP".
export const addToHash = (hash: number, unit: number): number => (Math.imul(hash, 0x5bd1e995) + unit) | 0;

/** Three letters as one number, from their units in either case. */
export const endingKey = (third: number, second: number, last: number): number =>
  ((third & 31) << 10) | ((second & 31) << 5) | (last & 31);

function build(): WordIndex {
  const root: Words = new Map();
  const endings: WordIndex['endings'] = new Map();
  for (const { words } of detectors) {
    if (!words) continue;
    for (const phrase of words.except) addWithPlural(root, phrase, setException);
  }
  for (const phrase of elsewhere) add(root, phrase, setException);
  for (const [reach, phrases] of deniers)
    for (const phrase of phrases) add(root, phrase, (meaning) => deny(meaning, reach));
  for (const phrase of turns) add(root, phrase, setTurn);
  for (const phrase of writers) add(root, phrase, setWriter);
  for (const phrase of otherSubjects) add(root, phrase, setOther);
  for (const detector of detectors) {
    const { words } = detector;
    if (!words) continue;
    addVocabulary(root, detector, words);
    for (const ending of words.endings ?? []) {
      const units = [...ending.slice(-3)].map((letter) => letter.charCodeAt(0));
      const key = endingKey(units[0]!, units[1]!, units[2]!);
      endings.set(key, [...(endings.get(key) ?? []), { ending, detector }]);
    }
  }
  addPairs(root);
  return { root, first: bitsOf(root.keys()), endings };
}

function addVocabulary(root: Words, detector: Detector, words: Vocabulary): void {
  const cues = new Set(words.cued?.cues);
  for (const term of words.terms)
    addWithPlural(root, term, (meaning) => {
      meaning.terms = withOne(meaning.terms, detector);
      if (cues.size > 0 && term.split(' ').some((word) => cues.has(word)))
        meaning.cues = withOne(meaning.cues, detector);
    });
  for (const term of words.acronyms ?? [])
    add(root, term, (meaning) => {
      meaning.acronyms = withOne(meaning.acronyms, detector);
    });
  for (const term of words.cued?.terms ?? [])
    addWithPlural(root, term, (meaning) => {
      meaning.cued = withOne(meaning.cued, detector);
    });
  for (const cue of words.cued?.cues ?? [])
    add(root, cue, (meaning) => {
      meaning.cues = withOne(meaning.cues, detector);
    });
}

/** Pairs come last: their lists of second halves are shared, and must not be added to. The longer first halves go before the shorter. */
function addPairs(root: Words): void {
  const pairs: { node: Node; halves: Words; length: number }[] = [];
  for (const detector of detectors)
    for (const [firsts, lasts] of detector.words?.pairs ?? []) {
      const halves: Words = new Map();
      for (const last of lasts)
        addWithPlural(halves, last, (meaning) => {
          meaning.terms = withOne(meaning.terms, detector);
        });
      for (const first of firsts) pairs.push({ node: nodeAt(root, first), halves, length: first.split(' ').length });
    }
  pairs.sort((one, other) => other.length - one.length);
  for (const { node, halves } of pairs) node.next = node.next ? merged(node.next, halves) : halves;
}

/** Both, of which the first prevails; neither is changed. */
function merged(one: Words, other: Words): Words {
  const both = new Map(one);
  for (const [word, node] of other) {
    const known = both.get(word);
    if (!known) both.set(word, node);
    else {
      const next = known.next && node.next ? merged(known.next, node.next) : (known.next ?? node.next);
      const meaning = known.meaning ?? node.meaning;
      both.set(word, { ...(next ? { next } : {}), ...(meaning ? { meaning } : {}) });
    }
  }
  return both;
}

const setException = (meaning: Meaning) => {
  meaning.isException = true;
};
const setTurn = (meaning: Meaning) => {
  meaning.turns = true;
};
const setWriter = (meaning: Meaning) => {
  meaning.isWriter = true;
};
const setOther = (meaning: Meaning) => {
  meaning.isOther = true;
};
const deny = (meaning: Meaning, reach: number) => {
  meaning.denies = reach;
};

const none: readonly Detector[] = [];

/** The list and the detector: most meanings have one list of one detector, so that lists are shared where they are empty. */
const withOne = (list: readonly Detector[], detector: Detector): readonly Detector[] =>
  list.includes(detector) ? list : [...list, detector];

function add(root: Words, phrase: string, set: (meaning: Meaning) => void): void {
  const node = nodeAt(root, phrase);
  node.meaning ??= {
    terms: none,
    acronyms: none,
    cued: none,
    cues: none,
    isException: false,
    denies: 0,
    turns: false,
    isWriter: false,
    isOther: false,
  };
  set(node.meaning);
}

function addWithPlural(root: Words, phrase: string, set: (meaning: Meaning) => void): void {
  add(root, phrase, set);
  const last = phrase.charCodeAt(phrase.length - 1);
  if (last === 121 && !/[aeiou]y$/.test(phrase)) add(root, `${phrase.slice(0, -1)}ies`, set);
  else if (last !== 115 && phrase.length > 3) add(root, `${phrase}s`, set);
}

function nodeAt(root: Words, phrase: string): Node {
  let level = root;
  let node: Node | undefined;
  for (const word of foldLetters(phrase).split(' ')) {
    if (node) level = node.next ??= new Map();
    let hash = 0;
    for (let k = 0; k < word.length; k++) hash = addToHash(hash, word.charCodeAt(k));
    node = level.get(hash);
    if (!node) {
      node = {};
      level.set(hash, node);
    }
  }
  if (!node) throw new Error('a phrase without words');
  return node;
}

function bitsOf(hashes: Iterable<number>): Int32Array {
  const bits = new Int32Array(bitCount >> 5);
  for (const hash of hashes) {
    const slot = (hash ^ (hash >>> 18)) & (bitCount - 1);
    bits[slot >> 5]! |= 1 << (slot & 31);
  }
  return bits;
}
