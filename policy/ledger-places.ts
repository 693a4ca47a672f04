// To which private places a draft goes: what the ledger of who went where keeps apart. Why so: docs/adr/0120-who-went-where.md
import { domainOf } from './addresses.ts';
import { isPersonalAccount, mailboxOf } from './destinations.ts';
import { type Facts, isEarly } from './facts.ts';
import type { Policy } from './schema.ts';
import type { Verdict } from './verdict.ts';

/** `name`: an address, a site, or `own` for all of the sender's own; it is never stored but as a keyed fingerprint. */
export interface LedgerPlace {
  destination: 'own' | 'personal';
  name: string;
}

/** Places looked after at once, and letters of a name. A message to more private addresses is judged by how many they are. */
export const mostPlaces = 1_000;
export const longestPlace = 400;

/** Each place once. The sender's own addresses are one place, however many there are; they and the account come before all others. */
export function ledgerPlaces(
  { site, sender, host, trigger }: Pick<Facts, 'site' | 'sender' | 'host' | 'trigger'>,
  { destination, recipients }: Verdict,
  policy: Policy,
): LedgerPlace[] {
  const personal = (name: string): LedgerPlace => ({ destination: 'personal', name: name.slice(0, longestPlace) });
  if (site !== undefined) return destination === 'personal' ? [personal(`site ${site}`)] : [];
  const places = recipients.flatMap((recipient): LedgerPlace[] =>
    recipient.destination === 'personal' ? [personal(mailbox(recipient.address))] : [],
  );
  if (isEarly(trigger) && isPersonalAccount(sender, policy, host))
    places.unshift(personal(`account ${sender ? mailbox(sender) : host}`));
  if (recipients.some((recipient) => recipient.destination === 'own'))
    places.unshift({ destination: 'own', name: 'own' });
  return [...new Map(places.map((place) => [place.name, place])).values()].slice(0, mostPlaces);
}

/** Whether it leaves when it is let go: what is put into a draft of a private account has left by autosave. */
export function leaves({ trigger, sender, host }: Pick<Facts, 'trigger' | 'sender' | 'host'>, policy: Policy): boolean {
  return !isEarly(trigger) || isPersonalAccount(sender, policy, host);
}

/** An alias is no other place. */
function mailbox(address: string): string {
  const written = address.trim().toLowerCase();
  const domain = domainOf(written);
  return domain ? `${mailboxOf(written.slice(0, written.lastIndexOf('@')), domain)}@${domain}` : written;
}
