// Files on their way to a site, in Firefox: by a plain form and by an input that React controls, let go and held back. A drop cannot be
// made here: Firefox gives its driver no drag from outside the page, and what a page drops on itself is its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addonId, startFirefox } from './firefox.ts';
import { goBack, isDialogAbove, until } from './firefox-page.ts';
import { canSetPolicy, firefoxPath } from './machine.ts';
import { type FirefoxPolicy, firefoxPolicyFor } from './managed-policy.ts';
import { clients957, clientTable, fileNamed, thirtyClients } from './samples.ts';
import { startUploadSite, type UploadSite } from './upload-site.ts';

const clean = fileNamed('timetable.csv', 'week,room\n1,Blue\n2,Red\n');
const three = fileNamed('three.csv', clientTable(thirtyClients.slice(0, 3), ','));
const six = fileNamed('six.csv', clientTable(thirtyClients.slice(0, 6), ','));
const unreadable = join(import.meta.dirname, '../fixtures/files/encrypted.zip');
const ways = [
  ['plain', '#plain-file'],
  ['react-input', '#react-file'],
] as const;

describe.skipIf(!firefoxPath || !canSetPolicy)('a file for a site, in Firefox', () => {
  let firefox: Browser;
  let policy: FirefoxPolicy;
  let site: UploadSite;
  let page: Page;

  beforeAll(async () => {
    site = await startUploadSite();
    policy = firefoxPolicyFor(addonId, {
      version: 'sites',
      sites: { personal: ['drive.test'] },
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

  const choose = async (selector: string, path: string) =>
    ((await page.$(selector)) as ElementHandle<HTMLInputElement>).uploadFile(path);
  const goes = async (way: string, path: string) => {
    if (way === 'plain') {
      await until(page, `document.querySelector('#plain-file').files.length > 0`);
      await page.click('#plain button');
    }
    await expect.poll(() => site.arrived.length, { timeout: 20_000 }).toBe(1);
    expect(site.arrived[0]).toMatchObject({ way, files: [{ bytes: readFileSync(path) }] });
  };

  it.each(ways)('goes when it is about nobody: %s', async (way, input) => {
    await choose(input, clean);
    await goes(way, clean);
  });

  it.each(ways)('is held when it is about 957 people, and the next may go: %s', async (way, input) => {
    await choose(input, clients957.csv);
    await until(page, isDialogAbove);
    expect(await page.$eval(input, (element) => (element as HTMLInputElement).files!.length)).toBe(0);
    await goBack(page);
    expect(site.arrived).toEqual([]);
    await choose(input, clean);
    await goes(way, clean);
  });

  /** By the keyboard alone: the way back has the focus, and so many steps on is the way that lets it go, which is not ready at once. */
  const goOn = async (steps: number) => {
    await until(page, isDialogAbove);
    for (let step = 0; step < steps; step++) await page.keyboard.press('Tab');
    await expect
      .poll(
        async () => {
          await page.keyboard.press('Enter');
          return page.evaluate(isDialogAbove);
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(false);
  };

  describe.each(ways)('%s', (way, input) => {
    it.each([
      ['about three people', three, 3],
      ['nobody can read', unreadable, 1],
    ])('one %s goes as it is when the person says so', async (_, path, steps) => {
      await choose(input, path);
      await goOn(steps);
      await goes(way, path);
    });

    it('one nobody can read stays when the person leaves it out', async () => {
      await choose(input, unreadable);
      await until(page, isDialogAbove);
      await page.keyboard.press('Escape');
      await until(page, `!${isDialogAbove}`);
      expect(await page.$eval(input, (element) => (element as HTMLInputElement).files!.length)).toBe(0);
      expect(site.arrived).toEqual([]);
      await choose(input, clean);
      await goes(way, clean);
    });
  });

  describe('in a small frame of another origin', () => {
    const chooseBelow = async (path: string) => {
      const src = site.addressAt('files.test');
      await page.evaluate((address) => {
        const frame = Object.assign(document.createElement('iframe'), { width: '300', height: '40', src: address });
        document.body.prepend(frame);
      }, src);
      const below = await page.waitForFrame((frame) => frame.url() === src);
      const input = (await below.waitForSelector('#react-file')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(path);
      await until(page, isDialogAbove);
    };

    it('is asked about above the page, and stays', async () => {
      await chooseBelow(clients957.csv);
      await goBack(page);
      expect(site.arrived).toEqual([]);
    });

    it('goes as it is when the person says so above the page', async () => {
      await chooseBelow(six);
      await goOn(3);
      await goes('react-input', six);
    });
  });
});
