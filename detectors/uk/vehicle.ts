// Vehicle registration mark: current (AB12 CDE), prefix (A123 BCD), suffix (ABC 123D), dateless (ABC 123, 1234 AB) and Northern Irish
// (ABZ 1234) forms. They look like product codes and postcodes, so they count behind a label or in a column.
// https://www.gov.uk/government/publications/vehicle-registration-numbers-and-number-plates (INF 104)
import { isBlank, isDash, isDigit, isLatin, isWordPart, unitAt } from '../characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from '../detector.ts';
import { isLinkWord } from '../link-words.ts';
import { phrases } from '../phrases.ts';

const longest = 7;

const current = /^[A-HJ-PR-Y][A-HJ-PR-Y](?:0[1-9]|[1-4]\d|5[1-9]|[6-9]\d)[A-HJ-PR-Z]{3}$/;
const prefix = /^[A-HJ-NP-TV-Y][1-9]\d{0,2}[A-HJ-PR-Z]{3}$/;
const suffix = /^[A-HJ-PR-Z]{3}[1-9]\d{0,2}[A-HJ-NP-TV-Y]$/;
const dateless = /^(?:[A-Z]{1,2}[1-9]\d{1,3}|[A-Z]{3}[1-9]\d{0,3}|[1-9]\d{1,3}[A-Z]{1,2}|[1-9]\d{0,2}[A-Z]{3})$/;
const northernIrish = /^[A-Z]{1,2}[IZ][A-Z]?[1-9]\d{0,3}$/;
/** Diplomats, and trade and Q plates. */
const special = /^(?:\d{3}[DX]\d{3}|Q\d{1,3}[A-Z]{3})$/;

const withYear = [current, prefix, suffix];
const withoutYear = [dateless, northernIrish, special];

/** Not "12 MAY", "500 GBP", "90 KMH". */
const otherWord =
  /(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|GBP|EUR|USD|KMH|MPH|BHP|KM|CC|HP|KG|PM|AM|ST|ND|RD|TH)$/;

/** "car BMW 320", "vehicle Q5": such a word is enough before a mark with a year in it only. */
const plateWord = /\b(?:vr[mn]s?|reg\w*|plates?|marks?|no|nr|number|index)\b/i;

function hasYear(mark: string): boolean {
  return withYear.some((form) => form.test(mark));
}

function isDateless(mark: string): boolean {
  return withoutYear.some((form) => form.test(mark)) && !(isDigit(mark.charCodeAt(0)) && otherWord.test(mark));
}

/** A further group of letters makes it another code: "AB51 AIB". */
const goesOn = /^[ -](?:[A-Z]{1,3}|[A-Z\d]*\d[A-Z\d]*)(?![A-Za-z\d])/;

const behindLetters = /(?:^|[^A-Za-z\d])(?!N[OR] |REG|VR)[A-Z]{1,3}[ -]$/;

function judge(text: string, { from, start, end, labelled }: Candidate): Judgement | undefined {
  if (!labelled || isLinkWord(text, start, end)) return undefined;
  // "ABC 123I" is no mark, and "123I" is none of its own behind other letters.
  if (isDigit(unitAt(text, start)) && behindLetters.test(text.slice(Math.max(from, start - 5), start)))
    return undefined;
  const isPlate = start === from || plateWord.test(text.slice(Math.max(from, start - 40), start));
  let at = start;
  let mark = '';
  let best: Judgement | undefined;
  while (at < end && mark.length < longest) {
    const code = unitAt(text, at);
    if ((isBlank(code) || isDash(code)) && mark !== '' && at + 1 < end && isCode(unitAt(text, at + 1))) at++;
    else if (!isCode(code)) break;
    mark += text.charAt(at);
    at++;
    // "AB12 CDE was seen": only where a group ends, and the longest that is a mark.
    if (at < end && isWordPart(unitAt(text, at))) continue;
    const normal = mark.toUpperCase();
    if (mark !== normal && mark !== mark.toLowerCase()) continue;
    if (hasYear(normal) || (isPlate && isDateless(normal) && !goesOn.test(text.slice(at, Math.min(end, at + 9)))))
      best = { start, end: at, normal };
  }
  return best;
}

function isCode(code: number): boolean {
  return isDigit(code) || isLatin(code);
}

function read(cell: string): string | undefined {
  const value = cell.trim();
  const found = value.length > 10 ? undefined : judgeWhole(vehicle, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const vehicle: Detector = {
  id: 'uk-vehicle',
  category: 'identity',
  anchor: 'code',
  weak: true,
  key: 'none',
  labels: phrases(`
    vrm, vrms, vrn, reg, regs, reg no, reg number, reg plate, registration, registration no, registration number, registration mark, registration
    plate, vehicle, vehicles, vehicle reg, vehicle reg no, vehicle reg number, vehicle registration, vehicle registration no, vehicle
    registration number, vehicle registration mark, vehicle registration plate, vehicle no, vehicle number, vehicle id, car, car reg, car
    reg no, car reg number, car registration, car registration no, car registration number, van reg, number plate, number plates, licence plate,
    licence plate no, licence plate number, license plate, license plate no, license plate number, plate, plate no, plate number, index mark,
    motor vehicle, car number plate
  `),
  headers: phrases(`
    vrm, vrn, reg, reg no, reg number, reg plate, registration no, registration number, registration mark, registration plate, vehicle, vehicle
    reg, vehicle reg no, vehicle reg number, vehicle registration, vehicle registration no, vehicle registration number, vehicle
    registration mark, vehicle no, vehicle number, car, car reg, car reg no, car reg number, car registration, car registration number,
    number plate, numberplate, licence plate, licence plate number, license plate, license plate number, plate, plate no, plate number,
    vehiclereg, vehicleregistration, carreg, regno
  `),
  judge,
  read,
};
