// Which row of a table is its header, and what it says over each column.
import type { Grid } from './grid.ts';
import { type HeaderMeaning, headerMeaning } from './header-words.ts';

/** Rows above the header that a report may have. */
const preambleRows = 15;

const nothing: HeaderMeaning = { detectors: [], isThing: false, isPerson: false, isOther: false };

export interface HeaderRow {
  /** Row of the header, or -1; of its first row where it has two. */
  row: number;
  /** First row of values. */
  firstRow: number;
  meanings: HeaderMeaning[];
  /** What is written over each column. */
  headers: string[];
}

/** The header of the table that begins at row `from`. */
export function headerRowOf(grid: Grid, from: number): HeaderRow {
  const row = findHeader(grid, from);
  const columns = Array.from({ length: grid.width }, (_, column) => column);
  if (row < 0) return { row, firstRow: from, meanings: columns.map(() => nothing), headers: columns.map(() => '') };
  const hasSecond = !grid.hasHeader && isSecondRow(grid, row + 1);
  // What is over several columns stands over the first of them.
  let above = '';
  const headers = columns.map((column) => {
    const here = hasSecond ? grid.cell(row + 1, column) : '';
    above = grid.cell(row, column) || (here === '' ? '' : above);
    return `${above} ${here}`.trim();
  });
  return { row, firstRow: hasSecond ? row + 2 : row + 1, meanings: headers.map(headerMeaning), headers };
}

/** Whether the row below a header belongs to it: short words, one of which announces something, over columns of something else. */
function isSecondRow(grid: Grid, row: number): boolean {
  if (row + 1 >= grid.rowCount) return false;
  let announced = 0;
  for (let column = 0; column < grid.width; column++) {
    const cell = grid.cell(row, column);
    if (cell === '') continue;
    if (cell.length > 25 || /[\d@]/.test(cell)) return false;
    const { detectors, isThing } = headerMeaning(cell);
    if (detectors.length === 0 && !isThing) continue;
    announced++;
    // The row below must be of the kind, or the word is a value like those below it.
    if (detectors.length > 0 && detectors.every(({ id }) => id === 'name') && grid.cell(row + 1, column) === '')
      return false;
  }
  return announced >= 2 || (announced === 1 && hasDigitsBelow(grid, row));
}

/** Whether words stand over figures or addresses. */
function hasDigitsBelow(grid: Grid, row: number): boolean {
  for (let column = 0; column < grid.width; column++)
    if (headerMeaning(grid.cell(row, column)).detectors.length > 0 && /[\d@]/.test(grid.cell(row + 1, column)))
      return true;
  return false;
}

/** The row that looks most like a header among the first ones: cells that announce kinds, and no values. */
function findHeader(grid: Grid, from: number): number {
  if (grid.hasHeader) return from;
  let best = -1;
  let bestScore = 0;
  const end = Math.min(grid.rowCount, from + preambleRows);
  for (let row = from; row < end; row++) {
    const score = headerScore(grid, row);
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
    if (score >= 2 && score * 2 >= grid.width) break;
  }
  return best;
}

/** How many cells announce something, 0 where the row is no header. */
export function headerScore(grid: Grid, row: number): number {
  let announced = 0;
  let filled = 0;
  let counted = -1;
  for (let column = 0; column < grid.width; column++) {
    const cell = grid.cell(row, column);
    if (cell === '') continue;
    filled++;
    if (isFigure(cell)) {
      // Days, months and years stand over columns, counting up: any other figure is a value.
      const figure = Number(cell);
      const isNext = figure === counted + 1 || (counted < 0 && figure === 1);
      if (!isNext && !(figure >= 1900 && figure < 2100 && cell.length === 4)) return 0;
      counted = figure;
    }
    if (cell.length > 60 || cell.includes('@') || hasValue.test(cell)) return 0;
    const meaning = headerMeaning(cell);
    if ((meaning.detectors.length > 0 || meaning.isThing) && !numbered.test(cell)) announced++;
  }
  return announced >= 2 || (announced === 1 && filled <= 2) ? announced : 0;
}

/** Many digits, a day, or groups as of a telephone number; "Stand 03.03.2025" may head a column. */
const hasValue =
  /\d{5}|\d\d[/-]\d\d|(?<![\d.])(?!\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?![\d.]))\d{2,4}[ .-]\d{2,4}[ .-]\d{2,4}/;

const isFigure = (cell: string) => /^-?\d{1,12}(?:\.\d{1,20})?$/.test(cell);

/** "12 High Street" and "BS4 5PH" are values; "Phone 1" and "2nd phone" may head a column. */
const numbered = /\d[ -]?(?!st|nd|rd|th)\p{L}/iu;
