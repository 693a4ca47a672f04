// A folder of ten thousand files, chosen and dropped: the page answers, what is read is shown and can be left, and the end is an honest
// one. Minutes: `npm run soak:folder`.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drop } from './bring-files.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { deskOn, dialogOn, label } from './dialog.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { type ManagedPolicy, policyFor } from './managed-policy.ts';
import { largestProcess } from './memory.ts';
import { longestStall, watchThread } from './page-thread.ts';
import { entriesSoFar, incidentsOf, policyArrived } from './record.ts';
import { clients957 } from './samples.ts';
import { startUploadSite, type UploadSite } from './upload-site.ts';

const count = 10_000;
const note = (index: number) => `Note ${index}\nweek,room\n1,Blue\n`;

/** `odd`: what lies among the notes. */
function folderWith(odd: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-folder-'));
  const paths = Object.keys(odd);
  for (let index = 0; index < count; index++) {
    const below = join(folder, String(Math.floor(index / 500)));
    if (index % 500 === 0) mkdirSync(below);
    const name = paths[index - (count - paths.length)];
    writeFileSync(join(below, name ?? `note-${index}.txt`), name ? odd[name]! : note(index));
  }
  return folder;
}

/** The driver waits for the page to hear of a folder, which it does when the folder may go: nobody waits for that here. */
const ways: Record<string, (page: Page, folder: string) => Promise<void>> = {
  chosen: async (page, folder) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#folder')]);
    void chooser.setFiles(folder, { timeout: 600_000 }).catch(() => undefined);
  },
  dropped: (page, folder) => drop(page, '#react-zone', [folder]),
};

describe.skipIf(!chromiumPath || !canSetPolicy)('a folder of ten thousand files', () => {
  let site: UploadSite;
  let policy: ManagedPolicy;
  let chromium: Chromium;
  let page: Page;
  const clean = folderWith({});
  const withClients = folderWith({ 'clients.csv': readFileSync(clients957.csv) });

  beforeAll(async () => {
    site = await startUploadSite();
    policy = policyFor({ version: 'folder', sites: { personal: ['drive.test'] } });
    chromium = await startChromium({ policy });
    await policyArrived(chromium, 'folder');
  });
  afterAll(async () => {
    await chromium?.close();
    await policy?.close();
    await site?.close();
  });
  beforeEach(async () => {
    site.arrived.length = 0;
    page = await chromium.context.newPage();
    await page.goto(site.addressAt('drive.test'));
  });
  afterEach(() => page.close());

  /** Until something is read: before that, the browser itself makes its list of the files, with the page standing still. */
  const isBeingRead = async () => {
    const reading = (await deskOn(page, 120_000)).getByRole('progressbar');
    await reading.waitFor({ timeout: 120_000 });
    await watchThread(page);
    return reading;
  };

  describe.each(Object.entries(ways))('%s', (_, bring) => {
    it('can be left while it is read', async () => {
      await bring(page, withClients);
      await isBeingRead();
      const cancel = (await deskOn(page)).getByRole('button', { name: label('dialog_cancel'), exact: true });
      await cancel.click();
      await cancel.waitFor({ state: 'hidden' });
      await page.waitForTimeout(2_000);
      expect(site.arrived).toEqual([]);
      expect(await page.locator('#log').innerText()).toBe('');
    });

    it('with a list in one of them is held and recorded, and the page answers meanwhile', async () => {
      const before = await entriesSoFar(chromium);
      const megabytes = largestProcess(chromium);
      await bring(page, withClients);
      await isBeingRead();
      const dialog = await dialogOn(page, 300_000);
      expect(await dialog.headline()).toContain('957');
      expect(await longestStall(page), 'milliseconds for which the page did not answer').toBeLessThan(1_000);
      expect(largestProcess(chromium) - megabytes, 'MB that the largest process grew').toBeLessThan(400);
      await dialog.answer('dialog_back_file');
      expect(site.arrived).toEqual([]);
      const [incident] = await incidentsOf(chromium, before);
      expect(incident).toMatchObject({ verdict: { action: 'block' }, moreFiles: count - 1_000 });
      expect(incident!.files).toHaveLength(1_000);
      expect(incident!.files[0]).toMatchObject({
        extension: 'csv',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      });
    });

    it('goes as it is when it is about nobody', async () => {
      await bring(page, clean);
      await expect.poll(() => site.arrived.length, { timeout: 400_000 }).toBe(1);
      const { files } = site.arrived[0]!;
      expect(files).toHaveLength(count);
      const byName = new Map(files.map(({ name, bytes }) => [name, bytes.toString()]));
      expect(byName.size).toBe(count);
      for (let index = 0; index < count; index++) expect(byName.get(`note-${index}.txt`)).toBe(note(index));
    });
  });
});
