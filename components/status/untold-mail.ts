// The mail to the breach contact with what nobody has been told of.
import { envelopeOf } from '@/incidents/envelope.ts';
import type { ChainedEntry } from '@/incidents/incident.ts';
import { mailtoOf, readyMail, toldByHand } from '@/incidents/ready-mail.ts';
import type { DeliveryStatus } from '@/platform/messages/messages.ts';
import type { Translate } from '../words.ts';

export interface UntoldMail {
  href: string;
  /** Undefined when the link carries everything; else what is to be pasted into the mail. */
  toPaste?: string;
  /** What is in it. */
  sequences: readonly number[];
}

/** `untold`: which entries are to be told, by sequence; none gives no mail. */
export function untoldMail(
  t: Translate,
  to: string,
  entries: readonly ChainedEntry[],
  { untold, device }: Pick<DeliveryStatus, 'untold' | 'device'>,
  extensionVersion: string,
): UntoldMail | undefined {
  const waits = new Set(untold);
  const told = entries
    .filter(({ sequence }) => waits.has(sequence))
    .map((one) => envelopeOf(one, extensionVersion, device));
  if (!told.some(({ type }) => toldByHand.has(type))) return undefined;
  const { href, isWhole } = mailtoOf(to, told, t);
  const sequences = told.map(({ sequence }) => sequence);
  return isWhole ? { href, sequences } : { href, toPaste: readyMail(told, t).body, sequences };
}
