// Payment card number: issuer range, length, Luhn. ISO/IEC 7812; ranges: https://en.wikipedia.org/wiki/Payment_card_number
// Luhn alone lets one number in ten pass, so the issuer's range and length, the grouping and the neighbours count as well.
import { isBlank, isDigit, isWordPart, unitAt } from './characters.ts';
import { type Candidate, type Detector, judgeWhole } from './detector.ts';
import { blank, bracket, dash, dot, groups, nothing, readGroups, size, slash } from './digit-groups.ts';
import { groupedNumber } from './grouped-number.ts';
import { phrases } from './phrases.ts';

/** First and last four digits of an issuer's range, and its lengths. */
const ranges: readonly [number, number, readonly number[]][] = [
  [4000, 4999, [16, 13, 19]],
  [5100, 5599, [16]],
  [2221, 2720, [16]],
  [3400, 3499, [15]],
  [3700, 3799, [15]],
  [6011, 6011, [16, 19]],
  [6440, 6599, [16, 19]],
  [6200, 6299, [16, 17, 18, 19]],
  [8100, 8199, [16, 17, 18, 19]],
  [1000, 1999, [15]],
  [3528, 3589, [16, 17, 18, 19]],
  [3000, 3059, [14, 16]],
  [3095, 3095, [14, 16]],
  [3600, 3699, [14, 16]],
  [3800, 3999, [14, 16]],
  [2200, 2204, [16]],
  [5000, 5099, [16, 18, 19]],
  [5600, 5899, [16, 18, 19]],
  [6000, 6999, [16, 18, 19]],
];

/** Lengths by the first four digits; of ranges that overlap the first holds. */
const lengthsOf: (readonly number[] | undefined)[] = new Array(10_000).fill(undefined);
for (const [low, high, lengths] of ranges) for (let head = low; head <= high; head++) lengthsOf[head] ??= lengths;

/** The group with which so many digits are full, or -1. */
function groupEnding(total: number): number {
  for (let k = 0; k < groups.count; k++) if (groups.totals[k] === total) return k;
  return -1;
}

function passesLuhn(total: number): boolean {
  let sum = 0;
  let same = true;
  for (let k = 0; k < total; k++) {
    const digit = groups.digits[k]!;
    if (digit !== groups.digits[0]) same = false;
    const doubled = (total - k) % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && !same;
}

/** One piece, or groups of two to eight digits, four at first, with the same separator throughout. */
function isGrouped(last: number): boolean {
  if (last === 0) return true;
  if (size(0) < 3) return false;
  for (let k = 0; k <= last; k++) {
    if (size(k) < 2 || size(k) > 10) return false;
    if (k < last && (groups.after[k] !== groups.after[0] || groups.after[k] === bracket || groups.after[k] === slash))
      return false;
  }
  return true;
}

function isUsual(last: number, total: number): boolean {
  const first = size(0);
  if (total === 16) return last === 3 && first === 4 && size(1) === 4 && size(2) === 4;
  if (total === 19) return first === 4 || first === 6;
  return first === 4 || first === 6;
}

/** Ranges of many issuers, most of them unused: bare digits in them are rather any other number. */
function isWide(head: number): boolean {
  return (
    (head >= 5000 && head < 5100) ||
    (head >= 5600 && head < 5900) ||
    (head >= 6000 &&
      head < 6999 &&
      head !== 6011 &&
      !(head >= 6440 && head < 6600) &&
      !(head >= 6200 && head < 6300)) ||
    (head >= 8100 && head < 8200) ||
    (head >= 2200 && head < 2205)
  );
}

/** Bar codes have thirteen digits, too: EAN-13, with its own check digit. */
function isBarCode(total: number): boolean {
  let sum = 0;
  for (let k = 0; k < total; k++) sum += groups.digits[k]! * (k % 2 === 0 ? 1 : 3);
  return total === 13 && sum % 10 === 0;
}

/** Whether digits in one piece, with no word to explain them, are a parameter, a part of a path, or one of the numbers that pass Luhn by chance. */
function isAnyNumber(text: string, from: number, start: number, head: number, total: number): boolean {
  if (start > from && '=/#&_'.includes(text.charAt(start - 1))) return true;
  return total > 16 || isWide(head) || isBarCode(total);
}

/** Whether another number stands right before. */
function follows(text: string, from: number, start: number): boolean {
  return start - 2 >= from && isBlank(unitAt(text, start - 1)) && isDigit(unitAt(text, start - 2));
}

/** The last group of the card number that begins at the candidate, or -1. */
function lastGroup(text: string, { from, start, end, labelled, mislabelled, company }: Candidate): number {
  if (!isDigit(unitAt(text, start)) || !readGroups(text, start, end) || groups.total < 13) return -1;
  const { digits } = groups;
  const head = digits[0]! * 1000 + digits[1]! * 100 + digits[2]! * 10 + digits[3]!;
  const lengths = lengthsOf[head];
  if (!lengths) return -1;
  for (const total of lengths) {
    const last = groupEnding(total);
    if (last === -1 || !isGrouped(last) || !passesLuhn(total)) continue;
    const stop = groups.ends[last]!;
    if (stop < end && isWordPart(unitAt(text, stop))) continue;
    const after = groups.after[last]!;
    if (after === dot || (after === dash && groups.after[0] === dash)) continue;
    if (last > 0 && !labelled && (after !== nothing || follows(text, from, start)) && !isUsual(last, total)) continue;
    // Numbers of air travel cards look like epochs and serial numbers.
    if (mislabelled && last === 0) return -1;
    if (digits[0] === 1 && !labelled) return -1;
    if (last === 0 && !labelled) {
      // Two in a row are cards; a number and a short one are figures.
      if (after === blank && total !== 16 && groups.count > 1 && size(1) !== total) continue;
      if (!company && isAnyNumber(text, from, start, head, total)) continue;
    }
    return last;
  }
  return -1;
}

function read(cell: string): string | undefined {
  const value = cell.trim();
  const found = value.length > 40 ? undefined : judgeWhole(paymentCard, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const paymentCard: Detector = {
  id: 'payment-card',
  category: 'financial',
  anchor: 'digits',
  weak: false,
  heads: [3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 18, 19],
  fewest: 13,
  key: 'none',
  labels: phrases(`
    card, card no, card nr, card number, cards, credit card, credit card no, credit card number, debit card, debit
    card number, payment card, cc, cc no, cc number, visa, mastercard, amex, american express, maestro, pan,
    kreditkarte, kreditkartennummer, carte bancaire, numéro de carte, tarjeta, creditcard
  `),
  headers: phrases(`
    card, card no, card nr, card num, card number, cardnumber, credit card, credit card no, credit card number,
    creditcard, creditcardnumber, debit card, debit card no, debit card number, payment card, payment card number,
    cc, cc no, cc num, cc number, ccnumber, visa, mastercard, amex, pan, kreditkarte, kreditkartennummer, carte
    bancaire, numéro de carte, numero de carte, tarjeta, número de tarjeta, kaartnummer
  `),
  ...groupedNumber(lastGroup),
  read,
};
