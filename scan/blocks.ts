// Reads `Label: value` lines: forms, exports, notes. A person's block ends at a blank line that is followed by labels seen before, or
// where its first label comes again.
import type { Collector } from './collector.ts';
import { findInText } from './find.ts';
import { type HeaderMeaning, headerMeaning } from './header-words.ts';
import { isLetterUnit } from './letters.ts';
import type { Lines } from './lines.ts';
import { addValue, emptyDraft, finishRecord, isRecord, type RecordDraft } from './record-draft.ts';

export interface LabelledLine {
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

/** The label at the start of a line, if there is one, known or not: `Name:`, `- **Tel.** =`, `3) E-mail⇥`. */
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
  return { label, meaning: headerMeaning(label), start: valueStart, end: valueEnd };
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

/** Reads the lines `from` ≤ line < `to`, known to be blocks, as one list. */
export function readBlocks(
  text: string,
  lines: Lines,
  from: number,
  to: number,
  collector: Collector,
  toPart: (position: number) => number,
): void {
  const group = collector.nextGroup();
  let draft = emptyDraft();
  let seen = new Set<string>();
  let firstLabel = '';
  let afterBlank = false;
  let pending: (() => void)[] = [];

  const close = () => {
    if (isRecord(draft, { nameAlone: true, phoneAlone: true })) {
      for (const count of pending) count();
      collector.records.push(finishRecord(draft, 'label-blocks', group, collector.session));
    }
    draft = emptyDraft();
    seen = new Set();
    firstLabel = '';
    pending = [];
  };

  for (let line = from; line < to; line++) {
    if (isBlank(text, lines, line)) {
      afterBlank = true;
      continue;
    }
    const labelledLine = labelOf(text, lines, line);
    if (afterBlank && (!labelledLine || anySeen(text, lines, line, to, seen))) close();
    afterBlank = false;
    if (!labelledLine) {
      readStretch(text, lines.start[line]!, lines.end[line]!, collector, draft, toPart);
      continue;
    }
    const label = labelledLine.label.toLowerCase();
    if (label === firstLabel || (seen.has(label) && restarts(draft, labelledLine, text))) close();
    firstLabel ||= label;
    seen.add(label);
    readLabelled(text, lines.start[line]!, labelledLine, collector, draft, pending, toPart);
  }
  close();
}

function readLabelled(
  text: string,
  lineStart: number,
  { meaning, start, end }: LabelledLine,
  collector: Collector,
  draft: RecordDraft,
  pending: (() => void)[],
  toPart: (position: number) => number,
): void {
  if (start === end) return;
  const value = text.slice(start, end);
  const detector = kindOf(meaning, value);
  const normal = detector?.read(value);
  if (!detector || normal === undefined) {
    const from = meaning.detectors.length > 0 ? start : lineStart;
    readStretch(text, from, end, collector, meaning.isOther ? emptyDraft() : draft, toPart);
    return;
  }
  const hash = collector.hash(detector, normal);
  const count = () => collector.count(detector, hash, () => [toPart(start), toPart(end)]);
  if (detector.id === 'name' || detector.id === 'purchase') pending.push(count);
  else count();
  if (!meaning.isOther) addValue(draft, detector, detector.id === 'name' ? value : normal, hash);
  // A street is often followed by the postcode on its line.
  if (detector.id === 'address') readStretch(text, start, end, collector, draft, toPart);
}

/** The first of the kinds the label may mean that the value is of. */
const kindOf = ({ detectors }: HeaderMeaning, value: string) =>
  detectors.find((detector) => detector.read(value) !== undefined);

function readStretch(
  text: string,
  start: number,
  end: number,
  collector: Collector,
  draft: RecordDraft,
  toPart: (position: number) => number,
): void {
  findInText(text, start, end, (detector, valueStart, valueEnd, normal) => {
    const hash = collector.hash(detector, normal);
    collector.count(detector, hash, () => [toPart(valueStart), toPart(valueEnd)]);
    addValue(draft, detector, normal, hash);
  });
}

/** Whether a label that comes again brings another person: a second name, or a second value of what a person has one of. */
function restarts(draft: RecordDraft, { meaning, start, end }: LabelledLine, text: string): boolean {
  const value = text.slice(start, end);
  const detector = kindOf(meaning, value) ?? meaning.detectors[0];
  if (!detector) return false;
  if (detector.id === 'name') return draft.names.length > 0 && !draft.names.includes(value);
  if (detector.id === 'birth-date') return draft.birthDate !== '' && draft.birthDate !== detector.read(value);
  return detector.key === 'single' || detector.id === 'email' ? draft.kinds.includes(detector.id) : false;
}

/** Whether any label up to the next blank line has been seen in the block so far. */
function anySeen(text: string, lines: Lines, from: number, to: number, seen: ReadonlySet<string>): boolean {
  for (let line = from; line < to && !isBlank(text, lines, line); line++) {
    const label = labelOf(text, lines, line)?.label.toLowerCase();
    if (label !== undefined && seen.has(label)) return true;
  }
  return false;
}

export function isBlank(text: string, lines: Lines, line: number): boolean {
  for (let position = lines.start[line]!; position < lines.end[line]!; position++)
    if (text.charCodeAt(position) > 32) return false;
  return true;
}
