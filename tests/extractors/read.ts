// Reads a file the way the desk does, for the tests of this room.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../extractors/index.ts';
import { defaultLimits, type Limits } from '../../extractors/limits.ts';
import type { Part } from '../../scan/part.ts';

export const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/files', name)));

export async function read(content: BlobPart, name = 'file', limits: Partial<Limits> = {}): Promise<Part> {
  const all = { ...defaultLimits(Date.now()), ...limits };
  return extract(new Blob([content]), name, all, new AbortController().signal, () => {});
}

export const readFixture = (name: string) => read(fixture(name), name);

/** All text and cells of a part and its children. */
export function everything(part: Part): string {
  const cells = (part.tables ?? []).flatMap((table) => table.rows.map((row) => row.join('\t')));
  return [part.text ?? '', ...cells, ...(part.children ?? []).map(everything)].join('\n');
}
