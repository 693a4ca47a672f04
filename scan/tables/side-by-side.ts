// Tables printed in two halves or more beside one another, the same header over each: "Name | Email | | Name | Email".
import type { Grid } from './grid.ts';
import { headerScore } from './header-row.ts';

/** The grid, its halves set below one another where its first row heads them alike. */
export function belowOneAnother(grid: Grid): Grid {
  const width = grid.rowCount < 2 || grid.hasHeader ? 0 : periodOf(grid);
  return width === 0 ? grid : stacked(grid, width);
}

/** Columns after which the header begins anew, or 0. */
function periodOf(grid: Grid): number {
  const first = grid.cell(0, 0);
  if (first === '') return 0;
  for (let period = 2; period < grid.width; period++) {
    if (grid.cell(0, period) !== first) continue;
    return isPeriod(grid, period) ? period : 0;
  }
  return 0;
}

function isPeriod(grid: Grid, period: number): boolean {
  let repeated = 0;
  for (let column = period; column < grid.width; column++) {
    const cell = grid.cell(0, column);
    if (cell !== grid.cell(0, column % period)) return false;
    if (cell !== '') repeated++;
  }
  return repeated >= 2 && headerScore(grid, 0) >= 2;
}

/** One header, then the rows of each half. */
function stacked(grid: Grid, width: number): Grid {
  const rows = grid.rowCount - 1;
  const halves = Math.ceil(grid.width / width);
  const rowOf = (row: number) => (row === 0 ? 0 : 1 + ((row - 1) % rows));
  const columnOf = (row: number, column: number) =>
    row === 0 ? column : Math.floor((row - 1) / rows) * width + column;
  return {
    rowCount: 1 + rows * halves,
    width,
    hasHeader: true,
    cell: (row, column) => grid.cell(rowOf(row), columnOf(row, column)),
    read: (row, column, detector) => grid.read(rowOf(row), columnOf(row, column), detector),
    span: (row, column) => grid.span(rowOf(row), columnOf(row, column)),
    search: (row, from, to, search) => grid.search(rowOf(row), columnOf(row, from), columnOf(row, to), search),
  };
}
