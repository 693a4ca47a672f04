// A disk that is full and a store that was damaged, in Chromium: what was acknowledged is there afterwards, or it is said that it is not; what
// could not be stored was never acknowledged.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, startChromium } from './chromium.ts';
import { label } from './dialog.ts';
import { chromiumPath } from './machine.ts';
import { askBackground } from './record.ts';

describe.skipIf(!chromiumPath)('the store', () => {
  let chromium: Chromium;
  const acknowledged: string[] = [];
  beforeAll(async () => {
    chromium = await startChromium();
  });
  afterAll(() => chromium?.close());

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
    const page = await chromium.openExtensionPage('register.html');
    const debug = await chromium.context.newCDPSession(page);
    const origin = `chrome-extension://${chromium.extensionId}`;
    await debug.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    let refused = 0;
    for (let number = 4; number <= 8; number += 1)
      await report(number).then(
        ({ id }) => acknowledged.push(id),
        () => {
          refused += 1;
        },
      );
    expect(refused, 'a full disk is noticed').toBeGreaterThan(0);
    await debug.send('Storage.overrideQuotaForOrigin', { origin });
    await page.close();
    for (let number = 9; number <= 11; number += 1) acknowledged.push((await report(number)).id);
    await restart();
    const { ids, health } = await state();
    expect(ids).toEqual(expect.arrayContaining(acknowledged));
    expect(health.chain).toBe('intact');
  });

  it('that was damaged while the browser was closed comes back from its second copy', async () => {
    const { profile } = chromium;
    await chromium.close('keep');
    for (const folder of readdirSync(rooms('IndexedDB')).filter((name) => name.endsWith('.leveldb')))
      for (const file of readdirSync(join(rooms('IndexedDB'), folder)))
        writeFileSync(join(rooms('IndexedDB'), folder, file), 'not what was here');
    chromium = await startChromium({ profile });
    const { ids, health } = await state();
    const lost = acknowledged.filter((id) => !ids.includes(id));
    expect(lost.length === 0 || health.chain === 'lost', `${lost.length} lost, chain ${health.chain}`).toBe(true);
    expect(lost, 'nothing was delivered yet: every entry has its second copy').toEqual([]);
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
    const fresh = (await report(12)).id;
    const { ids, health } = await state();
    expect(ids).toContain(fresh);
    const lost = acknowledged.filter((id) => !ids.includes(id)).length;
    // Where nothing at all is left, this browser cannot know that there was something: the collector notices, by the chain that begins anew.
    console.log(`damaged twice: ${lost} of ${acknowledged.length} gone, the store says ${health.chain}`);
    const page = await chromium.openExtensionPage('register.html');
    await page.getByText(label('register_part_incidents')).first().waitFor();
    await page.close();
  });
});
