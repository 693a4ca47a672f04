// Looks up the kinds known by words in a stretch of text about people already found: whole words, longest phrase first, not what is
// denied, said of the writer, of people in general or of a subject. One pass, bounded work a word.
import type { Detector } from '../../detectors/detector.ts';
import { foldedLetter, isLetterUnit } from '../text/letters.ts';
import type { Emit } from './scan-state.ts';
import { namesOfBodies, topics } from './statement-words.ts';
import {
  addToHash,
  endingKey,
  foldWord,
  hasBit,
  type Meaning,
  type Node,
  type WordIndex,
  wordIndex,
} from './word-index.ts';

/** How many words a cue, and a word for the writer, reach. */
const cueReach = 8;
const writerReach = 9;
/** How many more words a denial reaches behind each term it denied: "no asthma, epilepsy or diabetes". */
const listReach = 4;
/** Fewest letters of a word told by its ending. */
const shortestByEnding = 6;
/** Most units between words of a phrase. */
const widestGap = 3;

interface State {
  text: string;
  to: number;
  isProse: boolean;
  index: WordIndex;
  /** Words so far. */
  count: number;
  deniedUntil: number;
  writerUntil: number;
  cues: Map<Detector, number>;
}

/**
 * Emits every term in `text` from `from` to `to`, by ascending start. `isProse`: sentences of a mail, where "I" is who writes; in a cell
 * or a field they are about the person.
 */
export function findWords(text: string, from: number, to: number, isProse: boolean, emit: Emit): void {
  const index = wordIndex();
  const state: State = { text, to, isProse, index, count: 0, deniedUntil: 0, writerUntil: 0, cues: new Map() };
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at);
    if (!isWordUnit(unit)) {
      if (endsSentence(text, at, unit, to)) forget(state);
      at++;
      continue;
    }
    state.count++;
    const end = readWord(text, at, to);
    at = hasBit(index.first, wordHash) || mayEndLikeTerm(state, at, end) ? readPhrase(state, at, end, emit) : end;
  }
}

/** Hash of the word read last. */
let wordHash = 0;

/** Reads the word that begins at `start`; gives its end. */
function readWord(text: string, start: number, to: number): number {
  let hash = 0;
  let end = start;
  let isJoined = false;
  for (; end < to; end++) {
    const unit = text.charCodeAt(end);
    if (isWordUnit(unit)) {
      if (unit < 128) hash = addToHash(hash, unit | 32);
      else for (const letter of foldedLetter(unit)) hash = addToHash(hash, letter.charCodeAt(0));
    } else if (joinsLetters(text, start, end, to, unit)) isJoined = true;
    else break;
  }
  // "I'll" is not ill.
  wordHash = isJoined && end - start === 4 && (text.charCodeAt(start) | 32) === 105 ? 0 : hash;
  return end;
}

function forget(state: State): void {
  state.deniedUntil = 0;
  state.writerUntil = 0;
  state.cues.clear();
}

const isWordUnit = (unit: number) => isLetterUnit(unit) || (unit >= 48 && unit <= 57);

const isApostrophe = (unit: number) => unit === 39 || unit === 0x2019 || unit === 96;

/** Within "Parkinson's" and "I'll", not within "d'asthme". */
const joinsLetters = (text: string, start: number, at: number, to: number, unit: number) =>
  isApostrophe(unit) &&
  at + 1 < to &&
  isLetterUnit(text.charCodeAt(at + 1)) &&
  (at - start > 1 || (text.charCodeAt(start) | 32) === 105);

/** `; : ! ?`, tab, pipe, brackets, an empty line; a full stop before a blank or the end. A line may be wrapped anywhere. */
function endsSentence(text: string, at: number, unit: number, to: number): boolean {
  if (unit === 32 || unit === 44) return false;
  if (unit === 46) return at + 1 >= to || text.charCodeAt(at + 1) <= 32;
  if (unit === 10) return at + 1 < to && (text.charCodeAt(at + 1) === 10 || text.charCodeAt(at + 1) === 13);
  return unit === 59 || unit === 58 || unit === 33 || unit === 63 || unit === 9 || unit === 124;
}

function mayEndLikeTerm({ text, index }: State, start: number, end: number): boolean {
  return (
    end - start >= shortestByEnding &&
    index.endings.has(endingKey(text.charCodeAt(end - 3), text.charCodeAt(end - 2), text.charCodeAt(end - 1)))
  );
}

