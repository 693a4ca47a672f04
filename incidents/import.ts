// What colleagues sent → entries for the register: exported files, lists, one record a line, or mails as they were pasted in.
import { type Envelope, envelopeLimit, parseEnvelope } from './envelope.ts';
import { exportVersion } from './export.ts';
import { recordsIn } from './ready-mail.ts';

/** Characters one import may have: about 10,000 incidents. */
const longest = 50_000_000;

/** `own`: ids of what counts as the reader's, where they say that the file is their register: of a saved file, what counted there. */
export interface Imports {
  entries: Envelope[];
  problems: string[];
  own: ReadonlySet<string>;
}

type Read = Pick<Imports, 'entries' | 'problems'>;

const nothing: ReadonlySet<string> = new Set();

/** Reads everything that can be read; `problems` says the rest, one line each, without quoting it. The same record twice is one. */
export function importEntries(text: string): Imports {
  const trimmed = text.trim();
  const refused = (problem: string): Imports => ({ entries: [], problems: [problem], own: nothing });
  if (trimmed === '') return refused('There is nothing to read.');
  if (trimmed.length > longest) return refused('This is too long to read in one go. Import it in parts.');
  if (!/^[[{]/.test(trimmed)) return { ...onceEach(fromMails(trimmed)), own: nothing };
  const whole = parsed(trimmed);
  const read = onceEach(fromJson(trimmed, whole));
  return { ...read, own: savedIn(whole, read.entries) };
}

function fromMails(text: string): Read {
  const { entries, problems, blocks } = recordsIn(text);
  if (blocks === 0)
    problems.push('There are no Gatehouse records in this text. Copy the whole mail, the block at its end included.');
  return { entries, problems };
}

function fromJson(text: string, whole: unknown): Read {
  if (whole !== undefined) return read(itemsOf(whole), 'Record');
  return read(
    text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => (line.length <= envelopeLimit ? parsed(line) : undefined)),
    'Line',
  );
}

function read(items: readonly unknown[], word: string): Read {
  const entries: Envelope[] = [];
  const problems: string[] = [];
  items.forEach((item, index) => {
    const result = parseEnvelope(item);
    if ('envelope' in result) entries.push(result.envelope);
    else problems.push(`${word} ${index + 1}: ${result.problem}.`);
  });
  return { entries, problems };
}

function itemsOf(whole: unknown): readonly unknown[] {
  if (Array.isArray(whole)) return whole;
  const file = fileIn(whole);
  return Array.isArray(file?.entries) ? file.entries : [whole];
}

function savedIn(whole: unknown, entries: readonly Envelope[]): ReadonlySet<string> {
  const file = fileIn(whole);
  if (!file) return nothing;
  const claims = new Set<unknown>(Array.isArray(file.claims) ? file.claims : []);
  return new Set(entries.map(({ id }) => id).filter((id) => !claims.has(id)));
}

function fileIn(whole: unknown): { entries?: unknown; claims?: unknown } | undefined {
  const file = whole as { gatehouseExport?: unknown; entries?: unknown; claims?: unknown } | null | undefined;
  return file?.gatehouseExport === exportVersion ? file : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function onceEach({ entries, problems }: Read): Read {
  const kept = new Map<string, Envelope>();
  for (const envelope of entries) {
    const before = kept.get(envelope.id);
    if (!before) kept.set(envelope.id, envelope);
    else if (before.hash !== envelope.hash)
      problems.push(`Two records named ${envelope.id} differ. The first was kept: ask who sent them.`);
  }
  return { entries: [...kept.values()], problems };
}
