// What people look at: marker, dialog, popup and register, light and dark, wide and narrow. Screenshots are kept, axe finds nothing.
import { expect, it } from 'vitest';
import { dialogOn, label } from './dialog.ts';
import { expectClean, expectNoOverflow, type Look, looks, picture } from './looks.ts';
import { describeOffice, type Office } from './office.ts';
import { openCompose, pressSend, write } from './roundcube-page.ts';
import { clientTable, externalAddress, headline, ownAddress, thirtyClients } from './samples.ts';

async function look({ page }: Office, { scheme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: 800 });
}

describeOffice('what people look at', (office) => {
  it.each(looks)('the dialog of a block, $scheme at $width pixels', async (as) => {
    const { page } = office;
    await page.setViewportSize({ width: 1280, height: 800 });
    await openCompose(page);
    await write(page, { to: [ownAddress], subject: 'for later', body: headline.body });
    await pressSend(page);
    const dialog = await dialogOn(page);
    const focused = await dialog.frame.evaluate(() => document.activeElement?.textContent);
    expect(focused, 'what has the focus').toBe(label('dialog_back_message'));
    await look(office, as);
    await page.waitForTimeout(300);
    await picture(page, 'dialog-block', as);
    await expectClean(dialog.frame, 'body');
    await page.keyboard.press('Escape');
    await dialog.isGone();
  });

  it.each(looks)('the dialog that asks for a reason, by keyboard alone, $scheme at $width pixels', async (as) => {
    const { page } = office;
    await page.setViewportSize({ width: 1280, height: 800 });
    await openCompose(page);
    await write(page, { to: [externalAddress], subject: 'Visits', body: clientTable(thirtyClients) });
    await look(office, as);
    await page.waitForTimeout(1_500);
    await picture(page, 'marker', as);
    await page.setViewportSize({ width: 1280, height: 800 });
    await pressSend(page);
    const dialog = await dialogOn(page);
    await look(office, as);
    await page.waitForTimeout(300);
    await picture(page, 'dialog-justify', as);
    await expectClean(dialog.frame, 'body');
    const focused = () => dialog.frame.evaluate(() => document.activeElement?.textContent ?? '');
    const names: string[] = [];
    for (let presses = 0; presses < 20; presses++) {
      names.push(await focused());
      await page.keyboard.press('Tab');
    }
    expect(names).toContain(label('dialog_go_with_reason_message'));
    expect(names).toContain(label('dialog_back_message'));
    await page.keyboard.press('Escape');
    await dialog.isGone();
  });

  it.each(['popup', 'register'].flatMap((name) => looks.map((as) => ({ name, ...as }))))(
    'the $name, $scheme at $width pixels',
    async ({ name, ...as }) => {
      const { chromium } = office;
      const page = await chromium.openExtensionPage(`${name}.html`);
      await page.emulateMedia({ colorScheme: as.scheme });
      await page.setViewportSize({ width: as.width, height: 800 });
      await page.getByRole('heading').first().waitFor();
      await page.waitForTimeout(300);
      await picture(page, name, as);
      await expectClean(page, 'html');
      await expectNoOverflow(page);
      await page.close();
    },
  );
});
