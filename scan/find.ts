// The lexer: one pass over running text that stops at digits and at `@`, asks the detectors what stands there, and hands
// findings on in order. What a label says a value is comes first; then the more specific detector before the less.
import { isMonthNear } from '../detectors/calendar.ts';
import { isBlank, isDash, isDigit, isLatin, isWordPart, unitAt } from '../detectors/characters.ts';
import type { Anchor, Candidate, Detector } from '../detectors/detector.ts';
import { dot, forgetGroups, groups, readGroups, size } from '../detectors/digit-groups.ts';
import { isHexadecimal } from '../detectors/hexadecimal.ts';
import { detectors } from '../detectors/index.ts';
import { createAnchored } from './find-anchored.ts';
import { dependsOnLineAbove, type Label, labelBefore } from './find-label.ts';
import { longestLine, mayKnow, type Question, questionsOf, remember, shapeOfLine } from './line-shapes.ts';

export type Emit = (detector: Detector, start: number, end: number, normal: string) => void;

/** Who is asked without a label, by how many letters a code, or digits a number, begins with; numbers also by how many digits they have. */
const codes = byHead('code', 8);
const mostDigits = 24;
const numbers = byHead('digits', mostDigits).map((asked) =>
  Array.from({ length: mostDigits + 1 }, (_, total) => asked.filter(({ fewest }) => (fewest ?? 0) <= total)),
);
const networks = detectors.filter((detector) => detector.anchor === 'network');
const internet = networks.filter(({ id }) => id === 'ip-address');
const nobody: readonly Detector[] = [];

function byHead(anchor: Anchor, longest: number): readonly (readonly Detector[])[] {
  const asked = detectors.filter((one) => (one.anchor === anchor || one.anchor === 'either') && !one.weak);
  return Array.from({ length: longest + 1 }, (_, head) => asked.filter(({ heads }) => heads?.includes(head) ?? true));
}

/** Who is asked of the groups read last, the first of which has `head` digits. */
const numbersOf = (head: number) => numbers[head]?.[Math.min(groups.total, mostDigits)] ?? nobody;

/** Fewer digits than these in a row of groups are no number by themselves. */
const fewestDigits = 6;
const companyReach = 120;

interface Scan {
  text: string;
  to: number;
  emit: Emit;
  /** The text being scanned alone, for searches that know no end; made when first needed. */
  alone: string | undefined;
  candidate: Candidate;
  /** End of the last finding. */
  end: number;
  /** What the label before the last finding says, if there was one. */
  labelled: Label;
  /** End of the last finding that identifies a person, or -1. */
  company: number;
  /** Where the line at hand begins and ends. */
  line: number;
  lineEnd: number;
  /** What has been asked of the line at hand, while it is being learned by heart, and its shape. */
  questions: Question[] | undefined;
  shape: number;
  /** The digit at hand. */
  digit: number;
  /** Who found the last value. */
  finder: Detector | undefined;
}

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
  // It was somebody's mail.
  scan.text = '';
  scan.alone = undefined;
  scan.emit = nothingFound;
  spare = scan;
}

/** A scan that is over, to be used again: a table's free cells are scanned one by one. */
let spare: Scan | undefined;

function startScan(text: string, from: number, to: number, emit: Emit): Scan {
  const scan = spare ?? createScan();
  spare = undefined;
  scan.text = text;
  scan.to = to;
  scan.emit = emit;
  scan.candidate.from = from;
  scan.candidate.start = from;
  scan.candidate.end = to;
  scan.end = from;
  scan.labelled = undefined;
  scan.company = -1;
  scan.line = from;
  scan.lineEnd = from;
  scan.questions = undefined;
  return scan;
}

const nothingFound: Emit = () => {};

const createScan = (): Scan => ({
  text: '',
  to: 0,
  emit: nothingFound,
  alone: undefined,
  candidate: { from: 0, start: 0, end: 0, labelled: false, mislabelled: false, company: false },
  end: 0,
  labelled: undefined,
  company: -1,
  line: 0,
  lineEnd: 0,
  questions: undefined,
  shape: 0,
  digit: 0,
  finder: undefined,
});

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

