// A sheet's cells as a grid. Those of a row are joined into one text, by tabs as positions count them: units of one text are read several
// times as fast as those of many small ones. Cells that are spelled oddly or may be encoded are read by themselves.
import { readInPlace } from '../../detectors/detector.ts';
import { type ClearText, clearText } from '../text/clear-text.ts';
import { odd } from '../text/normalise.ts';
import type { Grid } from './grid.ts';

export interface SheetGrid extends Grid {
  /** UTF-16 units of the sheet: of its cells with a tab or a line feed behind each but the last. */
  length: number;
  /** Cells that hide a whole list: no values of their rows, but texts of their own. */
  lists: readonly { clear: ClearText; span: [start: number, end: number] }[];
}

/** The grid of a sheet; positions begin at `base`. */
export function sheetGrid(rows: readonly (readonly string[])[], base: number): SheetGrid {
  const first = new Int32Array(rows.length + 1);
  for (const [row, cells] of rows.entries()) first[row + 1] = first[row]! + cells.length;
  // Where each cell begins, the one behind the last included: a unit or more lie between a cell and the next.
  const starts = new Int32Array(first[rows.length]! + 1);
  const texts: string[] = [];
  /** Cells that are not read as they are written, and 1 for each row that has one. */
  const cleared = new Map<number, string>();
  const hasCleared = new Uint8Array(rows.length);
  const toOriginal = new Map<number, ClearText['toOriginal']>();
  const lists: { clear: ClearText; span: [number, number] }[] = [];
  let at = 0;
  for (const [row, cells] of rows.entries()) {
    let index = first[row]!;
    for (const cell of cells) {
      starts[index++] = at;
      at += cell.length + 1;
    }
    if (cells.length === 0) at++;
    const text = cells.join('\t');
    texts.push(text);
    if (!mayNeedClearing(text)) continue;
    for (const [column, cell] of cells.entries()) {
      if (!isOdd(cell) && !mayBeCoded(cell)) continue;
      const clear = clearText(cell);
      const isList = hidesList(clear);
      cleared.set(first[row]! + column, isList ? '' : clear.text);
      hasCleared[row] = 1;
      toOriginal.set(first[row]! + column, clear.toOriginal);
      if (isList && cell.length >= shortestList)
        lists.push({ clear, span: spanOf(base + starts[first[row]! + column]!, cell) });
    }
  }
  starts[first[rows.length]!] = at;

  const find = (row: number, column: number) => {
    const index = first[row]! + column;
    return index < first[row + 1]! ? index : -1;
  };
  const clearOf = (row: number, index: number) => (hasCleared[row] === 1 ? cleared.get(index) : undefined);
  // Where a cell stands in the text of its row, with and without the blanks around it.
  const rawStart = (row: number, index: number) => starts[index]! - starts[first[row]!]!;
  const rawEnd = (row: number, index: number) =>
    index + 1 < first[row + 1]! ? starts[index + 1]! - 1 - starts[first[row]!]! : texts[row]!.length;
  const startOf = (row: number, index: number) => {
    const text = texts[row]!;
    const end = rawEnd(row, index);
    let start = rawStart(row, index);
    while (start < end && text.charCodeAt(start) <= 32) start++;
    return start;
  };
  const endOf = (row: number, index: number, start: number) => {
    const text = texts[row]!;
    let end = rawEnd(row, index);
    while (end > start && text.charCodeAt(end - 1) <= 32) end--;
    return end;
  };

  return {
    rowCount: rows.length,
    width: rows.reduce((widest, row) => Math.max(widest, row.length), 0),
    length: Math.max(0, at - 1),
    lists,
    cell(row, column) {
      const index = find(row, column);
      if (index < 0) return '';
      const start = startOf(row, index);
      return clearOf(row, index)?.trim() ?? texts[row]!.slice(start, endOf(row, index, start));
    },
    read(row, column, detector) {
      const index = find(row, column);
      if (index < 0) return false;
      const clear = clearOf(row, index)?.trim();
      if (clear !== undefined) return clear !== '' && readInPlace(detector, clear, 0, clear.length);
      const start = startOf(row, index);
      const end = endOf(row, index, start);
      return start < end && readInPlace(detector, texts[row]!, start, end);
    },
    span: (row, column) => spanOf(base + starts[first[row]! + column]!, rows[row]![column]!),
    search(row, from, to, search) {
      const last = Math.min(first[row]! + to, first[row + 1]!);
      for (let index = first[row]! + from; index < last; index++) {
        const start = rawStart(row, index);
        const end = rawEnd(row, index);
        const clear = clearOf(row, index);
        const rowStart = base + starts[first[row]!]!;
        if (clear !== undefined)
          search(clear, 0, clear.length, (position) => rowStart + start + toOriginal.get(index)!(position));
        else if (start < end) search(texts[row]!, start, end, (position) => rowStart + position);
      }
    },
  };
}

/** Where what is written in a cell stands that begins at `start`. */
const spanOf = (start: number, cell: string): [start: number, end: number] => [
  start + cell.length - cell.trimStart().length,
  start + cell.trimEnd().length,
];

/** A cell with fewer units hides no list. */
const shortestList = 40;

/** A cell that hides a whole list is no value of its row: the list is read by itself. */
const hidesList = ({ text, stretches }: ClearText): boolean => stretches.length > 0 && text.trim().includes('\n');

/** One long word of small letters and others, or one with marks of escapes: no name, no number, no address. */
const coded = /^[\w+/-]{16,}={0,6}$|[%&\\][#\dux]|[[(](?:at|ät)[\])]|=\?/i;
const mayBeCoded = (cell: string): boolean => cell.length >= 10 && /[a-z]/.test(cell) && coded.test(cell);

const word = 1;
const small = 2;
const sign = 4;
/** What units below 128 may be in a code: a letter of it, a small one, a sign that stands in or before an escape. */
const uses = new Uint8Array(128);
for (let unit = 33; unit < 127; unit++) {
  const written = String.fromCharCode(unit);
  uses[unit] =
    (/[\w+/-]/.test(written) ? word : 0) + (/[a-z]/.test(written) ? small : 0) + (/[%&\\[(=]/.test(written) ? sign : 0);
}
const shortestCode = 16;
const signs = /[%&\\][#\dux]|[[(](?:at|ät)[\])]|=\?/i;

/** Whether any cell of a row may be spelled oddly or encoded: one look at each unit, and for most rows that is all. */
function mayNeedClearing(row: string): boolean {
  let isPlain = true;
  let seen = 0;
  let ofWord = 0;
  let length = 0;
  for (let at = 0; at < row.length; at++) {
    const unit = row.charCodeAt(at);
    const use = unit < 128 ? uses[unit]! : 0;
    if (use === 0 && (unit < 32 ? unit !== 9 : unit > 126)) isPlain = false;
    seen |= use;
    if ((use & word) === 0) {
      length = 0;
      ofWord = 0;
      continue;
    }
    ofWord |= use;
    if (++length >= shortestCode && (ofWord & small) !== 0) return true;
  }
  return (!isPlain && isOdd(row)) || ((seen & sign) !== 0 && signs.test(row));
}

function isOdd(text: string): boolean {
  odd.lastIndex = 0;
  return odd.test(text);
}
