// The register as a breach contact and an employee use it: every part wide and narrow, light and dark; by keyboard alone; and nothing that
// anybody wrote into an entry runs. Screenshots are kept.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendTo } from '../../incidents/chain.ts';
import { envelopeOf } from '../../incidents/envelope.ts';
import { toJson } from '../../incidents/export.ts';
import type { ChainedEntry, Entry, Incident } from '../../incidents/incident.ts';
import { destinations } from '../../policy/facts.ts';
import { uuid } from '../incidents/entries.ts';
import { attack, attackingEntries } from '../incidents/script-everywhere.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { label, type MessageKey } from './dialog.ts';
import { lookAt } from './looks.ts';
import { chromiumPath } from './machine.ts';
import { askBackground, entriesOf } from './record.ts';

const idOf = (number: number) => `0193b5a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
const firstAt = Date.parse('2026-10-01T08:00:00Z');

function incidentOf(number: number): Incident {
  const hasLeft = number % 3 === 1;
  return {
    id: idOf(number),
    at: firstAt + number * 5_400_000,
    extensionVersion: attack.slice(0, 40),
    policy: { version: attack.slice(0, 60), hash: attack.slice(0, 64), source: 'managed' },
    actor: {
      value: number % 10 === 0 ? attack : `${['sam', 'alex', 'robin'][number % 3]}@firm.example`,
      from: 'account',
    },
    place: { webmail: 'roundcube', host: 'mail.firm.example' },
    trigger: 'send',
    people: {
      min: 2 + number,
      estimate: 3 + number,
      max: 4 + number,
      how: ['table-rows'],
      flags: { special: number % 5, criminal: 0, financial: 0, identityDocument: 0, child: 0, purchase: 1 },
    },
    kinds: [
      { kind: 'email', category: 'contact', matches: 9, distinct: 9 },
      { kind: 'onerror-alert', category: 'special', matches: 1, distinct: 1 },
    ],
    destination: destinations[number % 3]!,
    recipients: { count: 1, domains: ['rival.example'], fingerprints: ['ab12'] },
    files: [{ extension: 'xlsx', type: 'xlsx', size: 48_211, readable: true, fingerprint: 'cd34' }],
    verdict: { action: hasLeft ? 'warn' : 'block', rules: [`people-to-${destinations[number % 3]!}`], enforced: true },
    choice: hasLeft ? 'sent-after-warning' : 'edited',
    reason: { code: 'agreed-work', text: attack },
    outcome: hasLeft ? 'left' : 'near-miss',
    openedForMs: 100,
    scanMs: 10,
    adapterHealth: 'well',
  };
}

async function others(count: number): Promise<string> {
  const actor = { value: 'kim@firm.example', from: 'account' as const };
  const report = {
    id: idOf(9_001),
    at: firstAt,
    extensionVersion: '1',
    actor,
    what: attack,
    when: attack,
    recovered: 'no' as const,
    people: 'few' as const,
  };
  const entries: Entry[] = [
    ...Array.from({ length: count }, (_, number): Entry => ({ type: 'incident', incident: incidentOf(number) })),
    { type: 'report', report },
    ...attackingEntries(7, firstAt),
  ];
  const chain: ChainedEntry[] = [];
  for (const entry of entries) chain.push(await appendTo(chain.at(-1) ?? null, entry));
  return toJson(
    chain.map((one) => envelopeOf(one, '0.1.0')),
    firstAt,
  );
}

describe.skipIf(!chromiumPath)('the register page', () => {
  let chromium: Chromium;
  let page: Page;

  const go = async (part: string) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, part);
    await page.waitForTimeout(150);
  };
  const expectNothingRan = async () =>
    expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined();

  beforeAll(async () => {
    chromium = await startChromium();
    page = await chromium.openExtensionPage('register.html');
    page.setDefaultTimeout(60_000);
    const file = { name: 'others.json', mimeType: 'application/json', buffer: Buffer.from(await others(200)) };
    // Its steps count as the reader's own: they stand in papers and forms, too.
    await page.getByText(label('register_import'), { exact: true }).click();
    await page.getByLabel(label('register_import_mine')).check();
    await page.locator('.import input[type="file"]').setInputFiles(file);
    await page.locator('tr[data-row]').first().waitFor();
    const report = { what: attack, when: attack, recovered: 'no', people: 'few' } as const;
    await askBackground(chromium, 'report/record', { report });
    const text = { description: attack, consequences: attack, detectedBy: attack };
    for (const change of [
      { do: 'status', status: 'breach', why: attack },
      { do: 'aware', at: Date.now() - 60 * 3_600_000, basis: attack, who: attack },
      { do: 'facts', facts: text },
      { do: 'decide', risk: 'risk', reasoning: attack },
      { do: 'authority', authority: attack, phase: 'initial', at: Date.now(), reference: attack },
      { do: 'action', action: idOf(7_777), what: attack, owner: attack },
      { do: 'note', text: attack },
    ] as const)
      await askBackground(chromium, 'work/record', { about: idOf(199), change, by: attack });
    await page.reload();
  });
  afterAll(() => chromium?.close());

  it.each(['incidents', 'charts', 'papers', 'report', 'guidance', 'about', 'status', `entry/${idOf(199)}`])(
    '%s looks as it should and is accessible, wide and narrow, light and dark',
    async (part) => {
      await go(part);
      await lookAt(page, `register-${part.startsWith('entry') ? 'entry' : part}`, part === 'incidents');
      await expectNothingRan();
    },
  );

  it('runs nothing that anybody wrote, in any paper or form', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const part of [idOf(199), uuid(7_000), uuid(7_001)].map((id) => `entry/${id}`).concat('papers', 'people')) {
      await go(part);
      await page.locator('main summary, main button').first().waitFor();
      for (const summary of await page.locator('.step > summary').all()) await summary.click();
      for (const button of await page.locator('.choose button').all()) {
        await button.click();
        await expectNothingRan();
      }
      expect(await page.locator('main').textContent(), part).toContain('onerror=');
      expect(await page.locator('main img, main script').count(), part).toBe(0);
    }
  });

  it('is used by keyboard alone: from the list into an entry, a decision, and back', async () => {
    await go('incidents');
    await page.locator('.rows .line[tabindex="0"]').focus();
    const focused = async (row: number) => {
      await page.waitForFunction((at) => document.activeElement?.closest('tr')?.ariaRowIndex === String(at), row);
      return page.evaluate(() => document.activeElement?.closest('tr')?.dataset.row);
    };
    const count = Number(await page.locator('.rows').getAttribute('aria-rowcount'));
    await page.keyboard.press('End');
    await focused(count);
    await page.keyboard.press('Home');
    await focused(3);
    await page.keyboard.press('ArrowDown');
    const chosen = await focused(5);
    await page.keyboard.press('Enter');
    await page.locator('.entry h2').first().waitFor();
    const reach = async (name: string) => {
      for (let presses = 0; presses < 40; presses++) {
        if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not come to ${name}`);
    };
    await reach(label('work_to_triage'));
    await page.keyboard.press('Enter');
    // No step without a name: the field for it is where the keys go now.
    await page.getByText(label('work_by_missing')).waitFor();
    await page.keyboard.type('Priya Nair');
    await reach(label('work_to_triage'));
    await page.keyboard.press('Enter');
    await page.getByText(label('status_triage')).first().waitFor();
    const works = (await entriesOf(chromium)).flatMap(({ entry }) => (entry.type === 'work' ? [entry.work] : []));
    expect(works.at(-1)).toMatchObject({
      about: chosen,
      by: { value: 'Priya Nair' },
      change: { do: 'status', status: 'triage' },
    });
  });

  it('keeps who read the guidance, and says it in what is recorded about them', async () => {
    await go('guidance');
    await page.getByRole('button', { name: label('guidance_confirm') }).click();
    await page.getByRole('button', { name: label('guidance_again') }).waitFor();
    expect((await entriesOf(chromium)).at(-1)?.entry.type).toBe('acknowledgement');
    await go('about');
    expect(await page.locator('.mine').textContent()).toContain('2026');
  });

  it('saves CSV in which no cell begins a formula', async () => {
    await go('incidents');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label('register_export_csv') }).click(),
    ]);
    const csv = readFileSync((await file.path())!, 'utf8');
    expect(csv.split('\r\n').length).toBeGreaterThan(200);
    expect(csv).not.toMatch(/(?:^|,|\r\n)"?[=+\-@]/);
  });

  it('opens the guidance by itself when it was installed, without taking the screen', async () => {
    const guidance = () => chromium.context.pages().find((one) => one.url().endsWith('/register.html#guidance'));
    await expect.poll(guidance, { timeout: 15_000 }).toBeDefined();
    const first = guidance();
    await first!.getByRole('heading', { level: 1, name: label('register_part_guidance') }).waitFor();
    await first!.close();
  });

  /** The groups as they are headed: a name, and how many lines. */
  const groups = async () =>
    (await page.locator('.rows tr.group').allInnerTexts()).map((text) => /^(.*?)\s*\(([\d,]+)\)$/.exec(text.trim())!);
  const chosen = (key: MessageKey) => page.getByRole('combobox', { name: label(key), exact: true });
  const groupBy = (by: 'destination' | 'choice' | 'class') => chosen('register_group').selectOption(by);

  it('groups by destination and by what the person chose, each group with its number', async () => {
    await page.setViewportSize({ width: 1280, height: 30_000 });
    await go('incidents');
    const total = Number(await page.locator('.rows').getAttribute('aria-rowcount')) - 1 - (await groups()).length;
    const names = {
      destination: destinations.slice(0, 3).map((one) => label(`destination_${one}`)),
      choice: [label('choice_sent_after_warning'), label('choice_edited')],
    };
    for (const by of ['destination', 'choice'] as const) {
      await groupBy(by);
      await page.locator('.rows tr.group', { hasText: names[by][0]! }).waitFor();
      const found = await groups();
      expect(found.map(([, name]) => name)).toEqual(expect.arrayContaining(names[by]));
      expect(found.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(total);
    }
    await groupBy('class');
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('keeps a filter under a name, through a reload, until it is forgotten', async () => {
    await go('incidents');
    const shown = () => page.locator('.filter [role=status]').innerText();
    const all = await shown();
    await chosen('register_destination').selectOption(destinations[2]!);
    await chosen('register_choice').selectOption('edited');
    await expect.poll(shown).not.toBe(all);
    const few = await shown();
    expect(few).toMatch(/^[1-9]/);
    await page.getByLabel(label('register_save_filter')).fill('held, to others');
    await page.keyboard.press('Enter');
    const chip = page.getByRole('button', { name: 'held, to others', exact: true });
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: label('register_clear'), exact: true }).click();
    await expect.poll(shown).toBe(all);
    await page.reload();
    await chip.click();
    await expect.poll(shown).toBe(few);
    await lookAt(page, 'register-saved-filter', true);
    // In a narrow window the list comes first, and says that something is set.
    await page.setViewportSize({ width: 400, height: 900 });
    expect(await chosen('register_choice').isVisible()).toBe(false);
    await page.getByRole('button', { name: label('register_filter_set', ['2']), exact: true }).click();
    expect(await chosen('register_choice').inputValue()).toBe('edited');
    await lookAt(page, 'register-open-filter', true);
    await page.getByRole('button', { name: label('register_forget_filter', ['held, to others']) }).click();
    await chip.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: label('register_clear'), exact: true }).click();
    await page.reload();
    await page.locator('tr[data-row]').first().waitFor();
    expect(await chip.count()).toBe(0);
  });

  it('prints the lines that the filter shows, all of them, and no form', async () => {
    await go('incidents');
    const search = page.getByLabel(label('register_search'), { exact: true });
    await search.fill('alex@');
    const shown = () => page.locator('.filter [role=status]').innerText();
    await expect.poll(shown).not.toMatch(/^2\d\d /);
    const count = Number(/\d+/.exec(await shown())![0]);
    expect(count).toBeGreaterThan(50);
    const text = await textOfPdf(await page.pdf({ format: 'A4', landscape: true }));
    expect(text.match(/alex@firm\.example/g)).toHaveLength(count);
    expect(text).not.toContain('robin@firm.example');
    for (const key of ['register_search', 'register_export_csv', 'register_import', 'register_clear'] as const)
      expect(text).not.toContain(label(key).replace(/\s/g, ''));
    await search.fill('');
  });

  it('tells the 72 hours by the clock of who reads, and says which steps that clock cannot have had', async () => {
    const about = idOf(198);
    const now = Date.now();
    for (const change of [
      { do: 'status', status: 'breach', why: 'seen' },
      { do: 'aware', at: now - 2 * 3_600_000, basis: 'seen', who: 'Priya Nair' },
    ] as const)
      await askBackground(chromium, 'work/record', { about, change, by: 'Priya Nair' });
    const own = await chromium.openExtensionPage(`register.html#entry/${about}`);
    const at = async (hours: number) => {
      await own.clock.setFixedTime(now + hours * 3_600_000);
      await own.reload();
      await own.locator('.timeline').getByText('seen').first().waitFor();
      const { length } = await own.getByText(label('timeline_clock')).all();
      const header = await own.locator('.entry > header').innerText();
      return { odd: length, header };
    };
    expect(await at(1)).toEqual({ odd: 0, header: expect.stringContaining('69 hours left') });
    expect(await at(80)).toEqual({ odd: 0, header: expect.stringContaining('The 72 hours ended on') });
    expect(await at(-24)).toEqual({ odd: 2, header: expect.stringContaining('94 hours left') });
    await own.close();
    const { health } = await askBackground(chromium, 'register/list', {});
    expect(health.chain).toBe('intact');
  });
});

/** Without blanks: where they are is the layout's. */
async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const reading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await reading.promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await reading.destroy();
  return text.replace(/\s/g, '');
}
