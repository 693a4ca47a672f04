// Lists of nothing but values below words that say what they are: "Mobile numbers of our clients", then a number a line. A column without a
// table: the words are its header, and the values have the last word.
import { type Detector, readInPlace } from '../../detectors/detector.ts';
import { isBlank } from '../find/labelled-line.ts';
import { marks } from '../layouts/postal-lines.ts';
import type { Collector } from '../people/collector.ts';
import { addValue, clearDraft, emptyDraft } from '../people/record-draft.ts';
import type { Lines } from '../text/lines.ts';
import { headerMeaning } from './header-words.ts';

const fewestValues = 3;
const longestValue = 40;
const longestHeading = 80;
/** Digits with the marks and the few letters that numbers have. */
const value = /^[+(]?(?=(?:[^\d\s]{0,4}[\s./()-]{0,2}\d){4})[\p{L}\d\s./()+-]{5,}$/u;

export interface ValueList {
  /** First line of values. */
  from: number;
  /** One past the last. */
  to: number;
  detector: Detector;
}

/** The list that stands in the paragraph `from` ≤ line < `to`, or `undefined`. Its heading is its first line, or the line above it. */
export function valueListAt(text: string, lines: Lines, from: number, to: number): ValueList | undefined {
  const first = isValue(lineAt(text, lines, from)) ? from : from + 1;
  if (to - first < fewestValues) return undefined;
  for (let line = first; line < to; line++) if (!isValue(lineAt(text, lines, line))) return undefined;
  const heading = first > from ? from : lineAbove(text, lines, from);
  if (heading < 0 || lines.end[heading]! - lines.start[heading]! > longestHeading) return undefined;
  const kinds = kindsIn(text.slice(lines.start[heading], lines.end[heading]));
  const least = (to - first) * 0.8;
  const detector = kinds.find((kind) => {
    let read = 0;
    for (let line = first; line < to; line++) if (kind.read(lineAt(text, lines, line)) !== undefined) read++;
    return read >= least;
  });
  return detector && { from: first, to, detector };
}

const lineAt = (text: string, lines: Lines, line: number): string =>
  text
    .slice(lines.start[line], Math.min(lines.end[line]!, lines.start[line]! + longestHeading))
    .replace(marks, '')
    .trim();

const isValue = (line: string) => line.length <= longestValue && value.test(line) && !/\p{L}{4}/u.test(line);

function lineAbove(text: string, lines: Lines, line: number): number {
  let above = line - 1;
  while (above >= 0 && line - above < 4 && isBlank(text, lines, above)) above--;
  return above >= 0 && !isBlank(text, lines, above) ? above : -1;
}

/** The kinds of which a heading speaks: "here are the phone numbers of all clients". */
function kindsIn(heading: string): Detector[] {
  const words = heading.match(/\p{L}+/gu) ?? [];
  const kinds = new Set<Detector>();
  for (let from = 0; from < words.length; from++)
    for (let length = Math.min(3, words.length - from); length > 0; length--) {
      const phrase = words.slice(from, from + length).join(' ');
      const { detectors, isThing } = headerMeaning(phrase);
      const { detectors: ofOne } = headerMeaning(phrase.replace(/s$/, ''));
      if (isThing) return [];
      for (const detector of [...detectors, ...ofOne]) if (detector.key !== 'none') kinds.add(detector);
    }
  return [...kinds];
}

/** Reads each line as a person. */
export function readValueList(
  text: string,
  lines: Lines,
  { from, to, detector }: ValueList,
  collector: Collector,
  toPart: (position: number) => number,
): void {
  const group = collector.nextGroup();
  const draft = emptyDraft();
  for (let line = from; line < to; line++) {
    const written = text.slice(lines.start[line], lines.end[line]);
    const trimmed = written.replace(marks, '').trim();
    const start = lines.start[line]! + written.indexOf(trimmed);
    if (!readInPlace(detector, text, start, start + trimmed.length)) continue;
    clearDraft(draft);
    const hash = collector.hashWritten(detector);
    collector.count(detector, hash, () => [toPart(start), toPart(start + trimmed.length)]);
    addValue(draft, detector, hash, collector.session);
    collector.add(draft, { nameAlone: false, phoneAlone: true }, 'label-blocks', group);
  }
}
