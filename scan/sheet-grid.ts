// A sheet's cells as a grid. They are joined into one text, by tabs and line feeds as its positions count them: units of one long text
// are read several times as fast as those of two million small ones. Cells that are spelled oddly or may be encoded are read by themselves.
import { readInPlace } from '../detectors/detector.ts';
import { type ClearText, clearText } from './clear-text.ts';
import type { Grid } from './grid.ts';
import { odd } from './normalise.ts';

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
  // Where each cell begins, the one behind the last included: a unit or more, all of them blanks, lie between a cell and the next.
  const starts = new Int32Array(first[rows.length]! + 1);
  const written: string[] = [];
  /** Cells that are not read as they are written. */
  const cleared = new Map<number, string>();
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
    const line = cells.join('\t');
    written.push(line);
    if (!mayNeedClearing(line)) continue;
    for (const [column, cell] of cells.entries()) {
      if (!isOdd(cell) && !mayBeCoded(cell)) continue;
      const clear = clearText(cell);
      const isList = hidesList(clear);
      cleared.set(first[row]! + column, isList ? '' : clear.text);
      toOriginal.set(first[row]! + column, clear.toOriginal);
      if (isList && cell.length >= shortestList)
        lists.push({ clear, span: spanOf(base + starts[first[row]! + column]!, cell) });
    }
  }
  starts[first[rows.length]!] = at;
  const text = written.join('\n');

  const find = (row: number, column: number) => (column < rows[row]!.length ? first[row]! + column : -1);
  const startOf = (index: number) => {
    let start = starts[index]!;
    const end = starts[index + 1]! - 1;
    while (start < end && text.charCodeAt(start) <= 32) start++;
    return start;
  };
  const endOf = (index: number, start: number) => {
    let end = starts[index + 1]! - 1;
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
      const start = startOf(index);
      return cleared.get(index)?.trim() ?? text.slice(start, endOf(index, start));
    },
    read(row, column, detector) {
      const index = find(row, column);
      if (index < 0) return false;
      const clear = cleared.size === 0 ? undefined : cleared.get(index)?.trim();
      if (clear !== undefined) return clear !== '' && readInPlace(detector, clear, 0, clear.length);
      const start = startOf(index);
      const end = endOf(index, start);
      return start < end && readInPlace(detector, text, start, end);
    },
    span: (row, column) => spanOf(base + starts[first[row]! + column]!, rows[row]![column]!),
    search(row, from, to, search) {
      for (let column = from; column < Math.min(to, rows[row]!.length); column++) {
        const index = first[row]! + column;
        const start = starts[index]!;
        const end = start + rows[row]![column]!.length;
        const clear = cleared.get(index);
        if (clear !== undefined)
          search(clear, 0, clear.length, (position) => base + start + toOriginal.get(index)!(position));
        else if (start < end) search(text, start, end, (position) => base + position);
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

/** The same of any cell of a row: for most rows one look is enough. */
const codedInRow = /(?<![\w+/=-])[\w+/-]{16,}={0,6}(?:\t|$)|[%&\\][#\dux]|[[(](?:at|ät)[\])]|=\?/i;
const mayNeedClearing = (row: string): boolean => isOdd(row) || codedInRow.test(row);

function isOdd(text: string): boolean {
  odd.lastIndex = 0;
  return odd.test(text);
}
