import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../assessment/assess.ts';
import type { AssessOptions, DraftToAssess, FileToRead, ReadFile } from '../../assessment/assessment.ts';
import { digest } from '../../assessment/digest.ts';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { asHtmlTable, asTableText } from '../../benchmarks/corpus/forms.ts';
import { strictDefault } from '../../policy/default.ts';
import { splitAddresses } from '../../webmails/page/address-list.ts';

const fixtures = join(import.meta.dirname, '../fixtures/files');
const draft: DraftToAssess = {
  account: 'Kerr.Marsh@firm.example',
  to: ['kmarsh84@gmail.com'],
  cc: [],
  bcc: [],
  subject: 'for later',
  body: 'As discussed.',
  isHtml: false,
  files: [],
  trigger: 'send',
};

const judge = (changes: Partial<DraftToAssess>, options: Partial<AssessOptions> = {}) =>
  assess({ ...draft, ...changes }, strictDefault, { session: 7, now: () => 1_800_000_000_000, ...options });

const fixture = (name: string): FileToRead => ({
  id: name,
  name,
  content: new Blob([readFileSync(join(fixtures, name))]),
});

const clients = generateClients(40, 3);

describe('one draft in, one assessment out', () => {
  it('lets a message about nobody go', async () => {
    const { verdict, facts } = await judge({});
    expect(verdict).toMatchObject({ action: 'allow', destination: 'own', because: [] });
    expect(facts.people.estimate).toBe(0);
  });

  it.each<[string, Partial<DraftToAssess>]>([
    ['plain text', { body: asTableText(clients) }],
    ['the HTML an editor makes of a pasted table', { body: asHtmlTable(clients), isHtml: true }],
    ['a file', { files: [{ id: 'a', name: 'a.csv', content: new Blob([asTableText(clients)]) }] }],
    [
      'text and the same again in a file',
      {
        body: asTableText(clients),
        files: [{ id: 'a', name: 'a.txt', content: new Blob([asTableText(clients)]) }],
      },
    ],
  ])('counts the same people in %s', async (_, changes) => {
    const { facts, verdict } = await judge(changes);
    expect(facts.people.estimate).toBe(40);
    expect(verdict.action).toBe('block');
  });

  it('looks into the subject', async () => {
    const { facts, parts } = await judge({ subject: 'Call 07700 900123, write to dora.penn@letters.test' });
    expect(facts.kinds.map(({ kind }) => kind).sort()).toEqual(['email', 'phone']);
    expect(parts.map(({ name }) => name)).toContain('subject');
  });

  it('names what lies in an archive by the way that leads to it', async () => {
    const { parts, facts } = await judge({ files: [fixture('clients-957.zip')] });
    expect(parts.some(({ name }) => /^clients-957\.zip\/.+/.test(name))).toBe(true);
    const alone = await judge({ files: [fixture('story.docx')] });
    expect(alone.facts.people.estimate).toBeGreaterThan(0);
    expect(facts.people.estimate).toBe(957 + alone.facts.people.estimate);
  });

  it.each([
    ['truncated.xlsx', 'broken'],
    ['encrypted.zip', 'encrypted'],
    ['password.xlsx', 'encrypted'],
    ['empty.csv', 'empty'],
    ['picture.png', 'media'],
  ])('says that %s cannot be told, and why', async (name, reason) => {
    const { files, verdict } = await judge({ files: [fixture(name)] });
    expect(files).toMatchObject([{ readable: false, unreadable: reason }]);
    expect(verdict.action).not.toBe('allow');
  });

  it('takes a file nobody could fetch for one that cannot be told', async () => {
    const { files, verdict } = await judge({ files: [{ id: 'x', name: 'x.pdf', content: 'not-reachable' }] });
    expect(files).toEqual([
      { extension: 'pdf', type: 'unknown', size: 0, readable: false, unreadable: 'not-reachable', hasPeople: false },
    ]);
    expect(verdict.action).toBe('block');
  });

  it('reads a file once, however often the draft is judged', async () => {
    const known = new Map<string, ReadFile>();
    const names: string[] = [];
    const options = { known, progress: ({ part }: { part: string }) => void names.push(part) };
    const first = await judge({ files: [fixture('clients-957.csv')] }, options);
    const readOnce = names.length;
    const second = await judge({ files: [fixture('clients-957.csv')], to: ['someone@other.example'] }, options);
    expect(readOnce).toBeGreaterThan(0);
    expect(names).toHaveLength(readOnce);
    expect(second.facts.people).toEqual(first.facts.people);
    expect(second.verdict.destination).toBe('external');
  });

  it('reads a file that could not be fetched before', async () => {
    const known = new Map<string, ReadFile>();
    const file = fixture('clients-957.csv');
    expect((await judge({ files: [{ ...file, content: 'not-reachable' }] }, { known })).facts.people.estimate).toBe(0);
    expect((await judge({ files: [file] }, { known })).facts.people.estimate).toBe(957);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(judge({ files: [fixture('clients-957.xlsx')] }, { signal })).rejects.toThrow(/abort/i);
  });

  it('says where values stand only when asked, in the text as it was given', async () => {
    const body = 'Full width: ０７７００ ９００１２３.';
    const { findings } = await judge({ body }, { findings: true });
    expect(findings?.map(({ start, end }) => body.slice(start, end))).toEqual(['０７７００ ９００１２３']);
    expect((await judge({ body })).findings).toBeUndefined();
  });
});

describe('the digest of a file', () => {
  it('is its SHA-256', async () => {
    expect(await digest(new Blob(['abc']), new AbortController().signal)).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('what stands in a recipient field and is no address', () => {
  const table = asTableText(clients).replaceAll(/\S+@\S+/g, '');

  it.each<[string, string[]]>([
    ['a table on one line, as a field makes of it', [table.replaceAll('\n', '')]],
    ['a table cut at its commas', splitAddresses(table.replaceAll('\t', ','))],
  ])('is counted: %s', async (_, entries) => {
    const { facts, parts, verdict } = await judge({ bcc: entries });
    expect(facts.people.estimate).toBe(40);
    expect(parts.map(({ name }) => name)).toContain('recipients');
    expect(verdict.action).toBe('block');
  });

  it.each<[string, string[]]>([
    ['names that a page shows for addresses', clients.slice(0, 30).map(({ name }) => name)],
    ['an unfinished address, and a group', ['kim@', 'Board: ;', '+3']],
    ['a name with its address', ['Kim Lee (07700 900123) <kim.lee@client.test>']],
  ])('is about nobody: %s', async (_, entries) => {
    const { facts, parts } = await judge({ cc: entries });
    expect(facts.people.estimate).toBe(0);
    expect(parts.map(({ name }) => name)).toEqual(['message']);
  });
});