/** The digit at `at` is the first of another line: answers all of it if its shape is known. Gives where to look on. */
function beginLine(scan: Scan, at: number): number {
  if (scan.questions) endLine(scan);
  const { text, to, candidate } = scan;
  const lineBreak = text.indexOf('\n', at);
  scan.lineEnd = lineBreak < 0 || lineBreak > to ? to : lineBreak;
  if (scan.lineEnd - at > longestLine) return at;
  const floor = Math.max(candidate.from, at - longestLine);
  let line = at;
  while (line > floor && text.charCodeAt(line - 1) !== 10) line--;
  scan.line = line;
  const isWhole = line === candidate.from || text.charCodeAt(line - 1) === 10;
  // Nothing that stands before the line, and no value with an anchor of its own in it, may have a say.
  const isFree = scan.end <= line && (!scan.labelled || line - scan.end > 6) && candidate.end >= scan.lineEnd;
  if (!isWhole || !isFree || scan.lineEnd - line > longestLine || !mayKnow()) return at;
  scan.shape = shapeOfLine(text, line, scan.lineEnd, line === candidate.from);
  const questions = questionsOf(scan.shape);
  if (questions) return answer(scan, questions);
  scan.questions = [];
  return at;
}

/** Asks what was asked of another line of the same shape; gives where to look on. */
function answer(scan: Scan, questions: readonly Question[]): number {
  const { line, lineEnd, text, candidate } = scan;
  for (const question of questions) {
    const at = line + question.at;
    const start = line + question.start;
    if (question.group) {
      const found = ask(scan, question.group, start, question.label);
      if (found === -1 ? question.finder === undefined : isSame(scan, question, found)) continue;
      return found === -1 ? at : Math.max(found, at + 1);
    }
    if (labelBefore(text, Math.max(candidate.from, scan.end), start, question.far) !== question.label) return at;
  }
  return lineEnd;
}

function isSame({ line, finder }: Scan, question: Question, found: number): boolean {
  return finder === question.finder && found - line === question.end;
}

function endLine(scan: Scan): void {
  remember(scan.shape, scan.questions!);
  scan.questions = undefined;
}

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

function runEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isDigit(unitAt(text, next))) next++;
  return next;
}

function wordEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isWordPart(unitAt(text, next))) next++;
  return next;
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
  if (isSmall && (!label || label === 'other')) return stop;
  const found = ask(scan, isSmall ? nobody : numbersOf(stop - at), at, label);
  return found === -1 ? stop : found;
}

/** How many letters stand right before `at` from a word's start on; 0 where it is no code of one to six letters. */
function lettersBefore(text: string, floor: number, at: number): number {
  let start = at;
  while (start > floor && start > at - 7 && isLatin(unitAt(text, start - 1))) start--;
  const letters = at - start;
  return letters > 6 || (start > floor && isWordPart(unitAt(text, start - 1))) ? 0 : letters;
}

/** Whether exactly six digits stand at `at`, or three and three. */
function isSix(text: string, at: number): boolean {
  const stop = runEnd(text, at, at + 7);
  return (
    stop === at + 6 || (stop === at + 3 && isBlank(unitAt(text, stop)) && runEnd(text, stop + 1, stop + 5) === stop + 4)
  );
}

/** "AB 12 34 56 C", "GIR 0AA", "X-1234567-L": two or three letters, or one before a dash, a separator, a digit; where the letters begin, or -1. */
function spacedCodeStart(text: string, floor: number, at: number, before: number): number {
  if (!isBlank(before) && !isDash(before) && before !== 46 && before !== 47 && before !== 95) return -1;
  let start = at - 1;
  while (start > floor && start > at - 7 && isLatin(unitAt(text, start - 1))) start--;
  const letters = at - 1 - start;
  // A driver number in groups begins with five capitals: "MORGA 657054 SM9IJ".
  const isDriver = letters === 5 && isBlank(before) && (unitAt(text, start) & 32) === 0 && isSix(text, at);
  if (!isDriver && (letters > 3 || letters < (isDash(before) ? 1 : 2))) return -1;
  return start > floor && isWordPart(unitAt(text, start - 1)) ? -1 : start;
}

/** Whether the digits at `at` go on a number, a version, a time, a path or an amount that began before them. */
function goesOn(text: string, floor: number, at: number, before: number): boolean {
  if (before === 36 || before === 0xa3 || before === 0x20ac) return true;
  if (before > 64 && before < 128) return false;
  if (before !== 46 && before !== 47 && before !== 58 && !isDash(before)) return false;
  return at - 2 >= floor && isDigit(unitAt(text, at - 2));
}

