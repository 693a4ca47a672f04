// Files in a real webmail, each way in and each end: what arrives is exactly what may. Then the ways to go on without the people.
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { extract } from '../../extractors/index.ts';
import { defaultLimits } from '../../extractors/limits.ts';
import { isRemoved } from '../../redaction/values.ts';
import { countPeople } from '../../scan/people/count-people.ts';
import { scanPart } from '../../scan/scan-part.ts';
import { fewClients } from '../extractors/client-rows.ts';
import { isEverything, rowsFor } from './breadth.ts';
import { drop } from './bring-files.ts';
import { dialogOn, hasDialog } from './dialog.ts';
import { canSetPolicy } from './machine.ts';
import type { Arrival } from './mailboxes.ts';
import { policyFor } from './managed-policy.ts';
import { describeOffice, type Office } from './office.ts';
import { askedSince, policyArrived, recordedSoFar } from './record.ts';
import { chooseFile, openCompose, openForward, pressSend, waitUntilSent, write } from './roundcube-page.ts';
import { clients957, clientTable, externalAddress, fileNamed, thirtyClients, valuesIn, valuesOf } from './samples.ts';

const fixtures = join(import.meta.dirname, '../fixtures/files');
const clean = fileNamed('timetable.csv', 'week,room\n1,Blue\n2,Red\n');
const six = fileNamed('six.csv', clientTable(thirtyClients.slice(0, 6), ','));
const thirty = fileNamed('thirty.csv', clientTable(thirtyClients, ','));
const unreadable = join(fixtures, 'encrypted.zip');

const listed = '#attachment-list li:not(.uploading)';
const files = ({ mail }: Arrival) =>
  mail.attachments.map(({ filename, content }) => ({ name: filename, bytes: Buffer.from(content as ArrayBuffer) }));
const asOnDisk = (path: string) => ({ name: basename(path), bytes: readFileSync(path) });

/** A workbook as anybody would find it: how many people are in it, what tells of them, and how many rows each of its sheets has. */
async function readAgain({ name, bytes }: { name: string; bytes: Buffer }) {
  const { signal } = new AbortController();
  const part = await extract(
    new Blob([new Uint8Array(bytes)]),
    name,
    defaultLimits(Date.now()),
    signal,
    () => undefined,
  );
  expect(part).toMatchObject({ type: extname(name).slice(1) });
  expect(part.unreadable).toBeUndefined();
  const parts = [part, ...(part.children ?? [])];
  const scans = parts.map((one) => scanPart(one, { session: 7, findings: true }));
  const { min, estimate, max } = countPeople(scans, { recipients: [], firmDomains: [] }, 7);
  return {
    people: { min, estimate, max },
    kinds: scans.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)).filter(isRemoved),
    values: valuesIn(JSON.stringify(parts), valuesOf(fewClients())),
    rows: part.tables?.map(({ rows }) => rows.length),
  };
}

const compose = async (page: Page, message: Parameters<typeof write>[1] = {}) => {
  await openCompose(page);
  await write(page, { to: [externalAddress], subject: 'A file', body: 'See the file.', ...message });
};

/** Each ends with the file in the draft, or with a dialog that keeps it out. */
const ways: Record<string, (office: Office, path: string) => Promise<void>> = {
  chosen: async ({ page }, path) => {
    await compose(page);
    await chooseFile(page, path);
  },
  dropped: async ({ page }, path) => {
    await compose(page);
    await drop(page, '#compose-attachments', [path]);
  },
  forwarded: async ({ page, roundcube }, path) => {
    await roundcube.seed({
      from: roundcube.peer,
      subject: 'With a file',
      text: 'See the file.',
      attachments: [{ path }],
    });
    await openForward(page, 'With a file');
    await write(page, { to: [externalAddress] });
  },
};

const start = canSetPolicy ? { policy: policyFor({ version: 'files', safeCopy: { pseudonyms: true } }) } : {};
afterAll(() => start.policy?.close());

