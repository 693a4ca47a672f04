// The practice webmail: a real Roundcube with real IMAP and SMTP on loopback, and its mailboxes seen from outside the browser.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';

export interface Roundcube {
  /** Plain http under a name that is no secure context. `skin` is told by the host name. */
  address(skin?: Skin): string;
  user: string;
  password: string;
  /** A mailbox outside the firm. */
  peer: string;
  /** Every message that was delivered to somebody outside: the peer's, and the sink's for every other address. */
  arrivals(): Promise<Arrival[]>;
  /** Waits until `count` messages have arrived, or fails after 15 s; then gives others 1 s to arrive too. */
  waitForArrivals(count: number): Promise<Arrival[]>;
  /** A message into the person's inbox, over SMTP. */
  seed(message: SendMailOptions): Promise<void>;
  /** A message into the person's drafts. */
  seedDraft(message: Buffer): void;
  /** Empties every mailbox. */
  reset(): void;
  stop(): void;
}

export type Skin = 'elastic' | 'larry';

/** One delivered copy: `to` is the envelope's recipient, so a Bcc shows. */
export interface Arrival {
  to: string;
  mail: Email;
  raw: Buffer;
}

const script = resolve(import.meta.dirname, '../webmail/roundcube.sh');

/** Starts what is not running; installs what is missing. Needs Debian and root. */
export function startRoundcube(): Roundcube {
  const output = execFileSync(script, ['start'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const settings = Object.fromEntries(
    output
      .trim()
      .split('\n')
      .map((line) => line.split('=') as [string, string]),
  );
  const setting = (name: string) => settings[`WEBMAIL_${name}`] ?? fail(`roundcube.sh did not say ${name}`);
  const [user, peer, sink, maildirs] = [setting('USER'), setting('PEER'), setting('SINK'), setting('MAILDIRS')];
  const smtp = createTransport({
    host: '127.0.0.1',
    port: Number(setting('SMTP_PORT')),
    secure: false,
    ignoreTLS: true,
  });
  const inboxes = [peer, sink].map((address) => join(maildirs, address));

  const arrivals = () => Promise.all(inboxes.flatMap(filesIn).map(arrivalFrom));
  return {
    address: (skin = 'elastic') =>
      `http://${skin === 'larry' ? 'larry' : 'webmail'}.brightwater.test:${setting('PORT')}/`,
    user,
    password: setting('PASSWORD'),
    peer,
    arrivals,
    async waitForArrivals(count) {
      const until = Date.now() + 15_000;
      while (inboxes.flatMap(filesIn).length < count) {
        if (Date.now() > until) fail(`${inboxes.flatMap(filesIn).length} of ${count} messages arrived within 15 s`);
        await pause(50);
      }
      await pause(1_000);
      return arrivals();
    },
    async seed(message) {
      const before = filesIn(join(maildirs, user)).length;
      await smtp.sendMail({ to: user, ...message });
      while (filesIn(join(maildirs, user)).length === before) await pause(20);
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
      // Dovecot may write its index at the same moment.
      const patient = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 } as const;
      for (const address of [user, peer, sink]) rmSync(join(maildirs, address), patient);
    },
    stop() {
      execFileSync(script, ['stop'], { stdio: 'inherit' });
    },
  };
}

/** Whether the practice webmail is up, without starting it. */
export function isRoundcubeRunning(): boolean {
  return !execFileSync(script, ['status'], { encoding: 'utf8' }).includes('down');
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

function fail(message: string): never {
  throw new Error(message);
}
