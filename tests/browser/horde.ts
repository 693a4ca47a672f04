// The third practice webmail: a real Horde IMP on the mailboxes of the first.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { laneEnvironment } from './lanes.ts';
import { type Mailboxes, mailboxesOf } from './mailboxes.ts';
import { isRunning, settingsOf, startMail } from './roundcube.ts';

export interface Horde extends Mailboxes {
  address: string;
  /** Stops it where it was started here; the mailboxes' servers go on. */
  stop(): void;
}

const script = resolve(import.meta.dirname, '../webmail/horde.sh');

/** Starts what is not running; installs what is missing. Needs Debian and root. */
export function startHorde(): Horde {
  const wasRunning = isRunning(script);
  const mail = startMail();
  const port = Number(settingsOf(script, 'HORDE')('PORT'));
  return {
    ...mailboxesOf({ ...mail, webPort: port }),
    address: `http://horde.brightwater.test:${port}/`,
    stop() {
      if (!wasRunning) execFileSync(script, ['stop'], { stdio: 'inherit', env: laneEnvironment() });
    },
  };
}
