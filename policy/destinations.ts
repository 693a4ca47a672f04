// Where a recipient or a site is, as policy sees it: internal, partner, own, personal or external.
import type { Category } from '../detectors/detector.ts';
import { domainOf } from './addresses.ts';
import { asciiDomain, isWithin } from './domain.ts';
import type { Partner } from './entries.ts';
import type { Destination, Recipient } from './facts.ts';
import { isLookAlike } from './look-alike.ts';
import { looksLikeOwn } from './own-address.ts';
import { isPersonalProvider } from './personal-providers.ts';
import { personalSites } from './personal-sites.ts';
import { isPersonalWebmail } from './personal-webmails.ts';
import type { Policy } from './schema.ts';

/** What is worth saying about a recipient besides the class. */
type Note = 'look-alike-domain' | 'partner-agreement-expired' | 'partner-beyond-agreement';

export interface Place {
  destination: Destination;
  note?: Note;
  /** For a partner: the categories of data the agreements in force cover. */
  covers?: readonly Category[];
  /** Nothing is held for this recipient or site, whatever it is; recipients of this sort are counted and not named. */
  exempt?: true;
}

/** `address` as written or lower case, `sender` the signed-in account, `now` epoch milliseconds. What is no address is external. */
export function classify(address: string, sender: string | undefined, policy: Policy, now: number): Destination {
  return placeOf({ address }, sender, policy, now).destination;
}

/** The class of a recipient and what stands behind it. The first that fits of internal, partner, own, personal, external. */
export function placeOf(
  recipient: Pick<Recipient, 'address' | 'name'>,
  sender: string | undefined,
  policy: Policy,
  now: number,
): Place {
  const address = recipient.address.trim().toLowerCase();
  const domain = domainOf(address);
  if (!domain) return { destination: 'external' };
  if (isExempt(address, domain, policy)) return { destination: 'internal', exempt: true };
  const firm = firmDomains(sender, policy);
  const known = placeOfDomain(domain, firm, policy, now);
  if (known.destination !== 'external') return known;
  const isPersonal = isPersonalProvider(domain, policy);
  if (policy.ownAddresses && sender && isOwn({ ...recipient, address }, domain, sender, isPersonal))
    return { destination: 'own' };
  if (isPersonal) return { destination: 'personal' };
  return firm.some((house) => isLookAlike(domain, house))
    ? { destination: 'external', note: 'look-alike-domain' }
    : known;
}

/** The class of a page files are uploaded to, by its host. */
export function placeOfSite(host: string, sender: string | undefined, policy: Policy, now: number): Place {
  const domain = asciiDomain(host.replace(/:\d+$/, ''));
  if (!domain) return { destination: 'external' };
  if (policy.sites.exempt.some((site) => isWithin(domain, site))) return { destination: 'internal', exempt: true };
  const known = placeOfDomain(domain, firmDomains(sender, policy), policy, now);
  if (known.destination !== 'external') return known;
  const isPersonal =
    [...personalSites, ...policy.sites.personal].some((site) => isWithin(domain, site)) ||
    isPersonalProvider(domain, policy);
  return isPersonal ? { destination: 'personal' } : known;
}

/** Whether uploads to this host are judged as mail to outsiders is: without the ceiling for sites on no list. */
export function isGuardedSite(host: string, policy: Policy): boolean {
  const domain = asciiDomain(host.replace(/:\d+$/, ''));
  return domain !== undefined && policy.sites.guarded.some((site) => isWithin(domain, site));
}

/**
 * Whether the signed-in account is a private one. Where a page does not show it, `host`, the page it is on, may tell: some have no others.
 * Else false.
 */
export function isPersonalAccount(sender: string | undefined, policy: Policy, host?: string): boolean {
  const domain = sender && domainOf(sender);
  return domain ? isPersonalProvider(domain, policy) : isPersonalWebmail(host ?? '', policy);
}

/**
 * The firm's own domains: those of the policy, or where it names none the signed-in account's, unless anyone may have an address
 * there. Once IT has named them, an identity that a person added to their webmail makes no domain the firm's.
 */
export function firmDomains(sender: string | undefined, policy: Policy): string[] {
  if (policy.internalDomains.length > 0) return policy.internalDomains;
  const domain = sender && domainOf(sender);
  return domain && !isPersonalProvider(domain, policy) ? [domain] : [];
}

function isExempt(address: string, domain: string, policy: Policy): boolean {
  return policy.exemptRecipients.some(({ recipient }) =>
    recipient.includes('@') ? recipient === address : isWithin(domain, recipient),
  );
}

function placeOfDomain(domain: string, firm: string[], policy: Policy, now: number): Place {
  if (firm.some((house) => isWithin(domain, house))) return { destination: 'internal' };
  const agreements = policy.partners.filter((partner) => isWithin(domain, partner.domain));
  const inForce = agreements.filter((partner) => now <= endOf(partner));
  if (inForce.length > 0) return { destination: 'partner', covers: inForce.flatMap((partner) => partner.categories) };
  return agreements.length > 0
    ? { destination: 'external', note: 'partner-agreement-expired' }
    : { destination: 'external' };
}

/** The last moment of the last day, in UTC. */
function endOf(partner: Partner): number {
  return Date.parse(`${partner.expires}T23:59:59.999Z`);
}

function isOwn(
  recipient: Pick<Recipient, 'address' | 'name'>,
  domain: string,
  sender: string,
  isPersonal: boolean,
): boolean {
  const from = sender.trim().toLowerCase();
  const senderDomain = domainOf(from);
  if (!senderDomain) return false;
  const [local, senderLocal] = [recipient.address, from].map((address) => address.slice(0, address.lastIndexOf('@')));
  if (domain === senderDomain && mailboxOf(local!, domain) === mailboxOf(senderLocal!, domain)) return true;
  return looksLikeOwn(
    { local: senderLocal!, domain: senderDomain },
    { local: local!, domain, name: recipient.name },
    isPersonal ? 'personal' : 'elsewhere',
  );
}

/** The mailbox behind an alias: `jo+list` is `jo`; Gmail reads no dots: https://support.google.com/mail/answer/7436150 */
export function mailboxOf(local: string, domain: string): string {
  const plain = local.replace(/\+.*$/, '');
  return /^(?:gmail|googlemail)\.com$/.test(domain) ? plain.replaceAll('.', '') : plain;
}
