// The tables of a part as rows of cells, whether an extractor made them or they stand in its text.

import { lineRoles } from '../layouts/thread.ts';
import type { Part, Table } from '../part.ts';
import { splitLines } from '../text/lines.ts';
import { normalise } from '../text/normalise.ts';
import { type Grid, textGrid } from './grid.ts';
import { tableAt } from './tables-in-text.ts';

/** In reading order, with what stands in the text first. */
export function tablesIn(part: Part): Table[] {
  return [...(part.text === undefined ? [] : tablesInText(part.text)), ...(part.tables ?? [])];
}

function tablesInText(original: string): Table[] {
  const { text, toOriginal } = normalise(original);
  const lines = splitLines(text);
  const roles = lineRoles(text, lines);
  const found: Table[] = [];
  for (let line = 0; line < lines.count; ) {
    const table = tableAt(text, lines, line, roles);
    if (!table) {
      line++;
      continue;
    }
    const grid = textGrid(text, lines, table.from, table.to, table.delimiter, toOriginal);
    found.push({ name: '', rows: rowsOf(grid) });
    line = table.to;
  }
  return found;
}

function rowsOf({ rowCount, width, cell }: Grid): string[][] {
  return Array.from({ length: rowCount }, (_, row) => Array.from({ length: width }, (_, column) => cell(row, column)));
}
