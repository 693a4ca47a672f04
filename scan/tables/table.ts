// Reads a table: one record a row. A header further down begins a new table.
import type { Detector } from '../../detectors/detector.ts';
import { findInText } from '../find/find.ts';
import { readWords } from '../find/person-words.ts';
import { firstLineOf } from '../layouts/cards.ts';
import { isChildsValue } from '../people/child-signs.ts';
import { type Collector, countValue, hashWritten, type Tally } from '../people/collector.ts';
import { takeWhole } from '../people/into-draft.ts';
import { flag } from '../people/person-record.ts';
import { addName, addValue, clearDraft, emptyDraft, isRecord, type RecordDraft } from '../people/record-draft.ts';
import { shapeOf } from './columns.ts';
import type { Grid } from './grid.ts';
import { headerScore } from './header-row.ts';
import type { Column, TableShape } from './table-shape.ts';

/** Kinds that say nothing outside a person's row: there they are not even counted. */
const needsPerson = ({ id, anchor }: Detector) => id === 'name' || anchor === 'words';

/** Whether this stretch is a table at all: it has a header, or a column of which we know what it holds, or that it holds figures. */
export function isTable(shape: TableShape): boolean {
  return shape.header >= 0 || shape.columns.length > 0 || shape.things.size > 0;
}

export function readTable(grid: Grid, collector: Collector, first: TableShape, signal?: AbortSignal): void {
  let shape = first;
  let from = 0;
  const person: Row = { draft: emptyDraft(), columns: [], tallies: [], hashes: [], count: 0 };
  let tallies = talliesOf(shape, collector);
  const { draft } = person;
  while (from < grid.rowCount) {
    const group = collector.nextGroup();
    const above = shape.header < 0 ? shape.firstRow : shape.header;
    for (let row = from; row < above; row++) readFreeRow(grid, row, collector, group);
    let row = shape.firstRow;
    const tells = shape.told.length > 0 || shape.childSigns.length > 0;
    let next: TableShape | undefined;
    for (; row < grid.rowCount; row++) {
      if ((row & 4095) === 4095) signal?.throwIfAborted();
      clearDraft(draft);
      person.count = 0;
      readRow(grid, row, shape, tallies, collector, person);
      if (
        !grid.hasHeader &&
        draft.keyCount === 0 &&
        draft.birth === 0 &&
        draft.postcode === 0 &&
        headerScore(grid, row) >= 2
      ) {
        next = shapeOf(grid, row);
        if (next.header === row) break;
        next = undefined;
      }
      if (tells && isRecord(draft, shape.rule)) readTold(grid, row, shape, collector, draft);
      if (!collector.add(draft, shape.rule, 'table-rows', group)) continue;
      for (let next = 0; next < person.count; next++) {
        const { index } = person.columns[next]!;
        countCell(grid, row, index, person.tallies[next]!, person.hashes[next]!, collector);
      }
    }

    if (!next) return;
    from = row;
    shape = next;
    tallies = talliesOf(shape, collector);
  }
}

/** What a row says, and the cells that are to be counted only if it is a person's: as many as `count`, in lists that are used again. */
interface Row {
  draft: RecordDraft;
  columns: Column[];
  tallies: Tally[];
  hashes: number[];
  count: number;
}

/** The tally of each column's own kind: looked up once for all its cells. */
const talliesOf = ({ columns }: TableShape, collector: Collector): Tally[] =>
  columns.map(({ detector }) => collector.tallyOf(detector));

function readRow(
  grid: Grid,
  row: number,
  shape: TableShape,
  tallies: readonly Tally[],
  collector: Collector,
  person: Row,
): void {
  const { draft } = person;
  for (let place = 0; place < shape.columns.length; place++) {
    const column = shape.columns[place]!;
    let detector = column.detector;
    let isRead = grid.read(row, column.index, detector);
    for (let k = 0; !isRead && k < column.others.length; k++) {
      detector = column.others[k]!;
      isRead = grid.read(row, column.index, detector);
    }
    if (!isRead) {
      if (grid.cell(row, column.index) === '') continue;
      readFree(grid, row, column.index, column.index + 1, shape, collector, column.isOther ? emptyDraft() : draft);
      continue;
    }
    const tally = detector === column.detector ? tallies[place]! : collector.tallyOf(detector);
    const hash = hashWritten(tally);
    if (needsPerson(detector)) {
      person.columns[person.count] = column;
      person.tallies[person.count] = tally;
      person.hashes[person.count++] = hash;
    } else countCell(grid, row, column.index, tally, hash, collector);
    if (column.isOther) continue;
    if (detector.id === 'name') {
      const cell = grid.cell(row, column.index);
      addName(draft, cell, 0, cell.length, collector.session);
    } else addValue(draft, detector, hash, collector.session);
  }
  for (const [from, to] of shape.free) readFree(grid, row, from, to, shape, collector, draft);
  for (const column of shape.cards) readCardName(grid, row, column, collector, draft);
  for (const column of shape.aside) readFree(grid, row, column, column + 1, shape, collector, emptyDraft());
}

