// Tables whose rows a mail program has wrapped, as in a quoted reply: a row goes on in the next line where that had no more room, until it has
// as many cells as the first. https://www.rfc-editor.org/rfc/rfc3676#section-4.1
import { narrowest, widest } from '../layouts/wrapped.ts';
import { createEditor, type Edited } from '../text/edits.ts';
import type { Lines } from '../text/lines.ts';

const fewestRows = 3;
/** Lines that one row may take. */
const longestRow = 12;
/** The part of the rows that must have as many cells as the first. */
const leastAlike = 0.9;
/** The part of its lines that may have as many cells as the first. */
const mostSame = 0.8;
/** By so many lines it is told how long the first row is. */
const looked = 120;
/** A table may stand below a sentence with a comma in it. */
const mostTries = 3;

export interface WrappedRows {
  /** One row a line. */
  rows: Edited;
  /** One past the last line. */
  to: number;
}

/** Finds the tables that are wrapped. Asked line after line; linear in the length of the text. */
export function createWrappedRowsFinder(text: string, lines: Lines, roles: Uint8Array) {
  const { start, end, depth } = lines;
  /** One past the paragraph that was looked at, how wide it is, and how often a table may yet begin in it. */
  let to = 0;
  let width = 0;
  let tries = 0;
  const look = (from: number) => {
    width = 0;
    for (to = from; to < lines.count && end[to]! > start[to]! && roles[to] === 0 && depth[to] === depth[from]; to++) {
      const length = end[to]! - start[to]!;
      // What has no space in it is left as long as it is.
      if (length > width && text.slice(start[to], end[to]).includes(' ')) width = length;
    }
    tries = width >= narrowest && width <= widest ? mostTries : 0;
  };
  return {
    /** The table that begins at this line, or `undefined`. */
    at(from: number): WrappedRows | undefined {
      if (from >= to) look(from);
      if (tries === 0) return undefined;
      let isTried = false;
      for (const counts of [lines.tabs, lines.pipes, lines.semicolons, lines.commas]) {
        if (counts[from] === 0) continue;
        isTried = true;
        const cells = cellsOfFirst(text, lines, counts, width, from, Math.min(to, from + looked));
        if (cells === 0) continue;
        const { ends, alike } = cut(text, lines, counts, width, from, to, cells);
        if (ends.length < fewestRows || alike < ends.length * leastAlike) continue;
        return { rows: joined(text, lines, from, to, ends), to };
      }
      if (isTried) tries--;
      return undefined;
    },
  };
}

/** How many delimiters the first row has, which goes on for several lines; 0: it is none, or the others are not alike. */
function cellsOfFirst(
  text: string,
  lines: Lines,
  counts: Uint16Array,
  width: number,
  from: number,
  to: number,
): number {
  // Long lines of as many cells are rows by themselves.
  if (counts.subarray(from, to).filter((count) => count === counts[from]).length >= (to - from) * mostSame) return 0;
  let cells = counts[from]!;
  let best = 0;
  let most = leastAlike;
  for (let line = from; line + 1 < to && line - from < longestRow && isFull(text, lines, line, width); line++) {
    cells += counts[line + 1]!;
    if (cells < 2) continue;
    const { ends, alike } = cut(text, lines, counts, width, from, to, cells);
    // Where the last one is cut off nobody knows.
    const share = (alike + 1) / ends.length;
    if (ends.length < fewestRows || share <= most) continue;
    best = cells;
    most = share;
  }
  return best;
}

/** The lines that rows of so many delimiters end with, and how many rows have just as many. */
function cut(
  text: string,
  lines: Lines,
  counts: Uint16Array,
  width: number,
  from: number,
  to: number,
  cells: number,
): { ends: number[]; alike: number } {
  const ends: number[] = [];
  let alike = 0;
  let sum = 0;
  for (let line = from; line < to; line++) {
    sum += counts[line]!;
    const goesOn =
      line + 1 < to &&
      sum + counts[line + 1]! <= cells &&
      line - (ends.at(-1) ?? from - 1) < longestRow &&
      isFull(text, lines, line, width);
    if (goesOn) continue;
    if (sum === cells) alike++;
    ends.push(line);
    sum = 0;
  }
  return { ends, alike };
}

function joined(text: string, lines: Lines, from: number, to: number, ends: readonly number[]): Edited {
  const start = lines.start[from]!;
  const editor = createEditor(text.slice(start, lines.end[to - 1]));
  let next = 0;
  for (let line = from; line + 1 < to; line++) {
    const isEnd = ends[next] === line;
    if (isEnd) next++;
    editor.replace(lines.end[line]! - start, lines.start[line + 1]! - start, isEnd ? '\n' : ' ');
  }
  return editor.finish();
}

/** Whether what follows up to the next space had no room on this line, give or take a break that was counted. */
function isFull(text: string, lines: Lines, line: number, width: number): boolean {
  const next = text.slice(lines.start[line + 1], lines.end[line + 1]);
  const space = next.indexOf(' ');
  return lines.end[line]! - lines.start[line]! + 1 + (space < 0 ? next.length : space) >= width;
}
