// The mailboxes of the practice webmails, seen from outside the browser: what arrived, and the proof that nothing more is on its way.
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';

/** One delivered copy: `to` is the envelope's recipient, so a Bcc shows. */
export interface Arrival {
  to: string;
  mail: Email;
  raw: Buffer;
}

export interface Mailboxes {
  user: string;
  password: string;
  /** A mailbox outside the firm. */
  peer: string;
  /** Every message that was delivered to somebody outside: the peer's, and the sink's for every other address. */
  arrivals(): Promise<Arrival[]>;
  /** Waits until `count` messages have arrived, or fails after 15 s; then until nothing is on its way any more. */
  waitForArrivals(count: number): Promise<Arrival[]>;
  /** Fails where anything arrived, or comes before the mailboxes are emptied. */
  expectNothing(): Promise<void>;
  /** What lies in a folder of the person's, such as `Sent`. */
  inFolder(folder: 'Sent' | 'Drafts'): Promise<Arrival[]>;
  /** A message into the person's inbox, over SMTP. */
  seed(message: SendMailOptions): Promise<void>;
  /** A message into the person's drafts. */
  seedDraft(message: Buffer): void;
  /** Empties every mailbox. */
  reset(): void;
}

/** What roundcube.sh says, and the port at which a webmail's server tells how many requests it is working on. */
export interface MailSettings {
  user: string;
  password: string;
  peer: string;
  sink: string;
  maildirs: string;
  queue: string;
  smtpPort: number;
  webPort: number;
}

const marker = 'marker@practice.test';
const queues = ['maildrop', 'incoming', 'active', 'deferred'];
/** A page that was let go sends at once. What is slower still is found when the mailboxes are emptied. */
const pageTakes = 200;
const patience = 15_000;

export function mailboxesOf({
  user,
  password,
  peer,
  sink,
  maildirs,
  queue,
  smtpPort,
  webPort,
}: MailSettings): Mailboxes {
  const smtp = createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true });
  const inboxes = [peer, sink].map((address) => join(maildirs, address));
  const arrivals = () => Promise.all(inboxes.flatMap(filesIn).map(arrivalFrom));
  let isEmptyExpected = false;

  /** The webmail answers no request, the mail server holds no message, and one that was given to it now has overtaken none. */
  async function settle(): Promise<void> {
    await until('the webmail is still at work', () => isIdle(webPort));
    await smtp.sendMail({ from: marker, to: marker, subject: 'marker' });
    const markers = () => inboxes.flatMap(filesIn).filter(isMarker);
    await until('a message given to the mail server does not arrive', async () => markers().length > 0);
    await until(
      'the mail server still holds a message',
      async () => !queues.some((one) => holdsFiles(join(queue, one))),
    );
    for (const path of markers()) rmSync(path);
  }

  return {
    user,
    password,
    peer,
    arrivals,
    async waitForArrivals(count) {
      isEmptyExpected = false;
      const found = () => inboxes.flatMap(filesIn).length;
      await until(`fewer than ${count} messages arrived`, async () => found() >= count);
      await settle();
      return arrivals();
    },
    async expectNothing() {
      await pause(pageTakes);
      await settle();
      expectEmpty(inboxes, 'may');
      isEmptyExpected = true;
    },
    inFolder: (folder) => Promise.all(filesIn(join(maildirs, user, `.${folder}`)).map(arrivalFrom)),
    async seed(message) {
      const before = filesIn(join(maildirs, user)).length;
      await smtp.sendMail({ to: user, ...message });
      await until('the seeded message does not arrive', async () => filesIn(join(maildirs, user)).length > before);
    },
    seedDraft(message) {
      const drafts = join(maildirs, user, '.Drafts');
      const folders = [join(maildirs, user), drafts, ...['cur', 'new', 'tmp'].map((name) => join(drafts, name))];
      for (const folder of folders) mkdirSync(folder, { recursive: true });
      const file = join(drafts, 'cur', `${Date.now()}.draft-${process.pid}:2,DS`);
      writeFileSync(file, message);
      const { uid, gid } = statSync(maildirs);
      for (const path of [...folders, file]) chownSync(path, uid, gid);
    },
    reset() {
      const wasEmptyExpected = isEmptyExpected;
      isEmptyExpected = false;
      if (wasEmptyExpected) expectEmpty(inboxes, 'might, and they came late');
      // Dovecot may write its index at the same moment.
      const patient = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 } as const;
      for (const address of [user, peer, sink]) rmSync(join(maildirs, address), patient);
    },
  };
}

function expectEmpty(inboxes: string[], none: string): void {
  const { length } = inboxes.flatMap(filesIn);
  if (length > 0) throw new Error(`${length} messages arrived, though none ${none}`);
}

/** nginx counts its own answer as one. https://nginx.org/en/docs/http/ngx_http_stub_status_module.html */
async function isIdle(port: number): Promise<boolean> {
  const said = await (await fetch(`http://127.0.0.1:${port}/practice-status`)).text();
  return /Reading: 0 Writing: 1 /.test(said);
}

async function until(failure: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${failure}, after ${patience / 1_000} s`);
    await pause(20);
  }
}

function isMarker(path: string): boolean {
  return readFileSync(path).subarray(0, 2_000).includes(`X-Original-To: ${marker}`);
}

function holdsFiles(folder: string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some((one) => one.isFile());
}

function filesIn(maildir: string): string[] {
  return ['new', 'cur'].flatMap((name) => {
    const folder = join(maildir, name);
    return existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
  });
}

async function arrivalFrom(path: string): Promise<Arrival> {
  const raw = readFileSync(path);
  const mail = await PostalMime.parse(raw);
  const to = mail.headers.find((header) => header.key === 'x-original-to')?.value ?? '';
  return { to, mail, raw };
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
