// Ordinary work in real webmails, once without the extension and once with it: what is stored at the recipients and in Sent is the same,
// byte by byte, but for what is another at every sending.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ordinaryMails } from '../../benchmarks/corpus/mails.ts';
import { rowsFor } from './breadth.ts';
import { startChromium } from './chromium.ts';
import { hasDialog } from './dialog.ts';
import { canRunRoundcube, chromiumPath } from './machine.ts';
import type { Mailboxes } from './mailboxes.ts';
import { type Roundcube, startRoundcube } from './roundcube.ts';
import * as inRoundcube from './roundcube-page.ts';
import { fileNamed } from './samples.ts';
import { type Sogo, startSogo } from './sogo.ts';
import * as inSogo from './sogo-page.ts';
import { asStored, storedIn } from './stored-mail.ts';

const timetable = fileNamed('timetable.csv', 'week,room\n1,Blue\n2,Red\n');
const { to, subject, body } = ordinaryMails.signatureMail!;
const written = { to, cc: ['second@harbour-mills.example'], subject, body };
const received = {
  from: 'office@harbour-mills.example',
  text: 'Is Monday all right?',
  date: new Date('2026-01-05T09:00:00Z'),
  attachments: [{ filename: 'room.csv', content: 'week,room\n1,Blue\n' }],
};

interface Work {
  start(): Mailboxes & { stop(): void };
  signIn(page: Page, mailboxes: Mailboxes): Promise<void>;
  /** Each ends with Send pressed and the webmail done with it. */
  messages: ((page: Page) => Promise<void>)[];
}

const sendInRoundcube = async (page: Page) => {
  await inRoundcube.pressSend(page);
  await inRoundcube.waitUntilSent(page);
};
const sendInSogo = async (page: Page) => {
  await inSogo.pressSend(page);
  await inSogo.waitUntilSent(page);
};

const works: Record<string, Work> = {
  Roundcube: {
    start: startRoundcube,
    signIn: (page, mailboxes) => inRoundcube.login(page, mailboxes as Roundcube),
    messages: [
      async (page) => {
        await inRoundcube.openCompose(page);
        await inRoundcube.write(page, { ...written, files: [timetable] });
        await sendInRoundcube(page);
      },
      async (page) => {
        await inRoundcube.openReply(page, 'A question');
        await sendInRoundcube(page);
      },
      async (page) => {
        await inRoundcube.openForward(page, 'A question');
        await inRoundcube.write(page, { to });
        await sendInRoundcube(page);
      },
      async (page) => {
        await inRoundcube.openCompose(page);
        await inRoundcube.write(page, { ...written, subject: 'For later' });
        await inRoundcube.saveDraft(page);
        await inRoundcube.openDraft(page, 'For later');
        await sendInRoundcube(page);
      },
      async (page) => {
        await inRoundcube.openCompose(page);
        await inRoundcube.write(page, { to, subject: 'As HTML', files: [timetable] });
        await inRoundcube.writeHtml(page, '<p>We meet on <b>Monday</b> at ten.</p><ul><li>Blue</li><li>Red</li></ul>');
        await sendInRoundcube(page);
      },
    ],
  },
  SOGo: {
    start: startSogo,
    signIn: (page, mailboxes) => inSogo.login(page, mailboxes as Sogo),
    messages: [
      async (page) => {
        await inSogo.openDialog(page);
        await inSogo.write(page, { ...written, files: [timetable] });
        await sendInSogo(page);
      },
      async (page) => {
        await inSogo.openAnswer(page, 'A question', 'reply');
        await sendInSogo(page);
      },
      async (page) => {
        await inSogo.openAnswer(page, 'A question', 'forward');
        await inSogo.write(page, { to });
        await sendInSogo(page);
      },
      async (page) => {
        await inSogo.openDialog(page);
        await inSogo.write(page, { ...written, subject: 'For later' });
        await inSogo.saveDraft(page);
        await inSogo.openDraft(page, 'For later');
        await sendInSogo(page);
      },
    ],
  },
};
/** To and Cc of the first and of the draft, one for each of the others. */
const copiesOf = (messages: readonly unknown[]) => messages.length + 2;

describe.skipIf(!chromiumPath || !canRunRoundcube)('ordinary mail is stored as without the extension', () => {
  it.each(rowsFor(works, ['Roundcube']))(
    'in %s: a new one with a file, a reply, a forward with its file, a draft sent later, and HTML where it is plain by itself',
    async (name, { start, signIn, messages }) => {
      const mailboxes = start();
      const stored = [];
      try {
        for (const options of [{ extension: false } as const, {}]) {
          mailboxes.reset();
          await mailboxes.seed({ ...received, subject: 'A question', messageId: '<question@harbour-mills.example>' });
          const chromium = await startChromium(options);
          try {
            const page = await chromium.context.newPage();
            page.setDefaultTimeout(40_000);
            await signIn(page, mailboxes);
            for (const send of messages) {
              await send(page);
              expect(await hasDialog(page)).toBe(false);
            }
          } finally {
            await chromium.close();
          }
          await mailboxes.waitForArrivals(copiesOf(messages));
          stored.push(await storedIn(mailboxes));
        }
      } finally {
        mailboxes.reset();
        if (name === 'SOGo') mailboxes.stop();
      }
      const [without, withIt] = stored;
      expect(without!.arrived).toHaveLength(copiesOf(messages));
      expect(without!.sent).toHaveLength(messages.length);
      expect(withIt).toEqual(without);
    },
    300_000,
  );

  it('is told apart from one with another byte', () => {
    const message = (text: string, boundary: string) =>
      Buffer.from(
        `Date: ${boundary}\nSubject: A\nContent-Type: multipart/mixed; boundary="${boundary}"\n\n--${boundary}\n\n${text}\n`,
      );
    expect(asStored(message('Hello', 'one'))).toBe(asStored(message('Hello', 'two')));
    expect(asStored(message('Hello', 'one'))).not.toBe(asStored(message('Hello ', 'one')));
  });
});
