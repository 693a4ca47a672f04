// Reads one part: finds its tables, label blocks, vCards and prose, and the people in them. Linear in the length of the text.

import { forgetGroups } from '../detectors/digit-groups.ts';
import { forgetNormalForm } from '../detectors/normal-form.ts';
import { isBlank, type LabelledLine, labelOf } from './find/labelled-line.ts';
import { goesOnAbout } from './find/person-words.ts';
import { createFixedWidthFinder, fixedWidthGrid } from './formats/fixed-width.ts';
import { createRecordFinder } from './formats/index.ts';
import { addressLines, readAddressLine } from './layouts/address-lines.ts';
import { type BlockReader, createBlockReader } from './layouts/blocks.ts';
import { readBuyers } from './layouts/buyers.ts';
import { createChatFinder, readChat } from './layouts/chats.ts';
import { readMentions } from './layouts/mentions.ts';
import { nameListAt, readNameList } from './layouts/name-lists.ts';
import { readStanza, stanzaAt, stanzasVouch, startOfStanza } from './layouts/stanzas.ts';
import { lineRoles } from './layouts/thread.ts';
import { endOfCards, isCardStart, readCards } from './layouts/vcards.ts';
import { unwrapped } from './layouts/wrapped.ts';
import { looksLikeName } from './names/person-name.ts';
import type { Part } from './part.ts';
import type { PartScan } from './part-scan.ts';
import { type Collector, createCollector } from './people/collector.ts';
import { shapeOf } from './tables/columns.ts';
import { textGrid } from './tables/grid.ts';
import { sheetGrid } from './tables/sheet-grid.ts';
import { belowOneAnother } from './tables/side-by-side.ts';
import { isTable, readTable } from './tables/table.ts';
import { tableAt } from './tables/tables-in-text.ts';
import { upright } from './tables/transposed.ts';
import { readValueList, valueListAt } from './tables/value-lists.ts';
import { type ClearText, clearText } from './text/clear-text.ts';
import { type Lines, splitLines } from './text/lines.ts';
import { withStretches } from './text/stretches.ts';

export interface ScanOptions {
  /** Seed of the hashes; scans can be counted together only under the same one. */
  session: number;
  /** Also say where the values stand: UTF-16 units of the part's own text, tables counted as joined by tabs and line feeds after it. */
  findings?: boolean;
  signal?: AbortSignal;
}

/** Scans a part's text and tables; its children are parts of their own. Throws only what an aborted `signal` throws. */
export function scanPart(part: Part, { session, findings = false, signal }: ScanOptions): PartScan {
  const collector = createCollector(part.name, session, findings);
  let characters = 0;
  let clear: ClearText | undefined;
  if (part.text !== undefined) {
    clear = clearText(part.text);
    readText(clear, collector, signal);
    characters = part.text.length;
  }
  for (const { rows } of part.tables ?? []) {
    signal?.throwIfAborted();
    if (characters > 0) characters++;
    characters += readRows(rows, characters, collector, signal);
  }
  forgetGroups();
  forgetNormalForm();
  const unreadable = part.unreadable ?? clear?.unread;
  return {
    name: part.name,
    type: part.type,
    characters,
    read: part.text !== undefined || part.tables !== undefined || (part.children?.length ?? 0) > 0,
    ...(unreadable ? { unreadable } : {}),
    kinds: collector.kinds(),
    records: collector.records,
    ...(findings ? { findings: withStretches(collector.findings(), clear?.stretches ?? []) } : {}),
  };
}

/** Reads a sheet; gives how many units it counts for. */
function readRows(rows: string[][], base: number, collector: Collector, signal: AbortSignal | undefined): number {
  const sheet = sheetGrid(rows, base);
  const grid = belowOneAnother(upright(sheet));
  if (grid.rowCount > 0) readTable(grid, collector, shapeOf(grid, 0), signal);
  for (const { clear, span } of sheet.lists) {
    const [start, end] = span;
    const size = Math.max(1, clear.text.length);
    readText({ ...clear, toOriginal: (at) => start + Math.ceil(((end - start) * at) / size) }, collector, signal);
  }
  return sheet.length;
}

