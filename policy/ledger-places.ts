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

/** Each place once. The sender's own addresses are one place, however many there are. */
export function ledgerPlaces(
  { site, sender, host, trigger }: Pick<Facts, 'site' | 'sender' | 'host' | 'trigger'>,
  { destination, recipients }: Verdict,
  policy: Policy,
): LedgerPlace[] {
  if (site !== undefined) return destination === 'personal' ? [{ destination, name: `site ${site}` }] : [];
  const places = recipients.flatMap((recipient): LedgerPlace[] => {
    if (recipient.destination === 'own') return [{ destination: 'own', name: 'own' }];
    if (recipient.destination !== 'personal') return [];
    return [{ destination: 'personal', name: mailbox(recipient.address) }];
  });
  if (isEarly(trigger) && isPersonalAccount(sender, policy, host))
    places.push({ destination: 'personal', name: `account ${sender ? mailbox(sender) : host}` });
  return [...new Map(places.map((place) => [place.name, place])).values()];
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
