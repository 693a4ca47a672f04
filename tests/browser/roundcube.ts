// The practice webmail: a real Roundcube with real IMAP and SMTP on loopback.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { laneEnvironment } from './lanes.ts';
import { type Mailboxes, type MailSettings, mailboxesOf } from './mailboxes.ts';

export interface Roundcube extends Mailboxes {
  /** Plain http under a name that is no secure context. `skin` is told by the host name. */
  address(skin?: Skin): string;
  stop(): void;
}

export type Skin = 'elastic' | 'larry' | 'classic';

const script = resolve(import.meta.dirname, '../webmail/roundcube.sh');

/** Starts what is not running; installs what is missing. Needs Debian and root. `env`: that of another lane than this process's. */
export function startRoundcube(env = laneEnvironment()): Roundcube {
  const settings = startMail(env);
  return {
    ...mailboxesOf(settings),
    address: (skin = 'elastic') =>
      `http://${skin === 'elastic' ? 'webmail' : skin}.brightwater.test:${settings.webPort}/`,
    stop() {
      execFileSync(script, ['stop'], { stdio: 'inherit', env });
    },
  };
}

/** IMAP, SMTP and Roundcube: the mailboxes of every practice webmail. */
export function startMail(env = laneEnvironment()): MailSettings {
  const setting = settingsOf(script, 'WEBMAIL', env);
  return {
    user: setting('USER'),
    password: setting('PASSWORD'),
    peer: setting('PEER'),
    sink: setting('SINK'),
    maildirs: setting('MAILDIRS'),
    queue: setting('QUEUE'),
    smtpPort: Number(setting('SMTP_PORT')),
    webPort: Number(setting('PORT')),
  };
}

/** Runs a script that starts servers, and gives what it says about them. */
export function settingsOf(path: string, prefix: string, env = laneEnvironment()): (name: string) => string {
  const output = execFileSync(path, ['start'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], env });
  const settings = new Map(output.split('\n').map((line) => line.split('=', 2) as [string, string]));
  return (name) => {
    const value = settings.get(`${prefix}_${name}`);
    if (value === undefined) throw new Error(`${path} did not say ${prefix}_${name}`);
    return value;
  };
}

/** Whether the practice webmail is up, without starting it. */
export const isRoundcubeRunning = (env = laneEnvironment()): boolean => isRunning(script, env);

/** Whether everything listens that a script would start. */
export function isRunning(path: string, env = laneEnvironment()): boolean {
  return !execFileSync(path, ['status'], { encoding: 'utf8', env }).includes('down');
}