function readText({ text, toOriginal }: ClearText, collector: Collector, signal: AbortSignal | undefined): void {
  const lines = splitLines(text);
  const roles = lineRoles(text, lines);
  let rest = 0;
  const readRest = (to: number) => {
    if (to > rest) readParagraphs(text, lines, rest, to, roles, collector, toOriginal);
  };
  const finder = createRecordFinder(text, lines, toOriginal);
  const fixedWidth = createFixedWidthFinder(text, lines, roles);
  const endOfChat = createChatFinder(text, lines);
  let cardGroup = 0;
  for (let line = 0; line < lines.count; ) {
    if ((line & 1023) === 0) signal?.throwIfAborted();
    if (isCardStart(text, lines, line)) {
      readRest(line);
      rest = endOfCards(text, lines, line);
      cardGroup ||= collector.nextGroup();
      readCards(text, lines, line, rest, collector, cardGroup, toOriginal);
      line = rest;
      continue;
    }
    const chatEnd = roles[line] === 0 ? endOfChat(line) : line;
    if (chatEnd > line) {
      readRest(line);
      readChat(text, lines, line, chatEnd, collector, toOriginal);
      rest = chatEnd;
      line = rest;
      continue;
    }
    const found = roles[line] === 0 ? finder.at(line) : undefined;
    if (found) {
      readRest(line);
      for (const grid of found.grids) readTable(grid, collector, shapeOf(grid, 0), signal);
      rest = found.to;
      line = rest;
      continue;
    }
    const table = tableAt(text, lines, line, roles);
    if (!table) {
      const columns = fixedWidth.at(line);
      const grid = columns ? fixedWidthGrid(text, columns, toOriginal) : undefined;
      const shape = grid && shapeOf(grid, 0);
      if (columns && grid && shape?.header === 0 && isTable(shape)) {
        readRest(line);
        readTable(grid, collector, shape, signal);
        rest = columns.to;
      }
      line = columns ? columns.to : line + 1;
      continue;
    }
    const grid = belowOneAnother(upright(textGrid(text, lines, table.from, table.to, table.delimiter, toOriginal)));
    const shape = grid.rowCount > 0 ? shapeOf(grid, 0) : undefined;
    if (shape && isTable(shape)) {
      readRest(line);
      const before = collector.records.count;
      readTable(grid, collector, shape, signal);
      // Sentences with commas in them are soon taken for rows.
      if (collector.records.count === before)
        readBuyers(text, lines.start[table.from]!, lines.end[table.to - 1]!, collector, toOriginal);
      rest = table.to;
    }
    line = table.to;
  }
  readRest(lines.count);
}

