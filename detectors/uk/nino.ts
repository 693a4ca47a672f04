// National Insurance number: two letters, six digits, suffix A–D. https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110
// Numbers with an administrative prefix (CR, MW, NC, PP …) are HMRC's own references for a person and count.
import { isBlank, isDash, isDigit, isLatin, isWordPart, unitAt } from '../characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole, wholeCell } from '../detector.ts';
import { normalForm, normalText } from '../normal-form.ts';
import { phrases } from '../phrases.ts';

const unused = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ']);

/** Prefixes in use, by letters 0–25 of the first times 26 plus the second. */
const prefixes = new Uint8Array(26 * 26);
for (const first of 'ABCEGHJKLMNOPRSTWXYZ')
  for (const second of 'ABCEGHJKLMNPRSTWXYZ')
    if (!unused.has(first + second)) prefixes[(first.charCodeAt(0) - 65) * 26 + second.charCodeAt(0) - 65] = 1;

/** Behind one separator at `at`, if there is one. */
function skip(text: string, at: number): number {
  let next = at;
  while (next < at + 2 && isBlank(unitAt(text, next))) next++;
  const code = unitAt(text, next);
  if (isDash(code) || code === 46 || code === 47) next++;
  return isBlank(unitAt(text, next)) && next < at + 3 ? next + 1 : next;
}

/** Writes the number that begins at the candidate; gives where it ends, or -1. */
function writeNumber(text: string, { start, end, labelled }: Candidate): number {
  if (!isLatin(unitAt(text, start)) || !isLatin(unitAt(text, start + 1))) return -1;
  const letters = ((unitAt(text, start) | 32) - 97) * 26 + (unitAt(text, start + 1) | 32) - 97;
  if (prefixes[letters] !== 1) return -1;
  const { units } = normalForm;
  let at = start + 2;
  for (let count = 0; count < 6; ) {
    const next = isDigit(unitAt(text, at)) ? at : skip(text, at);
    at = next;
    while (count < 6 && at < end && isDigit(unitAt(text, at))) units[2 + count++] = unitAt(text, at++);
    if (at === next) return -1;
  }
  if (at < end && isDigit(unitAt(text, at))) return -1;
  units[0] = unitAt(text, start) & ~32;
  units[1] = unitAt(text, start + 1) & ~32;
  const tail = skip(text, at);
  const suffix = tail < end ? unitAt(text, tail) & ~32 : 0;
  const closed = tail + 1 >= end || !isWordPart(unitAt(text, tail + 1));
  // "AB 12 34 56 a customer": a lower-case word after a space is no suffix of upper-case letters.
  const article = tail > at && unitAt(text, tail) === 97 && unitAt(text, start) < 97;
  if (suffix >= 65 && suffix <= 68 && closed && !article) {
    units[8] = suffix;
    normalForm.length = 9;
    return tail + 1;
  }
  // "AB 12 34 56 H": a suffix that is none, not the next word.
  const next = tail < end ? unitAt(text, tail) : 0;
  if (tail > at && closed && (isDigit(next) || (next >= 69 && next <= 90 && next !== 73))) return -1;
  normalForm.length = 8;
  return !labelled || (at < end && isWordPart(unitAt(text, at))) ? -1 : at;
}

function judge(text: string, candidate: Candidate): Judgement | undefined {
  const end = writeNumber(text, candidate);
  return end === -1 ? undefined : { start: candidate.start, end, normal: normalText() };
}

const write = (text: string, from: number, end: number): boolean =>
  writeNumber(text, wholeCell(from, from, end)) === end;

function read(cell: string): string | undefined {
  const value = cell.trim();
  const found = value.length > 24 ? undefined : judgeWhole(nino, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const nino: Detector = {
  id: 'uk-nino',
  category: 'identity',
  anchor: 'code',
  weak: false,
  heads: [2],
  key: 'single',
  labels: phrases(`
    nino, ni, nin, ni no, ni nr, ni num, ni number, n i number, n i no, ni code, national insurance, national
    insurance no, national insurance number, nat ins, nat ins no, nat ins number, nat insurance no, nat insurance
    number, nino number
  `),
  headers: phrases(`
    nino, ni, nin, ni no, ni nr, ni num, ni number, n i no, n i number, nino no, nino number, national insurance,
    national insurance no, national insurance nr, national insurance num, national insurance number, nat ins, nat
    ins no, nat ins number, nat insurance no, nat insurance number, nationalinsurancenumber, employee ni number,
    employee nino, client ni number
  `),
  judge,
  read,
  write,
};