describeOffice(
  'a file in a message',
  (office) => {
    describe.each(Object.entries(ways))('%s', (way, bring) => {
      const isThere = () => office.page.locator(listed).first().waitFor();
      const isWhole = isEverything || way === 'chosen';

      if (isWhole)
        it('goes unasked when it is about nobody', async () => {
          await bring(office, clean);
          await isThere();
          await pressSend(office.page);
          await waitUntilSent(office.page);
          expect((await office.roundcube.waitForArrivals(1)).map(files)).toEqual([[asOnDisk(clean)]]);
        });

      it.each(
        rowsFor(
          { 'is about six people': six, 'cannot be read': unreadable },
          isWhole ? ['is about six people', 'cannot be read'] : ['cannot be read'],
        ),
      )('goes as it is when it %s and the person says so', async (_, path) => {
        await bring(office, path);
        await isThere();
        await pressSend(office.page);
        await (await dialogOn(office.page)).answer('dialog_go_on_message');
        await waitUntilSent(office.page);
        expect((await office.roundcube.waitForArrivals(1)).map(files)).toEqual([[asOnDisk(path)]]);
      });

      it('stays when it is about 957 people, and the message goes without it', async () => {
        await bring(office, clients957.xlsx);
        if (way === 'forwarded') {
          await pressSend(office.page);
          const dialog = await dialogOn(office.page);
          expect(await dialog.headline()).toContain('957');
          await dialog.answer('dialog_back_message');
          await office.page.locator(`${listed} a.delete`).click();
        } else await (await dialogOn(office.page)).answer('dialog_back_file');
        await expect.poll(() => office.page.locator(listed).count()).toBe(0);
        await pressSend(office.page);
        await waitUntilSent(office.page);
        const [arrived, ...more] = await office.roundcube.waitForArrivals(1);
        expect([files(arrived!), more]).toEqual([[], []]);
      });
    });

    describe('that is about people', () => {
      const sendAndTake = async (way: Parameters<Awaited<ReturnType<typeof dialogOn>>['answer']>[0]) => {
        const before = await recordedSoFar(office.chromium);
        await pressSend(office.page);
        await (await dialogOn(office.page)).answer(way);
        return before;
      };

      it('goes from the draft as a safe copy, beside the files that stay as they are', async () => {
        await compose(office.page, { files: [thirty, clean] });
        const before = await sendAndTake('dialog_way_message_safe_copy');
        await waitUntilSent(office.page);
        const [arrived, ...more] = await office.roundcube.waitForArrivals(1);
        expect(more).toEqual([]);
        const found = files(arrived!);
        expect(found.map(({ name }) => name).sort()).toEqual(['thirty.csv', 'timetable.csv']);
        expect(found.find(({ name }) => name === 'timetable.csv')).toEqual(asOnDisk(clean));
        const copy = found.find(({ name }) => name === 'thirty.csv')!.bytes.toString();
        expect(copy.split('\n')).toHaveLength(31);
        expect(valuesIn(copy, valuesOf(thirtyClients))).toEqual([]);
        expect(await askedSince(office.chromium, before)).toMatchObject([
          { choice: 'safe-copy', outcome: 'near-miss', people: { estimate: 30 } },
        ]);
      });

      it.each(['hidden.ods', 'hidden.xlsx'])(
        'goes as a safe copy of the workbook it is, with nobody in it: %s',
        async (workbook) => {
          const path = join(fixtures, workbook);
          await compose(office.page, { files: [path] });
          await sendAndTake('dialog_way_message_safe_copy');
          await waitUntilSent(office.page);
          const arrivals = await office.roundcube.waitForArrivals(1);
          const [copy, ...others] = arrivals.flatMap(files);
          expect([copy?.name, others]).toEqual([workbook, []]);
          const [before, after] = [
            await readAgain(asOnDisk(path)),
            await readAgain({ name: workbook, bytes: copy!.bytes }),
          ];
          expect(before.people.min).toBeGreaterThan(30);
          expect(before.values).not.toEqual([]);
          expect(after).toEqual({ people: { min: 0, estimate: 0, max: 0 }, kinds: [], values: [], rows: before.rows });
        },
      );

      it('goes with pseudonyms where policy allows, and counts as gone', async () => {
        await policyArrived(office.chromium, 'files');
        await compose(office.page, { files: [thirty] });
        const before = await sendAndTake('dialog_way_message_pseudonyms');
        await waitUntilSent(office.page);
        const [arrived] = await office.roundcube.waitForArrivals(1);
        const copy = files(arrived!)[0]!.bytes.toString();
        expect(valuesIn(copy, valuesOf(thirtyClients))).toEqual([]);
        expect(new Set(copy.match(/\[e-mail[^\]]* [bcdfghjklmnpqrstvwxz]{8}\]/gi)).size).toBe(30);
        expect(await askedSince(office.chromium, before)).toMatchObject([
          { choice: 'pseudonymised-copy', outcome: 'left', people: { estimate: 30 } },
        ]);
      });

      it('is taken out where there is no safe copy of it', async () => {
        await compose(office.page);
        await chooseFile(office.page, unreadable);
        await office.page.locator(listed).first().waitFor();
        await sendAndTake('dialog_way_message_remove_files');
        await expect.poll(() => office.page.locator(listed).count()).toBe(0);
        expect(await office.roundcube.arrivals()).toEqual([]);
      });
    });

    describe('a text about thirty people', () => {
      const body = `Hello,\n\n${clientTable(thirtyClients)}\n\nRegards`;

      it('is shown without them, put in the message, and goes when Send is pressed again', async () => {
        const { page, chromium, roundcube } = office;
        await compose(page, { body });
        const before = await recordedSoFar(chromium);
        await pressSend(page);
        const dialog = await dialogOn(page);
        await dialog.press('dialog_way_message_remove_people');
        const preview = dialog.box.getByRole('textbox');
        await preview.waitFor();
        expect(valuesIn(await preview.inputValue(), valuesOf(thirtyClients))).toEqual([]);
        await dialog.press('dialog_preview_take');
        await dialog.isGone();
        expect(await page.inputValue('#composebody')).toContain('Regards');
        expect(await roundcube.arrivals()).toEqual([]);
        await pressSend(page);
        await waitUntilSent(page);
        expect(await hasDialog(page)).toBe(false);
        const [arrived] = await roundcube.waitForArrivals(1);
        expect(arrived?.mail.text).toContain('Regards');
        expect(valuesIn(arrived?.mail.text ?? '', valuesOf(thirtyClients))).toEqual([]);
        expect(await askedSince(chromium, before)).toMatchObject([{ choice: 'removed-people', outcome: 'near-miss' }]);
      });

      it('stays as it is when the preview is left', async () => {
        const { page } = office;
        await compose(page, { body });
        await pressSend(page);
        const dialog = await dialogOn(page);
        await dialog.press('dialog_way_message_remove_people');
        await dialog.press('dialog_preview_leave');
        await dialog.answer('dialog_back_message');
        expect(await page.inputValue('#composebody')).toContain(thirtyClients[0]!.email);
      });
    });
  },
  start,
);
