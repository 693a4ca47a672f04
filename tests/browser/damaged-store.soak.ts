// A disk that is full and a store that was damaged, in Chromium: what was acknowledged is there afterwards, or it is said that it is not; what
// could not be stored was never acknowledged.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, startChromium } from './chromium.ts';
import { label } from './dialog.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { askBackground, entriesOf } from './record.ts';

describe.skipIf(!chromiumPath || !canSetPolicy)('the store', () => {
  let chromium: Chromium;
  const acknowledged: string[] = [];
  // A disk of its own that can be filled: the extension has no quota that could be.
  const disk = mkdtempSync(join(tmpdir(), 'gatehouse-disk-'));
  const filler = () => join(disk, 'filler');
  const fill = () => {
    const file = openSync(filler(), 'w');
    try {
      for (const size of [1 << 20, 4096, 1]) {
        try {
          for (;;) writeSync(file, Buffer.alloc(size));
        } catch (thrown) {
          if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown;
        }
      }
    } finally {
      closeSync(file);
    }
  };
  beforeAll(async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', disk]);
    chromium = await startChromium({ profile: join(disk, 'profile') });
  });
  afterAll(async () => {
    await chromium?.close();
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  const report = (number: number) =>
    askBackground(chromium, 'report/record', {
      report: { what: `number ${number} ${'x'.repeat(4_000)}`, when: '', recovered: 'no', people: 'one' },
    });
  const state = async () => {
    const { entries, health } = await askBackground(chromium, 'register/list', {});
    return { ids: entries.flatMap(({ entry }) => (entry.type === 'report' ? [entry.report.id] : [])), health };
  };
  const restart = async () => {
    const { profile } = chromium;
    await chromium.kill();
    chromium = await startChromium({ profile });
  };
  const rooms = (room: string) => join(chromium.profile, 'Default', room);

  it('says so when the disk is full, and loses nothing it acknowledged', async () => {
    for (let number = 1; number <= 3; number += 1) acknowledged.push((await report(number)).id);
    fill();
    let refused = 0;
    for (let number = 4; number <= 40; number += 1)
      await report(number).then(
        ({ id }) => acknowledged.push(id),
        () => {
          refused += 1;
        },
      );
    expect(refused, 'a full disk is noticed').toBeGreaterThan(0);
    rmSync(filler());
    for (let number = 41; number <= 43; number += 1) acknowledged.push((await report(number)).id);
    await restart();
    const { ids, health } = await state();
    expect(ids).toEqual(expect.arrayContaining(acknowledged));
    expect(health).toEqual({ chain: 'intact', entries: ids.length });
  });

  it('that was damaged while the browser was closed comes back from its second copy', async () => {
    const { profile } = chromium;
    await chromium.close('keep');
    for (const folder of readdirSync(rooms('IndexedDB')).filter((name) => name.endsWith('.leveldb')))
      for (const file of readdirSync(join(rooms('IndexedDB'), folder)))
        writeFileSync(join(rooms('IndexedDB'), folder, file), 'not what was here');
    chromium = await startChromium({ profile });
    const { ids, health } = await state();
    expect(ids, 'nothing was delivered yet: every entry has its second copy').toEqual(
      expect.arrayContaining(acknowledged),
    );
    expect(health).toEqual({ chain: 'intact', entries: ids.length });
  });

  it('of which both copies were damaged says what is lost, and the chain goes on', async () => {
    const { profile } = chromium;
    await chromium.close('keep');
    const local = join(rooms('Local Extension Settings'), chromium.extensionId);
    for (const file of readdirSync(local).filter((name) => /\.(log|ldb)$/.test(name)))
      writeFileSync(join(local, file), 'gone');
    for (const folder of readdirSync(rooms('IndexedDB')).filter((name) => name.endsWith('.leveldb')))
      for (const file of readdirSync(join(rooms('IndexedDB'), folder)).filter((name) => /\.(log|ldb)$/.test(name)))
        writeFileSync(join(rooms('IndexedDB'), folder, file), 'gone');
    chromium = await startChromium({ profile });
    const before = await state();
    expect(before).toEqual({ ids: [], health: { chain: 'lost', firstBad: 1, entries: 0 } });
    const fresh = (await report(12)).id;
    const { ids, health } = await state();
    expect(ids).toEqual([fresh]);
    expect(health).toEqual({ chain: 'lost', firstBad: 1, entries: 1 });
    const [entry] = await entriesOf(chromium);
    expect(entry!.sequence, 'the chain goes on from its end').toBeGreaterThan(acknowledged.length);
    const page = await chromium.openExtensionPage('register.html');
    await page.getByText(label('register_chain_lost_all')).waitFor();
    await page.close();
  });
});
