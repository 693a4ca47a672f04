// Finds the tables in a text: runs of lines cut alike by tabs, pipes, semicolons or commas.
import { headerMeaning } from './header-words.ts';
import type { Lines } from './lines.ts';

export interface TableLines {
  from: number;
  /** One past the last line. */
  to: number;
  delimiter: '\t' | '|' | ';' | ',';
}

/** The table that begins at this line, or `undefined`. Lines with a role (thread header, signature) end a table. */
export function tableAt(text: string, lines: Lines, line: number, roles: Uint8Array): TableLines | undefined {
  if (roles[line] !== 0) return undefined;
  return (
    run(text, lines, line, roles, lines.tabs, '\t') ??
    run(text, lines, line, roles, lines.pipes, '|') ??
    run(text, lines, line, roles, lines.semicolons, ';') ??
    run(text, lines, line, roles, lines.commas, ',')
  );
}

function run(
  text: string,
  lines: Lines,
  from: number,
  roles: Uint8Array,
  counts: Uint16Array,
  delimiter: TableLines['delimiter'],
): TableLines | undefined {
  const first = counts[from]!;
  if (first === 0 || from + 1 >= lines.count || counts[from + 1] === 0) return undefined;
  const header = headerCells(text, lines, from, delimiter, first);
  // Rows with a header may be ragged: a comma in an unquoted address, cells left off at the end.
  const isRagged = delimiter === '\t' || header > 0;
  if (!isRagged && counts[from + 1] !== first) return undefined;
  let to = from + 1;
  while (
    to < lines.count &&
    roles[to] === 0 &&
    lines.depth[to] === lines.depth[from] &&
    (isRagged ? counts[to]! > 0 : counts[to] === first)
  )
    to++;
  if (to - from < (isRagged ? 2 : 3) || (delimiter === '|' && first === 1 && !header)) return undefined;
  if (delimiter === '\t' && isLabelled(text, lines, from, to)) return undefined;
  // Lines with one comma each are prose more often than a list.
  if (!isRagged && first === 1 && to - from < 5) return undefined;
  return { from, to, delimiter };
}

/** How many cells of a first line announce something, where most of them do; 0 otherwise. */
function headerCells(text: string, lines: Lines, line: number, delimiter: string, count: number): number {
  if (lines.end[line]! - lines.start[line]! > 2000) return 0;
  const cells = text.slice(lines.start[line], lines.end[line]).split(delimiter);
  const filled = cells.map((cell) => cell.replaceAll('"', '').trim()).filter((cell) => cell !== '');
  if (filled.some((cell) => cell.length > 60)) return 0;
  const announced = filled.filter((cell) => {
    const meaning = headerMeaning(cell);
    return meaning.detectors.length > 0 || meaning.isThing;
  }).length;
  return announced >= 2 && announced * 3 >= Math.min(count + 1, filled.length) ? announced : 0;
}

/** `Name⇥Jane Doe`, line after line, is a form, not a table of two columns. */
function isLabelled(text: string, lines: Lines, from: number, to: number): boolean {
  let labels = 0;
  const end = Math.min(to, from + 12);
  for (let line = from; line < end; line++) {
    if (lines.tabs[line] !== 1) return false;
    const cell = text.slice(lines.start[line], text.indexOf('\t', lines.start[line])).trim();
    const value = text.slice(text.indexOf('\t', lines.start[line]) + 1, lines.end[line]).trim();
    if (isAnnounced(cell.replace(/:$/, '')) && !isAnnounced(value)) labels++;
  }
  return labels >= 2 && labels * 2 > end - from;
}

const isAnnounced = (cell: string) => headerMeaning(cell).detectors.length > 0;
