// The lexer: one pass over running text that stops at digits and at `@`, asks the detectors what stands there, and hands
// findings on in order. What a label says a value is comes first; then the more specific detector before the less.
import { isBlank, isDash, isDigit, isLatin, isWordPart } from '../detectors/characters.ts';
import type { Candidate, Detector, Judgement } from '../detectors/detector.ts';
import { detectors } from '../detectors/index.ts';
import { labelBefore } from './find-label.ts';

export type Emit = (detector: Detector, start: number, end: number, normal: string) => void;

const addresses = detectors.filter((detector) => detector.anchor === 'at');
const codes = detectors.filter((detector) => detector.anchor === 'code');
const numbers = detectors.filter((detector) => detector.anchor === 'digits');

/**
 * Finds values in `text` from `from` to `to` (UTF-16 units) as if nothing else were there, and emits each with its normal form, by ascending
 * start, never two over the same characters.
 */
export function findInText(text: string, from: number, to: number, emit: Emit): void {
  const candidate: Candidate = { from, start: from, end: to, labelled: false, mislabelled: false, company: false };
  const state: State = { detector: undefined, end: from, labelled: undefined, company: -1 };
  let mail = nextAddress(text, from, to, candidate);
  let at = nextDigit(text, from, to);
  for (;;) {
    if (mail && mail.judgement.start <= at) {
      const { start, end, normal } = mail.judgement;
      emit(mail.detector, start, end, normal);
      state.end = end;
      if (at < end) at = nextDigit(text, end, to);
      mail = nextAddress(text, end, to, candidate);
      continue;
    }
    if (at >= to) return;
    candidate.from = from;
    candidate.end = mail ? mail.judgement.start : to;
    at = nextDigit(text, readToken(text, at, candidate, state, emit), to);
  }
}

interface State {
  /** The last finding among digits and codes, and its end. */
  detector: Detector | undefined;
  end: number;
  /** Its kind, if a label stood before it. */
  labelled: Detector | undefined;
  /** End of the last finding that identifies a person, or -1. */
  company: number;
}

interface Address {
  detector: Detector;
  judgement: Judgement;
}

function nextAddress(text: string, from: number, to: number, candidate: Candidate): Address | undefined {
  let start = from;
  for (;;) {
    // A slice shares the text's memory, and bounds the search to what is scanned.
    const at = text.slice(start, to).indexOf('@');
    if (at === -1) return undefined;
    candidate.from = from;
    candidate.start = start + at;
    candidate.end = to;
    for (const detector of addresses) {
      const judgement = detector.judge(text, candidate);
      if (judgement) return { detector, judgement };
    }
    start += at + 1;
  }
}

function nextDigit(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code <= 57 && code >= 48) return at;
    at++;
  }
  return to;
}

function runEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isDigit(text.charCodeAt(next))) next++;
  return next;
}

function tokenEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isWordPart(text.charCodeAt(next))) next++;
  return next;
}

/** Judges what begins at or around the digit at `at`; gives where to look on. */
function readToken(text: string, at: number, candidate: Candidate, state: State, emit: Emit): number {
  const { from, end } = candidate;
  const floor = Math.max(from, state.end);
  const before = at > floor ? text.charCodeAt(at - 1) : 0;
  const letters = isLatin(before) ? lettersBefore(text, floor, at) : 0;
  const codeStart = letters > 0 ? at - letters : spacedCodeStart(text, floor, at, before);
  if (codeStart >= 0) {
    const label = labelFor(text, codeStart, candidate, state);
    const found = ask(codes, text, codeStart, label, candidate, state, emit);
    if (found !== -1) return found;
    if (letters > 0) return tokenEnd(text, at, end);
  }
  const stop = runEnd(text, at, end);
  if (isPartOfLonger(text, floor, at, before))
    return before === 95 || isWordPart(before) ? tokenEnd(text, at, end) : stop;
  if (!isNumber(text, at, stop, end)) return stop;
  const start = openingBefore(text, floor, at);
  const found = ask(numbers, text, start, labelFor(text, start, candidate, state), candidate, state, emit);
  return found === -1 ? stop : found;
}

