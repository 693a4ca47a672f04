// Tables whose columns are lined up with blanks, as reports and terminals print them.
import { readInPlace } from '../../detectors/detector.ts';
import { isBlank } from '../find/labelled-line.ts';
import type { Grid } from '../tables/grid.ts';
import type { Lines } from '../text/lines.ts';
import { createNext } from './next.ts';

export interface FixedWidth {
  /** One past the last line. */
  to: number;
  columns: number;
  /** Start and end of each cell, row by row. */
  spans: Int32Array;
}

const fewestRows = 3;
/** Columns are looked for within this many units of a line. */
const widest = 400;

/** Finds such tables, asked for line by line in order. */
export function createFixedWidthFinder(text: string, lines: Lines, roles: Uint8Array) {
  let gaps: ReturnType<typeof createNext> | undefined;
  // Lines up to here have been looked at together and do not line up.
  let unaligned = 0;
  return {
    /** The table that begins at this line: at least three lines whose gaps of two blanks or more lie over one another. */
    at(line: number): FixedWidth | undefined {
      // Paragraphs of prose are mostly of one line: then their text need not be searched.
      if (roles[line] !== 0 || line < unaligned || line + fewestRows > lines.count) return undefined;
      if (lines.start[line] === lines.end[line] || lines.start[line + 1] === lines.end[line + 1]) return undefined;
      gaps ??= createNext(text, '  ');
      if (gaps.from(lines.start[line]!) >= lines.end[line]!) return undefined;
      if (!hasGap(text, lines, line)) return undefined;
      unaligned = endOfAligned(text, lines, line, roles);
      const cuts = unaligned - line < fewestRows ? [] : columnStarts(text, lines, line, unaligned);
      return cuts.length < 2 ? undefined : tableOf(text, lines, line, unaligned, cuts);
    },
  };
}

function endOfAligned(text: string, lines: Lines, line: number, roles: Uint8Array): number {
  let to = line + 1;
  while (to < lines.count && roles[to] === 0 && lines.depth[to] === lines.depth[line] && !isBlank(text, lines, to)) {
    if (!hasGap(text, lines, to) && !isRuler(text, lines, to)) break;
    to++;
  }
  return to;
}

function tableOf(text: string, lines: Lines, line: number, to: number, cuts: readonly number[]): FixedWidth {
  const rows: number[] = [];
  for (let row = line; row < to; row++) if (!isRuler(text, lines, row)) rows.push(row);
  const spans = new Int32Array(rows.length * cuts.length * 2);
  for (const [index, row] of rows.entries())
    for (const [column, cut] of cuts.entries()) {
      const end = lines.end[row]!;
      let from = Math.min(end, lines.start[row]! + cut);
      let until = column + 1 < cuts.length ? Math.min(end, lines.start[row]! + cuts[column + 1]!) : end;
      while (from < until && text.charCodeAt(from) <= 32) from++;
      while (until > from && text.charCodeAt(until - 1) <= 32) until--;
      spans[(index * cuts.length + column) * 2] = from;
      spans[(index * cuts.length + column) * 2 + 1] = until;
    }
  return { to, columns: cuts.length, spans };
}

/** Two blanks between things on the line. */
function hasGap(text: string, lines: Lines, line: number): boolean {
  const end = Math.min(lines.end[line]!, lines.start[line]! + widest);
  let seen = false;
  let blanks = 0;
  for (let at = lines.start[line]!; at < end; at++) {
    const isSpace = text.charCodeAt(at) === 32;
    if (!isSpace && seen && blanks >= 2) return true;
    if (!isSpace) seen = true;
    blanks = isSpace ? blanks + 1 : 0;
  }
  return false;
}

/** `-----  ----  ---`: only dashes or the like. */
function isRuler(text: string, lines: Lines, line: number): boolean {
  return /^[-=_+ ]{3,}$/.test(text.slice(lines.start[line], Math.min(lines.end[line]!, lines.start[line]! + widest)));
}

/** Offsets within a line at which columns begin: after at least two blanks in every line but one in ten. */
function columnStarts(text: string, lines: Lines, from: number, to: number): number[] {
  const filled = new Int32Array(widest);
  for (let line = from; line < to; line++) {
    const length = Math.min(widest, lines.end[line]! - lines.start[line]!);
    for (let at = 0; at < length; at++) if (text.charCodeAt(lines.start[line]! + at) !== 32) filled[at]!++;
  }
  const few = (to - from) / 10;
  const starts: number[] = [];
  let blanks = 2;
  for (let at = 0; at < widest; at++) {
    if (filled[at]! <= few) {
      blanks++;
      continue;
    }
    if (blanks >= 2) starts.push(at);
    blanks = 0;
  }
  return starts;
}

/** Its cells as a grid; the header is found as in any other table. */
export function fixedWidthGrid(
  text: string,
  { columns, spans }: FixedWidth,
  toPart: (position: number) => number,
): Grid {
  const at = (row: number, column: number) => (row * columns + column) * 2;
  return {
    rowCount: spans.length / 2 / columns,
    width: columns,
    cell: (row, column) => text.slice(spans[at(row, column)], spans[at(row, column) + 1]),
    read(row, column, detector) {
      const start = spans[at(row, column)]!;
      const end = spans[at(row, column) + 1]!;
      return start < end && readInPlace(detector, text, start, end);
    },
    span: (row, column) => [toPart(spans[at(row, column)]!), toPart(spans[at(row, column) + 1]!)],
    search(row, from, to, search) {
      const start = spans[at(row, from)]!;
      const end = spans[at(row, to - 1) + 1]!;
      if (start < end) search(text, start, end, toPart);
    },
  };
}
