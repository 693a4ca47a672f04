// What stands around a digit of a text: whether it is the first of anything, and of what it may be. Quick looks, a few units each.
import { isMonthNear } from '../../detectors/calendar.ts';
import { isBlank, isDash, isDigit, isLatin, isWordPart, unitAt } from '../../detectors/characters.ts';
import { dot, groups, size } from '../../detectors/digit-groups.ts';
import { isHexadecimal } from '../../detectors/hexadecimal.ts';

export function runEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isDigit(unitAt(text, next))) next++;
  return next;
}

export function wordEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isWordPart(unitAt(text, next))) next++;
  return next;
}

/** How many letters stand right before `at` from a word's start on; 0 where it is no code of one to six letters. */
export function lettersBefore(text: string, floor: number, at: number): number {
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
export function spacedCodeStart(text: string, floor: number, at: number, before: number): number {
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
export function goesOn(text: string, floor: number, at: number, before: number): boolean {
  if (before === 36 || before === 0xa3 || before === 0x20ac) return true;
  if (before > 64 && before < 128) return false;
  if (before !== 46 && before !== 47 && before !== 58 && !isDash(before)) return false;
  return at - 2 >= floor && isDigit(unitAt(text, at - 2));
}

/** Whether marks stand beside the digits at `at`..`stop` as in an address of a device, or of version 6. Never wrongly no, and quick: dates and times have the same. */
export function mayBeNetwork(text: string, at: number, stop: number, before: number): boolean {
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
export function networkStart(text: string, floor: number, at: number, end: number): number {
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
export function isTime(text: string, at: number, stop: number, end: number): boolean {
  return stop - at <= 2 && stop + 1 < end && unitAt(text, stop) === 58 && isDigit(unitAt(text, stop + 1));
}

/** Whether the groups read last begin with 203.0.113.7: four of one to three digits with full stops between. */
export function isInternetAddress(): boolean {
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

/** Whether the digits at `at`, whose groups have been read, may begin a date: a quick look that decides how far to look for a label. */
export function mayBeDate(text: string, floor: number, at: number, stop: number, end: number): boolean {
  const first = stop - at;
  if (first === 8) return hasYear();
  if (first > 4 || first === 3) return false;
  if (groups.count > 2 && size(1) < 3 && size(2) < 5) return true;
  return isMonthNear(text, floor, at, stop, end);
}
