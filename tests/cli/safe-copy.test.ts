// The safe copy as somebody without webmail makes it: a process with arguments and an exit status.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { asCsv } from '../../benchmarks/corpus/forms.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-safe-'));
afterAll(() => rmSync(folder, { recursive: true }));

const clients = generateClients(20, 11);
writeFileSync(join(folder, 'clients.csv'), asCsv(clients));
writeFileSync(join(folder, 'picture.png'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));

function run(...args: string[]) {
  const command = [join(root, 'cli/safe-copy.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/node'), command, { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

it('writes a copy beside the file, once', { timeout: 60_000 }, () => {
  const { status, out } = run(join(folder, 'clients.csv'));
  expect(status).toBe(0);
  expect(out).toContain('clients-safe.csv');
  const copy = readFileSync(join(folder, 'clients-safe.csv'), 'utf8');
  for (const { email, lastName } of clients) {
    expect(copy).not.toContain(email);
    expect(copy).not.toContain(lastName);
  }
  const again = run(join(folder, 'clients.csv'));
  expect(again.status).toBe(64);
  expect(again.err).toContain('not overwritten');
});

it('writes nothing where it can make none, and says why', { timeout: 60_000 }, () => {
  const before = readdirSync(folder);
  expect(run(join(folder, 'picture.png'))).toMatchObject({ status: 2, out: '' });
  expect(run(join(folder, 'missing.csv')).status).toBe(66);
  expect(run().status).toBe(64);
  expect(readdirSync(folder)).toEqual(before);
});

it('writes the same word for the same value where the policy allows it, and says that it is personal data', {
  timeout: 60_000,
}, () => {
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const allowed = file('policy.json', JSON.stringify({ safeCopy: { pseudonyms: true } }));
  const key = file('key', 'a secret of the firm');
  const copyWith = (name: string, ...policy: string[]) =>
    run(join(folder, 'clients.csv'), '--out', join(folder, name), '--pseudonyms', key, ...policy);
  expect(copyWith('not.csv')).toMatchObject({ status: 2, out: '' });
  const { status, out } = copyWith('one.csv', '--policy', allowed);
  expect(status).toBe(0);
  expect(out).toContain('still personal data');
  copyWith('two.csv', '--policy', allowed);
  const copies = ['one.csv', 'two.csv'].map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(copies[0]).toBe(copies[1]);
  for (const { email, lastName } of clients) {
    expect(copies[0]).not.toContain(email);
    expect(copies[0]).not.toContain(lastName);
  }
  // Twenty people are still told apart.
  expect(new Set(copies[0]!.trim().split('\n')).size).toBe(21);
  expect(run(join(folder, 'clients.csv'), '--policy', allowed, '--pseudonyms', file('short', 'abc')).status).toBe(64);
});
