// Postcode: one of 124 areas (or BF, BX: forces and banks), a district in one of six forms, a sector digit and two letters. It tells where, never who.
// Royal Mail PAF Programmers' Guide; https://ideal-postcodes.co.uk/guides/postcode-areas ; BS 7666
import { isBlank, isDash, isDigit, isLatin, isWordPart, unitAt } from '../characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole, wholeCell } from '../detector.ts';
import { normalForm, normalText } from '../normal-form.ts';
import { phrases } from '../phrases.ts';

const areaNames =
  `AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG
  HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA
  SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`.split(/\s+/);

/** Areas by letters 1–26 of the first times 27 plus the second, which is 0 where there is one letter. */
const areas = new Uint8Array(27 * 27);
for (const name of areaNames) areas[areaKey(name, 0, name.length)] = 1;

function areaKey(text: string, start: number, letters: number): number {
  const second = letters === 2 ? (unitAt(text, start + 1) | 32) - 96 : 0;
  return ((unitAt(text, start) | 32) - 96) * 27 + second;
}

const inward = lettersOf('ABDEFGHJLNPQRSTUWXYZ');
const thirdOfOneLetterArea = lettersOf('ABCDEFGHJKPSTUW');
const fourthOfTwoLetterArea = lettersOf('ABEHMNPRVWXY');

/** A table by character code, either case. */
function lettersOf(letters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const letter of letters + letters.toLowerCase()) table[letter.charCodeAt(0)] = 1;
  return table;
}

/** "S3 5GB", "EC2 2TB", "M2 4GB": names of machines and services that pass for districts before a size. */
const machineNames = new Set(['S3', 'EC2', 'M1', 'M2', 'M3', 'M4', 'E3', 'E5', 'E7']);

/** Offset behind the district that starts at `start`, or -1. */
function districtEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && at < start + 3 && isLatin(unitAt(text, at))) at++;
  const letters = at - start;
  if (letters === 0 || letters > 2 || !isDigit(unitAt(text, at)) || at >= end) return -1;
  if (areas[areaKey(text, start, letters)] !== 1) return -1;
  return at + 1;
}

/** Whether the inward code (digit, two letters) stands at `at` and nothing else touches it. */
function isInward(text: string, at: number, end: number): boolean {
  if (at + 3 > end || !isDigit(unitAt(text, at))) return false;
  if (inward[unitAt(text, at + 1)] !== 1 || inward[unitAt(text, at + 2)] !== 1) return false;
  return at + 3 === end || !isWordPart(unitAt(text, at + 3));
}

function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && next < at + 3 && isBlank(unitAt(text, next))) next++;
  return next;
}

/** A hexadecimal word such as `e12ab`, an ordinal as in "the M1 2nd exit", or a size as in "S3 5GB". */
function isSomethingElse(text: string, start: number, split: number, unit: number): boolean {
  const outer = text.slice(start, split);
  const inner = text.slice(unit, unit + 3);
  if (split === unit && inner !== inner.toUpperCase() && /^[\da-f]+$/.test(outer + inner)) return true;
  if (/^(?:1st|2nd|3rd|\dth)$/.test(inner)) return true;
  return /^\d[GT][Bb]$/.test(inner) && machineNames.has(outer);
}

/** "#E12AB", "G11AB-12", "XY-LS14DY": in one piece and beside a mark that makes it part of something. */
function isInCode(text: string, from: number, start: number, stop: number, end: number): boolean {
  const before = start > from ? unitAt(text, start - 1) : 0;
  if (before === 35 || (isDash(before) && start - 2 >= from && isWordPart(unitAt(text, start - 2)))) return true;
  return stop + 1 < end && isDash(unitAt(text, stop)) && isWordPart(unitAt(text, stop + 1));
}

/** Girobank's, the one without a digit in its district. */
const girobank = /GIR {0,2}0AA(?![\dA-Z_])/iy;

function judgeGirobank(text: string, start: number, end: number): Judgement | undefined {
  girobank.lastIndex = start;
  return girobank.test(text) && girobank.lastIndex <= end
    ? { start, end: girobank.lastIndex, normal: 'GIR 0AA' }
    : undefined;
}

/** What has codes of its own: "part E12 3AB". Behind an order or a delivery may well stand where it goes. */
const thing =
  /\b(?:parts?|model|sku|serial|batch|version|item|product|room|flight|locker|bay|socket)(?: (?:no|nr|number|code))?[.:#]? {0,2}$/i;

/** Writes the postcode that begins at the candidate; gives where it ends, or -1. */
function writePostcode(text: string, { from, start, end, labelled, mislabelled }: Candidate): number {
  const digit = districtEnd(text, start, end);
  if (digit === -1) return -1;
  // Shortest district first, so that in W1 1AA and W11AA the last three always are the inward code.
  for (let split = digit; split <= digit + 1 && split < end; split++) {
    if (split > digit) {
      const code = unitAt(text, digit);
      const allowed = digit - start === 2 ? thirdOfOneLetterArea : fourthOfTwoLetterArea;
      if (!isDigit(code) && allowed[code] !== 1) return -1;
    }
    // "SW1A-1AA" behind a label only: a code in parts otherwise.
    const unit = labelled && isDash(unitAt(text, split)) ? split + 1 : skipBlanks(text, split, end);
    if (!isInward(text, unit, end)) continue;
    if (!labelled && isSomethingElse(text, start, split, unit)) return -1;
    if (mislabelled && thing.test(text.slice(Math.max(from, start - 24), start))) return -1;
    if (split === unit && isInCode(text, from, start, unit + 3, end)) return -1;
    const { units } = normalForm;
    for (let at = start; at < split; at++) units[at - start] = upperCase(unitAt(text, at));
    units[split - start] = 32;
    for (let at = unit; at < unit + 3; at++) units[split - start + 1 + at - unit] = upperCase(unitAt(text, at));
    normalForm.length = split - start + 4;
    return unit + 3;
  }
  return -1;
}

const upperCase = (code: number) => (isLatin(code) ? code & ~32 : code);

function judge(text: string, candidate: Candidate): Judgement | undefined {
  const { start, end } = candidate;
  if ((unitAt(text, start) | 32) === 103 && (unitAt(text, start + 1) | 32) === 105)
    return judgeGirobank(text, start, end);
  const stop = writePostcode(text, candidate);
  return stop === -1 ? undefined : { start, end: stop, normal: normalText() };
}

const write = (text: string, from: number, end: number): boolean =>
  end - from < 13 && writePostcode(text, wholeCell(from, from, end)) === end;

function read(cell: string): string | undefined {
  const value = cell.trim();
  if (value.length < 5 || value.length > 12) return undefined;
  const found = judgeWhole(postcode, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const postcode: Detector = {
  id: 'uk-postcode',
  category: 'location',
  anchor: 'code',
  weak: false,
  key: 'none',
  labels: phrases('postcode, post code, postal code, p code, pcode, zip, zip code, postcodes'),
  headers: phrases(`
    postcode, post code, postal code, p code, pcode, pc, zip, zip code, zipcode, zip postcode, zip postal code,
    postcode zip, home postcode, customer postcode, client postcode, delivery postcode, billing postcode, shipping
    postcode, address postcode, full postcode, pcd, pcds, postkode, post zip code
  `),
  judge,
  read,
  write,
};
