// Drafts nobody would write by hand, on a page nobody described and on those of known webmails: a verdict or an honest *not checked*, a page that
// answers, nothing sent.
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traced } from '../../benchmarks/page-thread.ts';
import { type StructurePage, structurePages } from '../webmails/structure-pages.ts';
import { isEverything } from './breadth.ts';
import { pick } from './bring-files.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { deskOn, dialogOn } from './dialog.ts';
import { chromiumPath } from './machine.ts';
import { type Portal, startPortal } from './practice-portal.ts';
import { clients957, fileNamed, headline, ownAddress } from './samples.ts';
import { type StructureServer, startStructurePages } from './structure-server.ts';

interface Odd {
  to?: string;
  /** Lines of prose before the clients, 65 characters each. */
  prose?: number;
  text?: string;
  redraws?: true;
  says: RegExp;
  /** Milliseconds of the page's thread that scripts of the extension may take at a stretch. */
  longest: number;
  /** The same where each address is a chip, some elements of the page. Measured for five thousand: 316 to 346. */
  longestInChips?: number;
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
  'five thousand recipients': {
    to: [ownAddress, ...addresses].join(', '),
    says: /957/,
    longest: 200,
    longestInChips: 500,
  },
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

const four = structurePages.filter(({ id }) => ['gmail', 'outlook', 'yahoo', 'proton'].includes(id));
/** A name, and where it is opened. Each time the one with the most chips. */
const onKnown = four.flatMap((webmail) =>
  Object.keys(odd).flatMap((name): [string, string, StructurePage][] =>
    isEverything || (webmail.id === 'gmail' && name === 'five thousand recipients')
      ? [[name, webmail.id, webmail]]
      : [],
  ),
);

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
      await expectAsked(chromium, page, says, longest, async () => {
        await page.locator('.text').evaluate(fill, { prose, text });
        await page.evaluate(pressOn, 'button');
      });
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

describe.skipIf(!chromiumPath)('an odd draft on a known page', () => {
  let server: StructureServer;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    server = await startStructurePages();
    chromium = await startChromium({ serves: server });
    page = await chromium.context.newPage();
  });
  afterAll(async () => {
    await chromium?.close();
    await server?.close();
  });

  it.each(onKnown)('%s: %s', { timeout: 240_000 }, async (name, _, webmail) => {
    const { to = ownAddress, prose = 0, text = headline.body, redraws, says, longest, longestInChips } = odd[name]!;
    await page.goto(webmail.address);
    await expectAsked(chromium, page, says, longestInChips ?? longest, async () => {
      await page.evaluate(open, { to: to.split(', '), prose, text });
      await deskOn(page);
      if (redraws) await page.evaluate(drawPressedAnew, webmail.send);
      await page.evaluate(pressOn, webmail.send);
    });
    expect(server.sent(webmail)).toEqual([]);
  });
});

/** The dialog comes and says so, and the page's thread is free meanwhile but for what scripts of the page itself take. */
async function expectAsked(
  chromium: Chromium,
  page: Page,
  says: RegExp,
  longest: number,
  send: () => Promise<void>,
): Promise<void> {
  const session = await chromium.context.newCDPSession(page);
  const { tasks } = await traced(session, async () => {
    await send();
    const dialog = await dialogOn(page, 180_000);
    expect(await dialog.text()).toMatch(says);
    await page.keyboard.press('Escape');
    await dialog.isGone();
  });
  await session.detach();
  expect(Math.max(...tasks.map(({ extension }) => extension))).toBeLessThan(longest);
}

function fill(editor: Element, { prose, text }: { prose: number; text: string }): void {
  const line = 'The weather was mild and the road to the coast was dry all week.\n';
  editor.replaceChildren(Object.assign(document.createElement('pre'), { textContent: line.repeat(prose) + text }));
  editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** As a draft that is opened: its words in one element, as pages keep what was pasted. */
function open({ to, prose, text }: { to: string[]; prose: number; text: string }): void {
  const line = 'The weather was mild and the road to the coast was dry all week.\n';
  const shown = Object.assign(document.createElement('pre'), { textContent: line.repeat(prose) + text });
  globalThis.practice.open({ to, subject: 'for later', body: shown.outerHTML });
}

/** In one step: what was found a moment ago may be gone. */
function pressOn(control: string): void {
  document.querySelector<HTMLElement>(control)!.click();
}

function drawPressedAnew(control: string): void {
  setInterval(() => {
    const drawn = document.querySelector(control)!;
    drawn.replaceWith(drawn.cloneNode(true));
  }, 50);
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
