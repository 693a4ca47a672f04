// Cells that come one by one, by row and column, as rows; rows without a cell part two tables.
import type { Reading } from '../reading.ts';

export interface RowBuilder {
  put(row: number, column: number, text: string): void;
  rows(): string[][];
}

const mostColumns = 16_384;
/** What a cell takes in memory beside its characters. */
const cellCost = 16;

export function createRowBuilder(reading: Reading): RowBuilder {
  const byNumber = new Map<number, string[]>();
  return {
    put(number, column, text) {
      if (text === '' || column >= mostColumns) return;
      let row = byNumber.get(number);
      if (!row) {
        row = [];
        byNumber.set(number, row);
      }
      reading.spend(cellCost * Math.max(1, column + 1 - row.length));
      while (row.length < column) row.push('');
      row[column] = text;
    },
    rows() {
      const rows: string[][] = [];
      let last = -1;
      for (const number of [...byNumber.keys()].sort((a, b) => a - b)) {
        if (rows.length > 0 && number > last + 1) rows.push([]);
        rows.push(byNumber.get(number)!);
        last = number;
      }
      return rows;
    },
  };
}
