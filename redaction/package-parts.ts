// What an office package is rewritten from and to: its parts as text, and what is cut out of them. Text is cut rather than built anew from a
// tree, so that whatever is not understood stays as it was. https://www.w3.org/TR/xml/
import { strToU8, type Zippable, zipSync } from 'fflate';
import { openArchive, readEntryText } from '../extractors/archive.ts';
import { createReading, type Reading } from '../extractors/reading.ts';
import type { Part } from '../scan/part.ts';
import type { SafeCopyOptions } from './rewriting.ts';
import { cellsWithoutValues, withoutValues } from './values.ts';

export type Parts = Map<string, string>;

/** The parts to keep, by their names, and the reading they were read in. */
export async function readParts(
  file: Blob,
  kept: RegExp,
  { limits, signal }: SafeCopyOptions,
): Promise<{ parts: Parts; reading: Reading }> {
  const reading = createReading(
    limits,
    signal,
    () => undefined,
    () => Promise.reject(new Error('no files inside')),
  );
  const { entries } = await openArchive(file, reading);
  const parts: Parts = new Map();
  for (const entry of entries.filter(({ name }) => kept.test(name))) {
    let text = '';
    for await (const piece of readEntryText(file, entry, reading)) text += piece;
    parts.set(entry.name, text);
  }
  return { parts, reading };
}

/** `stored`: the part that must lie first and uncompressed. */
export function zipParts(parts: Parts, type: string, stored?: string): Blob {
  const zipped: Zippable = {};
  if (stored !== undefined) zipped[stored] = [strToU8(parts.get(stored) ?? ''), { level: 0 }];
  for (const [name, text] of parts) if (name !== stored) zipped[name] = strToU8(text);
  return new Blob([zipSync(zipped, { level: 6 }) as Uint8Array<ArrayBuffer>], { type });
}

/** What each cell of a workbook becomes that has a value in it, by what it shows, and how many values that are. */
export function changesIn(
  part: Part,
  options: SafeCopyOptions,
): { cells: ReadonlyMap<string, string>; values: number } {
  const cells = new Map<string, string>();
  let values = 0;
  for (const { rows } of part.tables ?? []) {
    const found = cellsWithoutValues(rows, options);
    values += found.values;
    for (const [before, after] of found.cells) cells.set(before, after);
  }
  return { cells, values };
}

/** Whether a formula names somebody in a text of its own. One without a text names cells and functions only. */
export function isPersonal(formula: string, options: SafeCopyOptions): boolean {
  const texts = formula.match(/"[^"]*"/g)?.join('\n');
  return texts !== undefined && withoutValues(texts.replaceAll('"', ''), options).values > 0;
}

/** Without these elements and all in them, whatever their prefix. Also without comments and processing instructions. */
export function without(xml: string, elements: readonly string[]): string {
  const tag = new RegExp(
    `<(/?)(?:[\\w.-]+:)?(${elements.join('|')})(?=[\\s/>])[^>]*?(/?)>|<!--.*?-->|<\\?(?!xml ).*?\\?>`,
    'gs',
  );
  let kept = '';
  let from = 0;
  let open = '';
  let depth = 0;
  for (const { index, 0: whole, 1: closing, 2: name = '', 3: empty } of xml.matchAll(tag)) {
    const end = index + whole.length;
    if (depth > 0) {
      if (name !== open || empty) continue;
      depth += closing ? -1 : 1;
      if (depth === 0) from = end;
      continue;
    }
    // An end without a beginning is left for the reader to refuse.
    if (closing) continue;
    kept += xml.slice(from, index);
    from = end;
    if (name !== '' && !empty) {
      open = name;
      depth = 1;
    }
  }
  return depth > 0 ? kept : kept + xml.slice(from);
}

export function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