/** Tells label blocks from prose, paragraph by paragraph, and reads each stretch of either as one. */
function readParagraphs(
  text: string,
  lines: Lines,
  from: number,
  to: number,
  roles: Uint8Array,
  collector: Collector,
  toPart: (position: number) => number,
): void {
  // Where the prose that has not been read begins, while no blocks are being read.
  let stretch = from;
  let blocks: BlockReader | undefined;
  let stanzas = 0;
  let addresses = 0;
  let vouched: ReturnType<typeof stanzasVouch> | 'none';
  const isPerson = (stanza: ReturnType<typeof stanzaAt>): boolean => {
    if (!stanza) return false;
    vouched ??= stanzasVouch(text, lines, from, to) ?? 'none';
    return stanza === 'known' ? vouched !== 'firm' : vouched === 'people';
  };
  // Labels of the paragraph at hand: they decide what it is, and are wanted again if it is a block.
  const known: (LabelledLine | undefined)[] = [];
  let start = from;
  let knownEnd = from;
  const labelAt = (at: number) => (at >= start && at < knownEnd ? known[at - start] : labelOf(text, lines, at));
  let line = from;
  while (line < to) {
    while (line < to && isBlank(text, lines, line)) line++;
    start = line;
    let labels = 0;
    let names = 0;
    let people = 0;
    let next = line;
    for (; next < to && !isBlank(text, lines, next) && roles[next] === roles[start]; next++) {
      const label = labelOf(text, lines, next);
      if (next - start < mostKnown) known[next - start] = label;
      if (roles[next] !== 0 || !label) continue;
      if (isAboutPerson(label)) people++;
      if (announces(label)) labels++;
      else if (isOfPerson(text, lines.start[next]!, label)) names++;
    }
    if (start === next) break;
    knownEnd = Math.min(next, start + mostKnown);
    const isBlock: boolean =
      // "Jane Doe: 07700 900123", line after line: the people are the labels, and some have a name that is a label elsewhere.
      (labels >= 2 && labels > names && (people > 0 || !listsAddresses(text, lines, start, next))) ||
      (labels === 1 && next - start === 1 && (blocks !== undefined || isLoneField(text, lines, next, to)));
    if (isBlock) {
      if (!blocks && start > stretch) readMentions(text, lines, stretch, start, roles, collector, toPart);
      blocks ??= createBlockReader(text, lines, labelAt, collector, toPart);
      blocks.read(start, next);
      stretch = next;
    } else {
      if (blocks) {
        if (roles[start] === 0 && goesOnAbout(text, lines.start[start]!)) blocks.goOn(start, next);
        blocks.close();
        blocks = undefined;
        stretch = start;
      }
      const stanza = startOfStanza(text, lines, start, next);
      const names = roles[start] === 0 ? nameListAt(text, lines, start, next) : undefined;
      const wrapped = roles[start] === 0 ? unwrapped(text, lines, start, next) : undefined;
      // Lines about as long as one another are soon taken for wrapped.
      const flowed =
        wrapped && addressLines(text, lines, start, next).length * 4 < (next - start) * 3 ? wrapped : undefined;
      const values = roles[start] === 0 ? valueListAt(text, lines, start, next) : undefined;
      if (flowed) {
        if (start > stretch) readMentions(text, lines, stretch, start, roles, collector, toPart);
        const offset = lines.start[start]!;
        const toOriginal = (at: number) => toPart(offset + flowed.toOriginal(at));
        readText({ text: flowed.text, toOriginal, stretches: [] }, collector, undefined);
        stretch = next;
      } else if (values) {
        if (values.from > stretch) readMentions(text, lines, stretch, values.from, roles, collector, toPart);
        readValueList(text, lines, values, collector, toPart);
        stretch = next;
      } else if (names || (roles[start] === 0 && isPerson(stanzaAt(text, lines, stanza, next)))) {
        const first = names ? start : stanza;
        if (first > stretch) readMentions(text, lines, stretch, first, roles, collector, toPart);
        if (names) readNameList(text, names, collector, toPart);
        else {
          stanzas ||= collector.nextGroup();
          readStanza(text, lines, stanza, next, collector, stanzas, toPart);
        }
        stretch = next;
      } else if (roles[start] === 0)
        for (const person of addressLines(text, lines, start, next)) {
          if (person.line > stretch) readMentions(text, lines, stretch, person.line, roles, collector, toPart);
          addresses ||= collector.nextGroup();
          readAddressLine(text, lines, person, collector, addresses, toPart);
          stretch = person.line + 1;
        }
    }
    line = next;
  }
  if (blocks) blocks.close();
  else if (to > stretch) readMentions(text, lines, stretch, to, roles, collector, toPart);
}

/** Whether a line holds more addresses than one person has: "To: jane@…, bob@…, …". */
function listsAddresses(text: string, lines: Lines, from: number, to: number): boolean {
  for (let line = from; line < to; line++)
    if (text.slice(lines.start[line], lines.end[line]).split('@', mostAddresses + 2).length > mostAddresses + 1)
      return true;
  return false;
}

const mostAddresses = 4;

/** Most lines of a paragraph whose labels are remembered. */
const mostKnown = 4096;

/** Whether the next paragraph is a single labelled line: forms are often sent with a blank line after each field. */
function isLoneField(text: string, lines: Lines, from: number, to: number): boolean {
  let line = from;
  while (line < to && isBlank(text, lines, line)) line++;
  if (line >= to || (line + 1 < to && !isBlank(text, lines, line + 1))) return false;
  return announces(labelOf(text, lines, line));
}

/** Whether a label can only be a person's: a name, a day of birth, a number one person has. */
const isAboutPerson = ({ meaning }: LabelledLine): boolean =>
  meaning.isPerson || meaning.detectors.some(({ id, key }) => id === 'birth-date' || id === 'name' || key === 'single');

/** Whether a person's name stands where a label might. */
function isOfPerson(text: string, from: number, { start, meaning }: LabelledLine): boolean {
  if (meaning.detectors.length > 0 || meaning.isThing) return false;
  return looksLikeName(text.slice(from, start).replace(/[:=\s]+$/, ''));
}

const announces = (line: LabelledLine | undefined) => line !== undefined && line.meaning.detectors.length > 0;
