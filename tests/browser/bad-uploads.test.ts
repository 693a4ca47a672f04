// Files that are too large, too deep, or not what they were: the page answers, memory stays bounded, nothing goes unseen.
import { mkdtempSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeArchive } from '../extractors/archive-writer.ts';
import { pick } from './bring-files.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn, hasDialog, label } from './dialog.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { type ManagedPolicy, policyFor } from './managed-policy.ts';
import { largestProcess } from './memory.ts';
import { longestStall, watchThread } from './page-thread.ts';
import { entriesSoFar, incidentsOf, policyArrived } from './record.ts';
import { clients957, clientTable, fileNamed, thirtyClients } from './samples.ts';
import { startUploadSite, type UploadSite } from './upload-site.ts';
import { zipOfZeros } from './zip-of-zeros.ts';

const clean = fileNamed('timetable.csv', 'week,room\n1,Blue\n2,Red\n');

function sparse(bytes: number): string {
  const path = fileNamed('disk.img', '');
  truncateSync(path, bytes);
  return path;
}

async function nested(levels: number): Promise<Uint8Array> {
  let content = new Uint8Array(readFileSync(clients957.csv));
  for (let level = 0; level < levels; level++) content = await writeArchive([{ name: `${level}.zip`, content }]);
  return content;
}

const laughs = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

/** What is chosen, and why the dialog says that it was not checked. */
const bad: [string, () => string | Promise<string>, Parameters<typeof label>[0]][] = [
  ['a sparse file of 1 GB', () => sparse(2 ** 30), 'unreadable_too_large'],
  ['a ZIP bomb', () => fileNamed('bomb.zip', zipOfZeros(300 << 20)), 'unreadable_too_large'],
  ['archives in archives', async () => fileNamed('deep.zip', await nested(7)), 'unreadable_too_deep'],
  [
    'a workbook cut short',
    () => fileNamed('cut.xlsx', readFileSync(clients957.xlsx).subarray(0, 20_000)),
    'unreadable_broken',
  ],
];

describe.skipIf(!chromiumPath || !canSetPolicy)('a bad file for a site', () => {
  let site: UploadSite;
  let policy: ManagedPolicy;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    site = await startUploadSite();
    policy = policyFor({ version: 'bad', sites: { personal: ['drive.test'] } });
    chromium = await startChromium({ policy });
    await policyArrived(chromium, 'bad');
  }, 120_000);
  afterAll(async () => {
    await chromium?.close();
    await policy?.close();
    await site?.close();
  });
  beforeEach(async () => {
    site.arrived.length = 0;
    page = await chromium.context.newPage();
    await page.goto(site.addressAt('drive.test'));
    await watchThread(page);
  });
  afterEach(() => page.close());

  it.each(bad)('%s is named with the reason, and stays out', async (_, make, why) => {
    const path = await make();
    const before = largestProcess(chromium);
    await pick(page, '#react-file', path);
    const dialog = await dialogOn(page, 60_000);
    expect(await dialog.text()).toContain(`Not checked: ${basename(path)}`);
    expect(await dialog.text()).toContain(label(why));
    expect(largestProcess(chromium) - before, 'MB that the largest process grew').toBeLessThan(400);
    await dialog.answer('dialog_back_file');
    expect(site.arrived).toEqual([]);
    expect(await longestStall(page), 'milliseconds for which the page did not answer').toBeLessThan(500);
  });

  it('with entities within entities is read without them, and goes as it is', async () => {
    const path = fileNamed('laughs.xml', `<!DOCTYPE z [<!ENTITY l0 "ha">${laughs}]><z>&l12;</z>`);
    await pick(page, '#react-file', path);
    await expect.poll(async () => site.arrived.length + Number(await hasDialog(page)), { timeout: 30_000 }).toBe(1);
    for (const { files } of site.arrived) expect(files[0]!.bytes).toEqual(readFileSync(path));
    expect(await longestStall(page)).toBeLessThan(500);
  });

  // Ten thousand, by chooser and by drop: large-folder.soak.ts.
  it('among twelve hundred others is found, and recorded with as many as an entry holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-folder-'));
    for (let index = 0; index < 1_200; index++) writeFileSync(join(folder, `note-${index}.txt`), `Note ${index}`);
    writeFileSync(join(folder, 'clients.csv'), readFileSync(clients957.csv));
    const before = await entriesSoFar(chromium);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#folder')]);
    // The driver waits until the page hears of the folder, which it never does.
    void chooser.setFiles(folder).catch(() => undefined);
    const dialog = await dialogOn(page, 50_000);
    expect(await dialog.headline()).toContain('957');
    await dialog.answer('dialog_back_file');
    expect(site.arrived).toEqual([]);
    const [incident] = await incidentsOf(chromium, before);
    expect(incident).toMatchObject({ verdict: { action: 'block' }, moreFiles: 201 });
    expect(incident!.files[0]).toMatchObject({
      extension: 'csv',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('that changes while it is asked about does not go as something else', async () => {
    const path = fileNamed('three.csv', clientTable(thirtyClients.slice(0, 3), ','));
    // Browsers know a changed file by the second it was changed in.
    utimesSync(path, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
    await pick(page, '#react-file', path);
    const dialog = await dialogOn(page, 30_000);
    writeFileSync(path, readFileSync(clients957.csv));
    await dialog.answer('dialog_go_on_file');
    await page.waitForTimeout(1_500);
    expect(site.arrived.flatMap(({ files }) => files.map(({ bytes }) => bytes.toString()))).toEqual([]);
  });

  it('whose reader hangs can be cancelled, and the next file goes', async () => {
    await pick(page, '#react-file', clean);
    await expect.poll(() => site.arrived.length).toBe(1);
    // A reader that does not come back: everything that unpacks in the desk's worker spins.
    const worker = page.workers().find((one) => one.url().includes('worker'));
    expect(worker, 'the desk has a worker').toBeDefined();
    await worker!.evaluate(() => {
      Object.assign(globalThis, {
        DecompressionStream: class {
          constructor() {
            for (;;);
          }
        },
      });
    });
    await pick(page, '#react-file', clients957.xlsx);
    const cancel = page
      .frames()
      .find((frame) => frame.url().includes('/desk.html'))!
      .getByRole('button', { name: label('dialog_cancel'), exact: true });
    await cancel.click();
    await cancel.waitFor({ state: 'hidden' });
    await pick(page, '#react-file', clean);
    await expect.poll(() => site.arrived.length, { timeout: 20_000 }).toBe(2);
    expect(await longestStall(page)).toBeLessThan(500);
  });
});