/** Whether marks stand beside the digits at `at`..`stop` as in an address of a device, or of version 6. Never wrongly no, and quick: dates and times have the same. */
function mayBeNetwork(text: string, at: number, stop: number, before: number): boolean {
  if (before === 58 || isHexadecimal(before)) return true;
  const after = unitAt(text, stop);
  if (after === 58)
    return (
      stop - at > 2 ||
      !isDigit(unitAt(text, stop + 1)) ||
      (unitAt(text, stop + 3) === 58 && unitAt(text, stop + 6) === 58)
    );
  if (isHexadecimal(after)) return true;
  if (after === 45) return stop - at === 2 && unitAt(text, stop + 3) === 45 && unitAt(text, stop + 6) === 45;
  if (after === 46) return stop - at === 4 && unitAt(text, stop + 5) === 46;
  return before === 45 && isHexadecimal(unitAt(text, at - 2)) && isHexadecimal(unitAt(text, at - 3));
}

/**
 * Where an address of a device, or of version 6, may begin that the digit at `at` belongs to, or -1: hexadecimal digits with colons, or
 * pairs or fours of them with dashes or full stops. Quick: most digits have none of these beside them.
 */
function networkStart(text: string, floor: number, at: number, end: number): number {
  let start = at;
  while (start > floor && at - start < 4 && isHexadecimal(unitAt(text, start - 1))) start--;
  const mark = start > floor ? unitAt(text, start - 1) : 0;
  if (mark === 58 || mark === 45 || mark === 46) {
    // "de:ad:be:ef:00:01", "::1": groups of letters alone, or none, may stand before the first digit.
    while (start > floor && at - start < 40 && isAddressUnit(unitAt(text, start - 1), mark)) start--;
    while (unitAt(text, start) === mark && (mark !== 58 || unitAt(text, start + 1) !== 58)) start++;
  }
  if (start > floor && isWordPart(unitAt(text, start - 1))) return -1;
  let stop = start;
  while (stop < end && stop < start + 5 && isHexadecimal(unitAt(text, stop))) stop++;
  switch (stop < end ? unitAt(text, stop) : 0) {
    case 58:
      return stop < start + 5 && hasManyColons(text, stop, end) ? start : -1;
    case 45:
      return stop === start + 2 && unitAt(text, start + 5) === 45 && unitAt(text, start + 8) === 45 ? start : -1;
    case 46:
      return stop === start + 4 && unitAt(text, start + 9) === 46 ? start : -1;
    default:
      return -1;
  }
}

function isAddressUnit(code: number, mark: number): boolean {
  return code === mark || (isHexadecimal(code) && !isDigit(code));
}

/** Whether three colons, or two in a row, stand in the hexadecimal digits from `start` on: more than a time of day has. */
function hasManyColons(text: string, start: number, end: number): boolean {
  let colons = 0;
  for (let at = start; at < end && at < start + 16; at++) {
    const code = unitAt(text, at);
    if (code === 58 && (++colons === 3 || unitAt(text, at + 1) === 58)) return true;
    if (code !== 58 && !isHexadecimal(code)) return false;
  }
  return false;
}

/** The hour in 15:42 or 15:42:50, with which no value begins. */
function isTime(text: string, at: number, stop: number, end: number): boolean {
  return stop - at <= 2 && stop + 1 < end && unitAt(text, stop) === 58 && isDigit(unitAt(text, stop + 1));
}

/** Whether the groups read last begin with 203.0.113.7: four of one to three digits with full stops between. */
function isInternetAddress(): boolean {
  if (groups.count < 4 || groups.digits[0] === 0 || groups.after[3] === dot) return false;
  for (let k = 0; k < 4; k++) if (size(k) > 3 || (k < 3 && groups.after[k] !== dot)) return false;
  return true;
}

/** Whether a year from 1800 to 2299 stands in the first or the last half of the eight digits read last. */
function hasYear(): boolean {
  const first = groups.digits[0]! * 10 + groups.digits[1]!;
  const last = groups.digits[4]! * 10 + groups.digits[5]!;
  return (first >= 18 && first <= 22) || (last >= 18 && last <= 22);
}

/** "3 March 1971 (DOB)", "1971-03-03 is my birthday". */
const birthWords =
  /\d{1,4}(?:st|nd|rd|th)?[-./ ](?:of )?(?:\d{1,2}|[A-Za-z]{3,9})[-./ ]\d{1,4},? ?(?:\((?:dob|d\.o\.b\.|date of birth|birth date|born|birthday)\)|(?:is|was) (?:my|his|her|their) (?:dob|date of birth|birth date|birthday)(?![a-z]))/iy;

