// Date of birth: any date behind a birth label or in a birth column, of a person between 0 and 115 years old.
// Other dates of the same row or sentence (ordered, joined, expires) are none. https://ico.org.uk/for-organisations/ (personal data)
import { readDate, type WrittenDate } from './calendar.ts';
import { isDigit, unitAt } from './characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole, wholeCell } from './detector.ts';
import { normalForm } from './normal-form.ts';
import { phrases } from './phrases.ts';

const oldest = 115;

/** Today as yyyymmdd, worked out again every minute. */
let today = 0;
let workedOut = 0;

function dayNumber(): number {
  const now = Date.now();
  if (now - workedOut > 60_000) {
    const date = new Date(now);
    today = date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
    workedOut = now;
  }
  return today;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function birthDateAt(text: string, { from, start, end, labelled }: Candidate): WrittenDate | undefined {
  if (!labelled || !isDigit(unitAt(text, start))) return undefined;
  const now = dayNumber();
  const date = readDate(text, from, start, end, Math.floor(now / 10_000));
  if (!date) return undefined;
  const born = date.year * 10_000 + date.month * 100 + date.day;
  return born > now || now - born >= (oldest + 1) * 10_000 ? undefined : date;
}

function judge(text: string, candidate: Candidate): Judgement | undefined {
  const date = birthDateAt(text, candidate);
  return date && { start: date.start, end: date.end, normal: `${date.year}-${two(date.month)}-${two(date.day)}` };
}

function write(text: string, from: number, end: number): boolean {
  const date = birthDateAt(text, wholeCell(from, from, end));
  if (date?.start !== from || date.end !== end) return false;
  writeNumber(date.year, 0, 4);
  writeNumber(date.month, 5, 7);
  writeNumber(date.day, 8, 10);
  normalForm.units[4] = hyphen;
  normalForm.units[7] = hyphen;
  normalForm.length = 10;
  return true;
}

const hyphen = 45;

/** Writes a number with as many digits as there are places. */
function writeNumber(value: number, from: number, to: number): void {
  let rest = value;
  for (let at = to - 1; at >= from; at--) {
    normalForm.units[at] = 48 + (rest % 10);
    rest = Math.floor(rest / 10);
  }
}

/** Behind the date a cell may hold a time of day, as spreadsheets write it, or an age in brackets. */
const tail = /^(?:[T ,]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|z|[+-]\d\d:?\d\d)?)?\s*(?:\([^)]{1,20}\))?\.?$/i;

function read(cell: string): string | undefined {
  const value = cell.trim();
  if (value.length > 60) return undefined;
  let digit = 0;
  while (digit < value.length && !isDigit(value.charCodeAt(digit))) digit++;
  if (digit === value.length) return undefined;
  const found = judgeWhole(birthDate, value, digit);
  if (!found || (found.end < value.length && !tail.test(value.slice(found.end)))) return undefined;
  if (found.start === 0) return found.normal;
  return /^(?:[\p{L}]{2,12}\.?,?\s*)?$/u.test(value.slice(0, found.start)) ? found.normal : undefined;
}

export const birthDate: Detector = {
  id: 'birth-date',
  category: 'identity',
  anchor: 'digits',
  weak: true,
  key: 'none',
  labels: phrases(`
    dob, d o b, do b, birth, dobs, date of birth, dates of birth, birth date, birthdate, birth dates, birthday,
    birth day, birthdays, date birth, born, bday, b day, bdate, dateofbirth, geboren, geburtsdatum, geb, geb
    datum, geburtstag, né le, née le, nee le, ne le, date de naissance, naissance, naissance le, fecha de
    nacimiento, nacido, nacida, nacimiento, geboortedatum, geboren op, data di nascita, nato, nata, nato il,
    nata il, data de nascimento, nascimento, nascido, nascida, data urodzenia, urodzony, urodzona, ur, født,
    fødselsdato, fødselsdag, född, födelsedatum, födelsedag, syntynyt, syntymäaika, datum narození, narozen,
    narozena, született, születési dátum, data nașterii, datum rođenja, doğum tarihi, ημερομηνία γέννησης, дата
    рождения, geburts datum, geb dat, dt nascimento, dátum narodenia, data nasterii, născut la, születési idő,
    rojstni datum, datum rojstva, dzimšanas datums, gimimo data, sünniaeg, дата на раждане,
    生年月日, 出生日期, 出生年月日, 생년월일, 출생일, تاريخ الميلاد, תאריך לידה, дата народження
  `),
  farLabel: true,
  headers: phrases(`
    dob, d o b, do b, date of birth, birth date, birthdate, birthday, birth day, date birth, dateofbirth, born,
    born on, bday, b day, bdate, d birth, dt of birth, dt birth, birth dt, dat of birth, client dob, customer
    dob, patient dob, dob dd mm yyyy, child dob, dob 1, date of birth dd mm yyyy, birth date dd mm yyyy,
    geboren, geboren am, geburtsdatum, geb, geb datum, gebdatum, geburtstag, date de naissance, date naissance,
    né le, née le, né e le, naissance, ddn, fecha de nacimiento, fecha nacimiento, f nacimiento, nacimiento,
    geboortedatum, geb dat, geboorte datum, data di nascita, data de nascimento, nascimento, data urodzenia,
    fødselsdato, fødselsdag, födelsedatum, syntymäaika, datum narození, születési dátum, data nașterii, datum
    rođenja, doğum tarihi, ημερομηνία γέννησης, дата рождения, dt nascimento, dátum narodenia, data nasterii,
    născut la, születési idő, rojstni datum, datum rojstva, dzimšanas datums, gimimo data, sünniaeg, дата на
    раждане, 生年月日, 出生日期, 出生年月日, 생년월일, 출생일, تاريخ الميلاد, תאריך לידה, дата народження
  `),
  judge,
  read,
  write,
};
