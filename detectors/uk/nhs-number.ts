// NHS number: ten digits, written 3-3-4, the last a check digit mod 11.
// https://www.datadictionary.nhs.uk/attributes/nhs_number.html, ranges: https://en.wikipedia.org/wiki/NHS_number

import { isDigit, isWordPart, unitAt } from '../characters.ts';
import { type Candidate, type Detector, judgeWhole } from '../detector.ts';
import { blank, dash, dot, groups, nothing, readGroups, size } from '../digit-groups.ts';
import { groupedNumber } from '../grouped-number.ts';
import { phrases } from '../phrases.ts';

function hasCheckDigit(): boolean {
  let sum = 0;
  for (let k = 0; k < 9; k++) sum += groups.digits[k]! * (10 - k);
  return sum > 0 && (11 - (sum % 11)) % 11 === groups.digits[9];
}

/** England and Wales 400–499 and 600–799, Northern Ireland 320–399, test data 9xx. Scotland's begin with a date and need a label. */
function isIssued(): boolean {
  const head = groups.digits[0]! * 100 + groups.digits[1]! * 10 + groups.digits[2]!;
  return (head >= 400 && head < 500) || (head >= 600 && head < 800) || (head >= 320 && head < 400) || head >= 900;
}

/** Index of the group at which the tenth digit ends, or -1. */
function tenth(): number {
  for (let k = 0; k < groups.count; k++) {
    if (groups.totals[k] === 10) return k;
    if (groups.totals[k]! > 10) return -1;
  }
  return -1;
}

/** A North American telephone number is written 943-476-5919, too. */
function looksNorthAmerican(): boolean {
  return groups.after[0] !== blank && groups.digits[0]! > 1 && groups.digits[3]! > 1;
}

/** The last group of the number that begins at the candidate, or -1. */
function lastGroup(text: string, { start, end, labelled, mislabelled, company }: Candidate): number {
  if (!isDigit(unitAt(text, start)) || !readGroups(text, start, end)) return -1;
  const last = tenth();
  if (last === -1 || !hasCheckDigit()) return -1;
  const stop = groups.ends[last]!;
  if (stop < end && isWordPart(unitAt(text, stop))) return -1;
  const after = groups.after[last]!;
  if (after === dash || after === dot) return -1;
  if (!labelled) {
    if (mislabelled || !isIssued()) return -1;
    const spelled =
      last === 2 &&
      size(0) === 3 &&
      size(1) === 3 &&
      (groups.after[0] === blank || groups.after[0] === dash) &&
      groups.after[0] === groups.after[1];
    if (spelled ? looksNorthAmerican() && !company : last > 0 || !company) return -1;
    if (after !== nothing) return -1;
  }
  return last;
}

function read(cell: string): string | undefined {
  const written = cell.trim().replace(/\.0$/, '');
  // Scotland's begin with the birth date, and sheets of figures lose its nought.
  const value = /^[1-9](?:0[1-9]|1[0-2])\d{6}$/.test(written) ? `0${written}` : written;
  const found = value.length > 20 ? undefined : judgeWhole(nhsNumber, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const nhsNumber: Detector = {
  id: 'uk-nhs-number',
  category: 'identity',
  anchor: 'digits',
  weak: false,
  heads: [3, 10],
  fewest: 10,
  key: 'single',
  checked: true,
  labels: phrases(`
    nhs, nhs no, nhs nr, nhs num, nhs number, nhs id, nhs identifier, n h s no, n h s number, chi, chi no, chi
    nr, chi number, community health index, community health index number, hcn, hsc no, hsc number, h c no, h c number, health and care no,
    health and care number, health and social care number, national health service number, nhs numbers
  `),
  headers: phrases(`
    nhs, nhs no, nhs nr, nhs num, nhs number, nhs id, nhs identifier, nhsno, nhsnumber, n h s no, n h s number,
    patient nhs number, patient nhs no, nhs number formatted, chi, chi no, chi number, community health
    index, community health index number, hcn, hsc no, hsc number, h c no, h c number, health and care no, health and care number, health and
    social care number, health care number, national health service number
  `),
  ...groupedNumber(lastGroup),
  read,
};
