// A sample of a table's rows, and what share of a column's cells is of some kind.
import type { Grid } from './grid.ts';

const sampleSize = 24;

/** Rows spread over the table, so that a table sorted by anything is still seen in full. */
export function sampleRows(grid: Grid, firstRow: number): number[] {
  const count = grid.rowCount - firstRow;
  if (count <= sampleSize) return Array.from({ length: Math.max(0, count) }, (_, index) => firstRow + index);
  return Array.from(
    { length: sampleSize },
    (_, index) => firstRow + Math.floor((index * (count - 1)) / (sampleSize - 1)),
  );
}

export function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

/** Whether most values differ. */
export const isVaried = (cells: readonly string[]) => new Set(cells).size * 2 > cells.length;
