// The columns of a printed table, from where the pieces of its rows begin and end.
import { type PageItem, type RowOfLines, segmentsOf, tolerance } from './table-lines.ts';

export interface Band {
  from: number;
  to: number;
}

/** The rows of a table as cells. All rows must be of one table. */
export function cellsOf(rows: readonly RowOfLines[]): { cells: string[][]; bands: Band[] } {
  const edges = leftEdges(rows, 0.2);
  const pieces = rows.map((row) =>
    row.map((line) => segmentsOf({ ...line, items: line.items.flatMap((item) => splitAt(item, edges)) }, edges)),
  );
  const bands = bandsOf(pieces.flat(2), leftEdges(rows, 0.5));
  const placed = pieces.map((row) => {
    const columns: PageItem[][] = bands.map(() => []);
    for (const line of row) for (const piece of line) columns[bandFor(piece, bands)]!.push(piece);
    return columns;
  });
  const rights = bands.map((_, index) =>
    Math.min(
      bands[index + 1]?.from ?? Number.POSITIVE_INFINITY,
      farthest(placed.flatMap((columns) => columns[index]!)),
    ),
  );
  const cells = placed.map((columns) => columns.map((column, index) => joinLines(column, rights[index]!)));
  return joinStrayColumns(cells, bands);
}

/** A heading to the left and figures to the right of one wide column look like two, of which one holds the heading only. */
function joinStrayColumns(cells: string[][], bands: Band[]): { cells: string[][]; bands: Band[] } {
  for (let index = bands.length - 2; index >= 0; index--) {
    const filled = (column: number) => cells.filter((row) => row[column] !== '').length;
    const isStray = Math.min(filled(index), filled(index + 1)) <= Math.max(1, cells.length / 50);
    if (!isStray || cells.some((row) => row[index] !== '' && row[index + 1] !== '')) continue;
    for (const row of cells) row.splice(index, 2, row[index]! + row[index + 1]!);
    bands.splice(index, 2, { from: bands[index]!.from, to: bands[index + 1]!.to });
  }
  return { cells, bands };
}

const farthest = (pieces: readonly PageItem[]) =>
  pieces.reduce((most, { x, width }) => Math.max(most, x + width), Number.NEGATIVE_INFINITY);

/** Where pieces begin in at least this share of the rows. */
function leftEdges(rows: readonly RowOfLines[], share: number): number[] {
  const starts = rows.flatMap((row) => row.flatMap((line) => line.items.map((item) => item.x)));
  starts.sort((a, b) => a - b);
  const edges: number[] = [];
  for (let from = 0; from < starts.length; ) {
    let to = from;
    while (to < starts.length && starts[to]! - starts[from]! <= tolerance) to++;
    if (to - from >= Math.max(2, rows.length * share)) edges.push(starts[from]!);
    from = to;
  }
  return edges;
}

/** Text of two full cells is often told as one piece; it is cut where the next column begins. */
function splitAt(item: PageItem, edges: readonly number[]): PageItem[] {
  const edge = edges.find((one) => one > item.x + 2 * tolerance && one < item.x + item.width - 2 * tolerance);
  if (edge === undefined || !edges.some((one) => Math.abs(one - item.x) <= tolerance)) return [item];
  const cut = placeOfBlank(item, edge) ?? placeByWidth(item, edge);
  const [before, after] = [item.text.slice(0, cut).trimEnd(), item.text.slice(cut).trimStart()];
  if (before === '' || after === '') return [item];
  const rest = { ...item, text: after, x: edge, width: item.x + item.width - edge };
  return [
    { ...item, text: before, width: Math.min(edge - item.x, (item.height * widthOf(before)) / 100) },
    ...splitAt(rest, edges),
  ];
}

