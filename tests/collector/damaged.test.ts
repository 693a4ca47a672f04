// A disk that is full under the collector, and a store that was damaged: what was confirmed is there, or it is said that it is not.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { checkChains, isWhole } from '../../collector/chains.ts';
import { runJob } from '../../collector/jobs/job.ts';
import { signing } from '../../collector/jobs/signing.ts';
import type { Envelope } from '../../incidents/envelope.ts';
import { incidentEntry } from '../incidents/entries.ts';
import { browser, openCollector } from './office.ts';
import { runCollector } from './running.ts';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0).reverse()) step();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-damaged-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A collector's command in a process of its own. */
const run = (database: string, ...words: string[]) =>
  spawnSync(process.execPath, [resolve(import.meta.dirname, '../../collector/main.ts'), ...words], {
    env: { ...process.env, DATABASE_URL: database, GATEHOUSE_URL: 'http://localhost:1', NODE_NO_WARNINGS: '1' },
    encoding: 'utf8',
    timeout: 20_000,
  });

describe.skipIf(process.getuid?.() !== 0)('a full disk', () => {
  it('is said to who sends; what was confirmed is there, and the rest is taken once there is room', async () => {
    const disk = newFolder();
    const mount = (...options: string[]) => execFileSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', disk]);
    mount('-o', 'size=1m');
    undo.push(() => execFileSync('umount', [disk]));
    const collector = await openCollector(join(disk, 'collector.db'));
    const { next } = browser();
    const confirmed: string[] = [];
    let refused: Envelope | undefined;
    for (let number = 0; number < 2_000 && !refused; number++) {
      const envelope = await next(incidentEntry(number));
      const answer = await collector.post(envelope);
      if (answer.status === 200) confirmed.push(envelope.id);
      else {
        expect([answer.status, await answer.json()]).toEqual([503, { problem: 'full' }]);
        refused = envelope;
      }
    }
    expect(confirmed.length).toBeGreaterThan(10);
    expect(refused).toBeDefined();

    mount('-o', 'remount,size=20m');
    expect((await collector.post(refused)).status).toBe(200);
    const stored = (await collector.store.all<{ id: string }>('SELECT id FROM entries')).map(({ id }) => id);
    expect(new Set(stored)).toEqual(new Set([...confirmed, refused!.id]));
    for await (const report of checkChains(collector.store, collector.signer.key)) expect(isWhole(report)).toBe(true);
    await collector.close();
  });
});

const filled = async ({ isSigned = false } = {}) => {
  const path = join(newFolder(), 'collector.db');
  const collector = await openCollector(path);
  const { next } = browser();
  for (let number = 0; number < 200; number++) await collector.post(await next(incidentEntry(number)));
  if (isSigned) expect(await runJob(signing, { ...collector, now: Date.now, version: '0.1.0' })).toBe('done');
  await collector.close();
  return path;
};

describe('a restored store', { timeout: 120_000 }, () => {
  it('is started with the key it was signed with, and says where that belongs while it is not there', async () => {
    const path = await filled({ isSigned: true });
    const [backup, moved] = [join(newFolder(), 'register.jsonl'), join(newFolder(), 'moved.db')];
    expect(run(path, 'backup', backup).status).toBe(0);
    expect(run(moved, 'restore', backup).status).toBe(0);
    for (const command of [[], ['verify']]) {
      const { status, stderr } = run(moved, ...command);
      expect([status, existsSync(`${moved}.key`)]).toEqual([78, false]);
      expect(stderr).toContain(`${moved}.key`);
      expect(stderr).toContain('GATEHOUSE_SIGNING_KEY');
    }
    writeFileSync(`${moved}.key`, 'A'.repeat(43));
    expect(run(moved).status).toBe(78);
    copyFileSync(`${path}.key`, `${moved}.key`);
    expect(run(moved, 'verify').status).toBe(0);
    await (await runCollector(moved, {})).stop();
  });

  it('is given another key where somebody says that the old one is lost, and verify goes on saying so', async () => {
    const path = await filled({ isSigned: true });
    expect(run(path, 'new-key').status).toBe(1);
    rmSync(`${path}.key`);
    expect(run(path).status).toBe(78);
    expect(run(path, 'new-key').status).toBe(0);
    const { status, stdout } = run(path, 'verify');
    expect(status).toBe(1);
    for (const said of [/: not signed 2$/m, /: whole$/m]) expect(stdout).toMatch(said);
    expect(stdout).toContain('signed ends: number 1, ');
    await (await runCollector(path, {})).stop();
  });
});

describe('a damaged store', () => {
  it.each([[], ['verify'], ['backup', '/dev/null']])(
    'is not opened by %j: it says so, and leaves the file as it is',
    async (...command) => {
      const path = await filled();
      expect(run(path, 'verify')).toMatchObject({ status: 0 });
      const file = openSync(path, 'r+');
      // The pages of a table, not the first, which says that it is a store at all.
      const middle = Math.floor(statSync(path).size / 8_192) * 4_096;
      writeSync(file, Buffer.alloc(16_384, 0xa5), 0, 16_384, middle);
      const before = readFileSync(path);
      const { status, stderr, stdout } = run(path, ...command);
      expect([status, stdout]).toEqual([74, '']);
      expect(stderr).toContain('is damaged');
      expect(stderr).toContain('restore');
      expect(stderr).toContain(`${path}.key`);
      expect(readFileSync(path).equals(before)).toBe(true);
    },
  );

  it('is looked through for what is served, not for a token, which says so where it comes upon the damage', async () => {
    const path = await filled();
    const place = (table: string) => {
      const file = new DatabaseSync(path, { readOnly: true });
      const [row] = file.prepare('SELECT rootpage AS page FROM sqlite_schema WHERE name = ?').all(table);
      file.close();
      return ((row as { page: number }).page - 1) * 4_096;
    };
    const spoil = (table: string) => {
      const file = openSync(path, 'r+');
      writeSync(file, Buffer.alloc(4_096, 0xa5), 0, 4_096, place(table));
      closeSync(file);
    };
    run(path, 'verify');
    spoil('entries');
    expect(run(path, 'verify')).toMatchObject({ status: 74 });
    expect(run(path, 'token')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^[\w-]{43}\n$/) });
    spoil('intake_tokens');
    expect(run(path, 'token')).toMatchObject({ status: 74, stdout: '' });
  });

  it.each(['verify', 'token'])('is not taken by %s for a new one where it is no store at all', (command) => {
    const path = join(newFolder(), 'collector.db');
    writeFileSync(path, 'not a database, but a text that somebody put here by mistake');
    expect(run(path, command)).toMatchObject({ status: 74 });
    expect(readFileSync(path, 'utf8')).toContain('by mistake');
  });

  it('tells an entry that was changed in the file behind its back', async () => {
    const path = await filled();
    const collector = await openCollector(path);
    const [row] = await collector.store.all<{ id: string; envelope: string }>(
      'SELECT id, envelope FROM entries LIMIT 1 OFFSET 90',
    );
    await collector.store.run(
      'UPDATE entries SET envelope = ? WHERE id = ?',
      row!.envelope.replace('"people":{"min":', '"people":{"min":1'),
      row!.id,
    );
    await collector.close();
    const { status, stdout } = run(path, 'verify');
    expect(status).toBe(1);
    expect(stdout).toMatch(/edited/);
  });
});
