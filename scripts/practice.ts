// The practice desk of `npm start`: a webmail that holds the 957-client mail and ordinary ones, and somebody to send to.
import { createTransport } from 'nodemailer';
import type { Page } from 'playwright-core';
import { headlineMail, type Mail, ordinaryMails } from '../benchmarks/corpus/mails.ts';
import { canRunRoundcube } from '../tests/browser/machine.ts';
import { startPortal } from '../tests/browser/practice-portal.ts';
import { isRoundcubeRunning, startRoundcube } from '../tests/browser/roundcube.ts';
import { login, openDraft, pressSend } from '../tests/browser/roundcube-page.ts';

export interface Practice {
  /** What it is, in one line. */
  what: string;
  /** Brings a tab to the 957-client mail, ready for Send. */
  open(page: Page): Promise<void>;
  send(page: Page): Promise<void>;
  /** How many messages have left so far. */
  left(): Promise<number>;
  stop(): Promise<void>;
}

/** The mail that must not leave, as the person would have it in the drafts folder. */
const headline = headlineMail();

/** A real Roundcube where Debian and root allow it; elsewhere a compose form on loopback that keeps what is sent to it. */
export function startPractice(): Promise<Practice> {
  return canRunRoundcube ? practiceRoundcube() : practicePortal();
}

async function practiceRoundcube(): Promise<Practice> {
  const wasRunning = isRoundcubeRunning();
  const roundcube = startRoundcube();
  roundcube.reset();
  for (const mail of [ordinaryMails.signatureMail!, ordinaryMails.invoice!, headline])
    roundcube.seedDraft(await asFile(mail));
  await roundcube.seed({
    from: 'jasper.fairkirk@example.net',
    subject: 'Delivery next week',
    text: ordinaryMails.reply!.body,
  });
  await roundcube.seed({ from: 'office@brightwater.example', subject: 'Clients, all of them', text: headline.body });
  return {
    what: `Roundcube at ${roundcube.address()}, signed in as ${roundcube.user} (password ${roundcube.password})`,
    async open(page) {
      await login(page, roundcube);
      await openDraft(page, headline.subject);
    },
    send: pressSend,
    left: async () => (await roundcube.arrivals()).length,
    stop: async () => {
      if (!wasRunning) roundcube.stop();
    },
  };
}

async function practicePortal(): Promise<Practice> {
  const portal = await startPortal();
  return {
    what: `a practice compose form at ${portal.localAddress}; what is sent stays in this program`,
    async open(page) {
      await page.goto(portal.localAddress);
      await page.fill('[name=to]', headline.to.join(', '));
      await page.fill('[name=subject]', headline.subject);
      // Set, not typed: Chromium takes half a minute over 240 kB of typing, and says them all where it gives up.
      await page.locator('[name=body]').evaluate((area, text) => {
        (area as HTMLTextAreaElement).value = text;
        area.dispatchEvent(new Event('input', { bubbles: true }));
      }, headline.body);
    },
    send: (page) => page.getByRole('button', { name: 'Send' }).click(),
    left: async () => portal.sent.length,
    stop: portal.close,
  };
}

async function asFile({ from, to, subject, body }: Mail): Promise<Buffer> {
  const composed = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from,
    to,
    subject,
    text: body,
  });
  return composed.message as Buffer;
}
