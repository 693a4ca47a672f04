// What is pasted into Roundcube's two editors, pictures and files, and the message without its people where the body is HTML.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { copyPicture, pasteShown } from './clipboard.ts';
import { dialogOn, hasDialog } from './dialog.ts';
import { canSetPolicy } from './machine.ts';
import { policyFor } from './managed-policy.ts';
import { describeOffice, expectNothingArrived } from './office.ts';
import { askedSince, policyArrived, recordedSoFar } from './record.ts';
import { chooseFile, openCompose, pressSend, waitUntilSent, write } from './roundcube-page.ts';
import { clients957, clientTable, externalAddress, thirtyClients, valuesIn, valuesOf } from './samples.ts';

const colleague = 'ann@brightwater.example';
const personal = 'jo.someone@gmail.com';
const start = canSetPolicy
  ? {
      policy: policyFor({
        version: 'editors',
        internalDomains: ['brightwater.example'],
        media: { personal: 'block' },
      }),
    }
  : {};
afterAll(() => start.policy?.close());

/** Switches to the editor for HTML, and waits until it has taken over. */
async function inHtml(page: Page): Promise<Locator> {
  await page.evaluate(() =>
    (window as unknown as { rcmail: { command(name: string, how: object): void } }).rcmail.command('toggle-editor', {
      html: true,
      noconvert: true,
    }),
  );
  const body = page.frameLocator('#composebody_ifr').locator('body#tinymce');
  await body.waitFor();
  return body;
}

interface Editor {
  open(page: Page): Promise<Locator>;
  /** How often a picture reached it. */
  pictures(page: Page): Promise<number>;
}

/** Roundcube's editor for plain text does nothing with a file: seen is what the page hears of it. */
const listen = () => {
  Object.assign(window, { heard: 0 });
  document.querySelector('#composebody')!.addEventListener('paste', (event) => {
    const files = [...((event as ClipboardEvent).clipboardData?.files ?? [])];
    if (files.some(({ type, size }) => type === 'image/png' && size > 10_000))
      Object.assign(window, { heard: (window as unknown as { heard: number }).heard + 1 });
  });
};

const editors: Record<string, Editor> = {
  'plain text': {
    async open(page) {
      await page.evaluate(listen);
      return page.locator('#composebody');
    },
    pictures: (page) => page.evaluate(() => (window as unknown as { heard: number }).heard),
  },
  HTML: {
    open: inHtml,
    pictures: (page) =>
      page.frameLocator('#composebody_ifr').locator('img[src^="data:image/png"], img[src^="blob:"]').count(),
  },
};

