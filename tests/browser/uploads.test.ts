// Files on their way to a site that is no mail: every way in, and what reached the server in the end.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { writeArchive } from '../extractors/archive-writer.ts';
import { drop, pick } from './bring-files.ts';
import { copyPicture } from './clipboard.ts';
import { dialogOn, hasDialog } from './dialog.ts';
import { entriesSoFar, incidentsOf } from './record.ts';
import { clients957, clientTable, fileNamed, thirtyClients, valuesIn } from './samples.ts';
import type { Arrived } from './upload-site.ts';
import { describeUploads } from './upload-visit.ts';

const clean = fileNamed('timetable.csv', 'week,room\n1,Blue\n2,Red\n');
const three = fileNamed('three.csv', clientTable(thirtyClients.slice(0, 3), ','));
const six = fileNamed('six.csv', clientTable(thirtyClients.slice(0, 6), ','));
const unreadable = join(import.meta.dirname, '../fixtures/files/encrypted.zip');

interface Way {
  /** As which the server knows it. */
  way: string;
  bring(page: Page, files: string[]): Promise<void>;
}

const pickInShadow = async (page: Page, files: string[]) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('#shadow').click({ position: { x: 20, y: 10 } }),
  ]);
  await chooser.setFiles(files);
};

const ways: Record<string, Way> = {
  'a plain form': { way: 'plain', bring: (page, files) => pick(page, '#plain-file', files) },
  'an input React controls': { way: 'react-input', bring: (page, files) => pick(page, '#react-file', files) },
  'a drop on a React component': { way: 'react', bring: (page, files) => drop(page, '#react-zone', files) },
  'a drop on a dropzone': { way: 'dropzone', bring: (page, files) => drop(page, '#dropzone', files) },
  'a resumable upload': { way: 'resumable', bring: (page, files) => pick(page, '#resumable', files) },
  'an input in a closed shadow tree': { way: 'shadow', bring: pickInShadow },
  'an input that lies in no document': { way: 'loose', bring: (page, files) => pick(page, '#loose', files) },
};

