// A folder of ten thousand files, chosen and dropped: the page answers, what is read is shown and can be left, and the end is an honest
// one. Minutes: `npm run soak:folder`.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drop } from './bring-files.ts';
import { deskOn, dialogOn, label } from './dialog.ts';
import { largestProcess } from './memory.ts';
import { longestStall, watchThread } from './page-thread.ts';
import { askedSince, recordedSoFar } from './record.ts';
import { clients957 } from './samples.ts';
import { describeUploads } from './upload-visit.ts';

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

describeUploads('a folder of ten thousand files', 'folder', (visit) => {
  const clean = folderWith({});
  const withClients = folderWith({ 'clients.csv': readFileSync(clients957.csv) });

  /** Until something is read: before that, the browser itself makes its list of the files, with the page standing still. */
  const isBeingRead = async () => {
    const reading = (await deskOn(visit.page, 120_000)).getByRole('progressbar');
    await reading.waitFor({ timeout: 120_000 });
    await watchThread(visit.page);
    return reading;
  };

  describe.each(Object.entries(ways))('%s', (_, bring) => {
    it('can be left while it is read', async () => {
      await bring(visit.page, withClients);
      await isBeingRead();
      const cancel = (await deskOn(visit.page)).getByRole('button', { name: label('dialog_cancel'), exact: true });
      await cancel.click();
      await cancel.waitFor({ state: 'hidden' });
      await visit.page.waitForTimeout(2_000);
      expect(visit.site.arrived).toEqual([]);
      expect(await visit.page.locator('#log').innerText()).toBe('');
    });

    it('with a list in one of them is held and recorded, and the page answers meanwhile', async () => {
      const before = await recordedSoFar(visit.chromium);
      const megabytes = largestProcess(visit.chromium);
      await bring(visit.page, withClients);
      await isBeingRead();
      const dialog = await dialogOn(visit.page, 300_000);
      expect(await dialog.headline()).toContain('957');
      expect(await longestStall(visit.page), 'milliseconds for which the page did not answer').toBeLessThan(1_000);
      expect(largestProcess(visit.chromium) - megabytes, 'MB that the largest process grew').toBeLessThan(400);
      await dialog.answer('dialog_back_file');
      expect(visit.site.arrived).toEqual([]);
      const [incident] = await askedSince(visit.chromium, before);
      expect(incident).toMatchObject({ verdict: { action: 'block' }, moreFiles: count - 1_000 });
      expect(incident!.files).toHaveLength(1_000);
      expect(incident!.files[0]).toMatchObject({
        extension: 'csv',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      });
    });

    it('goes as it is when it is about nobody', async () => {
      await bring(visit.page, clean);
      await expect.poll(() => visit.site.arrived.length, { timeout: 400_000 }).toBe(1);
      const { files } = visit.site.arrived[0]!;
      expect(files).toHaveLength(count);
      const byName = new Map(files.map(({ name, bytes }) => [name, bytes.toString()]));
      expect(byName.size).toBe(count);
      for (let index = 0; index < count; index++) expect(byName.get(`note-${index}.txt`)).toBe(note(index));
    });
  });
});
