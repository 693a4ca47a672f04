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
import { label } from './dialog.ts';
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
});