describeUploads('a file for a site', 'sites', (visit) => {
  const bring = async ({ way, bring }: Way, files: string[]) => bring(visit.page, files).then(() => way);
  /** A plain form goes when its button is pressed. */
  const arrival = async (way: string): Promise<Arrived> => {
    if (way === 'plain') {
      await expect
        .poll(() => visit.page.locator('#plain-file').evaluate((input: HTMLInputElement) => input.files!.length))
        .toBeGreaterThan(0);
      await visit.page.click('#plain button');
    }
    await expect.poll(() => visit.site.arrived.find((one) => one.way === way), { timeout: 40_000 }).toBeDefined();
    return visit.site.arrived.find((one) => one.way === way)!;
  };
  const expectFile = (arrived: Arrived, path: string) => {
    expect(arrived.files.map(({ name }) => name)).toEqual([basename(path)]);
    expect(arrived.files[0]!.bytes.equals(readFileSync(path))).toBe(true);
  };

  describe.each(Object.entries(ways))('by %s', (_, way) => {
    it('goes unasked when it is about nobody', async () => {
      expectFile(await arrival(await bring(way, [clean])), clean);
      expect(await hasDialog(visit.page)).toBe(false);
      expect(visit.site.arrived).toHaveLength(1);
    });

    it('goes as it is when the person says so', async () => {
      const before = await entriesSoFar(visit.chromium);
      const name = await bring(way, [three]);
      const dialog = await dialogOn(visit.page);
      expect(visit.site.arrived).toEqual([]);
      await dialog.answer('dialog_go_on_file');
      expectFile(await arrival(name), three);
      expect(await incidentsOf(visit.chromium, before)).toMatchObject([
        {
          trigger: 'upload',
          destination: 'personal',
          people: { estimate: 3 },
          place: { host: expect.stringContaining('drive.test') },
        },
      ]);
    });

    it('stays when it is about 957 people, and the page is as if nothing was chosen', async () => {
      const before = await entriesSoFar(visit.chromium);
      await bring(way, [clients957.xlsx]);
      const dialog = await dialogOn(visit.page);
      expect(await dialog.headline()).toContain('957');
      await dialog.answer('dialog_back_file');
      await visit.page.waitForTimeout(500);
      expect(visit.site.arrived).toEqual([]);
      expect(await visit.page.locator('#log').innerText()).toBe('');
      expect(await incidentsOf(visit.chromium, before)).toMatchObject([{ verdict: { action: 'block' } }]);
      // It can be chosen again at once.
      expectFile(await arrival(await bring(way, [clean])), clean);
    });

    it('is asked about when it cannot be read', async () => {
      await bring(way, [unreadable]);
      const dialog = await dialogOn(visit.page);
      await dialog.answer('dialog_back_file');
      await visit.page.waitForTimeout(300);
      expect(visit.site.arrived).toEqual([]);
    });
  });

  it('goes as a safe copy, with nobody in it', async () => {
    const before = await entriesSoFar(visit.chromium);
    await pick(visit.page, '#react-file', clients957.csv);
    const dialog = await dialogOn(visit.page);
    await dialog.button('dialog_way_file_safe_copy').click();
    const { files } = await arrival('react-input');
    const text = files[0]!.bytes.toString();
    expect(text.split('\n').length).toBeGreaterThan(957);
    expect(valuesIn(text, readFileSync(clients957.csv, 'utf8').match(/[^,"\s]+@[^,"\s]+/g) ?? [])).toEqual([]);
    expect(await incidentsOf(visit.chromium, before)).toMatchObject([{ choice: 'safe-copy', outcome: 'near-miss' }]);
  });

  it('goes as counts, with no row of it', async () => {
    const before = await entriesSoFar(visit.chromium);
    await pick(visit.page, '#react-file', clients957.xlsx);
    const dialog = await dialogOn(visit.page);
    await dialog.button('dialog_way_file_counts').click();
    const { files } = await arrival('react-input');
    const text = files[0]!.bytes.toString();
    expect(text.split('\n')[1]).toContain('957');
    expect(text.split('\n').length).toBeLessThan(500);
    expect(valuesIn(text, readFileSync(clients957.csv, 'utf8').match(/[^,"\s]+@[^,"\s]+/g) ?? [])).toEqual([]);
    expect(await incidentsOf(visit.chromium, before)).toMatchObject([{ choice: 'counted-copy', outcome: 'near-miss' }]);
  });

  it('comes with thirty others, all of them in order', async () => {
    const files = Array.from({ length: 30 }, (_, index) => fileNamed(`note-${index}.txt`, `Note ${index}`));
    await pick(visit.page, '#react-file', files);
    const arrived = await arrival('react-input');
    expect(arrived.files.map(({ name }) => name)).toEqual(files.map((path) => basename(path)));
    expect(arrived.files.map(({ bytes }) => bytes.toString())).toEqual(files.map((_, index) => `Note ${index}`));
  });

  it('keeps the folder it was chosen in', async () => {
    await pick(visit.page, '#folder', folderOf({ 'a.txt': 'A', 'below/b.txt': 'B' }));
    const { files } = await arrival('folder');
    expect(files.map(({ path }) => path.split('/').slice(1).join('/')).sort()).toEqual(['a.txt', 'below/b.txt']);
  });

  it.each([
    ['react', '#react-zone'],
    ['dropzone', '#dropzone'],
  ])('comes with the folder that was dropped: %s', async (way, zone) => {
    await drop(visit.page, zone, [folderOf({ 'a.txt': 'A', 'below/b.txt': 'B' })]);
    const { files } = await arrival(way);
    expect(files.map(({ name }) => name).sort()).toEqual(['a.txt', 'b.txt']);
    if (way === 'react') expect(files.map(({ path }) => path.split('/').at(-2)).sort()).toContain('below');
  });

  it('in a folder is found', async () => {
    await drop(visit.page, '#dropzone', [
      folderOf({ 'a.txt': 'A', 'below/clients.csv': readFileSync(clients957.csv, 'utf8') }),
    ]);
    expect(await (await dialogOn(visit.page)).headline()).toContain('957');
    expect(visit.site.arrived).toEqual([]);
  });

  it('leaves no drop mark behind when it is held', async () => {
    await drop(visit.page, '#react-zone', [clients957.csv]);
    const dialog = await dialogOn(visit.page);
    await dialog.answer('dialog_back_file');
    expect(await visit.page.locator('#react-zone').getAttribute('class')).toBe('zone');
  });

  it('may be chosen twice running', async () => {
    for (const turn of [1, 2]) {
      await pick(visit.page, '#react-file', clean);
      await expect.poll(() => visit.site.arrived.length).toBe(turn);
    }
  });

  it('is held in a small frame of the page, and asked about above it', async () => {
    const inner = `<input type="file" onchange="fetch('/upload/frame', { method: 'POST', body: (() => { const form = new FormData(); form.append('file', this.files[0]); return form; })() })">`;
    await visit.page.evaluate((html) => {
      const frame = Object.assign(document.createElement('iframe'), {
        id: 'small',
        width: '300',
        height: '40',
        srcdoc: html,
      });
      document.body.prepend(frame);
    }, inner);
    const [chooser] = await Promise.all([
      visit.page.waitForEvent('filechooser'),
      visit.page.frameLocator('#small').locator('input').click(),
    ]);
    await chooser.setFiles(clients957.csv);
    const dialog = await dialogOn(visit.page);
    expect(dialog.frame.parentFrame()).toBe(visit.page.mainFrame());
    await dialog.answer('dialog_back_file');
    expect(visit.site.arrived).toEqual([]);
  });

  describe('in a small frame of another origin', () => {
    const chooseBelow = async (path: string) => {
      await visit.page.evaluate((src) => {
        document.body.prepend(
          Object.assign(document.createElement('iframe'), { id: 'other', width: '300', height: '40', src }),
        );
      }, visit.site.addressAt('files.test'));
      const input = visit.page.frameLocator('#other').locator('#react-file');
      const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), input.click()]);
      await chooser.setFiles(path);
      const dialog = await dialogOn(visit.page, 30_000);
      expect(dialog.frame.parentFrame()).toBe(visit.page.mainFrame());
      return dialog;
    };

    it('is asked about above the page, and stays', async () => {
      const before = await entriesSoFar(visit.chromium);
      const dialog = await chooseBelow(clients957.csv);
      expect(await dialog.headline()).toContain('957');
      expect(await dialog.text()).toContain('files.test');
      await dialog.answer('dialog_back_file');
      expect(visit.site.arrived).toEqual([]);
      expect(await incidentsOf(visit.chromium, before)).toMatchObject([
        { trigger: 'upload', people: { estimate: 957 }, place: { host: expect.stringContaining('files.test') } },
      ]);
    });

    it('goes as it is when the person says so above the page', async () => {
      const dialog = await chooseBelow(six);
      await dialog.answer('dialog_go_on_file');
      expectFile(await arrival('react-input'), six);
    });

    it('is left by Escape, and asked about again when the page removes the dialog', async () => {
      const dialog = await chooseBelow(clients957.csv);
      await visit.page.evaluate(() => {
        for (const element of document.documentElement.children)
          if (element !== document.head && element !== document.body) element.remove();
      });
      await expect.poll(() => dialog.frame.isDetached()).toBe(true);
      const again = await dialogOn(visit.page, 30_000);
      expect(again.frame.parentFrame()).toBe(visit.page.mainFrame());
      await again.box.press('Escape');
      await again.isGone();
      expect(visit.site.arrived).toEqual([]);
    });
  });

  it('is found in an archive in a mail in an archive', async () => {
    const inner = await writeArchive([{ name: 'clients.csv', content: new Uint8Array(readFileSync(clients957.csv)) }]);
    const mail = [
      'MIME-Version: 1.0\r\nContent-Type: application/zip; name=a.zip',
      'Content-Disposition: attachment; filename=a.zip\r\nContent-Transfer-Encoding: base64\r\n',
      Buffer.from(inner).toString('base64').replace(/.{76}/g, '$&\r\n'),
    ].join('\r\n');
    await pick(
      visit.page,
      '#react-file',
      fileNamed('old.zip', await writeArchive([{ name: 'mail.eml', content: mail }])),
    );
    const dialog = await dialogOn(visit.page, 30_000);
    expect(await dialog.headline()).toContain('957');
    await dialog.answer('dialog_back_file');
    expect(visit.site.arrived).toEqual([]);
  });

  describe("by the browser's own picker", () => {
    /** No browser shows this picker to a test: what it gives back are real handles all the same, of the page's private files. */
    const pickWith = async (path: string) => {
      await visit.page.addInitScript(
        ([name, text]) => {
          Object.assign(globalThis, {
            async showOpenFilePicker() {
              const root = await navigator.storage.getDirectory();
              const handle = await root.getFileHandle(name!, { create: true });
              const writer = await handle.createWritable();
              await writer.write(text!);
              await writer.close();
              return [handle];
            },
          });
        },
        [basename(path), readFileSync(path, 'utf8')] as const,
      );
      await visit.page.goto(visit.site.addressAt('localhost'));
      await visit.page.click('#picker');
    };

    it('goes when it is about nobody', async () => {
      await pickWith(clean);
      expectFile(await arrival('picker'), clean);
    });

    it('stays when the person leaves it out, as if the picker was closed', async () => {
      await pickWith(clients957.csv);
      await (await dialogOn(visit.page)).answer('dialog_back_file');
      await expect.poll(() => visit.page.locator('#log').innerText()).toContain('picker: AbortError');
      expect(visit.site.arrived).toEqual([]);
    });
  });

  it("in a folder of the browser's own picker is found, and the picker ends as if it was closed", async () => {
    // As above: no browser shows the picker to a test; the folder is one of the page's private files.
    await visit.page.addInitScript(
      ([name, text]) => {
        Object.assign(globalThis, {
          async showDirectoryPicker() {
            const root = await navigator.storage.getDirectory();
            const folder = await root.getDirectoryHandle('clients', { create: true });
            const handle = await folder.getFileHandle(name!, { create: true });
            const writer = await handle.createWritable();
            await writer.write(text!);
            await writer.close();
            return folder;
          },
        });
      },
      [basename(clients957.csv), readFileSync(clients957.csv, 'utf8')] as const,
    );
    await visit.page.goto(visit.site.addressAt('localhost'));
    const picked = visit.page.evaluate(() =>
      (globalThis as unknown as { showDirectoryPicker(): Promise<{ name: string }> }).showDirectoryPicker().then(
        ({ name }) => name,
        (thrown: Error) => thrown.name,
      ),
    );
    const dialog = await dialogOn(visit.page, 30_000);
    expect(await dialog.headline()).toContain('957');
    await dialog.answer('dialog_back_file');
    expect(await picked).toBe('AbortError');
  });

  it('is held when it is pasted, and comes to the page where it may', async () => {
    await copyPicture(visit.page, visit.site.addressAt('localhost'));
    await visit.page.goto(visit.site.addressAt('drive.test'));
    await visit.page.click('#paste');
    await visit.page.keyboard.press('Control+V');
    const dialog = await dialogOn(visit.page);
    expect(visit.site.arrived).toEqual([]);
    await dialog.answer('dialog_back_file');
    expect(visit.site.arrived).toEqual([]);
    // Where pictures may go, it comes as it was.
    await visit.page.goto(visit.site.addressAt('site.test'));
    await visit.page.click('#paste');
    await visit.page.keyboard.press('Control+V');
    expect((await arrival('paste')).files).toMatchObject([{ name: 'image.png' }]);
  });

  it('to an unknown site asks for a reason and no more, and pictures go', async () => {
    await visit.page.goto(visit.site.addressAt('site.test'));
    await pick(visit.page, '#react-file', join(import.meta.dirname, '../fixtures/files/picture.png'));
    await arrival('react-input');
    visit.site.arrived.length = 0;
    await pick(visit.page, '#react-file', clients957.csv);
    const dialog = await dialogOn(visit.page);
    expect(await dialog.text()).toContain('site.test');
    await dialog.answer('dialog_back_file');
    expect(visit.site.arrived).toEqual([]);
  });
});

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-folder-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
