// Driving licence of Great Britain: five letters of the surname filled up with 9, the birth date (decade, month, day, year; month + 50 for
// women), two initials or 9, one more character, two check letters, and an issue number that may follow. Northern Ireland: eight digits,
// known by a label only. https://www.gov.uk/government/publications/driving-licence-information (INF 6);
// https://en.wikipedia.org/wiki/Driving_licence_in_the_United_Kingdom#Driver_number
import { isBlank, isDash, isDigit, isLatin, isWordPart, unitAt } from '../characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from '../detector.ts';
import { phrases } from '../phrases.ts';

const driverNumber = 16;

/** The sixteen characters read last, in upper case. */
let written = '';

/** Reads sixteen letters and digits from `start`, in groups with a blank or dash between; where they end, or -1. */
function readCharacters(text: string, start: number, end: number): number {
  let at = start;
  let count = 0;
  written = '';
  while (count < driverNumber && at < end) {
    let code = unitAt(text, at);
    if (count > 0 && (isBlank(code) || isDash(code))) code = unitAt(text, ++at);
    if (at >= end || (!isDigit(code) && !isLatin(code))) return -1;
    // Most words and codes are none: the sixth character is a digit and so are the five behind it.
    if (count > 4 && count < 11 && !isDigit(code)) return -1;
    written += text.charAt(at);
    at++;
    count++;
  }
  written = written.toUpperCase();
  return count === driverNumber ? at : -1;
}

const structure = /^(?:[A-Z]{5}|[A-Z]{4}9|[A-Z]{3}99|[A-Z]{2}999|[A-Z]9999)\d{6}(?:[A-Z][A-Z9]|99)/;

function isDate(month: number, day: number): boolean {
  const real = month > 50 ? month - 50 : month;
  if (real < 1 || real > 12 || day < 1) return false;
  return day <= (real === 2 ? 29 : real === 4 || real === 6 || real === 9 || real === 11 ? 30 : 31);
}

function judgeBritish(text: string, { from, start, end, labelled }: Candidate): Judgement | undefined {
  const stop = readCharacters(text, start, end);
  if (stop === -1 || !structure.test(written)) return undefined;
  if (!isDate(Number(written.slice(6, 8)), Number(written.slice(8, 10)))) return undefined;
  // Some lists of forms have five digits at the end.
  if (!labelled && !/[A-Z\d]{2}[A-Z]$/.test(written)) return undefined;
  if (start > from && isWordPart(unitAt(text, start - 1))) return undefined;
  const issue = issueEnd(text, stop, end);
  return issue < end && isWordPart(unitAt(text, issue)) ? undefined : { start, end: issue, normal: written };
}

/** Behind the two digits of the issue at `at`, or `at` itself. */
function issueEnd(text: string, at: number, end: number): number {
  const digits = at < end && isBlank(unitAt(text, at)) ? at + 1 : at;
  if (digits + 2 > end || !isDigit(unitAt(text, digits)) || !isDigit(unitAt(text, digits + 1))) return at;
  return digits + 2 < end && isWordPart(unitAt(text, digits + 2)) ? at : digits + 2;
}

/** A "licence number" of eight digits may be any trade's: the words before it must speak of driving. A whole cell has its column's word. */
const drivingWords = /driv|\bdva\b|\bdl\b/i;

function judgeNorthernIrish(text: string, { from, start, end }: Candidate): Judgement | undefined {
  if (start > from && !drivingWords.test(text.slice(Math.max(from, start - 64), start))) return undefined;
  let at = start;
  let digits = '';
  while (at < end && digits.length < 9) {
    const code = unitAt(text, at);
    if (isDigit(code)) digits += text.charAt(at);
    else if (!isBlank(code) || at + 1 >= end || !isDigit(unitAt(text, at + 1)) || digits.length !== 4) break;
    at++;
  }
  if (digits.length !== 8) return undefined;
  const after = at < end ? unitAt(text, at) : 0;
  return isWordPart(after) || isDash(after) || after === 47 ? undefined : { start, end: at, normal: digits };
}

function judge(text: string, candidate: Candidate): Judgement | undefined {
  if (isDigit(unitAt(text, candidate.start)))
    return candidate.labelled ? judgeNorthernIrish(text, candidate) : undefined;
  return judgeBritish(text, candidate);
}

function read(cell: string): string | undefined {
  const value = cell.trim();
  const found = value.length > 30 ? undefined : judgeWhole(drivingLicence, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const drivingLicence: Detector = {
  id: 'uk-driving-licence',
  category: 'identity',
  anchor: 'code',
  weak: false,
  key: 'single',
  heads: [1, 2, 3, 4, 5],
  labels: phrases(`
    driving licence, driving licence no, driving licence nr, driving licence num, driving licence number, driver licence, driver
    licence no, driver licence number, drivers licence, drivers licence no, drivers licence number, driver s licence, driver s licence
    no, driver s licence number, driver number, driver no, licence number, licence no, licence num, dvla number, dvla no, dvla licence,
    dvla driver number, dva licence, dva driver number, dl number, dl no, uk driving licence, uk driving licence number, ni driving
    licence, ni driving licence number, driving lic, driving lic no
  `),
  headers: phrases(`
    driving licence, driving licence no, driving licence num, driving licence number, driving license, driving license no, driving license
    number, driver licence, driver licence no, driver licence number, driver license, driver license number, drivers licence, drivers
    licence no, drivers licence number, drivers license, drivers license no, drivers license number, driver s licence number, driver s
    license number, driver number, driver no, licence number, licence no, licence num, dvla number, dvla no, dvla licence no, dvla driver
    number, dl number, dl no, driving lic no, drivinglicence, drivinglicenceno, drivinglicencenumber, licenceno, licencenumber
  `),
  judge,
  read,
};
