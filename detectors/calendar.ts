// Dates as people write them, in digits or with the month's name in the languages the headers know. Gregorian calendar;
// formats: ISO 8601, CLDR (https://cldr.unicode.org). Where day and month could be swapped, the British order holds.
import { isBlank, isDash, isDigit, isLetter, isWordPart, unitAt } from './characters.ts';
import { phrases } from './phrases.ts';

export interface WrittenDate {
  start: number;
  end: number;
  year: number;
  month: number;
  day: number;
}

const monthNames = phrases(`
  january jan januar janvier enero ene januari gennaio gen janv jän jänner janeiro stycznia, february feb februar
  février fevrier fév febrero februari febbraio févr fevr fevereiro lutego, march mar märz maerz mars marzo maart mrt
  mär março marca marts, april apr avril avr abril abr aprile kwietnia, may mai mayo mei maggio mag maio maja maj,
  june jun juni juin junio giugno giu junho czerwca, july jul juli juillet juil julio luglio lug julho lipca, august
  aug août aout agosto ago augustus sierpnia augusti, september sept sep septembre septiembre settembre set setembro
  września, october oct oktober okt octobre octubre ottobre ott outubro października, november nov novembre noviembre
  novembro listopada, december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia
`);
const months = new Map(
  monthNames.flatMap((names, k) => names.split(' ').map((name): [string, number] => [name, k + 1])),
);

/** First three letters of the months, hashed: a quick no for all other words. */
const openings = new Set([...months.keys()].map((name) => openingAt(name, 0)));

function openingAt(text: string, at: number): number {
  return ((unitAt(text, at) | 32) * 256 + (unitAt(text, at + 1) | 32)) * 256 + (unitAt(text, at + 2) | 32);
}

const ordinal = new Set(['st', 'nd', 'rd', 'th', 'er', 'º']);
const linking = new Set(['of', 'de', 'del']);

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function runEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && next - at < 9 && isDigit(unitAt(text, next))) next++;
  return next;
}

/** Value of the digits from `start` to `end`. */
function numberAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + unitAt(text, at) - 48;
  return value;
}

function wordEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && next - at < 12 && isLetter(unitAt(text, next))) next++;
  return next;
}

function skip(text: string, at: number, end: number, marks: string): number {
  let next = at;
  while (next < end && next < at + 4) {
    const code = unitAt(text, next);
    if (!isBlank(code) && !(isDash(code) && marks.includes('-')) && !marks.includes(text.charAt(next))) break;
    next++;
  }
  return next;
}

/** A two-digit year is the last one of that ending that is not after `latest`. */
function fullYear(year: number, digits: number, latest: number): number {
  if (digits === 4) return year;
  const century = latest - (latest % 100);
  return century + year > latest ? century - 100 + year : century + year;
}

function made(start: number, end: number, year: number, month: number, day: number): WrittenDate | undefined {
  if (year < 1800 || year > 2200 || month < 1 || day < 1) return undefined;
  if (month > 12)
    return day <= 12 && month <= daysIn(year, day) ? { start, end, year, month: day, day: month } : undefined;
  return day <= daysIn(year, month) ? { start, end, year, month, day } : undefined;
}

/** Eight digits in one piece: 19710303 or 03031971. */
function compact(text: string, start: number, end: number): WrittenDate | undefined {
  const value = numberAt(text, start, end);
  const year = Math.floor(value / 10_000);
  const yearFirst = year >= 1880 ? made(start, end, year, Math.floor(value / 100) % 100, value % 100) : undefined;
  return yearFirst ?? made(start, end, value % 10_000, Math.floor(value / 10_000) % 100, Math.floor(value / 1_000_000));
}

/** Separator of a numeric date at `at`: its end, or -1. */
function numericSeparator(text: string, at: number, end: number): number {
  let next = at;
  if (next < end && isBlank(unitAt(text, next))) next++;
  const code = unitAt(text, next);
  if (next < end && (code === 46 || code === 47 || code === 92 || isDash(code))) {
    next++;
    if (next < end && isBlank(unitAt(text, next))) next++;
  }
  return next > at ? next : -1;
}

function numeric(text: string, start: number, firstEnd: number, end: number, latest: number): WrittenDate | undefined {
  const first = firstEnd - start;
  if (first === 8) return compact(text, start, firstEnd);
  if (first !== 4 && first > 2) return undefined;
  const second = numericSeparator(text, firstEnd, end);
  if (second === -1) return undefined;
  const secondEnd = runEnd(text, second, end);
  if (secondEnd === second || secondEnd - second > 2) return undefined;
  const third = numericSeparator(text, secondEnd, end);
  if (third === -1) return undefined;
  const thirdEnd = runEnd(text, third, end);
  const size = thirdEnd - third;
  const a = numberAt(text, start, firstEnd);
  const b = numberAt(text, second, secondEnd);
  const c = numberAt(text, third, thirdEnd);
  if (first === 4) return size === 1 || size === 2 ? made(start, thirdEnd, a, b, c) : undefined;
  return size === 2 || size === 4 ? made(start, thirdEnd, fullYear(c, size, latest), b, a) : undefined;
}

function monthAt(text: string, start: number, end: number): number {
  return months.get(text.slice(start, end).toLowerCase()) ?? 0;
}

