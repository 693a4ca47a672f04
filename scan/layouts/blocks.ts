// Reads `Label: value` lines: forms, exports, notes. A person's block ends at a blank line that is followed by labels seen before, or
// where its first label comes again.
import { type Detector, readInPlace } from '../../detectors/detector.ts';
import { findInText } from '../find/find.ts';
import type { LabelledLine } from '../find/labelled-line.ts';
import { readWords } from '../find/person-words.ts';
import { hasGivenName } from '../names/given-names.ts';
import { childSignOf, isChildsValue } from '../people/child-signs.ts';
import type { Collector } from '../people/collector.ts';
import { flag } from '../people/person-record.ts';
import {
  addName,
  addValue,
  clearDraft,
  emptyDraft,
  hasKind,
  isRecord,
  type RecordDraft,
  type RecordRule,
} from '../people/record-draft.ts';
import { type HeaderMeaning, isAboutElse } from '../tables/header-words.ts';
import type { Lines } from '../text/lines.ts';

/** What is to be counted only if the block is a person's. */
interface Pending {
  detector: Detector;
  hash: number;
  start: number;
  end: number;
}

/** A block in the making. */
interface Block {
  draft: RecordDraft;
  /** Names as they are written. */
  names: string[];
  /** Labels in lower case. */
  seen: Set<string>;
  firstLabel: string;
  rule: RecordRule;
  pending: Pending[];
  /** What may say something of the person in words. */
  told: Told[];
}

interface Told {
  start: number;
  end: number;
  isProse: boolean;
}

export interface BlockReader {
  /** Reads the lines `from` ≤ line < `to`, known to be a paragraph of blocks; blank lines may lie between it and the one before. */
  read(from: number, to: number): void;
  /** Takes the paragraph of these lines, which begins with "She" or the like and holds no value, as said of the person of the last block. */
  goOn(from: number, to: number): void;
  close(): void;
}

/** Reads paragraphs of blocks as one list. `labelAt` is `labelOf`, remembered. */
export function createBlockReader(
  text: string,
  lines: Lines,
  labelAt: (line: number) => LabelledLine | undefined,
  collector: Collector,
  toPart: (position: number) => number,
): BlockReader {
  const group = collector.nextGroup();
  const block: Block = {
    draft: emptyDraft(),
    names: [],
    seen: new Set(),
    firstLabel: '',
    pending: [],
    told: [],
    rule: { nameAlone: false, phoneAlone: true },
  };
  let end = -1;
  /** What the labels of the last paragraph are of. */
  let kinds = '';
  return {
    read(from, to) {
      let afterBlank = end >= 0 && from > end;
      end = to;
      const before = kinds;
      kinds = kindsOf(from, to, labelAt);
      // "Name, Telefon, Geboren" behind "Name, Phone, Born": another form of the same.
      const isAlike = kinds !== '' && kinds === before;
      for (let line = from; line < to; line++) {
        const labelledLine = labelAt(line);
        if (afterBlank && (isAlike || !labelledLine || anySeen(line, to, labelAt, block.seen)))
          close(block, text, collector, group, toPart);
        afterBlank = false;
        if (!labelledLine) {
          readStretch(text, lines.start[line]!, lines.end[line]!, collector, block.draft, toPart);
          goOn(block.told, lines.start[line]!, lines.end[line]!);
          continue;
        }
        const { label } = labelledLine;
        if (label === block.firstLabel || (block.seen.has(label) && restarts(block, labelledLine, text, collector)))
          close(block, text, collector, group, toPart);
        block.firstLabel ||= label;
        block.seen.add(label);
        readLabelled(text, lines.start[line]!, labelledLine, collector, block, toPart);
      }
    },
    goOn(from, to) {
      const start = lines.start[from]!;
      const stop = lines.end[to - 1]!;
      let holdsValue = false;
      findInText(text, start, stop, () => {
        holdsValue = true;
      });
      if (!holdsValue) goOn(block.told, start, stop);
    },
    close: () => close(block, text, collector, group, toPart),
  };
}

/** Lines without a label that follow each other are one stretch of prose. */
function goOn(told: Told[], start: number, end: number): void {
  const last = told.at(-1);
  if (last?.isProse && start - last.end <= 2) last.end = end;
  else told.push({ start, end, isProse: true });
}

function close(
  block: Block,
  text: string,
  collector: Collector,
  group: number,
  toPart: (position: number) => number,
): void {
  const { draft, names, seen, pending, told } = block;
  if (told.length > 0 && isRecord(draft, block.rule))
    for (const { start, end, isProse } of told) readWords(text, start, end, isProse, collector, draft, toPart);
  told.length = 0;
  if (collector.add(draft, block.rule, 'label-blocks', group))
    for (const { detector, hash, start, end } of pending) count(collector, detector, hash, start, end, toPart);
  clearDraft(draft);
  names.length = 0;
  seen.clear();
  block.firstLabel = '';
  block.rule.nameAlone = false;
  pending.length = 0;
}

