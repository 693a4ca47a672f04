// The policy page in a real browser under a real managed policy: read, drafted by keyboard alone, tried on real files, exported, imported.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePolicy } from '../../policy/parse.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { label } from './dialog.ts';
import { expectClean, expectNoOverflow, looks, picture } from './looks.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { type ManagedPolicy, policyFor } from './managed-policy.ts';
import { entriesOf, policyArrived, recordedSoFar } from './record.ts';
import { clients957, clientTable, externalAddress, headline, ownAddress, thirtyClients, valuesIn } from './samples.ts';

const values = {
  version: 'policy page',
  firm: { name: 'Brightwater' },
  internalDomains: ['brightwater.example'],
  partners: [
    {
      domain: 'payroll.example',
      agreement: 'processor',
      reference: 'Contracts 2025/14',
      expires: '2027-03-31',
      categories: ['contact', 'financial'],
    },
  ],
  media: { own: 'maybe' },
};
const titles = {
  'in-force': label('policy_part_in_force'),
  draft: label('policy_part_draft'),
  try: label('policy_part_try'),
  compare: label('policy_part_compare'),
  files: label('policy_part_files'),
};
type Part = keyof typeof titles;

describe.skipIf(!chromiumPath || !canSetPolicy)('the policy page', () => {
  let policy: ManagedPolicy;
  let chromium: Chromium;
  let page: Page;

  const go = async (part: Part) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, part);
    await page.getByRole('heading', { level: 1, name: titles[part] }).waitFor();
  };

  const begin = async (template: string) => {
    await go('draft');
    await page.getByLabel(label('policy_begin')).selectOption(template);
    await page.getByRole('button', { name: label('policy_begin_do') }).press('Enter');
  };

  beforeAll(async () => {
    policy = policyFor(values);
    chromium = await startChromium({ policy });
    await policyArrived(chromium, values.version);
    page = await chromium.openExtensionPage('options.html');
    await page.getByText('Contracts 2025/14').waitFor();
  });
  afterAll(async () => {
    await chromium?.close();
    await policy?.close();
  });

  it('shows each setting of the managed policy with where it comes from, and the mistake in it', async () => {
    const setting = (name: string) => page.getByRole('region', { name: new RegExp(`^${name} `) });
    expect(await setting('partners').innerText()).toContain(label('policy_origin_managed'));
    expect(await setting('retentionDays').innerText()).toContain(label('policy_origin_default'));
    expect(await setting('media').innerText()).toContain('"maybe" is none of allow, warn, justify, block');
    expect(await page.locator('main :is(input, select, textarea):visible').count(), 'the search field alone').toBe(1);
  });

  it('is written by keyboard alone: opened, typed, told what is wrong, undone, reset', async () => {
    await go('draft');
    const find = page.getByRole('searchbox');
    await find.fill('retention');
    await find.press('Tab');
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'retentionDays' });
    await field.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('0');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('is below 1 day').first().waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('90');
    expect(await field.getAttribute('aria-invalid')).toBeNull();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain('retentionDays');
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('365');
    await page.reload();
    await go('draft');
    await begin('health');
    await find.fill('sensitive');
    await page.locator('#draft-sensitive > summary').press('Enter');
    expect(
      await page
        .getByRole('group', { name: label('destination_personal') })
        .getByRole('textbox')
        .nth(2)
        .inputValue(),
    ).toBe('1');
    await find.fill('');
  });

  it('judges the 957 clients as the extension would, with the worker reading the file, and records nothing', async () => {
    const before = await recordedSoFar(chromium);
    await begin('health');
    await go('try');
    await page.getByLabel(label('policy_try_from')).fill('keziah.brandt@brightwater.example');
    await page.getByLabel(label('policy_try_to')).fill(ownAddress);
    await page.getByLabel(label('policy_try_files')).setInputFiles([clients957.xlsx]);
    await page.getByRole('button', { name: label('policy_try_do') }).click();
    const found = page.locator('.tried section');
    await found.nth(1).waitFor();
    for (const one of await found.all()) {
      const text = await one.innerText();
      expect(text).toMatch(/^[\s\S]*held back/);
      expect(text).toContain('957');
      expect(text).toContain('people-to-own');
    }
    await page.getByLabel(label('policy_try_to')).fill(externalAddress);
    await page.getByLabel(label('policy_try_files')).setInputFiles([]);
    await page.getByLabel(label('policy_try_body')).fill('Thank you for the offer of last week.');
    await page.getByRole('button', { name: label('policy_try_do') }).click();
    await page.locator('.tried .verdict.allow').first().waitFor();
    // Pasted as people do: typed by a machine, so much text takes Chromium minutes.
    await page.evaluate((text) => navigator.clipboard.writeText(text), headline.body);
    await page.getByLabel(label('policy_try_body')).press('Control+A');
    await page.keyboard.press('Control+V');
    await page.getByRole('button', { name: label('policy_try_do') }).click();
    await page.locator('.tried .verdict.block').first().waitFor();
    expect(await entriesOf(chromium, before)).toEqual([]);
    const stored = await page.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { storage: Record<string, { get(): Promise<unknown> }> } };
      const all = await Promise.all(['local', 'session'].map((area) => chrome.storage[area]!.get()));
      return JSON.stringify([all, { ...sessionStorage }, { ...localStorage }]);
    });
    const typed = [ownAddress, ...(headline.body.match(/\S+@\S+/g) ?? [])];
    expect(typed.length).toBeGreaterThan(900);
    expect(valuesIn(stored, typed)).toEqual([]);
  });

  it('says what would change, and saves a file that another draft is read from', async () => {
    await begin('health');
    await go('compare');
    const row = page.getByRole('row').filter({ hasText: 'sensitive.external' });
    expect(await row.innerText()).toContain(label('policy_direction_stricter'));
    expect(
      await page
        .getByRole('row')
        .filter({ hasText: /^partners/ })
        .innerText(),
    ).toContain(label('policy_direction_stricter'));
    await go('files');
    await page.getByLabel(label('policy_target'), { exact: true }).selectOption('firefox');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /policies\.json$/ }).press('Enter'),
    ]);
    const saved = readFileSync(await download.path(), 'utf8');
    const written = Object.values(JSON.parse(saved).policies['3rdparty'].Extensions)[0];
    expect(parsePolicy(written)).toMatchObject({ problems: [], policy: { version: 'health 1' } });
    await page.getByLabel(label('policy_import_text')).fill('{ "version": ');
    await page.getByRole('button', { name: label('policy_import_do') }).press('Enter');
    await page.getByText(/line 1, column \d+/).waitFor();
    await page.getByLabel(label('policy_import_file')).setInputFiles(await download.path());
    await page.getByText(label('policy_target_firefox')).last().waitFor();
    // The names of what it holds are written anew with every file.
    const { settings, ...held } = written as Record<string, unknown>;
    expect(settings).toBe(Object.keys(held).join(', '));
    expect(JSON.parse((await page.evaluate('sessionStorage.draft')) as string)).toEqual(held);
  });

  it('is clean and whole, light and dark, wide and narrow', { timeout: 150_000 }, async () => {
    await page.reload();
    await begin('health');
    await go('try');
    await page.getByLabel(label('policy_try_to')).fill(`${ownAddress}, ${externalAddress}`);
    await page.getByLabel(label('policy_try_body')).fill(clientTable(thirtyClients.slice(0, 6)));
    await page.getByRole('button', { name: label('policy_try_do') }).click();
    await page.locator('.tried section').nth(1).waitFor();
    await go('draft');
    for (const name of ['partners', 'thresholds', 'reasons', 'wording', 'retentionDays'])
      await page.locator(`#draft-${name} > summary`).click();
    await page.getByRole('button', { name: label('policy_add_to', ['partners']) }).click();
    for (const as of looks) {
      await page.emulateMedia({ colorScheme: as.scheme });
      await page.setViewportSize({ width: as.width, height: 1100 });
      for (const part of Object.keys(titles) as Part[]) {
        await go(part);
        if (part === 'draft') {
          const partners = page.locator('#draft-partners > summary');
          if (!(await page.locator('#draft-partners').getAttribute('open'))) await partners.click();
          await page.locator('#draft-thresholds > summary').click();
          await partners.scrollIntoViewIfNeeded();
        }
        await picture(page, `policy-${part}`, as);
        await expectNoOverflow(page);
        // Each colour and each width once: axe takes its time.
        if ((as.scheme === 'light') === (as.width === 1280)) await expectClean(page, 'html');
      }
    }
  });
});