/** Reads the longest phrase that begins with the word `start`..`end`; gives where to look on. */
function readPhrase(state: State, start: number, end: number, emit: Emit): number {
  const { text, to, index } = state;
  let node: Node | undefined = index.root.get(wordHash);
  let best: Meaning | undefined;
  let bestEnd = end;
  let bestWords = 1;
  let next = end;
  for (let words = 1; node; words++) {
    if (node.meaning) {
      best = node.meaning;
      bestEnd = next;
      bestWords = words;
    }
    if (!node.next) break;
    const following = startOfNext(text, next, to);
    if (following < 0) break;
    next = readWord(text, following, to);
    node = node.next.get(wordHash);
  }
  if (!best) {
    const detector = byEnding(index, foldWord(text.slice(start, end)), text.charCodeAt(end - 1));
    if (detector) offer(state, [detector], start, end, emit);
    return end;
  }
  state.count += bestWords - 1;
  if (best.isException) return bestEnd;
  if (best.turns) state.deniedUntil = 0;
  if (best.isOther) state.writerUntil = 0;
  if (best.isWriter) state.writerUntil = state.count + writerReach;
  if (best.terms.length > 0) offer(state, best.terms, start, bestEnd, emit);
  if (best.acronyms.length > 0 && isInCapitals(text, start, bestEnd)) offer(state, best.acronyms, start, bestEnd, emit);
  for (const detector of best.cued)
    if ((state.cues.get(detector) ?? -1) >= state.count && !best.terms.includes(detector))
      offer(state, [detector], start, bestEnd, emit);
  for (const detector of best.cues) state.cues.set(detector, state.count + cueReach);
  if (best.denies > 0) state.deniedUntil = state.count + best.denies;
  return bestEnd;
}

const isInCapitals = (text: string, start: number, end: number) =>
  text.slice(start, end) === text.slice(start, end).toUpperCase();

/** Where the next word begins, if only blanks, a hyphen or a line break stand between; else -1. */
function startOfNext(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && start < from + widestGap && isGap(text.charCodeAt(start))) start++;
  return start === from || start >= to || !isWordUnit(text.charCodeAt(start)) ? -1 : start;
}

const isGap = (unit: number) => unit === 32 || unit === 45 || unit === 10 || unit === 13 || isApostrophe(unit);

function byEnding({ endings }: WordIndex, word: string, last: number): Detector | undefined {
  if (word.length < shortestByEnding || last > 127) return undefined;
  const key = endingKey(
    word.charCodeAt(word.length - 3),
    word.charCodeAt(word.length - 2),
    word.charCodeAt(word.length - 1),
  );
  return endings.get(key)?.find(({ ending }) => word.endsWith(ending))?.detector;
}

/** Emits the term unless what stands around it says that it is not one, or not of the person. */
function offer(state: State, kinds: readonly Detector[], start: number, end: number, emit: Emit): void {
  const { text, to, isProse } = state;
  if (state.deniedUntil >= state.count) {
    state.deniedUntil = Math.max(state.deniedUntil, state.count + listReach);
    return;
  }
  if (isProse && state.writerUntil >= state.count) return;
  if (isSubject(text, start, end, to)) return;
  if (deniedBehind.test(text.slice(end, Math.min(to, end + 60))) || isInAddress(text, start, end)) return;
  const normal = foldWord(text.slice(start, end));
  for (const detector of kinds) emit(detector, start, end, normal);
}

/** Whether the term is part of a subject, an event, a job, or of a name: "diabetes conference", "Lesbian & Gay Film Festival". */
function isSubject(text: string, start: number, end: number, to: number): boolean {
  const isName = isCapital(text, start);
  let at = end;
  for (let words = 0; words < (isName ? 4 : 1); words++) {
    if (words > 0 || isName) at = skipAmpersand(text, at);
    const following = startOfNext(text, at, to);
    if (following < 0) return false;
    const isLarge = isCapital(text, following);
    const followingEnd = readWord(text, following, Math.min(to, following + 30));
    const word = foldWord(text.slice(following, followingEnd));
    if (words === 0 || isLarge) {
      if (topics.has(word)) return true;
      if (isName && isLarge && namesOfBodies.has(word)) return true;
    }
    if (!isLarge && word !== 'and' && word !== 'of' && word !== 'for') return false;
    at = followingEnd;
  }
  return false;
}

const skipAmpersand = (text: string, at: number) => (text.startsWith(' & ', at) ? at + 2 : at);

function isCapital(text: string, at: number): boolean {
  const letter = text[at]!;
  return letter !== letter.toLowerCase();
}

/** "asthma: no", "HIV test negative", "diabetes was ruled out", "union member - n" */
const deniedBehind =
  /^[ )\]]{0,2}(?:\s{0,2}[:=–—(-]?\s{0,2})(?:(?:is|was|were|has|have|been|test|tests|screen|result|results|status|ist|war|wurde|est|a|été)\s{1,2}){0,4}(?:negative|neg|-ve|excluded|ruled out|unlikely|denied|absent|not (?:detected|found|present|confirmed|suspected)|nil|none|false|n\/a|negativ|ausgeschlossen|négatif|négative|exclue?|(?:n|no|nein|non|keine?)(?=\s{0,3}(?:$|[.,;)\]|\n\t])))(?![\p{L}\p{N}])/iu;

/** Whether the term is part of a mail or web address. */
function isInAddress(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (!isAddressUnit(before) && !isAddressUnit(after)) return false;
  let from = start;
  while (from > 0 && from > start - 200 && text.charCodeAt(from - 1) > 32) from--;
  let to = end;
  while (to < text.length && to < end + 200 && text.charCodeAt(to) > 32) to++;
  return /@|:\/\/|www\.|\.[a-z]{2,6}\//i.test(text.slice(from, to));
}

/** `. - / @ _ : = # ?` */
const isAddressUnit = (unit: number) =>
  (unit >= 45 && unit <= 47) || unit === 64 || unit === 95 || unit === 58 || unit === 61 || unit === 35 || unit === 63;
