// The machine-readable zone of passports, visas and identity cards: two lines of 44 or 36 characters, or three of 30, filled up with `<`.
// Number, birth and expiry date each have a check digit. ICAO 9303 parts 4 to 7, https://www.icao.int/publications/doc-series/doc-9303
import { isDigit, unitAt } from './characters.ts';

export interface Zone {
  start: number;
  end: number;
  /** The document's number, without filling. */
  number: string;
}

const filler = 60;
const longestLine = 44;

function isZoneUnit(code: number): boolean {
  return code === filler || isDigit(code) || (code >= 65 && code <= 90);
}

function worthOf(code: number): number {
  return code === filler ? 0 : isDigit(code) ? code - 48 : code - 55;
}

/** Whether the digit behind `start`..`end` checks those characters: weights 7, 3, 1, mod 10. */
function isChecked(text: string, start: number, end: number): boolean {
  let sum = 0;
  for (let at = start; at < end; at++) sum += worthOf(unitAt(text, at)) * [7, 3, 1][(at - start) % 3]!;
  return isDigit(unitAt(text, end)) && sum % 10 === unitAt(text, end) - 48;
}

interface Line {
  start: number;
  end: number;
}

/** The run of the zone's characters around `at`, if it is as long as a line. */
function lineAround(text: string, from: number, at: number, limit: number): Line | undefined {
  let start = at;
  while (start > from && start > at - longestLine && isZoneUnit(unitAt(text, start - 1))) start--;
  let end = at;
  while (end < limit && end - start <= longestLine && isZoneUnit(unitAt(text, end))) end++;
  const length = end - start;
  return length === 44 || length === 36 || length === 30 ? { start, end } : undefined;
}

/** Over one line break, with blanks around it, from `at`; or -1. */
function nextLine(text: string, at: number, limit: number): number {
  let next = at;
  let breaks = 0;
  while (next < limit && next < at + 12) {
    const code = unitAt(text, next);
    if (code === 10) breaks++;
    else if (code !== 32 && code !== 13 && code !== 9) break;
    next++;
  }
  return breaks === 1 || next === at + 1 ? next : -1;
}

function lineBehind(text: string, line: Line, limit: number): Line | undefined {
  const start = nextLine(text, line.end, limit);
  if (start === -1 || start >= limit || !isZoneUnit(unitAt(text, start))) return undefined;
  const found = lineAround(text, start, start, limit);
  return found && found.end - found.start === line.end - line.start ? found : undefined;
}

/** Number, birth date and expiry date at their places in the second line of a passport, visa or two-line card. */
function isSecond(text: string, { start }: Line): boolean {
  return (
    isChecked(text, start, start + 9) &&
    isChecked(text, start + 13, start + 19) &&
    isChecked(text, start + 21, start + 27)
  );
}

function numberAt(text: string, start: number): string {
  return text.slice(start, start + 9).replaceAll('<', '');
}

function twoLines(text: string, first: Line, limit: number): Zone | undefined {
  // The lower line may stand alone.
  if (isSecond(text, first)) return { ...first, number: numberAt(text, first.start) };
  const second = lineBehind(text, first, limit);
  if (!second || !isSecond(text, second)) return undefined;
  return { start: first.start, end: second.end, number: numberAt(text, second.start) };
}

function threeLines(text: string, first: Line, limit: number): Zone | undefined {
  if (!isChecked(text, first.start + 5, first.start + 14)) return undefined;
  const second = lineBehind(text, first, limit);
  if (
    !second ||
    !isChecked(text, second.start, second.start + 6) ||
    !isChecked(text, second.start + 8, second.start + 14)
  )
    return undefined;
  const third = lineBehind(text, second, limit);
  return { start: first.start, end: (third ?? second).end, number: numberAt(text, first.start + 5) };
}

/** The zone of which the first filling stands at `at`, or `undefined`. */
export function zoneAt(text: string, from: number, at: number, limit: number): Zone | undefined {
  const line = lineAround(text, from, at, limit);
  if (!line) return undefined;
  const zone = line.end - line.start === 30 ? threeLines(text, line, limit) : twoLines(text, line, limit);
  return zone?.number ? zone : undefined;
}
