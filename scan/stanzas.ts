// Address labels and lists of names: paragraphs of short lines in which a person's name stands first, or names below a word such as
// "Customers". Postal lines: https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
import { detectorById } from '../detectors/index.ts';
import type { Collector } from './collector.ts';
import { findInText } from './find.ts';
import { headerMeaning } from './header-words.ts';
import type { Lines } from './lines.ts';
import { looksLikeName } from './person-name.ts';
import { isPersonLine, isStreet, isTown, marks } from './postal-lines.ts';
import { addName, addValue, clearDraft, emptyDraft, type RecordDraft } from './record-draft.ts';

const longestLine = 60;
const mostLines = 8;

const lineAt = (text: string, lines: Lines, line: number): string =>
  text.slice(lines.start[line], Math.min(lines.end[line]!, lines.start[line]! + longestLine + 8)).trim();

/** Whether the paragraph is an address with a person's name over it. */
export function isStanza(text: string, lines: Lines, from: number, to: number): boolean {
  if (to - from < 2 || to - from > mostLines) return false;
  const name = lineAt(text, lines, from);
  if (!isPersonLine(name)) return false;
  let hasStreet = false;
  let hasTown = false;
  for (let line = from + 1; line < to; line++) {
    const here = lineAt(text, lines, line);
    if (here.length > longestLine) return false;
    hasStreet ||= isStreet(here);
    hasTown ||= isTown(here);
  }
  return hasTown || (hasStreet && to - from > 2);
}

/** Reads the paragraph as one person. */
export function readStanza(
  text: string,
  lines: Lines,
  from: number,
  to: number,
  collector: Collector,
  group: number,
  toPart: (position: number) => number,
): void {
  const draft = emptyDraft();
  take(text, lines, from, 'name', draft, collector, toPart);
  for (let line = from + 1; line < to; line++)
    if (isStreet(lineAt(text, lines, line))) take(text, lines, line, 'address', draft, collector, toPart);
  findInText(text, lines.start[from]!, lines.end[to - 1]!, (detector, start, end, normal) => {
    const hash = collector.hash(detector, normal);
    collector.count(detector, hash, () => [toPart(start), toPart(end)]);
    addValue(draft, detector, hash, collector.session);
  });
  collector.add(draft, { nameAlone: true, phoneAlone: true }, 'label-blocks', group);
}

/** Takes the whole line for a value of a kind that running text has not. */
function take(
  text: string,
  lines: Lines,
  line: number,
  kind: 'name' | 'address',
  draft: RecordDraft,
  collector: Collector,
  toPart: (position: number) => number,
): void {
  const written = text.slice(lines.start[line], lines.end[line]);
  const value = written.replace(marks, '').replace(/[,\s]+$/, '');
  const detector = detectorById(kind);
  const normal = detector?.read(value);
  if (!detector || normal === undefined) return;
  const start = lines.start[line]! + written.indexOf(value);
  const hash = collector.hash(detector, normal);
  collector.count(detector, hash, () => [toPart(start), toPart(start + value.length)]);
  if (kind === 'name') addName(draft, value, 0, value.length, collector.session);
  else addValue(draft, detector, hash, collector.session);
}

/** Whether the paragraph is a list of names below a word that says they are customers, patients, members… */
export function isNameList(text: string, lines: Lines, from: number, to: number): boolean {
  if (to - from < 3) return false;
  const head = lineAt(text, lines, from).replace(/:$/, '');
  if (head.length > 30 || !/^\p{L}[\p{L} ]+$/u.test(head)) return false;
  const { isPerson, detectors } = headerMeaning(head.replace(/(\p{L}{3})s$/u, '$1'));
  if (!isPerson || !detectors.some(({ id }) => id === 'name')) return false;
  let names = 0;
  for (let line = from + 1; line < to; line++) if (looksLikeName(nameAt(text, lines, line))) names++;
  return names >= 2 && names * 5 >= (to - from - 1) * 4;
}

const nameAt = (text: string, lines: Lines, line: number) => lineAt(text, lines, line).replace(marks, '');

/** Reads each line below the first as a person. */
export function readNameList(
  text: string,
  lines: Lines,
  from: number,
  to: number,
  collector: Collector,
  toPart: (position: number) => number,
): void {
  const group = collector.nextGroup();
  const draft = emptyDraft();
  for (let line = from + 1; line < to; line++) {
    clearDraft(draft);
    if (looksLikeName(nameAt(text, lines, line))) take(text, lines, line, 'name', draft, collector, toPart);
    findInText(text, lines.start[line]!, lines.end[line]!, (detector, start, end, normal) => {
      const hash = collector.hash(detector, normal);
      collector.count(detector, hash, () => [toPart(start), toPart(end)]);
      addValue(draft, detector, hash, collector.session);
    });
    collector.add(draft, { nameAlone: true, phoneAlone: true }, 'label-blocks', group);
  }
}
