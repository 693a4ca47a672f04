// Which of the groups read last are a telephone number: by the British number plan, by another country's behind its code, by the one national
// form of another country that cannot be mistaken, or by any behind a label. Verdicts of libphonenumber cost 45–140 µs and are remembered.
// https://www.itu.int/rec/T-REC-E.164
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isBlank, isWordPart, unitAt } from './characters.ts';
import { blank, bracket, dash, digitText, dot, groups, nothing, size, slash } from './digit-groups.ts';
import {
  groupings,
  isGrouped,
  isInRow,
  isInternetAddress,
  isInvitation,
  isShortGrouped,
  sizes,
} from './phone-context.ts';
import { isBritish } from './uk/number-plan.ts';

const remembered = new Map<string, string>();

/** E.164 of digits behind a `+`, or an empty string. Invented but possible numbers (+1 555 …) count: real lists hold them. */
function foreign(digits: string): string {
  const known = remembered.get(digits);
  if (known !== undefined) return known;
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  const normal = parsed?.isPossible() ? parsed.number : '';
  if (remembered.size === 5000) remembered.clear();
  remembered.set(digits, normal);
  return normal;
}

/** What a number begins with: how many leading digits are no part of the national number, and of which country it is. */
export interface Prefix {
  digits: number;
  plan: 'british' | 'foreign' | 'national';
}

export const trunk: Prefix = { digits: 1, plan: 'british' };
const plus44: Prefix = { digits: 2, plan: 'british' };
const plus440: Prefix = { digits: 3, plan: 'british' };
const zero44: Prefix = { digits: 4, plan: 'british' };
const zero440: Prefix = { digits: 5, plan: 'british' };
const plus: Prefix = { digits: 0, plan: 'foreign' };
export const zeros: Prefix = { digits: 2, plan: 'foreign' };
export const bare: Prefix = { digits: 0, plan: 'national' };

export function prefixOf(international: boolean): Prefix {
  const { digits } = groups;
  const is44 = (k: number) => digits[k] === 4 && digits[k + 1] === 4;
  if (international) {
    if (is44(0)) return digits[2] === 0 ? plus440 : plus44;
    return digits[0] === 0 && digits[1] === 0 ? zeros : plus;
  }
  if (digits[0] !== 0) return bare;
  if (digits[1] !== 0) return trunk;
  if (is44(2)) return digits[4] === 0 ? zero440 : zero44;
  return zeros;
}

/** 020 7946 0123-5: the lines of a switchboard. */
function isRange(last: number): boolean {
  return last > 0 && last + 2 === groups.count && size(last + 1) < 3 && size(last) > 2;
}

/** Whether a number may end behind group `last`. */
function mayEnd(text: string, last: number, end: number): boolean {
  const stop = groups.ends[last]!;
  if (stop < end && isWordPart(unitAt(text, stop)) && !/^x\d/i.test(text.slice(stop, stop + 2))) return false;
  const after = groups.after[last]!;
  return (
    after === nothing ||
    after === blank ||
    after === slash ||
    after === bracket ||
    (after === dash && (isBlank(unitAt(text, stop)) || isRange(last)))
  );
}

export function british(text: string, from: number, start: number, end: number, prefix: Prefix): number {
  for (let k = 0; k < groups.count; k++) {
    const total = groups.totals[k]! - prefix.digits;
    if (total > 10) return -1;
    if (total < 9 || !mayEnd(text, k, end)) continue;
    if (!isBritish(groups.digits, prefix.digits, total)) continue;
    // Nine digits after the 0 are rare, and ISBNs and references look like them: only as people group them.
    if (total === 9 && (prefix === trunk ? !isShortGrouped(k) : groups.digits[prefix.digits] !== 1)) continue;
    if (total === 9 && k + 1 < groups.count && groups.totals[k + 1]! - prefix.digits === 10) continue;
    if (prefix === trunk && total === 10 && !isGrouped(k)) continue;
    if (prefix === trunk && k + 1 < groups.count && (!groupings.has(sizes(k)) || isInRow(text, from, start, k)))
      continue;
    return k;
  }
  return -1;
}

