// Drafts nobody would write by hand, on a page nobody described: a verdict or an honest *not checked*, a page that answers, nothing sent.
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traced } from '../../benchmarks/page-thread.ts';
import { pick } from './bring-files.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn } from './dialog.ts';
import { chromiumPath } from './machine.ts';
import { type Portal, startPortal } from './practice-portal.ts';
import { clients957, fileNamed, headline, ownAddress } from './samples.ts';

interface Odd {
  to?: string;
  /** Lines of prose before the clients, 65 characters each. */
  prose?: number;
  text?: string;
  redraws?: true;
  says: RegExp;
  /** Milliseconds of the page's thread that scripts of the extension may take at a stretch. */
  longest: number;
}

const addresses = Array.from({ length: 5_000 }, (_, index) => `person.${index}@customer-${index % 70}.example`);
const mixed = Array.from(
  { length: 60 },
  (_, index) =>
    `\u202bدانا שירה ${'אבגדהוזחטי'[index % 10]}${index}\u202c\tdana.${index}@example.net\t+44 7700 9${String(10_000 + index).slice(0, 5)}\tמרחוב ${index}, Łódź, 東京`,
).join('\n');

const odd: Record<string, Odd> = {
  'a draft of 10 MB with 957 clients at its end': {
    prose: 155_000,
    says: /957|could not be (read|checked)|Not checked/i,
    longest: 1_000,
  },
  'five thousand recipients': { to: [ownAddress, ...addresses].join(', '), says: /957/, longest: 200 },
  'addresses that are none': {
    to: `kim@@x, "Kim <kim@x.example, @, a@b@c, <>, ${ownAddress}`,
    says: /957/,
    longest: 200,
  },
  'names from right to left and scripts in one line': {
    text: mixed,
    says: /6[0-9] people|5[0-9] people/,
    longest: 200,
  },
  'a page that is drawn anew every 50 ms': { redraws: true, says: /957/, longest: 200 },
};

describe.skipIf(!chromiumPath)('an odd draft', () => {
  let chromium: Chromium;
  let portal: Portal;
  let page: Page;

  beforeAll(async () => {
    portal = await startPortal();
    chromium = await startChromium();
    page = await chromium.context.newPage();
  });
  afterAll(async () => {
    await chromium?.close();
    await portal?.close();
  });

  it.each(Object.entries(odd))(
    '%s',
    { timeout: 240_000 },
    async (_, { to = ownAddress, prose = 0, text = headline.body, redraws, says, longest }) => {
      await page.goto(portal.editorAddress);
      await page.locator('[aria-label="To"]').evaluate((field, value) => Object.assign(field, { value }), to);
      if (redraws) await page.evaluate(drawAnew);
      const session = await chromium.context.newCDPSession(page);
      const { tasks } = await traced(session, async () => {
        await page.locator('.text').evaluate(fill, { prose, text });
        // In one step: what was found a moment ago may be gone.
        await page.evaluate(() => document.querySelector('button')!.click());
        const dialog = await dialogOn(page, 180_000);
        expect(await dialog.text()).toMatch(says);
        await page.keyboard.press('Escape');
        await dialog.isGone();
      });
      await session.detach();
      expect(Math.max(...tasks.map(({ extension }) => extension))).toBeLessThan(longest);
      expect(portal.sent).toEqual([]);
    },
  );

  it('with script in the name of its file and in its recipients shows them as text, and runs none of it', async () => {
    const file = '<img src=x onerror="window.ran=1"><script>window.ran=1<script>{{7*7}}$1.csv';
    const recipient = '@<img/src=x/onerror=window.ran=1>';
    await page.goto(portal.address);
    await page.fill('[name=to]', `"<script>window.ran=1</script>" <kim${recipient}>, ${ownAddress}`);
    await pick(page, '[name=attachments]', fileNamed(file, readFileSync(clients957.csv)));
    const dialog = await dialogOn(page);
    const text = await dialog.text();
    for (const written of [file, recipient, '957']) expect(text).toContain(written);
    expect(await dialog.box.locator('img, script').count()).toBe(0);
    const ran = (frame: Frame) => frame.evaluate(() => (window as { ran?: number }).ran);
    for (const frame of page.frames()) expect(await ran(frame), frame.url()).toBeUndefined();
    await dialog.answer('dialog_back_file');
    expect(await page.inputValue('[name=attachments]')).toBe('');
  });
});

function fill(editor: Element, { prose, text }: { prose: number; text: string }): void {
  const line = 'The weather was mild and the road to the coast was dry all week.\n';
  editor.replaceChildren(Object.assign(document.createElement('pre'), { textContent: line.repeat(prose) + text }));
  editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Send and what stands beside it are other elements each time. */
function drawAnew(): void {
  setInterval(() => {
    const foot = document.querySelector('.foot')!;
    const next = foot.cloneNode(true) as Element;
    next.querySelector('.saved')!.textContent = `Saved ${performance.now().toFixed(0)}`;
    foot.replaceWith(next);
  }, 50);
}
