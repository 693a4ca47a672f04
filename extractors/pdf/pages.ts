// Pages put together: prose as lines, tables as tables. A table that goes on over the page is one table.
import type { Table } from '../../scan/part.ts';
import { type Band, bandFor, cellsOf } from './columns.ts';
import { type PageItem, type RowOfLines, rowsOf, segmentsOf, tolerance } from './table-lines.ts';

export interface Pages {
  add(items: readonly PageItem[]): void;
  finish(): { text: string; tables: Table[] };
}

const leastRows = 3;

export function createPages(): Pages {
  const lines: string[] = [];
  const tables: (Table & { bands: Band[] })[] = [];
  let number = 0;
  /** Whether the page before ended in its table. */
  let isCutOff = false;
  const addTable = (rows: RowOfLines[], above: RowOfLines[]) => {
    const { cells, bands } = cellsOf(rows);
    const last = tables.at(-1);
    if (last && goesOn(last.bands, bands)) {
      if (isCutOff) {
        addRest(last.rows.at(-1)!, above, bands);
        while (cells.length > 1 && isRestOfRow(cells[0]!)) joinCells(last.rows.at(-1)!, cells.shift()!);
      }
      const [header] = last.rows;
      const isRepeated = cells[0]!.every((cell, index) => cell === header![index]);
      for (const row of isRepeated ? cells.slice(1) : cells) last.rows.push(row);
    } else tables.push({ name: `page ${number}`, rows: cells, bands });
  };
  return {
    add(items) {
      number++;
      if (lines.length > 0) lines.push('');
      let table: RowOfLines[] = [];
      let above: RowOfLines[] = [];
      let endsInTable = false;
      const close = () => {
        endsInTable = table.length >= leastRows;
        if (endsInTable) addTable(table, above);
        else for (const row of table) addProse(lines, row);
        if (table.length > 0) isCutOff = false;
        table = [];
      };
      for (const row of rowsOf(items)) {
        if (row.length > 1 || row.some((line) => segmentsOf(line).length > 1)) table.push(row);
        else {
          close();
          above.push(row);
          addProse(lines, row);
        }
      }
      close();
      above = [];
      isCutOff = endsInTable;
    },
    finish: () => ({
      text: lines.join('\n'),
      tables: tables.map(({ name, rows }) => ({ name, rows })),
    }),
  };
}

function addProse(lines: string[], row: RowOfLines): void {
  for (const line of row)
    lines.push(
      segmentsOf(line)
        .map((segment) => segment.text.trim())
        .join('\t'),
    );
}

/** The last row of a page may end on the next one, above its first whole row. */
function addRest(cells: string[], above: readonly RowOfLines[], bands: readonly Band[]): void {
  if (above.length > mostLinesOver) return;
  for (const piece of above.flatMap((row) => row.flatMap((line) => segmentsOf(line)))) {
    const index = bandFor(piece, bands);
    // A heading of the page seldom stands at a column's edge and begins with a small letter.
    const isRest = Math.abs(piece.x - bands[index]!.from) <= 2 * tolerance && /^[\p{Ll}\d.@_-]/u.test(piece.text);
    if (isRest) cells[index] += piece.text.trim();
  }
}

const mostLinesOver = 4;

/** A row that begins with nothing and is mostly empty goes on from the page before. */
const isRestOfRow = (cells: readonly string[]) =>
  cells[0] === '' && cells.filter((cell) => cell !== '').length * 2 <= cells.length;

function joinCells(cells: string[], rest: readonly string[]): void {
  for (const [index, more] of rest.entries()) {
    if (more === '') continue;
    const before = cells[index]!;
    const isBroken = before !== '' && !before.includes(' ') && /^[\p{Ll}\d.@_-]/u.test(more);
    cells[index] = before === '' || isBroken ? before + more : `${before} ${more}`;
  }
}

/** The same columns at the same places, a little wider or narrower. */
function goesOn(before: readonly Band[], after: readonly Band[]): boolean {
  return before.length === after.length && before.every((band, index) => Math.abs(band.from - after[index]!.from) < 12);
}