/** The first line of a cell as a name; what else stands there is looked for as in any free cell. */
function readCardName(grid: Grid, row: number, column: number, collector: Collector, draft: RecordDraft): void {
  grid.search(row, column, column + 1, (text, start, end, toPart) => {
    const line = firstLineOf(text.slice(start, end));
    takeWhole(line, text.indexOf(line, start), 'name', draft, collector, toPart);
  });
}

function countCell(grid: Grid, row: number, index: number, tally: Tally, hash: number, collector: Collector): void {
  // No closure where nobody asks: this runs for every cell.
  if (collector.wantsFindings) collector.count(tally.detector, hash, () => grid.span(row, index));
  else countValue(tally, hash);
}

/** Looks for values in cells whose column says nothing. */
function readFree(
  grid: Grid,
  row: number,
  from: number,
  to: number,
  shape: TableShape,
  collector: Collector,
  draft: RecordDraft,
): void {
  grid.search(row, from, to, (text, start, end, toPart) => {
    findInText(text, start, end, (detector, valueStart, valueEnd, normal) => {
      if (
        shape.things.size > 0 &&
        (isBareNumber(detector, text, valueStart, valueEnd) ||
          isWholeNumber(detector, text, start, end, valueStart, valueEnd)) &&
        isInThing(grid, row, shape, toPart(valueStart))
      )
        return;
      const hash = collector.hash(detector, normal);
      collector.count(detector, hash, () => [toPart(valueStart), toPart(valueEnd)]);
      addValue(draft, detector, hash, collector.session);
    });
  });
}

/** Looks for words about the row's person in the cells that may hold notes, and for signs of a child. */
function readTold(
  grid: Grid,
  row: number,
  { told, childSigns }: TableShape,
  collector: Collector,
  draft: RecordDraft,
): void {
  for (const { index, sign } of childSigns)
    if (isChildsValue(sign, grid.cell(row, index))) draft.flags |= flag.child | flag.beyondContact;
  for (const column of told)
    grid.search(row, column, column + 1, (text, start, end, toPart) =>
      readWords(text, start, end, false, collector, draft, toPart),
    );
}

function isBareNumber(detector: Detector, text: string, start: number, end: number): boolean {
  return detector.anchor === 'digits' && figures.test(text.slice(start, end));
}

/** A telephone number of no other country that is all there is between two delimiters: a column of models may look so in part. */
const isWholeNumber = ({ id }: Detector, text: string, from: number, to: number, start: number, end: number): boolean =>
  id === 'phone' &&
  text[start] !== '+' &&
  (start === from || isEdge(text, start - 1)) &&
  (end === to || isEdge(text, end));

const isEdge = (text: string, at: number) => /[\t;,|"\n]/.test(text.charAt(at));

/** Digits without blanks, as counters, codes and part numbers are written. */
const figures = /^\d[\d./-]*$/;

function isInThing(grid: Grid, row: number, shape: TableShape, position: number): boolean {
  for (const column of shape.things) {
    if (grid.cell(row, column) === '') continue;
    const [start, end] = grid.span(row, column);
    if (position >= start && position < end) return true;
  }
  return false;
}

/** A row above the header: a title, a date, who made the report. */
function readFreeRow(grid: Grid, row: number, collector: Collector, group: number): void {
  const draft = emptyDraft();
  const shape: TableShape = {
    firstRow: 0,
    header: -1,
    columns: [],
    free: [],
    cards: [],
    aside: [],
    told: [],
    childSigns: [],
    things: new Set(),
    rule: { nameAlone: false, phoneAlone: true },
  };
  readFree(grid, row, 0, grid.width, shape, collector, draft);
  collector.add(draft, shape.rule, 'table-rows', group);
}
