// Files on their way to a site, in Firefox, by every input its driver reaches: let go and held back. A drop cannot be made here: Firefox
// gives its driver no drag from outside the page, and what a page drops on itself is its own.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rowsFor } from './breadth.ts';
import { addonId, startFirefox } from './firefox.ts';
import { goBack, isDialogAbove, until } from './firefox-page.ts';
import { canSetPolicy, firefoxPath } from './machine.ts';
import { type FirefoxPolicy, firefoxPolicyFor } from './managed-policy.ts';
import { clients957, clientTable, fileNamed, thirtyClients } from './samples.ts';
import { startUploadSite, type UploadSite } from './upload-site.ts';

const clean = fileNamed('timetable.csv', 'week,room\n1,Blue\n2,Red\n');
const three = fileNamed('three.csv', clientTable(thirtyClients.slice(0, 3), ','));
const unreadable = join(import.meta.dirname, '../fixtures/files/encrypted.zip');
const note = fileNamed('note.txt', 'Nothing in it.');

interface Way {
  /** As which the server knows it. */
  way: string;
  input: string;
  /** Chosen together with the file that is meant. */
  beside?: string;
  /** The input lies in a small frame, which shows the site as this host. */
  frameOf?: string;
}

const ways: Record<string, Way> = {
  'a plain form, several at once': { way: 'plain', input: '#plain-file', beside: note },
  'an input React controls': { way: 'react-input', input: '#react-file' },
  'a resumable upload': { way: 'resumable', input: '#resumable' },
  'an input in a frame of the same origin': { way: 'react-input', input: '#react-file', frameOf: 'drive.test' },
  'an input in a frame of another origin': { way: 'react-input', input: '#react-file', frameOf: 'files.test' },
};

describe.skipIf(!firefoxPath || !canSetPolicy)('a file for a site, in Firefox', () => {
  let firefox: Browser;
  let policy: FirefoxPolicy;
  let site: UploadSite;
  let page: Page;

  beforeAll(async () => {
    site = await startUploadSite();
    policy = firefoxPolicyFor(addonId, {
      version: 'sites',
      sites: { personal: ['drive.test', 'files.test'] },
      unreadable: { personal: 'warn' },
    });
    firefox = await startFirefox(policy);
    page = await firefox.newPage();
    page.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await firefox?.close();
    policy?.close();
    await site?.close();
  });
  beforeEach(async () => {
    site.arrived.length = 0;
    await page.goto(site.addressAt('drive.test'));
    await page.waitForSelector('#react-file');
  });

  /** The page, or the small frame in it, with the input. */
  const placeOf = async ({ frameOf }: Way): Promise<Page | Frame> => {
    if (!frameOf) return page;
    // Not the address of the page itself: a frame may not show that.
    const src = `${site.addressAt(frameOf)}?small`;
    await page.evaluate((address) => {
      document.body.prepend(
        Object.assign(document.createElement('iframe'), { width: '300', height: '40', src: address }),
      );
    }, src);
    return page.waitForFrame((frame) => frame.url() === src);
  };

  /** By the keyboard alone: the way back has the focus, and so many steps on is the way that lets it go, which is not ready at once. */
  const goOn = async (steps: number) => {
    await until(page, isDialogAbove);
    for (let step = 0; step < steps; step++) await page.keyboard.press('Tab');
    await expect
      .poll(
        async () => {
          if (await page.evaluate(isDialogAbove)) await page.keyboard.press('Enter');
          return page.evaluate(isDialogAbove);
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(false);
  };

  // Each way in by one person on one page: a file that is clean, blocked, unreadable and left out, unreadable and let go, warned about.
  it.each(rowsFor(ways, ['an input React controls', 'an input in a frame of another origin']))(
    'by %s ends as it should, whatever is in it',
    async (by, row) => {
      const place = await placeOf(row);
      const input = (await place.waitForSelector(row.input)) as ElementHandle<HTMLInputElement>;
      const inField = () => input.evaluate(({ files }) => files!.length);
      const taken = (path: string) => (row.beside ? [row.beside, path] : [path]);
      const choose = (path: string) => input.uploadFile(...taken(path));
      const sent: string[][] = [];
      const goes = async (path: string, what: string) => {
        sent.push(taken(path));
        if (row.way === 'plain') {
          await expect.poll(inField).toBeGreaterThan(0);
          // Not by its button, which would keep the focus and take a press that was meant for the dialog.
          await page.$eval('#plain', (form) => (form as HTMLFormElement).requestSubmit());
        }
        await expect.poll(() => site.arrived.length, { message: `${by}, ${what}: arrived` }).toBe(sent.length);
        const files = taken(path).map((one) => ({ name: basename(one), bytes: readFileSync(one) }));
        expect(site.arrived.at(-1), `${by}, ${what}`).toMatchObject({ way: row.way, files });
      };

      await choose(clean);
      await goes(clean, 'clean');

      await choose(clients957.csv);
      await until(page, isDialogAbove);
      expect(await inField(), `${by}, blocked: in the field while it is asked about`).toBe(0);
      await goBack(page);
      await choose(unreadable);
      await until(page, isDialogAbove);
      await page.keyboard.press('Escape');
      await until(page, `!${isDialogAbove}`);
      expect(await inField(), `${by}, unreadable: left in the field`).toBe(0);

      await choose(unreadable);
      await goOn(1);
      await goes(unreadable, 'unreadable, let go');
      await choose(three);
      await goOn(3);
      await goes(three, 'warned about');

      // What was left out the page has not heard of, and the server neither.
      expect(site.arrived, `${by}: arrived in all`).toHaveLength(sent.length);
      const heard = await place.$eval('#log', ({ textContent }) => textContent);
      expect(heard, `${by}: heard of by the page`).toBe(sent.map((files) => `${row.way}: ${files.length}\n`).join(''));
    },
    120_000,
  );
});
