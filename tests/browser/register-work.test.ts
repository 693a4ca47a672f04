// A breach contact's day on the register page, by its buttons and forms: from a new entry to a closed breach, with every paper on the way, an
// entry that is opened again, two that belong together, and a false alarm that shows up where the policy is tuned.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toJson } from '../../incidents/export.ts';
import { envelopesOf, incidentEntry, uuid } from '../incidents/entries.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { label, type MessageKey } from './dialog.ts';
import { lookAt, picture } from './looks.ts';
import { chromiumPath } from './machine.ts';

const hour = 3_600_000;

describe.skipIf(!chromiumPath)('the work on an entry', () => {
  let chromium: Chromium;
  let page: Page;
  const now = Date.now();
  beforeAll(async () => {
    chromium = await startChromium();
    page = await chromium.openExtensionPage('register.html');
    page.setDefaultTimeout(30_000);
    const left = { at: now - 30 * hour, outcome: 'left', choice: 'sent-after-warning' } as const;
    const warned = { action: 'warn' as const, rules: ['people-to-personal'], enforced: true };
    const entries = await envelopesOf([
      incidentEntry(1, { ...left, destination: 'personal', verdict: warned }),
      incidentEntry(2, { ...left, at: now - 29 * hour, destination: 'personal', verdict: warned }),
      incidentEntry(3, { at: now - 2 * hour, draft: 'ab'.repeat(32) }),
    ]);
    const file = { name: 'others.json', mimeType: 'application/json', buffer: Buffer.from(toJson(entries, now)) };
    await page.locator('.import input[type="file"]').setInputFiles(file);
    await page.locator('tr[data-row]').first().waitFor();
  });
  afterAll(() => chromium?.close());

  const open = async (number: number) => {
    await page.evaluate((id) => {
      location.hash = `entry/${id}`;
    }, uuid(number));
    await page.locator('.entry h2').first().waitFor();
  };
  const entry = () => page.locator('.entry');
  const head = () => page.locator('.entry header');
  const press = (key: MessageKey) =>
    entry()
      .getByRole('button', { name: label(key), exact: true })
      .click();
  const choose = (key: MessageKey) =>
    page.locator('.entry .choose').getByRole('button', { name: label(key), exact: true });
  const time = (at: number) => {
    const date = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
    return date.toISOString().slice(0, 16);
  };
  /** Opens the form of a step, fills it in and waits until it is on the record. */
  const step = async (name: MessageKey, fields: Partial<Record<MessageKey, string | true>>) => {
    const form = page.locator('details.step').filter({ has: page.getByText(label(name), { exact: true }) });
    if (!(await form.evaluate((details) => (details as HTMLDetailsElement).open)))
      await form.locator('summary').click();
    for (const [key, value] of Object.entries(fields)) {
      const field = form.getByLabel(label(key as MessageKey), { exact: true });
      if (value === true) await field.check();
      else if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption(value);
      else await field.fill(value);
    }
    await form.getByRole('button', { name: label('work_save') }).click();
    await form.getByText(label('work_saved')).waitFor();
    await form.locator('summary').click();
  };
  const paper = async (key: MessageKey) => {
    if ((await choose(key).getAttribute('aria-pressed')) !== 'true') await choose(key).click();
    return page.locator('.paper').innerText();
  };

  it('goes from triage to a decision, with the 72 hours counted from awareness', async () => {
    await open(1);
    expect(await head().innerText()).toContain(label('clock_not_aware'));
    await entry().getByLabel(label('work_by')).fill('Priya Nair');
    await press('work_to_triage');
    await head().getByText(label('status_triage')).waitFor();
    await entry().getByLabel(label('work_why')).fill('the recipient is a private mailbox');
    await press('work_to_breach');
    await head().getByText(label('status_breach')).waitFor();
    await step('work_aware', { field_aware_at: time(now - 60 * hour), field_aware_basis: 'the sender rang' });
    expect(await head().innerText()).toMatch(/^.*1[12] hours left to notify the authority/m);
    await step('work_facts', {
      field_description: 'A list of clients went to a private mailbox.',
      field_consequences: 'Unwanted calls',
      field_likelihood: 'possible',
    });
    await step('work_severity', { field_context: '2', field_identification: '1' });
    await step('work_decide', { field_risk: 'high-risk', field_reasoning: 'names with purchases' });
    const missing = await entry().locator('.status-step').innerText();
    for (const need of ['work_needs_authority', 'work_needs_subjects'] as const) expect(missing).toContain(label(need));
    await lookAt(page, 'work-decided');
  });

  it('says nothing of a failure where nothing failed', async () => {
    await open(1);
    const mark = await page.locator('.failed').evaluate((line) => getComputedStyle(line, '::before').content);
    expect(mark).toBe('none');
  });

  it('prints the record alone: no form, no button, no heading without anything below it', async () => {
    await open(3);
    await entry().getByText(label('keys_title')).waitFor();
    await page.emulateMedia({ media: 'print' });
    try {
      await picture(page, 'work-entry-print', { scheme: 'light', width: 1280 }, true);
      const printed = await page.locator('body').innerText();
      for (const there of ['entry_recorded', 'timeline_title'] as const) expect(printed).toContain(label(there));
      for (const not of ['work_title', 'links_title', 'keys_title', 'entry_back', 'work_by'] as const)
        expect(printed).not.toContain(label(not));
      expect(await page.locator('button:visible, input:visible, textarea:visible, select:visible').count()).toBe(0);
    } finally {
      await page.emulateMedia({ media: 'screen' });
    }
    await open(1);
  });

  it('answers the regulator’s form, notifies in time, and writes what changed since', async () => {
    const sheet = await paper('entry_sheet');
    for (const expected of ['A list of clients went to a private mailbox.', 'Unwanted calls', 'names with purchases'])
      expect(sheet).toContain(expected);
    await picture(page, 'work-sheet', { scheme: 'light', width: 1280 }, true);
    await step('work_authority', { field_authority: 'ICO', field_their_reference: 'IC-4711' });
    await head().getByText(label('clock_notified')).waitFor();
    await choose('entry_update').click();
    await page.getByText(label('entry_no_update')).waitFor();
    await choose('entry_update').click();
    await step('work_facts', { field_recovered: 'deletion-confirmed' });
    const update = await paper('entry_update');
    expect(update).toContain('IC-4711');
    expect(update).toContain(label('recovery_deletion_confirmed'));
    expect(update).not.toContain('Unwanted calls');
    await picture(page, 'work-update', { scheme: 'light', width: 1280 }, true);
  });

  it('drafts the letter to the people affected, and prints the paper alone', async () => {
    await step('work_action', {
      field_action_what: 'ask for deletion',
      field_action_owner: 'Jo',
      field_action_due: '2027-01-31',
    });
    const letter = await paper('entry_letter');
    for (const expected of ['A list of clients went to a private mailbox.', 'ask for deletion', 'Unwanted calls'])
      expect(letter).toContain(expected);
    await page.emulateMedia({ media: 'print' });
    try {
      await picture(page, 'work-letter-print', { scheme: 'light', width: 1280 }, true);
      expect(await page.locator('.paper').isVisible()).toBe(true);
      expect(await page.locator('header.top').isVisible()).toBe(false);
      expect(await page.locator('.entry .doing').isVisible()).toBe(false);
      expect((await page.locator('body').innerText()).trim()).toBe((await page.locator('.paper').innerText()).trim());
    } finally {
      await page.emulateMedia({ media: 'screen' });
    }
  });

  it('closes when everything is there, and is opened again', async () => {
    await step('work_subjects', { field_telling: 'yes', field_subjects_how: 'by letter' });
    // The tick stands once the step is stored, not at the click.
    await entry().locator('.actions input').click();
    await entry().locator('.actions input:checked').waitFor();
    const close = entry().getByRole('button', { name: label('work_to_closed'), exact: true });
    await close.click();
    await head().getByText(label('status_closed')).waitFor();
    await press('work_reopen');
    await head().getByText(label('status_triage')).waitFor();
    const timeline = await entry().locator('.timeline').innerText();
    expect(timeline).toContain('Priya Nair');
    await entry()
      .locator('.timeline')
      .getByRole('button', { name: label('timeline_undo') })
      .last()
      .click();
    await head().getByText(label('status_closed')).waitFor();
    await lookAt(page, 'work-closed');
  });

  it('is linked with another of the same event, by its reference', async () => {
    await open(2);
    const reference = (await head().locator('h2').innerText()).split(' ').at(-1)!;
    await open(1);
    await entry().getByLabel(label('links_reference')).fill(reference.toLowerCase());
    await press('links_on');
    await entry().getByRole('link', { name: reference }).click();
    await page.waitForFunction(
      (text) => document.querySelector('.entry header h2')?.textContent?.includes(text),
      reference,
    );
  });

  it('is a false alarm, says what misled it, and shows up in the tuning report', async () => {
    await open(3);
    await press('work_to_false_positive');
    await head().getByText(label('status_false_positive')).waitFor();
    await step('work_feedback', {
      rule_people_to_own: true,
      field_suggestion: 'the second address is an account of the firm',
    } as Partial<Record<MessageKey, string | true>>);
    await page.evaluate(() => {
      location.hash = 'papers';
    });
    await page.getByRole('button', { name: label('paper_tuning'), exact: true }).click();
    const report = await page.locator('.paper').innerText();
    for (const expected of [label('rule_people_to_own'), 'the second address is an account of the firm', '1 of 1'])
      expect(report).toContain(expected);
    await lookAt(page, 'work-tuning');
  });
});
