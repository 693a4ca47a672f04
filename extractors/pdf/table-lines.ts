// From pieces of text with places to rows of cells. What is printed tells no table, so it is told from three things: pieces of one
// line with gaps between them; edges that line up over the lines; and the order of printing, in which the lines of one cell follow
// each other before the next cell of the row begins higher up.

/** A piece of text in the direction it is read: `x` to the right, `y` up, at its baseline. Units of the page, 1/72 inch. */
export interface PageItem {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line {
  y: number;
  height: number;
  items: PageItem[];
}

/** Lines that make up one row of a table, or one line of prose. */
export type RowOfLines = Line[];

/** Lines from the top, each with its pieces from the left, grouped to rows. */
export function rowsOf(items: readonly PageItem[]): RowOfLines[] {
  const placed = items.filter((item) => item.text.trim() !== '');
  const lines = linesOf(placed);
  const lineOf = new Map<PageItem, number>();
  for (const [index, line] of lines.entries()) for (const item of line.items) lineOf.set(item, index);
  /** Whether the line belongs to the row of the line above it. */
  const joinsAbove = new Uint8Array(lines.length);
  for (let index = 1; index < placed.length; index++) {
    const [before, after] = [placed[index - 1]!, placed[index]!];
    const [low, high] = [lineOf.get(before)!, lineOf.get(after)!];
    const isJump = high < low && after.x > before.x && low - high < mostLinesOfRow;
    if (isJump) joinsAbove.fill(1, high + 1, low + 1);
  }
  const rows: RowOfLines[] = [];
  for (const [index, line] of lines.entries()) {
    if (joinsAbove[index]) rows.at(-1)!.push(line);
    else rows.push([line]);
    line.items.sort((a, b) => a.x - b.x);
  }
  return rows;
}

/** More lines than a cell has: columns of a newspaper, not of a table. */
const mostLinesOfRow = 16;

function linesOf(items: readonly PageItem[]): Line[] {
  const lines: Line[] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && line.y - item.y < 0.4 * Math.min(line.height, item.height)) line.items.push(item);
    else lines.push({ y: item.y, height: item.height, items: [item] });
  }
  return lines;
}

/** A gap this wide, in heights of the text, parts two cells or two columns; a blank is a quarter. */
const cellGap = 0.8;

/** Places closer than this, in units of the page, are the same edge. */
export const tolerance = 2;

/** Pieces of a line joined as far as they touch, but not over an edge of a column. */
export function segmentsOf(line: Line, edges: readonly number[] = []): PageItem[] {
  const segments: PageItem[] = [];
  for (const item of line.items) {
    const last = segments.at(-1);
    const gap = last ? item.x - (last.x + last.width) : 0;
    if (!last || gap > cellGap * item.height || edges.some((edge) => Math.abs(edge - item.x) <= tolerance))
      segments.push({ ...item });
    else {
      const isApart = gap > 0.15 * item.height && !last.text.endsWith(' ') && !item.text.startsWith(' ');
      last.text += isApart ? ` ${item.text}` : item.text;
      last.width = item.x + item.width - last.x;
    }
  }
  return segments;
}
