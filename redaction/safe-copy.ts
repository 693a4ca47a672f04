// The safe copy of a file: the same content without the people, or their table as counts. It is scanned again before it is handed on,
// and where anybody is left in it there is none. Why nothing else is offered: docs/adr/0065-the-safe-copy.md

import { extract } from '../extractors/index.ts';
import type { Part } from '../scan/part.ts';
import { countPeople } from '../scan/people/count-people.ts';
import { scanPart } from '../scan/scan-part.ts';
import { asCounts } from './counts.ts';
import type { SafeCopy, SafeCopyOptions } from './rewriting.ts';
import { safeOpenSheet } from './safe-open-sheet.ts';
import { safeWorkbook } from './safe-workbook.ts';
import { isRemoved, withoutValues } from './values.ts';

/** `remove`: identifiers replaced by the names of their kinds. `count`: how many rows have which value, and nothing else. */
export const safeWays = ['remove', 'count'] as const;
export type SafeWay = (typeof safeWays)[number];

/** `format`: not of a format that can be rewritten. `unreadable`: not all of it could be read. `still-there`: people are left in it. */
export type NoSafeCopy = { why: 'format' | 'unreadable' | 'still-there' };

export async function safeCopy(
  file: Blob,
  name: string,
  way: SafeWay,
  options: SafeCopyOptions,
): Promise<SafeCopy | NoSafeCopy> {
  const part = await extract(file, name, options.limits, options.signal, () => undefined);
  if (isUnread(part)) return { why: 'unreadable' };
  const copy = await (way === 'count' ? asCounts(part, options) : rewrite(file, part, options));
  if (!copy) return { why: 'format' };
  return (await isAboutNobody(copy, options)) ? copy : { why: 'still-there' };
}

async function rewrite(file: Blob, part: Part, options: SafeCopyOptions): Promise<SafeCopy | undefined> {
  if (part.type === 'xlsx') return safeWorkbook(file, part, options);
  if (part.type === 'ods') return safeOpenSheet(file, part, options);
  if (part.text === undefined || part.tables || part.children || !plain.has(part.type)) return undefined;
  const { text, values } = withoutValues(part.text, options);
  // With its mark, so that a spreadsheet program takes it for what it is.
  return { content: new Blob(['\ufeff', text]), name: part.name, changed: values };
}

const plain = new Set(['text', 'csv', 'tsv']);

function isUnread(part: Part): boolean {
  return part.unreadable !== undefined || (part.children ?? []).some(isUnread);
}

/** The copy as anybody would read it, hidden things included. */
async function isAboutNobody(
  { content, name }: SafeCopy,
  { limits, signal, session }: SafeCopyOptions,
): Promise<boolean> {
  const part = await extract(content, name, limits, signal, () => undefined);
  if (isUnread(part)) return false;
  const scans = allOf(part).map((one) => scanPart(one, { session, findings: true, signal }));
  const people = countPeople(scans, { recipients: [], firmDomains: [] }, session);
  return people.max === 0 && scans.every(({ findings }) => !findings?.some(({ kind }) => isRemoved(kind)));
}

function allOf(part: Part): Part[] {
  return [part, ...(part.children ?? []).flatMap(allOf)];
}