function count(
  collector: Collector,
  detector: Detector,
  hash: number,
  start: number,
  end: number,
  toPart: (position: number) => number,
): void {
  // No closure where nobody asks: this runs for every value.
  if (collector.wantsFindings) collector.count(detector, hash, () => [toPart(start), toPart(end)]);
  else collector.count(detector, hash);
}

function readLabelled(
  text: string,
  lineStart: number,
  { label, meaning, start, end }: LabelledLine,
  collector: Collector,
  { draft, names, pending, told, rule }: Block,
  toPart: (position: number) => number,
): void {
  if (start === end) return;
  const sign = meaning.isOther ? undefined : childSignOf(label);
  if (sign && isChildsValue(sign, text.slice(start, end))) draft.flags |= flag.child | flag.beyondContact;
  const detector = kindOf(meaning, text, start, end);
  if (!detector) {
    const from = meaning.detectors.length > 0 ? start : lineStart;
    if (meaning.detectors.length === 0 && !meaning.isOther && !isAboutElse(text.slice(lineStart, start)))
      told.push({ start: lineStart, end, isProse: false });
    readStretch(text, from, end, collector, meaning.isOther ? emptyDraft() : draft, toPart);
    return;
  }
  // "name: invoice" in a configuration: a single small word under a label that may stand over anything.
  if (detector.id === 'name' && !meaning.isPerson && /^\p{Ll}+$/u.test(text.slice(start, end))) return;
  const hash = collector.hashWritten(detector);
  if (detector.id === 'name' || detector.anchor === 'words') pending.push({ detector, hash, start, end });
  else count(collector, detector, hash, start, end, toPart);
  if (!meaning.isOther) {
    if (detector.id === 'name') {
      names.push(text.slice(start, end));
      addName(draft, text, start, end, collector.session);
      // "name: Check out" is a step of a program's settings.
      rule.nameAlone ||= meaning.isPerson || hasGivenName(text.slice(start, end));
    } else addValue(draft, detector, hash, collector.session);
  }
  // Nobody but a person has bought, or suffers from, anything.
  rule.nameAlone ||= detector.anchor === 'words' && names.length > 0;
  // A street is often followed by the postcode on its line.
  if (detector.id === 'address') readStretch(text, start, end, collector, draft, toPart);
}

/** The first of the kinds the label may mean that the value is of; its normal form is the one written last. */
function kindOf({ detectors }: HeaderMeaning, text: string, start: number, end: number): Detector | undefined {
  for (const detector of detectors) if (readInPlace(detector, text, start, end)) return detector;
  return undefined;
}

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
    count(collector, detector, hash, valueStart, valueEnd, toPart);
    addValue(draft, detector, hash, collector.session);
  });
}

/** Whether a label that comes again brings another person: a second name, or a second value of what a person has one of. */
function restarts(
  { draft, names }: Block,
  { meaning, start, end }: LabelledLine,
  text: string,
  collector: Collector,
): boolean {
  const detector = kindOf(meaning, text, start, end) ?? meaning.detectors[0];
  if (!detector) return false;
  if (detector.id === 'name') return names.length > 0 && !names.includes(text.slice(start, end));
  if (detector.id === 'birth-date') return draft.birth !== 0 && draft.birth !== collector.hashWritten(detector);
  return detector.key === 'single' || detector.id === 'email' ? hasKind(draft, detector.id) : false;
}

/** The kinds of a paragraph's labels, where a name and something else are among them. */
function kindsOf(from: number, to: number, labelAt: (line: number) => LabelledLine | undefined): string {
  if (to - from < 2 || to - from > 20) return '';
  const kinds: string[] = [];
  for (let line = from; line < to; line++) {
    const meaning = labelAt(line)?.meaning;
    kinds.push((meaning && !meaning.isOther && meaning.detectors[0]?.id) || '-');
  }
  return kinds.includes('name') && new Set(kinds).size > 1 ? kinds.join(' ') : '';
}

/** Whether any label of the paragraph has been seen in the block so far. */
function anySeen(
  from: number,
  to: number,
  labelAt: (line: number) => LabelledLine | undefined,
  seen: ReadonlySet<string>,
): boolean {
  for (let line = from; line < to; line++) {
    const label = labelAt(line)?.label;
    if (label !== undefined && seen.has(label)) return true;
  }
  return false;
}
