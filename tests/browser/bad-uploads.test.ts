// Files that are too large, too deep, or not what they were: the page answers, memory stays bounded, nothing goes unseen.
import { mkdtempSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Frame } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { createRandom } from '../../benchmarks/corpus/random.ts';
import { writeArchive } from '../extractors/archive-writer.ts';
import { mutations } from '../extractors/mutations.ts';
import { drop, pick } from './bring-files.ts';
import { deskOn, dialogOn, hasDialog, label } from './dialog.ts';
import { largestProcess } from './memory.ts';
import { longestStall, watchThread } from './page-thread.ts';
import { askedSince, recordedSoFar } from './record.ts';
import { clients957, clientTable, fileNamed, thirtyClients } from './samples.ts';
import { describeUploads } from './upload-visit.ts';
import { zipOfZeros } from './zip-of-zeros.ts';

const fixtures = join(import.meta.dirname, '../fixtures/files');
/** `npm run soak:damaged`: a thousand, of every kind. Otherwise so many that each kind that is read is among them. */
const isSoak = process.env.GATEHOUSE_DAMAGED !== undefined;
const names = readdirSync(fixtures).filter((name) => name !== 'empty.csv');
/** Further files of a kind that others are of, and kinds that are recognised only. */
const isLater = (name: string) => /^(?:clients-957|call|screen)/.test(name);
const howManyDamaged = Number(process.env.GATEHOUSE_DAMAGED ?? names.filter((name) => !isLater(name)).length);
const timeForDamaged = Math.max(180_000, howManyDamaged * 5_000);
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
    await expect.poll(() => visit.site.arrived.length, { timeout: 30_000 }).toBe(1);
    expect(visit.site.arrived[0]!.files[0]!.bytes).toEqual(readFileSync(path));
    expect(await hasDialog(visit.page), 'asked about').toBe(false);
    expect(await longestStall(visit.page)).toBeLessThan(500);
  });

  it(
    'of many, each damaged and chosen after the one before, ends as an answer, and the page and its memory stay well',
    async () => {
      const { page, site, chromium } = visit;
      const before = largestProcess(chromium);
      const ends = { went: 0, asked: 0 };
      for (const path of damaged(howManyDamaged)) {
        const name = basename(path);
        await pick(page, '#react-file', path);
        await expect
          .poll(async () => site.arrived.length > ends.went || (await hasDialog(page)), {
            message: name,
            timeout: 15_000,
          })
          .toBe(true);
        if (site.arrived.length > ends.went) {
          ends.went += 1;
          expect(site.arrived.at(-1)!.files[0]!.bytes.equals(readFileSync(path)), name).toBe(true);
          continue;
        }
        ends.asked += 1;
        await (await dialogOn(page)).answer('dialog_back_file');
      }
      const grown = largestProcess(chromium) - before;
      const stall = await longestStall(page);
      if (isSoak) console.log({ ...ends, grown, stall });
      expect(ends.asked, 'asked about').toBeGreaterThan(howManyDamaged / 2);
      expect(site.arrived, 'arrived unasked').toHaveLength(ends.went);
      expect(grown, 'MB that the largest process grew').toBeLessThan(400);
      expect(stall, 'milliseconds for which the page did not answer').toBeLessThan(500);
    },
    timeForDamaged,
  );

  // Ten thousand, by chooser and by drop: large-folder.soak.ts.
  it('among twelve hundred others is found, and recorded with as many as an entry holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-folder-'));
    for (let index = 0; index < 1_200; index++) writeFileSync(join(folder, `note-${index}.txt`), `Note ${index}`);
    writeFileSync(join(folder, 'clients.csv'), readFileSync(clients957.csv));
    const before = await recordedSoFar(visit.chromium);
    const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), visit.page.click('#folder')]);
    // The driver waits until the page hears of the folder, which it never does.
    void chooser.setFiles(folder).catch(() => undefined);
    const dialog = await dialogOn(visit.page, 50_000);
    expect(await dialog.headline()).toContain('957');
    await dialog.answer('dialog_back_file');
    expect(visit.site.arrived).toEqual([]);
    const [incident] = await askedSince(visit.chromium, before);
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

  /** A reader that unpacks nothing before `goOn` is called in the desk's worker. */
  const slow = () => {
    const Real = DecompressionStream;
    const until = Promise.withResolvers<void>();
    Object.assign(globalThis, {
      goOn: until.resolve,
      DecompressionStream: class {
        constructor(format: CompressionFormat) {
          const { writable, readable } = new Real(format);
          const gate = new TransformStream<BufferSource>({
            transform: (chunk, to) => until.promise.then(() => to.enqueue(chunk)),
          });
          gate.readable.pipeTo(writable).catch(() => undefined);
          Object.assign(this, { writable: gate.writable, readable });
        }
      },
    });
  };
  /** A reader that does not come back: everything that unpacks in the desk's worker spins. */
  const hang = () => {
    Object.assign(globalThis, {
      DecompressionStream: class {
        constructor() {
          for (;;);
        }
      },
    });
  };
  /** A reader that takes its worker with it. */
  const crash = () => {
    Object.assign(globalThis, {
      DecompressionStream: class extends TransformStream {
        constructor() {
          super({ transform: () => new Promise(() => {}) });
          setTimeout(() => {
            throw new Error('a parser went wrong');
          });
        }
      },
    });
  };
  const worker = () => visit.page.workers().find((one) => one.url().includes('worker'))!;
  /** The desk, once it has read a file, with a worker that goes wrong over the next one that is packed. */
  const withReaderThatWill = async (goWrong: () => void): Promise<Frame> => {
    await pick(visit.page, '#react-file', clean);
    await expect.poll(() => visit.site.arrived.length).toBe(1);
    await worker().evaluate(goWrong);
    return deskOn(visit.page);
  };
  const cancelIn = (desk: Frame) => desk.getByRole('button', { name: label('dialog_cancel'), exact: true });
  const nextGoes = async () => {
    await pick(visit.page, '#react-file', clean);
    await expect.poll(() => visit.site.arrived.length, { timeout: 20_000 }).toBe(2);
    expect(await longestStall(visit.page)).toBeLessThan(500);
  };

  it('that changes while it is read is not checked, and does not go as something else', async () => {
    const path = fileNamed('changing.xlsx', readFileSync(clients957.xlsx));
    utimesSync(path, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
    const cancel = cancelIn(await withReaderThatWill(slow));
    await pick(visit.page, '#react-file', path);
    await cancel.waitFor();
    writeFileSync(path, readFileSync(clients957.csv));
    await worker().evaluate('goOn()');
    const dialog = await dialogOn(visit.page);
    const text = await dialog.text();
    expect(text).toContain(`Not checked: ${basename(path)}`);
    expect(text).toContain(label('unreadable_not_reachable'));
    await dialog.giveReason('Another reason', 'They asked for it.');
    await dialog.answer('dialog_go_with_reason_file');
    await nextGoes();
  });

  it('whose reader hangs is shown as being read after a second, can be cancelled, and the next file goes', async () => {
    const cancel = cancelIn(await withReaderThatWill(hang));
    // What follows the file before at once is the same wait to the person.
    await new Promise((done) => setTimeout(done, 1_000));
    const begun = performance.now();
    await pick(visit.page, '#react-file', clients957.xlsx);
    await cancel.waitFor();
    expect(performance.now() - begun, 'milliseconds until the person sees it').toBeGreaterThan(1_000);
    await cancel.click();
    await cancel.waitFor({ state: 'hidden' });
    await nextGoes();
  });

  it.each([
    ['crashes', crash, 'unreadable_error'],
    ['hangs', hang, 'unreadable_time_out'],
  ] as const)(
    'whose reader %s, and nobody cancels, is not checked; the next is held, and one about nobody goes',
    async (_, goWrong, why) => {
      const desk = await withReaderThatWill(goWrong);
      const isOver = await desk.evaluateHandle(longWaits);
      await pick(visit.page, '#react-file', [clean, clients957.xlsx]);
      if (goWrong === hang) {
        await cancelIn(desk).waitFor();
        await isOver.evaluate((end) => end());
      }
      const dialog = await dialogOn(visit.page);
      const text = await dialog.text();
      expect(text).toContain(`Not checked: ${basename(clients957.xlsx)}`);
      expect(text).toContain(label(why));
      expect(text).not.toContain(basename(clean));
      await dialog.answer('dialog_back_file');
      await drop(visit.page, '#react-zone', [clients957.xlsx]);
      const held = await dialogOn(visit.page);
      expect(await held.headline()).toContain('957');
      await held.answer('dialog_back_file');
      await nextGoes();
    },
  );
});

/** Files that real programs wrote, each damaged in one way, the same each time: round after round, each file in the next way. */
function* damaged(howMany: number): Generator<string> {
  const random = createRandom(20_261);
  const whole = [...names.filter((name) => !isLater(name)), ...names.filter(isLater)];
  for (let index = 0; index < howMany; index++) {
    const name = whole[index % whole.length]!;
    const damage = mutations[(index + Math.floor(index / whole.length)) % mutations.length]!;
    yield fileNamed(name, damage(new Uint8Array(readFileSync(join(fixtures, name))), random));
  }
}

/** From now on, what this page would do after more than a minute it does when the answer is called: the last that was put off. */
function longWaits(): () => void {
  const inTime = window.setTimeout.bind(window);
  let last = () => {};
  const setTimeout = (what: () => void, wait?: number) => {
    if (wait === undefined || wait < 60_000) return inTime(what, wait);
    last = what;
    return 0;
  };
  Object.assign(window, { setTimeout });
  return () => last();
}
