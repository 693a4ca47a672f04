// The mail to the breach contact with what nobody has been told of.
import { envelopeOf } from '@/incidents/envelope.ts';
import type { ChainedEntry } from '@/incidents/incident.ts';
import { mailtoOf, readyMail } from '@/incidents/ready-mail.ts';
import type { Translate } from '../words.ts';

export interface UntoldMail {
  href: string;
  /** Undefined when the link carries everything; else what is to be pasted into the mail. */
  toPaste?: string;
}

/** `waiting`: how many of the latest entries are to be told; 0 gives no mail. */
export function untoldMail(
  t: Translate,
  to: string,
  entries: readonly ChainedEntry[],
  waiting: number,
  extensionVersion: string,
): UntoldMail | undefined {
  const untold = entries.slice(Math.max(0, entries.length - waiting)).map((one) => envelopeOf(one, extensionVersion));
  if (waiting === 0 || untold.length === 0) return undefined;
  const { href, isWhole } = mailtoOf(to, untold, t);
  return isWhole ? { href } : { href, toPaste: readyMail(untold, t).body };
}
