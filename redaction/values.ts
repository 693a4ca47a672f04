// Which findings a safe copy goes without, and the text without them.
import { detectorById } from '../detectors/index.ts';
import type { Part } from '../scan/part.ts';
import { scanPart } from '../scan/scan-part.ts';
import { maskText, namesIn } from './mask.ts';

/** What stands in place of a value. */
export interface Replacing {
  /** Seed of the scan's hashes. */
  session: number;
  /** The name of its kind, as people read it. */
  label(kind: string): string;
  /** The same word for the same value of a kind, in its normal form. Absent: the name of the kind and no more. */
  pseudonym?(kind: string, normal: string): string;
  /** Addresses that stay, lower case: of those who write and those who are written to. */
  keeps?(address: string): boolean;
}

/** Half-open, UTF-16. */
export interface Value {
  kind: string;
  start: number;
  end: number;
}

/** What was bought and when stays: it is about nobody once the person is gone. */
export function isRemoved(kind: string): boolean {
  const detector = detectorById(kind);
  return detector?.key !== 'none' || detector.category !== 'commercial';
}

/** Spans to remove, by the part's text (see `Part`): a table's cells joined by tabs, its rows by line feeds. */
function spansIn(part: Part, session: number): Value[] {
  return (scanPart(part, { session, findings: true }).findings ?? []).filter(({ kind }) => isRemoved(kind));
}

/** Often enough: a value may show itself only when the one before it is gone. */
export const rounds = 4;

/** The values of a text in this round, with the names beside them in the first. */
export function valuesIn(text: string, round: number, { session, keeps }: Replacing): Value[] {
  const all = spansIn({ name: '', type: 'text', text }, session);
  const spans = keeps ? all.filter(({ start, end }) => !keeps(text.slice(start, end).toLowerCase())) : all;
  return round === 0 ? [...spans, ...namesBeside(text, spans)] : spans;
}

/** The text with its values replaced, and how many were. */
export function withoutValues(text: string, replacing: Replacing): { text: string; values: number } {
  let current = text;
  let values = 0;
  for (let round = 0; round < rounds; round++) {
    const spans = valuesIn(current, round, replacing);
    if (spans.length === 0) break;
    values += spans.length;
    current = masked(current, spans, replacing);
  }
  return { text: current, values };
}

/** In a sentence, what is capitalised beside a value is who it belongs to. In a row of a table it is a place or a product as often. */
function namesBeside(text: string, spans: readonly Value[]): Value[] {
  const found: Value[] = [];
  let done = 0;
  for (const { start } of spans) {
    if (start < done) continue;
    const from = text.lastIndexOf('\n', start) + 1;
    done = text.indexOf('\n', start);
    if (done < 0) done = text.length;
    const line = text.slice(from, done);
    if (/\t|(?:[;|,][^;|,]{0,200}){3}/.test(line)) continue;
    for (const name of namesIn(line)) {
      const span = { kind: 'name', start: from + name.start, end: from + name.end };
      if (!spans.some((one) => one.start < span.end && span.start < one.end)) found.push(span);
    }
  }
  return found;
}

type Rows = readonly (readonly string[])[];

/** The spans to remove from each cell that has any, counted from its beginning. */
export function* spansByCell(rows: Rows, session: number): Generator<{ column: number; cell: string; spans: Value[] }> {
  const all = spansIn({ name: '', type: 'table', tables: [{ name: '', rows: rows as string[][] }] }, session);
  all.sort((a, b) => a.start - b.start);
  let at = 0;
  let next = 0;
  for (const row of rows)
    for (const [column, cell] of row.entries()) {
      const end = at + cell.length;
      while (next < all.length && all[next]!.end <= at) next++;
      const spans: Value[] = [];
      for (let k = next; k < all.length && all[k]!.start < end; k++) {
        const { kind, start, end: stop } = all[k]!;
        spans.push({ kind, start: Math.max(start - at, 0), end: Math.min(stop - at, cell.length) });
      }
      if (spans.length > 0) yield { column, cell, spans };
      at = end + 1;
    }
}

/** `withoutValues` for the cells of a table: what each text with values in it becomes. */
export function cellsWithoutValues(rows: Rows, replacing: Replacing): { cells: Map<string, string>; values: number } {
  const cells = new Map<string, string>();
  let values = 0;
  let current = rows;
  for (let round = 0; round < rounds; round++) {
    const changed = new Map<string, string>();
    for (const { cell, spans } of spansByCell(current, replacing.session)) {
      values += spans.length;
      changed.set(cell, masked(cell, spans, replacing));
    }
    if (changed.size === 0) break;
    for (const [before, after] of cells) cells.set(before, changed.get(after) ?? after);
    for (const [before, after] of changed) if (!cells.has(before)) cells.set(before, after);
    current = current.map((row) => row.map((cell) => changed.get(cell) ?? cell));
  }
  return { cells, values };
}

function masked(text: string, spans: readonly Value[], replacing: Replacing): string {
  return maskText(
    text,
    spans.map((span) => ({ ...span, kind: wordFor(span.kind, text.slice(span.start, span.end), replacing) })),
  );
}

/** Only what tells people apart gets a word of its own. */
export function wordFor(kind: string, value: string, { label, pseudonym }: Replacing): string {
  const detector = detectorById(kind);
  const isSomebody = kind === 'name' || (detector !== undefined && detector.key !== 'none');
  if (!pseudonym || !isSomebody) return label(kind);
  return `${label(kind)} ${pseudonym(kind, detector?.read(value) ?? value.trim().toLowerCase())}`;
}
