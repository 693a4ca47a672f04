// A list that leaves in pieces, one person a message, to one private address: the second piece is asked about, the first and a repetition are not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn, hasDialog } from './dialog.ts';
import { chromiumPath } from './machine.ts';
import { type Portal, startPortal } from './practice-portal.ts';

describe.skipIf(!chromiumPath)('one person a message', () => {
  let chromium: Chromium;
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    await portal?.close();
  });

  async function send(to: string, body: string) {
    const page = await chromium.context.newPage();
    await page.goto(portal.address);
    await page.fill('[name=to]', to);
    await page.fill('[name=subject]', 'as discussed');
    await page.fill('[name=body]', body);
    await page.getByRole('button', { name: 'Send' }).click();
    return page;
  }

  const ines = 'Ines Halloway, ines.halloway@example.net, 07700 900123, 4 Weir Court, Leeds LS1 4QT';
  const tomas = 'Tomas Brandt, tomas.brandt@example.net, 07700 900456, 9 Mill Lane, Leeds LS2 7AB';

  it('goes once, goes again, and is asked about when another person follows', async () => {
    for (const _ of ['first', 'again']) {
      const page = await send('jo.brown@gmail.com', ines);
      await page.getByRole('heading', { name: 'Sent' }).waitFor();
      expect(await hasDialog(page)).toBe(false);
      await page.close();
    }
    const before = portal.sent.length;
    const page = await send('Jo.Brown+two@gmail.com', tomas);
    const dialog = await dialogOn(page);
    const text = await dialog.text();
    expect(text).toContain('about 1 person');
    expect(text).toContain('30 days');
    await dialog.answer('dialog_back_message');
    expect(portal.sent).toHaveLength(before);
    await page.close();
  });

  it('counts each private address by itself', async () => {
    const page = await send('kim.green@gmail.com', tomas);
    await page.getByRole('heading', { name: 'Sent' }).waitFor();
    await page.close();
  });
});
