// Files on their way to a site that is no mail: every way in, and what reached the server in the end.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { writeArchive } from '../extractors/archive-writer.ts';
import { rowsFor } from './breadth.ts';
import { drop, pick } from './bring-files.ts';
import { startChromium } from './chromium.ts';
import { copyPicture } from './clipboard.ts';
import { dialogOn, hasDialog } from './dialog.ts';
import { askedSince, recordedSoFar } from './record.ts';
import { clients957, clientTable, fileNamed, thirtyClients, valuesIn } from './samples.ts';
import type { Arrived, UploadSite } from './upload-site.ts';
import { describeUploads } from './upload-visit.ts';

const clean = fileNamed('timetable.csv', 'week,room\n1,Blue\n2,Red\n');
const note = fileNamed('note.txt', 'Nothing in it.');
const other = fileNamed('other.txt', 'Nothing here.');
const three = fileNamed('three.csv', clientTable(thirtyClients.slice(0, 3), ','));
const unreadable = join(import.meta.dirname, '../fixtures/files/encrypted.zip');

/** What a person takes in hand, and which files the site gets of it. */
interface Taken {
  hands: string[];
  files: string[];
}

const alone = (path: string): Taken => ({ hands: [path], files: [path] });
const amongOthers = (path: string): Taken => ({ hands: [note, path, other], files: [note, path, other] });
const inFolder = (path: string): Taken => {
  const inside = { 'a.txt': 'A', [`below/${basename(path)}`]: readFileSync(path) };
  const folder = folderOf(inside);
  return { hands: [folder], files: Object.keys(inside).map((name) => join(folder, name)) };
};
const inFolderBesideFile = (path: string): Taken => {
  const { hands, files } = inFolder(path);
  return { hands: [note, ...hands], files: [note, ...files] };
};

interface Way {
  /** As which the server knows it. */
  way: string;
  bring(page: Page, hands: string[]): Promise<void>;
  /** Default: one file alone. */
  take?(path: string): Taken;
  /** Where it is done. Default: drive.test. */
  host?: string;
  /** What must be there before. */
  prepare?(page: Page, site: UploadSite): Promise<unknown>;
  /** What the page hears when the person leaves it out. Default: nothing. */
  refused?: string;
}

const pickInShadow = async (page: Page, files: string[]) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('#shadow').click({ position: { x: 20, y: 10 } }),
  ]);
  await chooser.setFiles(files);
};

/** The driver waits until the page hears of a folder, which it may never do. */
const pickFolder = async (page: Page, [folder]: string[]) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#folder')]);
  void chooser.setFiles(folder!).catch(() => undefined);
};

/** Frames too small for a dialog: the site in one of another origin, and one that the page wrote. */
const frame = (page: Page, content: { src: string } | { srcdoc: string }) =>
  page.evaluate((given) => {
    document.body.prepend(
      Object.assign(document.createElement('iframe'), { id: 'small', width: '300', height: '40', ...given }),
    );
  }, content);
const foreignFrame = (page: Page, site: UploadSite) => frame(page, { src: site.addressAt('files.test') });
const writtenFrame = (page: Page) =>
  frame(page, {
    srcdoc: `<input id="react-file" type="file"><pre id="log"></pre><script>
      document.querySelector('input').onchange = ({ target: { files } }) => {
        const form = new FormData();
        for (const file of files) form.append('file', file);
        document.querySelector('#log').append('frame: ' + files.length + '\\n');
        fetch('/upload/frame', { method: 'POST', body: form });
      };
    </script>`,
  });
const pickInFrame = async (page: Page, files: string[]) => {
  const input = page.frameLocator('#small').locator('#react-file');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), input.click()]);
  await chooser.setFiles(files);
};

/** No browser shows its own pickers to a test: what this one gives back are real handles all the same, of the page's private files. */
const standInPicker = async (page: Page, site: UploadSite) => {
  await page.addInitScript(() => {
    const picked = { name: '', base64: '' };
    Object.assign(globalThis, {
      picked,
      async showOpenFilePicker() {
        const root = await navigator.storage.getDirectory();
        const handle = await root.getFileHandle(picked.name, { create: true });
        const writer = await handle.createWritable();
        await writer.write(Uint8Array.from(atob(picked.base64), (letter) => letter.charCodeAt(0)));
        await writer.close();
        return [handle];
      },
    });
  });
  // Private files are for secure pages.
  await page.goto(site.addressAt('drive.localhost'));
};
const pickByPicker = async (page: Page, [path]: string[]) => {
  const picked = { name: basename(path!), base64: readFileSync(path!, 'base64') };
  await page.evaluate((next) => {
    Object.assign((globalThis as unknown as { picked: object }).picked, next);
  }, picked);
  await page.click('#picker');
};

