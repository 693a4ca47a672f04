// A table as counts: for each column that is about nobody, how many rows have which value. Few rows of a value point at a person, so
// they are put together. https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/data-sharing/anonymisation/

import type { Part } from '../scan/part.ts';
import { tablesIn } from '../scan/tables/tables-in-part.ts';
import { asCsv } from '../scan/text/csv-text.ts';
import type { SafeCopy, SafeCopyOptions } from './rewriting.ts';
import { spansByCell } from './values.ts';

/** Fewer rows than this are never a line of their own. */
const fewest = 5;
/** A column with more values than this says something about each row, not about all. */
const mostValues = 50;

/** What `label` is asked for besides kinds. */
export const countWords = ['table', 'column', 'value', 'rows', 'others', 'fewer'] as const;

type Rows = readonly (readonly string[])[];

/** `undefined` where there is no table. */
export async function asCounts(part: Part, { session, label }: SafeCopyOptions): Promise<SafeCopy | undefined> {
  const tables = tablesIn(part).filter(({ rows }) => rows.length > 1);
  if (tables.length === 0) return undefined;
  const lines: string[][] = [[label('table'), label('column'), label('value'), label('rows')]];
  let counted = 0;
  tables.forEach(({ rows }, index) => {
    const [header = [], ...body] = rows;
    counted += body.length;
    lines.push([`${index + 1}`, '', '', atLeast(body.length, label)]);
    const personal = new Set(Array.from(spansByCell(rows, session), ({ column }) => column));
    for (const column of header.keys())
      if (!personal.has(column))
        for (const [value, count] of countsOf(body, column, label))
          lines.push([`${index + 1}`, header[column]!, value, count]);
  });
  const name = part.name.replace(/(?:\.[^./]{1,8})?$/, '-counts.csv');
  return { content: new Blob(['\ufeff', asCsv(lines)], { type: 'text/csv' }), name, changed: counted };
}

/** None for a column whose values differ from row to row. */
function countsOf(body: Rows, column: number, label: (word: string) => string): [value: string, count: string][] {
  const counts = new Map<string, number>();
  for (const row of body) {
    const value = (row[column] ?? '').trim();
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > Math.min(mostValues, body.length / 2)) return [];
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const large = sorted.filter(([, count]) => count >= fewest);
  let rest = sorted.slice(large.length).reduce((sum, [, count]) => sum + count, 0);
  // One value alone among the rest could be worked out from the others.
  while (rest > 0 && rest < fewest && large.length > 0) rest += large.pop()![1];
  const shown: [string, string][] = large.map(([value, count]) => [value, `${count}`]);
  return rest > 0 ? [...shown, [label('others'), atLeast(rest, label)]] : shown;
}

const atLeast = (count: number, label: (word: string) => string) => (count < fewest ? label('fewer') : `${count}`);
