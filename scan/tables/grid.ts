// A table as rows and cells, wherever it comes from: a stretch of text with a delimiter, or a sheet's cells.
import { isDigit } from '../../detectors/characters.ts';
import { type Detector, readInPlace } from '../../detectors/detector.ts';
import type { Lines } from '../text/lines.ts';

/** Called with text to search, the stretch of it that counts, and how a position in it maps to the part's own text. */
export type Search = (text: string, start: number, end: number, toPart: (position: number) => number) => void;

export interface Grid {
  rowCount: number;
  /** Columns of the widest row. */
  width: number;
  /** True: its first row is known to be the header, and there is no other. */
  hasHeader?: boolean;
  /** Trimmed and unquoted; empty where the row is shorter. */
  cell(row: number, column: number): string;
  /** Whether the cell is a value of this kind: its normal form is the one written last, then. */
  read(row: number, column: number, detector: Detector): boolean;
  /** Where the cell stands in the part's own text, UTF-16 units, half-open. */
  span(row: number, column: number): [start: number, end: number];
  /** Hands the cells `from` ≤ column < `to` of a row to `search`, together or one by one. */
  search(row: number, from: number, to: number, search: Search): void;
}

const quote = 34;
const space = 32;

const bullets = '-*•·–';

/** One past "- ", "• ", "12. " or "3) " at `start`, or `start`. */
function behindListMark(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && at < start + 3 && isDigit(text.charCodeAt(at))) at++;
  const isMark = at === start ? bullets.includes(text.charAt(at)) : text[at] === '.' || text[at] === ')';
  return isMark && at + 1 < end && text.charCodeAt(at + 1) === space ? at + 2 : start;
}

/** The lines `from` ≤ line < `to` of a text, cut at `delimiter`. A Markdown rule (`|---|`) is left out. */
export function textGrid(
  text: string,
  lines: Lines,
  from: number,
  to: number,
  delimiter: string,
  toPart: (position: number) => number,
): Grid {
  const unit = delimiter.charCodeAt(0);
  const first = new Int32Array(to - from + 1);
  let starts = new Int32Array((to - from) * 8);
  let ends = new Int32Array((to - from) * 8);
  let count = 0;
  let rowCount = 0;
  let width = 0;
  const addCell = (start: number, end: number) => {
    if (count === starts.length) {
      starts = doubled(starts);
      ends = doubled(ends);
    }
    while (start < end && text.charCodeAt(start) <= space) start++;
    while (end > start && text.charCodeAt(end - 1) <= space) end--;
    starts[count] = start;
    ends[count] = end;
    count++;
  };
  for (let line = from; line < to; line++) {
    let position = lines.start[line]!;
    let end = lines.end[line]!;
    if (delimiter === '|') {
      while (position < end && text.charCodeAt(position) <= space) position++;
      while (end > position && text.charCodeAt(end - 1) <= space) end--;
      if (text[position] === '|') position++;
      if (end > position && text[end - 1] === '|') end--;
      if (/^[\s|:=+-]*$/.test(text.slice(position, end))) continue;
    }
    // A list whose items are cut alike: the bullet or number is not part of the first cell.
    if (delimiter === ',' || delimiter === ';') position = behindListMark(text, position, end);
    first[rowCount] = count;
    let mayClose = true;
    for (;;) {
      if (mayClose && position < end && text.charCodeAt(position) === quote) {
        const close = closingQuote(text, position, end, unit);
        mayClose = close > 0;
        if (mayClose) {
          addCell(position + 1, close);
          position = text.indexOf(delimiter, close);
          if (position < 0 || position >= end) break;
          position++;
          continue;
        }
      }
      let next = text.indexOf(delimiter, position);
      if (next < 0 || next > end) next = end;
      addCell(position, next);
      if (next >= end) break;
      position = next + 1;
    }
    width = Math.max(width, count - first[rowCount]!);
    rowCount++;
  }
  first[rowCount] = count;

  const cell = (row: number, column: number) => {
    const index = first[row]! + column;
    if (index >= first[row + 1]!) return '';
    const start = starts[index]!;
    const cell = text.slice(start, ends[index]!);
    return start > 0 && text.charCodeAt(start - 1) === quote && cell.includes('""') ? cell.replaceAll('""', '"') : cell;
  };

  return {
    rowCount,
    width,
    cell,
    read(row, column, detector) {
      const index = first[row]! + column;
      if (index >= first[row + 1]! || starts[index]! >= ends[index]!) return false;
      const start = starts[index]!;
      if (start === 0 || text.charCodeAt(start - 1) !== quote) return readInPlace(detector, text, start, ends[index]!);
      const unquoted = cell(row, column);
      return readInPlace(detector, unquoted, 0, unquoted.length);
    },
    span(row, column) {
      const index = first[row]! + column;
      return [toPart(starts[index]!), toPart(ends[index]!)];
    },
    search(row, fromColumn, toColumn, search) {
      const firstIndex = first[row]! + fromColumn;
      const lastIndex = Math.min(first[row]! + toColumn, first[row + 1]!) - 1;
      if (firstIndex <= lastIndex && starts[firstIndex]! < ends[lastIndex]!)
        search(text, starts[firstIndex]!, ends[lastIndex]!, toPart);
    },
  };
}

/** Where the quoted cell that opens at `open` closes, or 0 where it does not. */
function closingQuote(text: string, open: number, end: number, delimiter: number): number {
  for (
    let position = text.indexOf('"', open + 1);
    position > 0 && position < end;
    position = text.indexOf('"', position + 1)
  ) {
    if (position + 1 >= end) return position;
    const after = text.charCodeAt(position + 1);
    if (after === quote) position++;
    else if (after === delimiter || after === space) return position;
  }
  return 0;
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(16, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