const ways: Record<string, Way> = {
  'a plain form': { way: 'plain', bring: (page, files) => pick(page, '#plain-file', files) },
  'a plain form, several at once': {
    way: 'plain',
    bring: (page, files) => pick(page, '#plain-file', files),
    take: amongOthers,
  },
  'an input that a script makes and that lies in no document': {
    way: 'loose',
    bring: (page, files) => pick(page, '#loose', files),
  },
  'an input for folders': { way: 'folder', bring: pickFolder, take: inFolder },
  'an input React controls': { way: 'react-input', bring: (page, files) => pick(page, '#react-file', files) },
  'an input in a closed shadow tree': { way: 'shadow', bring: pickInShadow },
  'an input in a frame of the same origin': { way: 'frame', prepare: writtenFrame, bring: pickInFrame },
  'an input in a frame of another origin': {
    way: 'react-input',
    host: 'files.test',
    prepare: foreignFrame,
    bring: pickInFrame,
  },
  'a drop on a React component, several at once': {
    way: 'react',
    bring: (page, files) => drop(page, '#react-zone', files),
    take: amongOthers,
  },
  'a folder dropped on a React component': {
    way: 'react',
    bring: (page, folder) => drop(page, '#react-zone', folder),
    take: inFolder,
  },
  'a file and a folder dropped on a dropzone': {
    way: 'dropzone',
    bring: (page, files) => drop(page, '#dropzone', files),
    take: inFolderBesideFile,
  },
  'a resumable upload': { way: 'resumable', bring: (page, files) => pick(page, '#resumable', files) },
  "the browser's own picker": {
    way: 'picker',
    host: 'drive.localhost',
    prepare: standInPicker,
    bring: pickByPicker,
    refused: 'picker: AbortError',
  },
};

const eachTime = [
  'a plain form, several at once',
  'an input that a script makes and that lies in no document',
  'an input for folders',
  'an input in a closed shadow tree',
  'an input in a frame of another origin',
  'a file and a folder dropped on a dropzone',
  'a resumable upload',
  "the browser's own picker",
];

/** What a page is given of some files chosen, a folder chosen, and files dropped. */
async function givenTo(page: Page, folder: string): Promise<unknown[][]> {
  await page.evaluate(() => {
    const given: unknown[][] = [];
    Object.assign(globalThis, { given });
    const add = (files: FileList | null | undefined) =>
      given.push(
        [...(files ?? [])].map(({ name, type, size, lastModified, webkitRelativePath }) => ({
          ...{ name, type, size, lastModified, webkitRelativePath },
        })),
      );
    for (const id of ['react-file', 'folder'])
      document.getElementById(id)!.addEventListener('change', ({ target }) => add((target as HTMLInputElement).files));
    document.getElementById('react-zone')!.addEventListener('drop', ({ dataTransfer }) => add(dataTransfer?.files));
  });
  const given = () => page.evaluate(() => (globalThis as unknown as { given: unknown[][] }).given);
  const files = [note, clean, other];
  const hands = [
    () => pick(page, '#react-file', files),
    () => pickFolder(page, [folder]),
    () => drop(page, '#react-zone', files),
  ];
  for (const [at, bring] of hands.entries()) {
    await bring();
    await expect.poll(async () => (await given()).length, { timeout: 20_000 }).toBe(at + 1);
  }
  return given();
}