const birth: Label = detectors.filter(({ id }) => id === 'birth-date');

/** The label of a birth date where it stands behind the date at `at`. */
function birthBehind(text: string, at: number, end: number): Label {
  birthWords.lastIndex = at;
  return birthWords.test(text) && birthWords.lastIndex <= end ? birth : undefined;
}

/** Whether the digits at `at`, whose groups have been read, may begin a date: a quick look that decides how far to look for a label. */
function mayBeDate(text: string, floor: number, at: number, stop: number, end: number): boolean {
  const first = stop - at;
  if (first === 8) return hasYear();
  if (first > 4 || first === 3) return false;
  if (groups.count > 2 && size(1) < 3 && size(2) < 5) return true;
  return isMonthNear(text, floor, at, stop, end);
}

/** The label of the value at `start`; values in a list share the first one's. */
function labelFor(scan: Scan, start: number, far: boolean): Label {
  const { text, labelled, end } = scan;
  if (labelled && start - end <= 6 && /^[\s,/&+]*(?:and|or|und|et|y|en)?\s*$/.test(text.slice(end, start)))
    return labelled;
  const label = labelBefore(text, Math.max(scan.candidate.from, end), start, far);
  if (scan.questions && dependsOnLineAbove()) note(scan, start, label, undefined, far);
  return label;
}

function note(scan: Scan, start: number, label: Label, group: readonly Detector[] | undefined, far: boolean): void {
  const { line, digit, questions, text } = scan;
  const isOfDigits = isDigit(unitAt(text, start));
  let stop = start;
  while (stop < scan.lineEnd && (isOfDigits ? isDigit : isLatin)(unitAt(text, stop))) stop++;
  const asked = group?.filter(({ after }) => after === undefined || after.test(text.charAt(stop)));
  // Nobody to ask, whatever digits stand there.
  if (asked?.length === 0 && (!label || label === 'other')) return;
  questions!.push({ at: digit - line, start: start - line, label, group: asked, far, finder: undefined, end: 0 });
}

/** Asks the label's detectors, then each of `group`; gives the end of what was found, or -1. */
function ask(scan: Scan, group: readonly Detector[], start: number, label: Label): number {
  const { candidate } = scan;
  if (scan.questions) note(scan, start, label, group, false);
  candidate.start = start;
  candidate.mislabelled = label === 'other' || (isOfDocument(label) && !isInList(scan, start, label));
  candidate.company = scan.company !== -1 && isInCompany(scan, start);
  if (label && label !== 'other') {
    candidate.labelled = true;
    for (const detector of label) {
      const found = take(scan, detector);
      if (found !== -1) {
        scan.labelled = label;
        return found;
      }
    }
  }
  candidate.labelled = false;
  for (const detector of group) {
    if (label && label !== 'other' && label.includes(detector)) continue;
    const found = take(scan, detector);
    if (found !== -1) {
      scan.labelled = undefined;
      return found;
    }
  }
  return -1;
}

const isOfPhone = (label: Label) => label !== undefined && label !== 'other' && label.some(({ id }) => id === 'phone');

/** "Fødselsnummer 02345678901" with a wrong check digit is a wrong number of a document, not a telephone. */
function isOfDocument(label: Label): boolean {
  return label !== undefined && label !== 'other' && label.every(isDocument);
}

const isDocument = ({ category, farLabel }: Detector) => category === 'identity' && !farLabel;

/** Whether the label is that of the value before, which this one is listed with: "NI number AB123456C, 07700900123". */
function isInList({ labelled, end }: Scan, start: number, label: Label): boolean {
  return label === labelled && start - end <= 6;
}

function take(scan: Scan, detector: Detector): number {
  const judgement = detector.judge(scan.text, scan.candidate);
  if (!judgement) return -1;
  const { start, end, normal } = judgement;
  scan.finder = detector;
  const question = scan.questions?.at(-1);
  if (question) {
    question.finder = detector;
    question.end = end - scan.line;
  }
  scan.emit(detector, start, end, normal);
  scan.end = end;
  if (detector.key === 'single' || detector.farLabel) scan.company = end;
  return end;
}

/** Whether the last finding that identifies a person stands in the same line; forgets it when it does not. */
function isInCompany(scan: Scan, start: number): boolean {
  const { text, company } = scan;
  if (start - company <= companyReach) {
    let at = company;
    while (at < start && unitAt(text, at) !== 10) at++;
    if (at === start) return true;
  }
  scan.company = -1;
  return false;
}
