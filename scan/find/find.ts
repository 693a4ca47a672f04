// The lexer: one pass over running text that stops at digits and at `@`, asks the detectors what stands there, and hands
// findings on in order. What a label says a value is comes first; then the more specific detector before the less.
import { isDash, isDigit, isLatin, isWordPart, unitAt } from '../../detectors/characters.ts';
import { forgetGroups, groups, readGroups } from '../../detectors/digit-groups.ts';
import {
  goesOn,
  isInternetAddress,
  isTime,
  lettersBefore,
  mayBeDate,
  mayBeNetwork,
  networkStart,
  runEnd,
  spacedCodeStart,
  wordEnd,
} from '../text/around-digit.ts';
import { ask, birthBehind, labelFor } from './ask.ts';
import { codes, internet, mixed, networks, nobody, numbersOf } from './asked.ts';
import { createAnchored } from './find-anchored.ts';
import type { Label } from './find-label.ts';
import { beginLine, endLine } from './known-lines.ts';
import { type Emit, endScan, type Scan, startScan } from './scan-state.ts';

/** Fewer digits than these in a row of groups are no number by themselves. */
const fewestDigits = 6;

/**
 * Finds values in `text` from `from` to `to` (UTF-16 units) as if nothing else were there, and emits each with its normal form,
 * by ascending start, never two over the same characters.
 */
export function findInText(text: string, from: number, to: number, emit: Emit): void {
  const signs = signsIn(text, from, to);
  if (signs === 0) return;
  const scan = startScan(text, from, to, emit);
  const { candidate } = scan;
  const anchored = (signs & anchorSigns) === 0 ? nothingAnchored : createAnchored(text, from, to, textAlone(scan));
  let next = anchored.next(from);
  let at = nextDigit(scan, from);
  while (next || at < to) {
    if (next && next.judgement.start <= at) {
      const { start, end, normal } = next.judgement;
      emit(next.detector, start, end, normal);
      scan.end = end;
      if (at < end) at = nextDigit(scan, end);
      next = anchored.next(end);
    } else {
      candidate.end = next ? next.judgement.start : to;
      if (at >= scan.lineEnd) {
        const after = beginLine(scan, at);
        if (after !== at) {
          at = nextDigit(scan, after);
          continue;
        }
      }
      at = nextDigit(scan, readToken(scan, at));
    }
  }
  if (scan.questions) endLine(scan);
  forgetGroups();
  endScan(scan);
}

const digitSign = 1;

/** `/`, `<` and `@`. */
const anchorSigns = 2;

const longestLook = 64;

/** What any value begins with or is found by in a short stretch: nothing in most cells of a table's free columns. */
function signsIn(text: string, from: number, to: number): number {
  if (to - from > longestLook) return digitSign | anchorSigns;
  let signs = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 47) continue;
    if (code === 47 || code === 60 || code === 64) signs |= anchorSigns;
    else if (code <= 57) signs |= digitSign;
  }
  return signs;
}

const nothingAnchored: ReturnType<typeof createAnchored> = { next: () => undefined };

function textAlone(scan: Scan): string {
  scan.alone ??= scan.text.slice(scan.candidate.from, scan.to);
  return scan.alone;
}

const anyDigit = /\d/g;

/** Offset of the next digit, or the end. In dense text it is near; over prose a search runs ten times as fast as a loop. */
function nextDigit(scan: Scan, start: number): number {
  const { text, to } = scan;
  const near = Math.min(to, start + 12);
  for (let at = start; at < near; at++) if (isDigit(unitAt(text, at))) return at;
  if (near === to) return to;
  anyDigit.lastIndex = near - scan.candidate.from;
  return anyDigit.test(textAlone(scan)) ? scan.candidate.from + anyDigit.lastIndex - 1 : to;
}

/** Judges the four numbers at `at`, whose groups have been read; gives where to look on. They are no telephone number but behind its label. */
function readInternetAddress(scan: Scan, at: number): number {
  const stop = groups.ends[3]!;
  const label = labelFor(scan, at, false);
  const isOfNetwork = label === 'other' || label?.some(({ anchor }) => anchor === 'network');
  const found = ask(scan, internet, at, isOfNetwork ? label : undefined);
  if (found !== -1) return found;
  // "Telefon: 532.123.45.67"
  const called = isOfNetwork || !isOfPhone(label) ? -1 : ask(scan, nobody, at, label);
  return called === -1 ? stop : called;
}

/** Judges what begins at or around the digit at `at`; gives where to look on. */
function readToken(scan: Scan, at: number): number {
  const { text, candidate } = scan;
  const { end } = candidate;
  scan.digit = at;
  const floor = Math.max(candidate.from, scan.end);
  const before = at > floor ? unitAt(text, at - 1) : 0;
  if (isDigit(before) || goesOn(text, floor, at, before)) return runEnd(text, at, end);
  const letters = isLatin(before) ? lettersBefore(text, floor, at) : 0;
  const codeStart = letters > 0 ? at - letters : spacedCodeStart(text, floor, at, before);
  if (codeStart >= 0) {
    const head = letters > 0 ? letters : at - 1 - codeStart;
    const found = ask(scan, codes[head] ?? nobody, codeStart, labelFor(scan, codeStart, false));
    if (found !== -1) return found;
  }
  const stop = runEnd(text, at, end);
  const network = mayBeNetwork(text, at, stop, before) ? networkStart(text, floor, at, end) : -1;
  if (network !== -1) {
    const found = ask(scan, networks, network, labelFor(scan, network, false));
    if (found !== -1) return Math.max(found, at + 1);
  }
  // "NHS9434765919": the word is a label. "DOB____03/03/1971": a form's line.
  const glued = isLatin(before) && letters !== 1;
  const ruled = before === 95 && at - 2 >= floor && unitAt(text, at - 2) === 95;
  if (isWordPart(before) && !glued && !ruled) return wordEnd(text, at, end);
  if (isTime(text, at, stop, end)) return stop;
  const isSmall = !readGroups(text, at, end) || groups.total < fewestDigits;
  if (before !== 43 && isInternetAddress()) return readInternetAddress(scan, at);
  const isDay = mayBeDate(text, floor, at, stop, end);
  // "1EG4-TE5-MK73", "12AB34567": letters go on what digits began.
  const isMixed = stop < end && isLatin(unitAt(text, stop));
  if (isSmall && !isDay && !isMixed && stop - at < 3) return glued ? wordEnd(text, at, end) : stop;
  const label = labelFor(scan, at, isDay) ?? (isDay ? birthBehind(text, at, end) : undefined);
  // "blk_-4980916519894289629", "job-07700900123": part of a name, unless the word is a label.
  const isPart = glued || (isDash(before) && at - 2 >= floor && isWordPart(unitAt(text, at - 2)));
  if (isPart && (!label || label === 'other')) return glued ? wordEnd(text, at, end) : stop;
  // "/1EG4TE5MK73", "=1EG4TE5MK73": part of an address on the web.
  const isFree = isMixed && before !== 47 && before !== 61;
  const asked = !isSmall ? numbersOf(stop - at) : isFree ? (mixed[stop - at] ?? nobody) : nobody;
  if (isSmall && asked.length === 0 && (!label || label === 'other')) return stop;
  const found = ask(scan, asked, at, label);
  return found === -1 ? stop : found;
}

const isOfPhone = (label: Label) => label !== undefined && label !== 'other' && label.some(({ id }) => id === 'phone');
