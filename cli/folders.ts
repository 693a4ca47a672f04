// Whole folders: every file in them judged alone, as if attached to one message, and a table of what was found. No value is printed.
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assessment, DraftToAssess } from '../assessment/assessment.ts';
import { keyOf, type Translate } from './locale.ts';

/**
 * Every file below, in the order of their names; what is no file (a link, a socket) is left out. A folder that cannot be opened stands for
 * what is in it, and counts as one file that could not be read.
 */
export function filesBelow(folder: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [folder];
  }
  return entries
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((one) => {
      const path = join(folder, one.name);
      return one.isDirectory() ? filesBelow(path) : one.isFile() ? [path] : [];
    });
}

export function isFolder(path: string): boolean {
  return path !== '-' && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** The message with this one file attached; a file that cannot be opened is one nobody could read. */
export async function withFile(draft: DraftToAssess, path: string): Promise<DraftToAssess> {
  const content = await readFile(path).then(
    (bytes) => new Blob([new Uint8Array(bytes)]),
    () => 'not-reachable' as const,
  );
  return { ...draft, files: [{ id: path, name: path, content }] };
}

export interface Row {
  file: string;
  people: string;
  categories: string;
  verdict: string;
  unread: string;
}

export function rowOf(file: string, { facts, verdict, parts }: Assessment, t: Translate): Row {
  const causes = [...new Set(parts.flatMap(({ reason }) => (reason ? [reason] : [])))];
  return {
    file: printable(file),
    people: String(facts.people.estimate),
    categories: [...new Set(facts.kinds.map(({ category }) => t(keyOf('category', category))))].join(', '),
    verdict: t(keyOf('action', verdict.action)),
    unread: causes.map((cause) => t(keyOf('unreadable', cause))).join(', '),
  };
}

/** A name may hold what moves a terminal's cursor or breaks a line. */
export function printable(name: string): string {
  return name.replace(/\p{C}/gu, '\ufffd');
}

/** Columns as wide as what stands in them, with a line of sums below. */
export function tableOf(rows: readonly Row[], t: Translate): string {
  if (rows.length === 0) return `${t('cli_folder_empty')}\n`;
  const columns = ['file', 'people', 'categories', 'verdict', 'unread'] as const;
  const head = Object.fromEntries(columns.map((column) => [column, t(`cli_column_${column}`)])) as unknown as Row;
  const widths = columns.map((column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row: Row) =>
    columns
      .map((column, at) => (column === 'people' ? row[column].padStart(widths[at]!) : row[column].padEnd(widths[at]!)))
      .join('  ')
      .trimEnd();
  const counts = Map.groupBy(rows, ({ verdict }) => verdict);
  const sums = [...counts].map(([verdict, same]) => `${verdict}: ${same.length}`);
  const unread = rows.filter((row) => row.unread !== '').length;
  return `${[head, ...rows].map(line).join('\n')}\n\n${t('cli_folder_sum', [rows.length, sums.join(', '), unread])}\n`;
}
