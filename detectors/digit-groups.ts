// A number as people write it: groups of digits with one separator between them (020 7946-0123, 4111 1111 …, 943 476 5919).
import { isBlank, isDash, isDigit, unitAt } from './characters.ts';
import { normalForm } from './normal-form.ts';

/** What stands after a group: nothing more, blanks, a dash, a dot, a slash, a bracket. */
export const nothing = 0;
export const blank = 1;
export const dash = 2;
export const dot = 3;
export const slash = 4;
export const bracket = 5;

const maxGroups = 16;
const maxDigits = 24;

/** The groups read last. Reused, so that a candidate costs no memory: copy what must outlive the next call. */
export const groups = {
  /** How many groups there are. */
  count: 0,
  /** How many digits there are. */
  total: 0,
  /** Value of each digit, 0–9. */
  digits: new Uint8Array(maxDigits),
  /** Digits up to and with group k. */
  totals: new Uint8Array(maxGroups),
  /** Offset of the first digit of group k. */
  starts: new Int32Array(maxGroups),
  /** Offset behind group k. */
  ends: new Int32Array(maxGroups),
  /** What stands between group k and the next. */
  after: new Uint8Array(maxGroups),
};

/** Digits in group k. */
export function size(k: number): number {
  return groups.ends[k]! - groups.starts[k]!;
}

/** The digits of groups 0 to `last`, without the first `skipped`, as text. */
export function digitText(text: string, last: number, skipped = 0): string {
  let value = '';
  let rest = skipped;
  for (let k = 0; k <= last; k++) {
    const length = size(k);
    if (rest < length) value += text.slice(groups.starts[k]! + rest, groups.ends[k]!);
    rest = Math.max(0, rest - length);
  }
  return value;
}

/** Writes the same digits into the normal form, from `at` on. */
export function writeDigits(last: number, skipped = 0, at = 0): void {
  const { units } = normalForm;
  const total = groups.totals[last]!;
  for (let k = skipped; k < total; k++) units[at + k - skipped] = 48 + groups.digits[k]!;
  normalForm.length = at + total - skipped;
}

// Every detector of digits reads the same groups of the same candidate; once is enough.
let readText = '';
let readStart = -1;
let readEnd = -1;
let isReadable = false;

/**
 * Reads groups from the digit at `start`; `false` where a group or the number is longer than any number a detector knows.
 * A dot, slash or dash must touch the next digit or have blanks on both sides; brackets may stand around a group.
 */
export function readGroups(text: string, start: number, end: number): boolean {
  if (start !== readStart || end !== readEnd || text !== readText) {
    readText = text;
    readStart = start;
    readEnd = end;
    isReadable = read(text, start, end);
  }
  return isReadable;
}

/** Lets go of the text read last: it is somebody's mail. */
export function forgetGroups(): void {
  readText = '';
  readStart = -1;
}

function read(text: string, start: number, end: number): boolean {
  const { digits, totals, starts, ends, after } = groups;
  let at = start;
  let count = 0;
  let total = 0;
  for (;;) {
    starts[count] = at;
    let code = unitAt(text, at);
    while (code >= 48 && code <= 57 && at < end) {
      if (total === maxDigits) {
        // Another number follows: what was read before stands.
        groups.count = count;
        groups.total = count === 0 ? 0 : totals[count - 1]!;
        return count > 0;
      }
      digits[total++] = code - 48;
      code = unitAt(text, ++at);
    }
    totals[count] = total;
    ends[count] = at;
    const next = at < end && count + 1 < maxGroups ? readSeparator(text, at, end, code) : 0;
    after[count++] = next === 0 ? nothing : separator;
    if (next === 0) break;
    at = next;
  }
  groups.count = count;
  groups.total = total;
  return true;
}

let separator = nothing;

/** Offset of the digit behind the separator at `at`, or 0; sets `separator`. */
function readSeparator(text: string, at: number, end: number, first: number): number {
  let code = first;
  let next = at;
  while (isBlank(code) && next < at + 3) code = unitAt(text, ++next);
  if (next >= end) return 0;
  separator = blank;
  if (isDigit(code)) return next;
  const spaced = next > at;
  if (isDash(code)) separator = dash;
  else if (code === 46) separator = dot;
  else if (code === 47) separator = slash;
  else if (code === 40 || code === 41) separator = bracket;
  else return 0;
  code = unitAt(text, ++next);
  if (separator === bracket) {
    while ((isBlank(code) || isDash(code) || code === 40) && next < at + 6) code = unitAt(text, ++next);
  } else if (isBlank(code)) {
    if (!spaced || separator === dot) return 0;
    code = unitAt(text, ++next);
  } else if (code === 40) code = unitAt(text, ++next);
  return next < end && isDigit(code) ? next : 0;
}