/** The blank behind which the next column begins: a gap of any width is told as one blank. */
function placeOfBlank({ text, x, width, height }: PageItem, edge: number): number | undefined {
  const gap = Math.max(0, width - (height * widthOf(text)) / 100);
  let best: number | undefined;
  let least = 0.8 * height;
  let end = x + gap;
  for (let at = 0; at < text.length; at++) {
    end += (height * widthOf(text[at]!)) / 100;
    if (text[at] !== ' ' || Math.abs(end - edge) >= least) continue;
    least = Math.abs(end - edge);
    best = at;
  }
  return best;
}

/** The letter that stands at the edge, as far as the widths of letters are known. */
function placeByWidth({ text, x, width }: PageItem, edge: number): number {
  const share = (edge - x) / width;
  const total = widthOf(text);
  let cut = 0;
  for (let sum = 0; cut < text.length; cut++) {
    const next = sum + widthOf(text[cut]!);
    if ((sum + next) / 2 / total > share) break;
    sum = next;
  }
  // What begins a telephone number is the place.
  return cut + ([0, -1, 1].find((near) => /[ (+]/.test(text[cut + near] ?? '')) ?? 0);
}

/** Widths of letters in hundredths of the height, as in Helvetica: near enough for what pages are printed in. */
function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += (helvetica[text.charCodeAt(at) - 0x20] ?? 556) / 10;
  return width;
}

/** From the blank to the tilde, in thousandths. Adobe Font Metrics, Core 14. */
const helvetica = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

/** Stretches that pieces stand in, parted by stretches that (nearly) none does. */
function bandsOf(pieces: readonly PageItem[], edges: readonly number[]): Band[] {
  const left = Math.min(...pieces.slice(0, 1).map((piece) => piece.x));
  const start = pieces.reduce((least, piece) => Math.min(least, piece.x), left);
  const end = pieces.reduce((most, piece) => Math.max(most, piece.x + piece.width), left);
  const cover = new Int32Array(Math.min(20_000, Math.max(1, Math.ceil(end - start) + 2)));
  for (const { x, width } of pieces) {
    const from = Math.floor(x - start);
    const to = Math.min(cover.length - 1, Math.max(from + 1, Math.floor(x + width - start)));
    if (from >= cover.length) continue;
    cover[from]!++;
    cover[to]!--;
  }
  const few = Math.floor(pieces.length / 200);
  const bands: Band[] = [];
  let depth = 0;
  let open: number | undefined;
  const cuts = new Set(edges.map((edge) => Math.floor(edge - start)));
  for (let at = 0; at < cover.length; at++) {
    depth += cover[at]!;
    if (open !== undefined && at > open && cuts.has(at)) {
      bands.push({ from: start + open, to: start + at });
      open = undefined;
    }
    if (depth > few) open ??= at;
    else if (open !== undefined) {
      bands.push({ from: start + open, to: start + at });
      open = undefined;
    }
  }
  return bands.length > 0 ? bands : [{ from: start, to: end }];
}

/** Index of the band a piece stands in. */
export function bandFor({ x, width }: PageItem, bands: readonly Band[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [index, band] of bands.entries()) {
    const shared = Math.min(x + width, band.to + 1) - Math.max(x, band.from - 1);
    // What hangs over into the next column belongs where it begins.
    const score = x >= band.from - 1 && x < band.to ? shared + width : shared;
    if (score > most) [best, most] = [index, score];
  }
  return best;
}

/** Lines of one cell: a line broken inside a word fills its column, one broken at a blank rarely does. */
function joinLines(pieces: readonly PageItem[], right: number): string {
  let text = '';
  let before: PageItem | undefined;
  for (const piece of pieces) {
    if (before) text += isBrokenWord(before, piece, right) ? '' : ' ';
    text += piece.text.trim();
    before = piece;
  }
  return text;
}

function isBrokenWord(before: PageItem, after: PageItem, right: number): boolean {
  const word = before.text.trim();
  if (before.y === after.y || word.includes(' ')) return false;
  // A new word with a capital does not go on with the one above.
  if (/\p{Ll}$/u.test(word) && /^\p{Lu}\p{Ll}/u.test(after.text)) return false;
  return right - (before.x + before.width) < (after.height * widthOf(after.text.trim()[0]!)) / 100 + 1;
}
