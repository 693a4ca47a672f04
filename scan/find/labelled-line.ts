// A line that begins with a label, known or not: `Name:`, `- **Tel.** =`, `3) E-mail⇥`.
import { type HeaderMeaning, headerMeaning } from '../tables/header-words.ts';
import { isLetterUnit } from '../text/letters.ts';
import type { Lines } from '../text/lines.ts';

export interface LabelledLine {
  /** In lower case. */
  label: string;
  meaning: HeaderMeaning;
  /** Where the value stands, trimmed, half-open. */
  start: number;
  end: number;
}

/** Longest label. */
const longestLabel = 40;

/** Longest run of bullets and marks before a label. */
const longestMark = 12;

/** The label at the start of a line, if there is one, known or not: `Name:`, `- **Tel.** =`, `3) E-mail⇥`. "Jane at 4 Mill Lane:" is none. */
export function labelOf(text: string, lines: Lines, line: number): LabelledLine | undefined {
  const end = lines.end[line]!;
  let start = lines.start[line]!;
  const marksEnd = Math.min(end, start + longestMark);
  while (start < marksEnd && !isLetterUnit(text.charCodeAt(start))) start++;
  if (start === marksEnd || (start > lines.start[line]! && !marks.test(text.slice(lines.start[line], start))))
    return undefined;
  const limit = Math.min(end, start + longestLabel + 1);
  let separator = start + 1;
  for (; separator < limit; separator++) {
    const unit = text.charCodeAt(separator);
    if (unit === colon || unit === equals || unit === tab) break;
    if (!isLabelUnit(unit)) return undefined;
  }
  if (separator === limit || text.startsWith('://', separator)) return undefined;
  let labelEnd = separator;
  while (labelEnd > start && isLabelEdge(text.charCodeAt(labelEnd - 1))) labelEnd--;
  let valueStart = separator + 1;
  while (valueStart < end && (text.charCodeAt(valueStart) <= space || text.charCodeAt(valueStart) === asterisk))
    valueStart++;
  let valueEnd = end;
  while (valueEnd > valueStart && text.charCodeAt(valueEnd - 1) <= space) valueEnd--;
  const label = text.slice(start, labelEnd);
  const meaning = headerMeaning(label);
  // "Passenger 1 name" is a label, "Jane at 4 Mill Lane" a sentence's beginning.
  if (/\d \p{L}{2}/u.test(label) && meaning.detectors.every(({ id }) => id === 'address')) return undefined;
  return { label: label.toLowerCase(), meaning, start: valueStart, end: valueEnd };
}

const marks = /^[ \t]*(?:[-*•·–]|\d{1,3}[.)])?[ \t]*[*_]{0,2}$/;

const tab = 9;
const space = 32;
const asterisk = 42;
const colon = 58;
const equals = 61;

/** Letters, digits, blanks and `# & ' ( ) * - . / _` */
const isLabelUnit = (unit: number) =>
  isLetterUnit(unit) ||
  unit === space ||
  (unit >= 48 && unit <= 57) ||
  unit === 95 ||
  unit === 35 ||
  (unit >= 38 && unit <= 47 && unit !== 43 && unit !== 44);

const isLabelEdge = (unit: number) => unit <= space || unit === asterisk || unit === 95;

/** Whether nothing but blanks stands on the line. */
export function isBlank(text: string, lines: Lines, line: number): boolean {
  for (let position = lines.start[line]!; position < lines.end[line]!; position++)
    if (text.charCodeAt(position) > 32) return false;
  return true;
}
