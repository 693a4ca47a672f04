// The key beside the store: made once, for its owner alone, on disks of every kind; what cannot be used is said.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { link } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoKey, signerFor } from '../../collector/signing-key.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return { ...real, link: vi.fn(real.link) };
});

let folder: string;
let database: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-key-'));
  database = join(folder, 'register.db');
  path = `${database}.key`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['with a second name for a file', undefined],
  ['without one', 'EPERM'],
])('on a disk %s, a key', (_, code) => {
  beforeEach(() => {
    if (code) vi.mocked(link).mockRejectedValue(Object.assign(new Error(code), { code }));
  });
  afterEach(async () => {
    const { link: real } = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises');
    vi.mocked(link).mockImplementation(real);
  });

  it('is made once, whole, for its owner alone, and nothing is left beside it', async () => {
    expect(await signerFor({ database }, { makes: false })).toBeUndefined();
    const made = await signerFor({ database }, { makes: true });
    for (const makes of [true, false]) expect((await signerFor({ database }, { makes }))!.key).toBe(made!.key);
    expect(readFileSync(path, 'utf8')).toMatch(/^[\w-]{43}$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['register.db.key']);
  });
});

it('is read where nothing can be written', async () => {
  const made = await signerFor({ database }, { makes: true });
  vi.mocked(link).mockClear();
  chmodSync(folder, 0o500);
  expect((await signerFor({ database }, { makes: true }))!.key).toBe(made!.key);
  expect(link).not.toHaveBeenCalled();
  chmodSync(folder, 0o700);
});

it.each([
  ['an empty file', () => writeFileSync(path, '')],
  ['a short one', () => writeFileSync(path, 'AAAA')],
  ['a long one', () => writeFileSync(path, 'A'.repeat(86))],
  ['another text', () => writeFileSync(path, 'not a key, but a text!')],
  ['a folder', () => mkdirSync(path)],
])('says of %s that it is no key, by its name, and leaves it', async (_, put) => {
  put();
  const said = await signerFor({ database }, { makes: true }).catch((thrown) => thrown);
  expect(said).toBeInstanceOf(NoKey);
  expect(said.message).toContain(path);
  expect(readdirSync(folder)).toEqual(['register.db.key']);
});
