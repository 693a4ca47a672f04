// Finds the tables in a text: runs of lines cut alike by tabs, pipes, semicolons or commas.

import type { Lines } from '../text/lines.ts';
import { headerMeaning } from './header-words.ts';

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
  if (first === 0 || from + 1 >= lines.count) return undefined;
  const next = delimiter === '|' && isRuler(text, lines, from + 1) && from + 2 < lines.count ? from + 2 : from + 1;
  if (counts[next] === 0) return undefined;
  const header = headerCells(text, lines, from, delimiter, first);
  // Rows with a header may be ragged: a comma in an unquoted address, cells left off at the end.
  const isRagged = delimiter === '\t' || header > 0;
  if (!isRagged && counts[next] !== first) return undefined;
  let to = from + 1;
  while (
    to < lines.count &&
    roles[to] === 0 &&
    lines.depth[to] === lines.depth[from] &&
    ((isRagged ? counts[to]! > 0 : counts[to] === first) || (delimiter === '|' && isRuler(text, lines, to)))
  )
    to++;
  if (to - from < (isRagged ? 2 : 3) || (delimiter === '|' && first === 1 && !header)) return undefined;
  if (delimiter === '\t' && isLabelled(text, lines, from, to)) return undefined;
  // Lines with one comma each are prose more often than a list.
  if (!isRagged && first === 1 && to - from < 5) return undefined;
  return { from, to, delimiter };
}

/** `+----+-----+`, `-----+-----`: drawn between the rows of a table. */
function isRuler(text: string, lines: Lines, line: number): boolean {
  const start = lines.start[line]!;
  const end = lines.end[line]!;
  return (
    end - start > 2 &&
    end - start < 1000 &&
    /^[\s|:=+-]*$/.test(text.slice(start, end)) &&
    text.slice(start, end).includes('--')
  );
}

/** How many cells of a first line announce something, where most of them do; 0 otherwise. */
function headerCells(text: string, lines: Lines, line: number, delimiter: string, count: number): number {
  if (lines.end[line]! - lines.start[line]! > 2000) return 0;
  const cells = text.slice(lines.start[line], lines.end[line]).split(delimiter);
  const filled = cells.map((cell) => cell.replaceAll('"', '').trim()).filter((cell) => cell !== '');
  if (filled.some((cell) => cell.length > 60)) return 0;
  if (statement.test(filled[0] ?? '')) return 0;
  const announced = filled.filter((cell) => {
    // "born 02/08/1993" announces nothing: it says it.
    if (/\d[./-]\d/.test(cell)) return false;
    const meaning = headerMeaning(cell);
    return meaning.detectors.length > 0 || meaning.isThing;
  }).length;
  // "Patient;Ward" says enough over two rows of the same form.
  if (
    announced === 1 &&
    filled.length === 2 &&
    filled.some((cell) => headerMeaning(cell).isPerson && cell.length <= 20) &&
    hasSameForm(text, lines, line, count, delimiter)
  )
    return 1;
  return announced >= 2 && announced * 3 >= Math.min(count + 1, filled.length) ? announced : 0;
}

/** How statements of a data base begin: their lists of columns are no header. */
const statement = /^(?:create|insert|replace|select|update|alter|copy|delete)\s/i;

/** Whether the next two lines are cut like this one, into short cells. */
function hasSameForm(text: string, lines: Lines, line: number, count: number, delimiter: string): boolean {
  if (line + 2 >= lines.count) return false;
  return [line + 1, line + 2].every((next) => {
    const cells = text.slice(lines.start[next], Math.min(lines.end[next]!, lines.start[next]! + 200)).split(delimiter);
    return cells.length === count + 1 && cells.every((cell) => cell.trim() !== '' && cell.length <= 40);
  });
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