export function abroad(text: string, end: number, prefix: Prefix): number {
  // Behind 00 the country's code stands by itself, or all is in one piece.
  if (prefix === zeros && groups.count > 1 && size(0) > 5) return -1;
  for (let k = groups.count - 1; k >= 0; k--) {
    const total = groups.totals[k]! - prefix.digits;
    if (total > 15) continue;
    if (total < 7) return -1;
    if (mayEnd(text, k, end) && foreign(digitText(text, k, prefix.digits))) return k;
  }
  return -1;
}

/** (212) 555-0123, 212-555-0123, 1-212-555-0123: the one national form of another country that cannot be mistaken. */
export function northAmerican(text: string, end: number, opened: boolean): number {
  const { digits } = groups;
  const first = groups.count > 3 && size(0) === 1 && digits[0] === 1 ? 1 : 0;
  const last = first + 2;
  if (groups.count !== last + 1 || size(first) !== 3 || size(first + 1) !== 3 || size(last) !== 4) return -1;
  // 555 is no area and no exchange: it is what examples are written with, whatever stands behind it.
  const isExample = digits[first] === 5 && digits[first + 1] === 5 && digits[first + 2] === 5;
  if (digits[first]! < 2 || (digits[first + 3]! < 2 && !isExample)) return -1;
  const between = groups.after[first]!;
  const bracketed = between === bracket && (opened || first === 1);
  if (!bracketed && between !== dash && between !== dot) return -1;
  if (groups.after[first + 1] !== (bracketed ? dash : between)) return -1;
  return mayEnd(text, last, end) ? last : -1;
}

/** Behind a label any possible number is taken, up to the last group that is not beyond it. */
export function labelled(text: string, from: number, start: number, end: number): number {
  // Dates and sort codes have groups of two.
  if (groups.count > 2 && size(1) < 3 && groups.after[0] !== blank && groups.total < 9) return -1;
  if (isInternetAddress()) return -1;
  const fewest = groups.count === 1 && isInvitation(text, from, start) ? 9 : 7;
  for (let k = groups.count - 1; k >= 0; k--) {
    const total = groups.totals[k]!;
    if (total > 15) continue;
    if (total < fewest) return -1;
    if (mayEnd(text, k, end) && isPossible(text, k)) return k;
  }
  return -1;
}

/**
 * Whether some country's number can have the digits up to group `last` (E.164: the longest national numbers have eleven digits, Germany's
 * and Austria's). Longer ones begin with a country's code, or with the 8 that Russia dials before ten.
 */
function isPossible(text: string, last: number): boolean {
  const total = groups.totals[last]!;
  const isInGroups = last > 0;
  if (groups.digits[0] === 0) {
    if (total < (isInGroups ? 15 : 13)) return true;
    return groups.digits[1] === 0 && foreign(digitText(text, last, 2)) !== '';
  }
  // Brazil's and China's national numbers have eleven digits.
  if (total < 11 || (total === 11 && (isInGroups || groups.digits[0] === 8))) return true;
  // One and an area in North America, both of which begin with 2 to 9.
  if (groups.digits[0] === 1) return total === 11 && groups.digits[1]! > 1 && groups.digits[4]! > 1;
  return foreign(digitText(text, last)) !== '';
}

export function normalOf(text: string, prefix: Prefix, last: number): string {
  switch (prefix.plan) {
    case 'british':
      return `+44${digitText(text, last, prefix.digits)}`;
    case 'foreign':
      return foreign(digitText(text, last, prefix.digits)) || digitText(text, last);
    case 'national': {
      const { digits } = groups;
      const total = groups.totals[last]!;
      const value = digitText(text, last);
      if (total === 10 && digits[0] !== 3 && isBritish(digits, 0, 10)) return `+44${value}`;
      if (total === 12 && digits[0] === 4 && digits[1] === 4 && isBritish(digits, 2, 10)) return `+${value}`;
      return (total > 10 && foreign(value)) || value;
    }
  }
}
