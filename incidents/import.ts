// What colleagues sent → entries for the register: exported files, lists, one record a line, or mails as they were pasted in.
import { type Envelope, envelopeLimit, parseEnvelope } from './envelope.ts';
import { exportVersion } from './export.ts';
import { recordsIn } from './ready-mail.ts';

/** Characters one import may have: about 10,000 incidents. */
const longest = 50_000_000;

/** Reads everything that can be read; `problems` says the rest, one line each, without quoting it. The same record twice is one. */
export function importEntries(text: string): { entries: Envelope[]; problems: string[] } {
  const trimmed = text.trim();
  if (trimmed === '') return { entries: [], problems: ['There is nothing to read.'] };
  if (trimmed.length > longest)
    return { entries: [], problems: ['This is too long to read in one go. Import it in parts.'] };
  const { entries, problems } = /^[[{]/.test(trimmed) ? fromJson(trimmed) : fromMails(trimmed);
  return onceEach(entries, problems);
}

function fromMails(text: string): { entries: Envelope[]; problems: string[] } {
  const { entries, problems, blocks } = recordsIn(text);
  if (blocks === 0)
    problems.push('There are no Gatehouse records in this text. Copy the whole mail, the block at its end included.');
  return { entries, problems };
}

function fromJson(text: string): { entries: Envelope[]; problems: string[] } {
  const whole = parsed(text);
  if (whole !== undefined) return read(itemsOf(whole), 'Record');
  return read(
    text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => (line.length <= envelopeLimit ? parsed(line) : undefined)),
    'Line',
  );
}

function read(items: readonly unknown[], word: string): { entries: Envelope[]; problems: string[] } {
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
  const file = whole as { gatehouseExport?: unknown; entries?: unknown } | null;
  return file?.gatehouseExport === exportVersion && Array.isArray(file.entries) ? file.entries : [whole];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function onceEach(entries: readonly Envelope[], problems: string[]): { entries: Envelope[]; problems: string[] } {
  const kept = new Map<string, Envelope>();
  for (const envelope of entries) {
    const before = kept.get(envelope.id);
    if (!before) kept.set(envelope.id, envelope);
    else if (before.hash !== envelope.hash)
      problems.push(`Two records named ${envelope.id} differ. The first was kept: ask who sent them.`);
  }
  return { entries: [...kept.values()], problems };
}