/** Files as they are compared: in order, but those of a folder in that of their names, since each system has its own. */
const shown = (files: { name: string; bytes: Buffer }[], take: Way['take']) => {
  const lines = files.map(({ name, bytes }) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`);
  return take === inFolder || take === inFolderBesideFile ? lines.sort() : lines;
};
const shownOnDisk = (paths: string[], take: Way['take']) =>
  shown(
    paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) })),
    take,
  );

describeUploads('a file for a site', 'sites', (visit) => {
  const filesIn = (selector: string) =>
    visit.page.locator(selector).evaluate((input: HTMLInputElement) => input.files!.length);
  /** A plain form goes when its button is pressed. */
  const submitPlain = async () => {
    await expect.poll(() => filesIn('#plain-file')).toBeGreaterThan(0);
    await visit.page.click('#plain button');
  };
  const arrival = async (way: string): Promise<Arrived> => {
    await expect.poll(() => visit.site.arrived.find((one) => one.way === way), { timeout: 40_000 }).toBeDefined();
    return visit.site.arrived.find((one) => one.way === way)!;
  };
  /** What the site, in whatever frame but the one a form is sent into, says that it heard of. */
  const heardBy = async (page: Page) => {
    const frames = page.frames().filter((one) => one.name() !== 'sent');
    const logs = frames.map((one) => one.locator('#log').allInnerTexts());
    return (await Promise.all(logs)).flat().join('').split('\n').filter(Boolean);
  };

  // Each way in by one person on one page: a file that is clean, blocked, unreadable and left out, unreadable and let go, warned about.
  it.each(rowsFor(ways, eachTime))(
    'by %s ends as it should, whatever is in it',
    async (by, row) => {
      const { page, site, chromium } = visit;
      const { way, host = 'drive.test', take = alone } = row;
      await row.prepare?.(page, site);
      const before = await recordedSoFar(chromium);
      const sent: Taken[] = [];
      const goes = async (taken: Taken, what: string) => {
        sent.push(taken);
        if (way === 'plain') await submitPlain();
        await expect.poll(() => site.arrived.length, { message: `${by}, ${what}: arrived` }).toBe(sent.length);
        const { files, ...arrived } = site.arrived.at(-1)!;
        expect(arrived.way, `${by}, ${what}`).toBe(way);
        expect(shown(files, take), `${by}, ${what}: what arrived`).toEqual(shownOnDisk(taken.files, take));
        if (take === inFolder)
          expect(files.map(({ path }) => path.split('/').at(-2)).sort()[0], `${by}, ${what}: folder`).toBe('below');
      };
      const asked = async (taken: Taken, what: string, says: string) => {
        await row.bring(page, taken.hands);
        const dialog = await dialogOn(page);
        expect(dialog.frame.parentFrame() === page.mainFrame(), `${by}, ${what}: above the page`).toBe(true);
        expect(await dialog.text(), `${by}, ${what}`).toContain(says);
        expect(await dialog.text(), `${by}, ${what}`).toContain(host);
        expect(site.arrived.length, `${by}, ${what}: arrived while it was asked about`).toBe(sent.length);
        return dialog;
      };

      const passed = take(clean);
      await row.bring(page, passed.hands);
      await goes(passed, 'clean');
      expect(await hasDialog(page), `${by}, clean: asked about`).toBe(false);

      await (await asked(take(clients957.xlsx), 'blocked', '957')).answer('dialog_back_file');
      await (await asked(take(unreadable), 'unreadable', 'Not checked: encrypted.zip')).answer('dialog_back_file');
      if (way === 'plain') expect(await filesIn('#plain-file'), `${by}: left in the field`).toBe(0);
      if (way === 'react') expect(await page.locator('#react-zone').getAttribute('class'), by).toBe('zone');

      const unread = take(unreadable);
      const dialog = await asked(unread, 'unreadable, let go', 'Not checked: encrypted.zip');
      await dialog.giveReason('Another reason', 'They asked for it.');
      await dialog.answer('dialog_go_with_reason_file');
      await goes(unread, 'unreadable, let go');

      const warned = take(three);
      await (await asked(warned, 'warned about', 'three.csv')).answer('dialog_go_on_file');
      await goes(warned, 'warned about');

      // What was left out the page has not heard of, and the server neither.
      expect(site.arrived, `${by}: arrived in all`).toHaveLength(sent.length);
      const heard = sent.map(({ files }) => `${way}: ${files.length}`);
      const refusals = row.refused ? [row.refused, row.refused] : [];
      expect(await heardBy(page), `${by}: heard of by the page`).toEqual([
        ...heard.slice(0, 1),
        ...refusals,
        ...heard.slice(1),
      ]);
      const place = { host: expect.stringContaining(host) };
      expect(await askedSince(chromium, before), `${by}: recorded`).toMatchObject([
        { place, verdict: { action: 'block' }, choice: 'edited', people: { estimate: 957 } },
        { place, verdict: { action: 'justify' }, choice: 'edited' },
        { place, verdict: { action: 'justify' }, outcome: 'left' },
        { place, verdict: { action: 'warn' }, outcome: 'left', trigger: 'upload', destination: 'personal' },
      ]);
    },
    120_000,
  );

  it('goes as a safe copy, with nobody in it', async () => {
    const before = await recordedSoFar(visit.chromium);
    await pick(visit.page, '#react-file', clients957.csv);
    const dialog = await dialogOn(visit.page);
    await dialog.press('dialog_way_file_safe_copy');
    const { files } = await arrival('react-input');
    const text = files[0]!.bytes.toString();
    expect(text.split('\n').length).toBeGreaterThan(957);
    expect(valuesIn(text, readFileSync(clients957.csv, 'utf8').match(/[^,"\s]+@[^,"\s]+/g) ?? [])).toEqual([]);
    expect(await askedSince(visit.chromium, before)).toMatchObject([{ choice: 'safe-copy', outcome: 'near-miss' }]);
  });

  it('goes as counts, with no row of it', async () => {
    const before = await recordedSoFar(visit.chromium);
    await pick(visit.page, '#react-file', clients957.xlsx);
    const dialog = await dialogOn(visit.page);
    await dialog.press('dialog_way_file_counts');
    const { files } = await arrival('react-input');
    const text = files[0]!.bytes.toString();
    expect(text.split('\n')[1]).toContain('957');
    expect(text.split('\n').length).toBeLessThan(500);
    expect(valuesIn(text, readFileSync(clients957.csv, 'utf8').match(/[^,"\s]+@[^,"\s]+/g) ?? [])).toEqual([]);
    expect(await askedSince(visit.chromium, before)).toMatchObject([{ choice: 'counted-copy', outcome: 'near-miss' }]);
  });

  it('is to the page what it is without the extension: order, name, kind, size, time and way in its folder', async () => {
    const folder = folderOf({
      'b.txt': 'B',
      'a.csv': 'week,room',
      'below/note.pdf': 'no PDF',
      'below/deep/c.JSON': '{}',
    });
    const without = await startChromium({ extension: false });
    try {
      const page = await without.context.newPage();
      await page.goto(visit.site.addressAt('drive.test'));
      const expected = await givenTo(page, folder);
      expect(expected.map(({ length }) => length)).toEqual([3, 4, 3]);
      expect(await givenTo(visit.page, folder)).toEqual(expected);
    } finally {
      await without.close();
    }
  });

  it('comes with thirty others, all of them in order', async () => {
    const files = Array.from({ length: 30 }, (_, index) => fileNamed(`note-${index}.txt`, `Note ${index}`));
    await pick(visit.page, '#react-file', files);
    const arrived = await arrival('react-input');
    expect(arrived.files.map(({ name }) => name)).toEqual(files.map((path) => basename(path)));
    expect(arrived.files.map(({ bytes }) => bytes.toString())).toEqual(files.map((_, index) => `Note ${index}`));
  });

  it('may be chosen twice running', async () => {
    for (const turn of [1, 2]) {
      await pick(visit.page, '#react-file', clean);
      await expect.poll(() => visit.site.arrived.length).toBe(turn);
    }
  });

  it('in a frame of another origin is left by Escape, and asked about again when the page removes the dialog', async () => {
    const { page, site } = visit;
    await foreignFrame(page, site);
    await pickInFrame(page, [clients957.csv]);
    const dialog = await dialogOn(page);
    await page.evaluate(() => {
      for (const element of document.documentElement.children)
        if (element !== document.head && element !== document.body) element.remove();
    });
    await expect.poll(() => dialog.frame.isDetached()).toBe(true);
    const again = await dialogOn(page);
    expect(again.frame.parentFrame()).toBe(page.mainFrame());
    await again.box.press('Escape');
    await again.isGone();
    expect(site.arrived).toEqual([]);
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

  // Of files a page can put nothing but a picture on the clipboard: what is said about it is the policy's word on pictures.
  it('that is pasted ends as it should: clean, blocked, unreadable and left out, unreadable and let go, warned about', async () => {
    const { page, site, chromium } = visit;
    await copyPicture(page, site.addressAt('localhost'));
    const before = await recordedSoFar(chromium);
    const pasteAt = async (host: string) => {
      await page.goto(site.addressAt(host));
      await page.click('#paste');
      await page.keyboard.press('Control+V');
    };
    const arrivedAre = (count: number) => expect.poll(() => site.arrived.length, { message: 'arrived' }).toBe(count);
    await pasteAt('site.test');
    await arrivedAre(1);
    await pasteAt('guarded.test');
    await (await dialogOn(page)).answer('dialog_back_file');
    await pasteAt('drive.test');
    await (await dialogOn(page)).answer('dialog_back_file');
    await page.click('#paste');
    await page.keyboard.press('Control+V');
    const dialog = await dialogOn(page);
    await dialog.giveReason('Another reason', 'They asked for it.');
    await dialog.answer('dialog_go_with_reason_file');
    await arrivedAre(2);
    expect(await heardBy(page)).toEqual(['paste: 1']);
    await pasteAt('house.test');
    await (await dialogOn(page)).answer('dialog_go_on_file');
    await arrivedAre(3);
    // Each time what the browser makes of the picture, as where nobody asks.
    const [clear, ...others] = site.arrived.map(({ way, files }) => [way, ...shown(files, alone)]);
    expect(others).toEqual([clear, clear]);
    expect(site.arrived[0]).toMatchObject({ way: 'paste', files: [{ name: 'image.png' }] });
    expect(site.arrived[0]!.files[0]!.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(await askedSince(chromium, before)).toMatchObject([
      { verdict: { action: 'block' }, choice: 'edited', place: { host: expect.stringContaining('guarded.test') } },
      { verdict: { action: 'justify' }, choice: 'edited', place: { host: expect.stringContaining('drive.test') } },
      { verdict: { action: 'justify' }, outcome: 'left' },
      { verdict: { action: 'warn' }, outcome: 'left', place: { host: expect.stringContaining('house.test') } },
    ]);
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

function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-folder-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
