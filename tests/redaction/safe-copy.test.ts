import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { extract } from '../../extractors/index.ts';
import { defaultLimits } from '../../extractors/limits.ts';
import type { SafeCopy } from '../../redaction/rewriting.ts';
import { type SafeWay, safeCopy } from '../../redaction/safe-copy.ts';

const fixture = (name: string) => new Blob([readFileSync(join(import.meta.dirname, '../fixtures/files', name))]);
const signal = new AbortController().signal;
const limits = () => defaultLimits(Date.now());

const copyOf = (file: Blob, name: string, way: SafeWay = 'remove') =>
  safeCopy(file, name, way, { limits: limits(), signal, session: 7, label: (kind) => kind });

async function made(file: Blob, name: string, way?: SafeWay): Promise<SafeCopy> {
  const copy = await copyOf(file, name, way);
  if ('why' in copy) throw new Error(copy.why);
  return copy;
}

const tableOf = async ({ content, name }: SafeCopy) => {
  const { tables } = await extract(content, name, limits(), signal, () => undefined);
  return tables![0]!.rows;
};

describe('a safe copy of a table of clients', () => {
  it('keeps the rows and what was bought, and nobody', async () => {
    const original = await fixture('clients-957.csv').text();
    const { content, changed } = await made(fixture('clients-957.csv'), 'clients.csv');
    const text = await content.text();
    expect(text.split('\n').length).toBe(original.replace(/^\ufeff/, '').split('\n').length);
    expect(changed).toBeGreaterThan(957 * 3);
    for (const line of original.split('\n').slice(1, 40)) {
      const address = /[^,;\t"]+@[^,;\t"]+/.exec(line)?.[0];
      if (address) expect(text).not.toContain(address);
    }
  });

  it.each(['xlsx', 'ods'])('is a workbook again, with its headings and the same rows: %s', async (format) => {
    const file = fixture(`clients-957.${format}`);
    const before = (await extract(file, `clients.${format}`, limits(), signal, () => undefined)).tables![0]!.rows;
    const copy = await made(file, `clients.${format}`);
    expect(copy.name).toBe(`clients.${format}`);
    const after = await tableOf(copy);
    expect(after.length).toBe(before.length);
    expect(after[0]).toEqual(before[0]);
    const mail = before[0]!.findIndex((cell) => /mail/i.test(cell));
    expect(new Set(after.slice(1).map((row) => row[mail]))).toEqual(new Set(['[email]']));
  });

  it.each(['hidden.xlsx', 'hidden.ods', 'unseen.xlsx', 'unseen.ods'])(
    'keeps nothing that no cell shows: %s',
    async (name) => {
      const copy = await made(fixture(name), name);
      const part = await extract(copy.content, copy.name, limits(), signal, () => undefined);
      expect(part.children ?? []).toEqual([]);
      expect(part.text ?? '').not.toMatch(/@/);
    },
  );
});

describe('a table as counts', () => {
  const rows = generateClients(60, 5).map(({ name, email }, index) => [
    name,
    email,
    index < 40 ? 'North' : index < 57 ? 'South' : 'West',
    `${index}`,
  ]);
  const csv = new Blob([[['Name', 'E-mail', 'Region', 'Visit'], ...rows].map((row) => row.join(',')).join('\n')]);

  it('says how many rows have which value, and puts the rare ones together', async () => {
    const { content, name } = await made(csv, 'clients.csv', 'count');
    expect(name).toBe('clients-counts.csv');
    expect((await content.text()).trim().split('\r\n')).toEqual([
      'table,column,value,rows',
      '1,,,60',
      '1,Region,North,40',
      '1,Region,others,20',
    ]);
  });
});

describe('there is no safe copy', () => {
  it.each([
    ['encrypted.zip', 'unreadable'],
    ['document.pdf', 'format'],
    ['picture.png', 'unreadable'],
    ['truncated.xlsx', 'unreadable'],
  ])('of %s: %s', async (name, why) => {
    expect(await copyOf(fixture(name), name)).toEqual({ why });
  });
});

it('takes the people out of a text', async () => {
  const { content } = await made(
    new Blob(['Please call Jane Doe (jane.doe@example.org, 07700 900123) about order 12.']),
    'note.txt',
  );
  expect(await content.text()).toBe('Please call [name] ([email], [phone]) about order 12.');
});
