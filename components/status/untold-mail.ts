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

/** `waiting`: which entries are to be told, by sequence; none gives no mail. */
export function untoldMail(
  t: Translate,
  to: string,
  entries: readonly ChainedEntry[],
  waiting: readonly number[],
  extensionVersion: string,
): UntoldMail | undefined {
  const waits = new Set(waiting);
  const untold = entries.filter(({ sequence }) => waits.has(sequence)).map((one) => envelopeOf(one, extensionVersion));
  if (untold.length === 0) return undefined;
  const { href, isWhole } = mailtoOf(to, untold, t);
  return isWhole ? { href } : { href, toPaste: readyMail(untold, t).body };
}
