// What tells a telephone number from other digits that look like one: how it is grouped, and what stands beside it. Works on the groups
// read last. National groupings: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbering
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isBlank, isDigit, isWordPart, unitAt } from './characters.ts';
import { blank, bracket, dash, digitText, dot, groups, size } from './digit-groups.ts';

/** Groupings people use, for where another group of digits follows on the line. */
export const groupings = new Set(
  '11 5,6 3,8 4,7 7,4 5,3,3 3,4,4 4,3,4 5,2,4 5,2,2,2 3,3,5 5,5 6,4 4,6 4,3,3 5,2,3 5,3,2 4,4,3'.split(' '),
);

/** A time and a process number ("011254 17716") make eleven digits, too, and so does a date before an hour. */
export function isGrouped(last: number): boolean {
  for (let k = 2; k < last; k++) if (groups.after[k] !== groups.after[1]) return false;
  // "0342 3776 – 120 x 80": what stands behind a dash with blanks around it is something else, but for an area's code before one.
  for (let k = 1; k < last; k++)
    if (groups.after[k] === dash && groups.starts[k + 1]! - groups.ends[k]! > 1) return false;
  if (size(0) === 1 && groups.after[0] !== blank && groups.after[0] !== bracket) return false;
  return last === 0 || size(0) < 6 || (size(0) === 7 && last === 1);
}

/** 01### ##### and 016977 ####, 0800 ######: the numbers that have nine digits after the 0. */
export function isShortGrouped(last: number): boolean {
  const grouping = sizes(last);
  if (groups.digits[1] !== 1) return grouping === '4,6' || grouping === '4,3,3';
  return (
    grouping === '5,5' || grouping === '5,2,3' || grouping === '5,3,2' || (grouping === '6,4' && groups.digits[2] === 6)
  );
}

export function sizes(last: number): string {
  let text = String(size(0));
  for (let k = 1; k <= last; k++) text += `,${size(k)}`;
  return text;
}

/** Whether digits and one to three blanks stand right before `start`. */
function follows(text: string, from: number, start: number): boolean {
  let at = start;
  while (at > from && start - at < 3 && isBlank(unitAt(text, at - 1))) at--;
  return at < start && at > from && isDigit(unitAt(text, at - 1));
}

/** A row of figures, in which two happen to make a telephone number: more stand before and behind. */
export function isInRow(text: string, from: number, start: number, last: number): boolean {
  return last + 2 < groups.count && groups.digits[groups.totals[last]!] !== 0 && follows(text, from, start);
}

/**
 * Whether digits that begin with 00 and have no label are dialled abroad: request numbers, counters and bar codes are filled up with
 * noughts, too, times of day begin with them, and so do fractions. In one piece nobody writes 001.
 */
export function isDialled(text: string, from: number, start: number, last: number): boolean {
  if (groups.totals[last]! < (last === 0 ? 12 : 11)) return false;
  if (last === 0 && (groups.digits[2] === 1 || isAssigned(text, from, start))) return false;
  if (last > 0 && (last + 1 < groups.count || follows(text, from, start))) return false;
  for (let k = 0; k < last; k++) if (groups.after[k] === dot && (groups.after[0] !== dot || last < 2)) return false;
  return parsePhoneNumberFromString(`+${digitText(text, last, 2)}`)?.isValid() ?? false;
}

const recipient = /\b(?:to|from|num|number|caller|msisdn|contact)=$/i;

/** Whether the number is the value of a parameter or a part of a path that is no telephone's: behind one of `= / # & ? _ :` */
export function isAssigned(text: string, from: number, start: number): boolean {
  if (start === from || !'=/#&?_:'.includes(text.charAt(start - 1))) return false;
  return !recipient.test(text.slice(Math.max(from, start - 10), start));
}

const invitation = /\b(?:call|dial|desk|ring|direct)\W{0,3}$/i;

/** "Call 20231234 was closed": behind these words few digits in one piece are more often a number of something. */
export function isInvitation(text: string, from: number, start: number): boolean {
  return invitation.test(text.slice(Math.max(from, start - 12), start));
}

/** Whether the `+` at `at`, with a blank behind it, adds to what stands before it. */
export function isSum(text: string, from: number, at: number): boolean {
  let before = at;
  while (before > from && isBlank(unitAt(text, before - 1))) before--;
  const code = before > from ? unitAt(text, before - 1) : 0;
  if (isDigit(code) || code === 41 || code === 93) return true;
  // `0x80cd7cca + 57`
  let start = before;
  while (start > from && start > before - 20 && isWordPart(unitAt(text, start - 1))) start--;
  return isWordPart(code) && isDigit(unitAt(text, start));
}

/** Four numbers of at most 255 with full stops between: 203.0.113.71. */
export function isInternetAddress(): boolean {
  if (groups.count !== 4 || (groups.digits[0] === 0 && size(0) > 1)) return false;
  for (let k = 0; k < 4; k++) {
    if (size(k) > 3 || (k < 3 && groups.after[k] !== dot)) return false;
    let value = 0;
    for (let digit = groups.totals[k]! - size(k); digit < groups.totals[k]!; digit++)
      value = value * 10 + groups.digits[digit]!;
    if (value > 255) return false;
  }
  return true;
}