/** How many letters stand right before `at` from a word's start on; 0 where it is no code of one to four letters. */
function lettersBefore(text: string, floor: number, at: number): number {
  let start = at;
  while (start > floor && start > at - 5 && isLatin(text.charCodeAt(start - 1))) start--;
  const letters = at - start;
  return letters > 4 || (start > floor && isWordPart(text.charCodeAt(start - 1))) ? 0 : letters;
}

/** "AB 12 34 56 C": two letters, a separator, a digit. */
function spacedCodeStart(text: string, floor: number, at: number, before: number): number {
  if (!isBlank(before) && !isDash(before)) return -1;
  if (at - 3 < floor || !isLatin(text.charCodeAt(at - 2)) || !isLatin(text.charCodeAt(at - 3))) return -1;
  return at - 3 > floor && isWordPart(text.charCodeAt(at - 4)) ? -1 : at - 3;
}

/** Whether the digits at `at` go on a number, a version, a time, a path or an amount that began before them. */
function isPartOfLonger(text: string, floor: number, at: number, before: number): boolean {
  if (at === floor) return false;
  if (isWordPart(before)) return true;
  if (before === 36 || before === 0xa3 || before === 0x20ac) return true;
  if (before !== 46 && before !== 47 && before !== 58 && !isDash(before)) return false;
  return at - 2 >= floor && isDigit(text.charCodeAt(at - 2));
}

/** Whether enough digits follow, or a month's name stands beside, to ask at all. */
function isNumber(text: string, at: number, stop: number, end: number): boolean {
  let digits = stop - at;
  if (digits > 24) return false;
  for (let k = stop; digits < 6 && k < end && k < at + 20; k++) {
    const code = text.charCodeAt(k);
    if (isDigit(code)) digits++;
    else if (code === 10 || code === 9) break;
  }
  return digits >= 3;
}

function openingBefore(text: string, floor: number, at: number): number {
  let start = at;
  if (start > floor && text.charCodeAt(start - 1) === 40) start--;
  if (start > floor && text.charCodeAt(start - 1) === 43) start--;
  if (start > floor && text.charCodeAt(start - 1) === 40) start--;
  return start;
}

/** The label of the value at `start`; values in a list share the first one's. */
function labelFor(text: string, start: number, { from }: Candidate, state: State): Detector | 'other' | undefined {
  const { labelled } = state;
  if (labelled && start - state.end <= 6 && /^[\s,/&+]*(?:and|or|und|et|y|en)?\s*$/.test(text.slice(state.end, start)))
    return labelled;
  return labelBefore(text, Math.max(from, state.end), start);
}

/** Asks the label's detector, then each of `group`; gives the end of what was found, or -1. */
function ask(
  group: readonly Detector[],
  text: string,
  start: number,
  label: Detector | 'other' | undefined,
  candidate: Candidate,
  state: State,
  emit: Emit,
): number {
  candidate.start = start;
  candidate.mislabelled = label === 'other';
  candidate.company = isInCompany(text, start, state);
  if (label && label !== 'other') {
    candidate.labelled = true;
    const found = take(label, text, candidate, state, emit);
    if (found !== -1) {
      state.labelled = label;
      return found;
    }
  }
  candidate.labelled = false;
  for (const detector of group) {
    if (detector === label || detector.weak) continue;
    const found = take(detector, text, candidate, state, emit);
    if (found !== -1) {
      state.labelled = undefined;
      return found;
    }
  }
  return -1;
}

function take(detector: Detector, text: string, candidate: Candidate, state: State, emit: Emit): number {
  const judgement = detector.judge(text, candidate);
  if (!judgement) return -1;
  emit(detector, judgement.start, judgement.end, judgement.normal);
  state.detector = detector;
  state.end = judgement.end;
  if (detector.key === 'single' || detector.farLabel) state.company = judgement.end;
  return judgement.end;
}

const companyReach = 120;

function isInCompany(text: string, start: number, { company }: State): boolean {
  return company !== -1 && start - company <= companyReach && !text.slice(company, start).includes('\n');
}