describeOffice(
  'in the editor',
  (office) => {
    beforeEach(() => policyArrived(office.chromium, 'editors'));

    const compose = async (editor: Editor, to: string) => {
      await openCompose(office.page);
      await write(office.page, { to: [to], subject: 'A picture' });
      return editor.open(office.page);
    };
    const pastePicture = async (body: Locator) => {
      await copyPicture(office.page, `http://127.0.0.1:${new URL(office.page.url()).port}/`);
      await body.click();
      await office.page.keyboard.press('Control+v');
    };

    describe.each(Object.entries(editors))('for %s', (name, editor) => {
      it.each([
        ['a colleague', colleague, false],
        ['somebody outside', externalAddress, true],
      ])('a picture for %s comes in at once', async (_, to, isAsked) => {
        const { page, roundcube } = office;
        await pastePicture(await compose(editor, to));
        await expect.poll(() => editor.pictures(page)).toBe(1);
        expect(await hasDialog(page)).toBe(false);
        if (name !== 'HTML') return;
        await pressSend(page);
        // Outside it is asked about when it goes: nobody can see what a picture shows.
        if (isAsked) await (await dialogOn(page)).answer('dialog_go_on_message');
        await waitUntilSent(page);
        const [arrived] = await roundcube.waitForArrivals(1);
        expect(arrived!.mail.attachments).toMatchObject([{ mimeType: 'image/png' }]);
      });

      it('a picture for a private address stays out where policy says so', async () => {
        const { page, chromium, roundcube } = office;
        const body = await compose(editor, personal);
        const before = await recordedSoFar(chromium);
        await pastePicture(body);
        await (await dialogOn(page)).answer('dialog_back_file');
        expect(await editor.pictures(page)).toBe(0);
        await expectNothingArrived(roundcube);
        expect(await askedSince(chromium, before)).toMatchObject([{ trigger: 'paste', verdict: { action: 'block' } }]);
      });

      it('a file about 957 people stays out', async () => {
        const { page } = office;
        const body = await compose(editor, externalAddress);
        await body.click();
        // No driver puts a file on the clipboard: the page makes the event, and is believed no more than a person.
        await body.evaluate(
          (element, text) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([text], 'clients.csv', { type: 'text/csv' }));
            element.dispatchEvent(
              new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData: transfer }),
            );
          },
          readFileSync(clients957.csv, 'utf8'),
        );
        const dialog = await dialogOn(page);
        expect(await dialog.headline()).toContain('957');
        await dialog.answer('dialog_back_file');
      });
    });

    it('a picture is taken out of the text with the file beside it, and the message goes without both', async () => {
      const { page, roundcube } = office;
      const html = editors.HTML!;
      const body = await compose(html, externalAddress);
      await body.pressSequentially('See this.');
      await pastePicture(body);
      await expect.poll(() => html.pictures(page)).toBe(1);
      await chooseFile(page, join(import.meta.dirname, '../fixtures/files/encrypted.zip'));
      const listed = page.locator('#attachment-list li:not(.uploading)');
      await listed.first().waitFor();
      await pressSend(page);
      await (await dialogOn(page)).answer('dialog_way_message_remove_files');
      await expect.poll(async () => [await listed.count(), await html.pictures(page)]).toEqual([0, 0]);
      expect(await roundcube.arrivals()).toEqual([]);
      await pressSend(page);
      await waitUntilSent(page);
      const [arrived] = await roundcube.waitForArrivals(1);
      expect(arrived!.mail.attachments).toEqual([]);
    });

    describe('for HTML, a table of thirty people', () => {
      const rows = thirtyClients
        .map(({ name, email, phone }) => `<tr><td>${name}</td><td><i>${email}</i></td><td>${phone}</td></tr>`)
        .join('');
      const shown = `<p>Dear all, <strong>please keep this</strong> <span style="color:#e03e2d">in red</span>.</p><table><tbody>${rows}</tbody></table>`;
      const values = valuesOf(thirtyClients);

      const composeWithTable = async () => {
        const { page } = office;
        await openCompose(page);
        await write(page, { to: [externalAddress], subject: 'The list' });
        const body = await inHtml(page);
        await pasteShown(page, body, shown);
        await expect.poll(() => body.innerText()).toContain(thirtyClients[29]!.email);
        return body;
      };
      const takeOut = async (body: Locator) => {
        const { page } = office;
        await pressSend(page);
        const dialog = await dialogOn(page);
        await dialog.press('dialog_way_message_remove_people');
        const preview = dialog.box.getByRole('textbox');
        await preview.waitFor();
        const text = await preview.inputValue();
        expect(text).toContain('please keep this');
        expect(valuesIn(text, values)).toEqual([]);
        await dialog.press('dialog_preview_take');
        await dialog.isGone();
        // The draft is changed once what was decided is recorded.
        await expect.poll(async () => valuesIn(await body.innerText(), values)).toEqual([]);
      };

      it('is shown without them, keeps its look, and arrives as it was shown', async () => {
        const { page, chromium, roundcube } = office;
        const body = await composeWithTable();
        const before = await recordedSoFar(chromium);
        await takeOut(body);
        expect(await roundcube.arrivals()).toEqual([]);
        await pressSend(page);
        await waitUntilSent(page);
        expect(await hasDialog(page)).toBe(false);
        const [arrived] = await roundcube.waitForArrivals(1);
        const { html = '', text = '' } = arrived!.mail;
        expect(valuesIn(arrived!.raw.toString() + html + text, values)).toEqual([]);
        expect(html).toMatch(/<strong>please keep this<\/strong>/);
        expect(html).toMatch(/color: ?(?:#e03e2d|rgb\(224, 62, 45\))/);
        expect(html.match(/<tr>/g)).toHaveLength(30);
        expect(html.match(/<(?:i|em)>\[/g)).toHaveLength(30);
        expect(text).toContain('please keep this');
        expect(await askedSince(chromium, before)).toMatchObject([{ choice: 'removed-people', outcome: 'near-miss' }]);
      });

      it('comes back when it is undone, and is asked about again', async () => {
        const { page } = office;
        const body = await composeWithTable();
        await takeOut(body);
        // In the text: the handles of a table may lie over its middle.
        await body.locator('p').first().click();
        await page.keyboard.press('Control+z');
        await expect.poll(() => body.innerText()).toContain(thirtyClients[29]!.email);
        await pressSend(page);
        const dialog = await dialogOn(page);
        expect(await dialog.headline()).toContain('30');
        await dialog.answer('dialog_back_message');
        await expectNothingArrived(office.roundcube);
      });
    });
  },
  start,
);

// Where the account is private, what is pasted is judged before it comes in.
const atHome = canSetPolicy
  ? {
      policy: policyFor({ version: 'private', personalProviders: { add: ['brightwater.example'], remove: [] } }),
    }
  : {};
afterAll(() => atHome.policy?.close());

describeOffice(
  'in the editor of a private account',
  (office) => {
    beforeEach(() => policyArrived(office.chromium, 'private'));

    it.each(Object.keys(editors))('what is pasted for %s comes in once, or stays out', async (name) => {
      const { page } = office;
      await openCompose(page);
      await write(page, { to: [externalAddress], subject: 'Lunch' });
      const body = await editors[name]!.open(page);
      const written = async () =>
        (await (name === 'HTML' ? body.innerText() : body.inputValue())).replace(/\s+/g, ' ').trim();
      await pasteShown(page, body, '<p>See you <b>at noon</b>.</p>');
      await expect.poll(written).toBe('See you at noon.');
      await pasteShown(page, body, clientTable(thirtyClients).replaceAll('\n', '<br>'));
      await (await dialogOn(page)).answer('dialog_back_text');
      expect(await written()).toBe('See you at noon.');
      await pasteShown(page, body, '<p>Or later.</p>');
      await expect.poll(written).toContain('Or later.');
    });
  },
  atHome,
);
