// Files that are too large, too deep, or not what they were: the page answers, memory stays bounded, nothing goes unseen.
import { mkdtempSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { writeArchive } from '../extractors/archive-writer.ts';
import { pick } from './bring-files.ts';
import { dialogOn, hasDialog, label } from './dialog.ts';
import { largestProcess } from './memory.ts';
import { longestStall, watchThread } from './page-thread.ts';
import { entriesSoFar, incidentsOf } from './record.ts';
import { clients957, clientTable, fileNamed, thirtyClients } from './samples.ts';
import { describeUploads } from './upload-visit.ts';
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

describeUploads('a bad file for a site', 'bad', (visit) => {
  beforeEach(() => watchThread(visit.page));

  it.each(bad)('%s is named with the reason, and stays out', async (_, make, why) => {
    const path = await make();
    const before = largestProcess(visit.chromium);
    await pick(visit.page, '#react-file', path);
    const dialog = await dialogOn(visit.page, 60_000);
    expect(await dialog.text()).toContain(`Not checked: ${basename(path)}`);
    expect(await dialog.text()).toContain(label(why));
    expect(largestProcess(visit.chromium) - before, 'MB that the largest process grew').toBeLessThan(400);
    await dialog.answer('dialog_back_file');
    expect(visit.site.arrived).toEqual([]);
    expect(await longestStall(visit.page), 'milliseconds for which the page did not answer').toBeLessThan(500);
  });

  it('with entities within entities is read without them, and goes as it is', async () => {
    const path = fileNamed('laughs.xml', `<!DOCTYPE z [<!ENTITY l0 "ha">${laughs}]><z>&l12;</z>`);
    await pick(visit.page, '#react-file', path);
    await expect
      .poll(async () => visit.site.arrived.length + Number(await hasDialog(visit.page)), { timeout: 30_000 })
      .toBe(1);
    for (const { files } of visit.site.arrived) expect(files[0]!.bytes).toEqual(readFileSync(path));
    expect(await longestStall(visit.page)).toBeLessThan(500);
  });

  // Ten thousand, by chooser and by drop: large-folder.soak.ts.
  it('among twelve hundred others is found, and recorded with as many as an entry holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-folder-'));
    for (let index = 0; index < 1_200; index++) writeFileSync(join(folder, `note-${index}.txt`), `Note ${index}`);
    writeFileSync(join(folder, 'clients.csv'), readFileSync(clients957.csv));
    const before = await entriesSoFar(visit.chromium);
    const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), visit.page.click('#folder')]);
    // The driver waits until the page hears of the folder, which it never does.
    void chooser.setFiles(folder).catch(() => undefined);
    const dialog = await dialogOn(visit.page, 50_000);
    expect(await dialog.headline()).toContain('957');
    await dialog.answer('dialog_back_file');
    expect(visit.site.arrived).toEqual([]);
    const [incident] = await incidentsOf(visit.chromium, before);
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
    await pick(visit.page, '#react-file', path);
    const dialog = await dialogOn(visit.page, 30_000);
    writeFileSync(path, readFileSync(clients957.csv));
    await dialog.answer('dialog_go_on_file');
    await visit.page.waitForTimeout(1_500);
    expect(visit.site.arrived.flatMap(({ files }) => files.map(({ bytes }) => bytes.toString()))).toEqual([]);
  });

  it('whose reader hangs can be cancelled, and the next file goes', async () => {
    await pick(visit.page, '#react-file', clean);
    await expect.poll(() => visit.site.arrived.length).toBe(1);
    // A reader that does not come back: everything that unpacks in the desk's worker spins.
    const worker = visit.page.workers().find((one) => one.url().includes('worker'));
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
    await pick(visit.page, '#react-file', clients957.xlsx);
    const cancel = visit.page
      .frames()
      .find((frame) => frame.url().includes('/desk.html'))!
      .getByRole('button', { name: label('dialog_cancel'), exact: true });
    await cancel.click();
    await cancel.waitFor({ state: 'hidden' });
    await pick(visit.page, '#react-file', clean);
    await expect.poll(() => visit.site.arrived.length, { timeout: 20_000 }).toBe(2);
    expect(await longestStall(visit.page)).toBeLessThan(500);
  });
});