/** Year at `at`, written with four digits or as '71 or 71; as [year, end]. */
function yearAt(text: string, at: number, end: number, latest: number): [number, number] | undefined {
  const start = text[at] === "'" || text[at] === '’' ? at + 1 : at;
  const stop = runEnd(text, start, end);
  const size = stop - start;
  if (size !== 4 && size !== 2) return undefined;
  return [fullYear(numberAt(text, start, stop), size, latest), stop];
}

/** 3 March 1971, 3rd of March, 1971, 03-Mar-71. */
function dayFirst(text: string, start: number, firstEnd: number, end: number, latest: number): WrittenDate | undefined {
  let at = firstEnd;
  let stop = wordEnd(text, at, end);
  if (stop > at && !ordinal.has(text.slice(at, stop).toLowerCase())) stop = at;
  at = skip(text, stop, end, '-./,');
  stop = wordEnd(text, at, end);
  if (linking.has(text.slice(at, stop).toLowerCase())) {
    at = skip(text, stop, end, '');
    stop = wordEnd(text, at, end);
  }
  const month = stop > at ? monthAt(text, at, stop) : 0;
  if (month === 0) return undefined;
  at = skip(text, stop, end, '-./,');
  stop = wordEnd(text, at, end);
  if (linking.has(text.slice(at, stop).toLowerCase())) at = skip(text, stop, end, '');
  const year = yearAt(text, at, end, latest);
  return year && made(start, year[1], year[0], month, numberAt(text, start, firstEnd));
}

/** 1971 March 3, 1971-Mar-03. */
function yearFirst(text: string, start: number, firstEnd: number, end: number): WrittenDate | undefined {
  const at = skip(text, firstEnd, end, '-./,');
  const stop = wordEnd(text, at, end);
  const month = stop > at ? monthAt(text, at, stop) : 0;
  if (month === 0) return undefined;
  const day = skip(text, stop, end, '-./,');
  const dayEnd = runEnd(text, day, end);
  const size = dayEnd - day;
  return size === 1 || size === 2
    ? made(start, dayEnd, numberAt(text, start, firstEnd), month, numberAt(text, day, dayEnd))
    : undefined;
}

/** March 3, 1971; Mar-03-1971. The month stands before the digit at `start`. */
function monthFirst(
  text: string,
  from: number,
  start: number,
  firstEnd: number,
  end: number,
  latest: number,
): WrittenDate | undefined {
  let stop = start;
  while (stop > from && stop > start - 3 && /[ \u00a0.-]/.test(text.charAt(stop - 1))) stop--;
  let begin = stop;
  while (begin > from && stop - begin < 12 && isLetter(unitAt(text, begin - 1))) begin--;
  const month = begin < stop ? monthAt(text, begin, stop) : 0;
  if (month === 0) return undefined;
  let at = firstEnd;
  const suffix = wordEnd(text, at, end);
  if (ordinal.has(text.slice(at, suffix).toLowerCase())) at = suffix;
  at = skip(text, at, end, '-./,');
  const year = yearAt(text, at, end, latest);
  return year && made(begin, year[1], year[0], month, numberAt(text, start, firstEnd));
}

/** What may stand between a day or year and its month. */
const besideMonth = new Uint8Array(128);
for (const mark of " .,-/'") besideMonth[mark.charCodeAt(0)] = 1;

/** Whether a month's name may stand beside the day or year at `start`..`stop`. Quick, and never wrongly no. */
export function isMonthNear(text: string, from: number, start: number, stop: number, end: number): boolean {
  const after = stop < end ? unitAt(text, stop) : 0;
  let at = after < 128 && !isLetter(after) && !besideMonth[after] ? end : stop;
  for (let k = 0; k < 3 && at < end; k++) {
    while (at < end && at < stop + 9 && !isLetter(unitAt(text, at))) {
      const code = unitAt(text, at);
      if (code === 10 || isDigit(code)) break;
      at++;
    }
    if (at + 2 < end && openings.has(openingAt(text, at))) return true;
    // An ordinal and "of" may stand between.
    at = wordEnd(text, at, Math.min(end, at + 4));
  }
  const before = start > from ? unitAt(text, start - 1) : 0;
  if (before < 128 && !besideMonth[before]) return false;
  let begin = start;
  while (begin > from && begin > start - 3 && !isLetter(unitAt(text, begin - 1))) begin--;
  const last = begin;
  while (begin > from && begin > last - 12 && isLetter(unitAt(text, begin - 1))) begin--;
  return begin < last && openings.has(openingAt(text, begin));
}

/**
 * The date whose first digit stands at `start`, or `undefined`. A two-digit year lies in the hundred years up to `latest`.
 * A time of day behind it is not part of it.
 */
export function readDate(
  text: string,
  from: number,
  start: number,
  end: number,
  latest: number,
): WrittenDate | undefined {
  const firstEnd = runEnd(text, start, end);
  const first = firstEnd - start;
  const date =
    numeric(text, start, firstEnd, end, latest) ??
    (first <= 2
      ? (dayFirst(text, start, firstEnd, end, latest) ?? monthFirst(text, from, start, firstEnd, end, latest))
      : first === 4
        ? yearFirst(text, start, firstEnd, end)
        : undefined);
  if (!date) return undefined;
  const code = date.end < end ? unitAt(text, date.end) : 0;
  const isTime = (code === 84 || code === 116) && isDigit(unitAt(text, date.end + 1));
  return isWordPart(code) && !isTime ? undefined : date;
}
