// What the desk asks to be recorded → the incident that is stored. Here addresses and digests become keyed fingerprints, and what
// the background knows better than any frame (id, version, policy, actor, host) is filled in.
import { v7 as uuidv7 } from 'uuid';
import { affectedOf, type PeopleKey } from '../incidents/affected.ts';
import { fingerprint } from '../incidents/fingerprint.ts';
import type { Acknowledgement, Amendment, Incident, Report } from '../incidents/incident.ts';
import type { IncidentToRecord } from '../incidents/record.ts';
import { type Sealed, seal } from '../incidents/sealed.ts';
import { maskedChange, maskTyped, typedName } from '../incidents/typed-text.ts';
import type { Change, Work } from '../incidents/work.ts';
import { countryOf } from '../policy/country.ts';
import { isPersonalAccount } from '../policy/destinations.ts';
import { asciiDomain } from '../policy/domain.ts';
import type { Policy } from '../policy/schema.ts';
import type { PolicyInForce, ReportToRecord } from './messages/messages.ts';

export interface RecordContext {
  policy: PolicyInForce;
  key: CryptoKey;
  /** What people an incident is about are known again by. */
  peopleKey: PeopleKey;
  extensionVersion: string;
  now: number;
  /** Host of the page the desk stands on, as the browser told it. */
  host: string;
  /** When this person last read the guidance. */
  trainedAt?: number;
  /** Under which id it is recorded, given all of it that is not sealed. Default: a new one. */
  idOf?(incident: Unsealed): Promise<string | undefined>;
}

/** An incident before it is known under which id its details are sealed. */
export type Unsealed = Omit<Incident, 'id' | 'actor' | 'reason' | 'sealed'>;

/** Recipients beyond this many are counted and not listed. An envelope takes no more. */
const listedAtMost = 1_000;

/** `asked` has passed `readAsk`. The order of recipients and files stays; nothing of an address but its domain is in the result. */
export async function incidentOf(asked: IncidentToRecord, context: RecordContext): Promise<Incident> {
  const { policy, hash, source } = context.policy;
  const mailHost = asked.trigger === 'upload' ? undefined : context.host;
  const kept = isPersonalAccount(asked.account, policy, mailHost) ? countsOf(asked) : asked;
  const { account, recipients, unnamed = 0, files, reason, place, at, draftDigest, persons, ...same } = kept;
  const addresses = recipients.map((address) => address.trim().toLowerCase());
  const actor = await actorOf(policy, account, context.key);
  const said = reason && { code: reason.code, text: maskTyped(reason.text) };
  const incident: Unsealed = {
    ...same,
    at: Math.min(at, context.now),
    extensionVersion: context.extensionVersion,
    policy: { version: policy.version, hash, source },
    place: { webmail: place.webmail, host: context.host },
    recipients: await recipientsOf(addresses, unnamed, policy.record.recipients, context.key),
    files: await Promise.all(
      files.map(async ({ digest, ...file }) => ({
        ...file,
        fingerprint: digest === '' ? '' : await fingerprint(context.key, 'file', digest),
      })),
    ),
    // Made under another seed, as a policy came meanwhile, they could never be found again.
    ...(persons?.seed === context.peopleKey.seed
      ? { affected: await affectedOf(persons.people, context.peopleKey) }
      : {}),
    ...(draftDigest === undefined ? {} : { draft: await fingerprint(context.key, 'draft', draftDigest) }),
    ...(context.trainedAt === undefined ? {} : { trainedAt: context.trainedAt }),
  };
  const id = (await context.idOf?.(incident)) ?? uuidv7();
  const told = await sealedIf(policy.keys.sealTo, id, { actor, ...(said && { reason: said }) }, context.key);
  return { id, ...incident, ...told };
}

/**
 * What is kept of a message in a private account: counts. Who has it, to whom it goes and which files it holds is nobody's business; the
 * fingerprint of the whole draft stays, as a release code must name it.
 */
function countsOf({
  account: _,
  persons: __,
  recipients,
  files,
  moreFiles,
  ...asked
}: IncidentToRecord): IncidentToRecord {
  const allFiles = files.length + (moreFiles ?? 0);
  return {
    ...asked,
    recipients: [],
    unnamed: (asked.unnamed ?? 0) + recipients.length,
    files: [],
    ...(allFiles > 0 ? { moreFiles: allFiles } : {}),
    countsOnly: true as const,
  };
}

type Told = Pick<Incident, 'actor' | 'reason'>;

/** With a key of the breach contact: who and why are sealed to it, and a pseudonym stands in their place. */
async function sealedIf(
  to: string | undefined,
  id: string,
  told: Told,
  key: CryptoKey,
): Promise<Told & { sealed?: Sealed }> {
  const { actor, reason } = told;
  if (to === undefined || (actor.value === '' && !reason)) return told;
  const sealed = await seal({ actor: actor.value, ...(reason && { reason: reason.text }) }, to, id);
  return {
    actor: await pseudonymOf(actor, key),
    ...(reason && { reason: { code: reason.code, text: '' } }),
    sealed,
  };
}

async function recipientsOf(
  addresses: readonly string[],
  unnamed: number,
  how: Policy['record']['recipients'],
  key: CryptoKey,
): Promise<Incident['recipients']> {
  const listed = addresses.slice(0, listedAtMost);
  const domains = [...new Set(addresses.flatMap(domainOf))].sort().slice(0, listedAtMost);
  const countries = [...new Set(domains.flatMap((domain) => countryOf(asciiDomain(domain) ?? '') ?? []))].sort();
  return {
    count: addresses.length + unnamed,
    domains,
    fingerprints:
      how === 'domain' ? [] : await Promise.all(listed.map((address) => fingerprint(key, 'recipient', address))),
    ...(how === 'full' ? { addresses: listed.filter((address) => domainOf(address).length > 0) } : {}),
    ...(countries.length > 0 ? { countries } : {}),
  };
}

export function amendmentOf(incident: string, sent: Amendment['sent'], now: number): Amendment {
  return { id: uuidv7(), at: now, incident, sent };
}

export async function reportOf(
  asked: ReportToRecord,
  { policy, key, extensionVersion, now }: Omit<RecordContext, 'host' | 'peopleKey' | 'idOf'>,
): Promise<Report> {
  const id = uuidv7();
  const actor = await actorOf(policy.policy, undefined, key);
  const words = { what: maskTyped(asked.what), when: maskTyped(asked.when) };
  const report = { ...asked, ...words, id, at: now, extensionVersion, actor };
  const { sealTo } = policy.policy.keys;
  if (sealTo === undefined) return report;
  const sealed = await seal({ actor: actor.value, ...words }, sealTo, id);
  return { ...report, what: '', when: '', actor: await pseudonymOf(actor, key), sealed };
}

async function pseudonymOf(actor: Incident['actor'], key: CryptoKey): Promise<Incident['actor']> {
  if (actor.value === '') return actor;
  return { value: await pseudonym(actor.value, key), from: 'sealed' };
}

async function pseudonym(name: string, key: CryptoKey): Promise<string> {
  return `staff-${(await fingerprint(key, 'actor', name)).slice(0, 10)}`;
}

/** What IT filled in stands as it is; the signed-in account as far as the policy lets it be recorded. */
async function actorOf(policy: Policy, account: string | undefined, key: CryptoKey): Promise<Incident['actor']> {
  if (policy.actor !== '') return { value: policy.actor, from: 'policy' };
  if (!account) return { value: '', from: 'unknown' };
  const address = account.trim().toLowerCase();
  switch (policy.record.actor) {
    case 'full':
      return { value: address, from: 'account' };
    case 'domain':
      return { value: domainOf(address)[0] ?? '', from: 'account' };
    case 'fingerprint':
      return { value: await fingerprint(key, 'recipient', address), from: 'account' };
  }
}

/**
 * Text that people typed goes without what tells most; a reference of an authority stays as it is. Throws where nobody is named: a step
 * without a name is none.
 */
export async function workOf(
  about: string,
  change: Change,
  { by, policy, key, now }: Pick<RecordContext, 'policy' | 'key' | 'now'> & { by: string },
): Promise<Work> {
  const { actor, keys } = policy.policy;
  const value = actor === '' ? typedName(by) : actor;
  if (value === '') throw new Error('nobody is named');
  const id = uuidv7();
  const told = { id, at: now, about, change: maskedChange(change) };
  if (keys.sealTo === undefined) return { ...told, by: { value, from: actor === '' ? 'typed' : 'policy' } };
  const sealed = await seal({ actor: value }, keys.sealTo, id);
  return { ...told, by: { value: await pseudonym(value, key), from: 'sealed' }, sealed };
}

export async function acknowledgementOf({
  policy,
  key,
  now,
}: Pick<RecordContext, 'policy' | 'key' | 'now'>): Promise<Acknowledgement> {
  const named = await actorOf(policy.policy, undefined, key);
  // An open name beside a pseudonym in one browser's chain would say whose it is.
  const actor = policy.policy.keys.sealTo === undefined ? named : await pseudonymOf(named, key);
  return { id: uuidv7(), at: now, actor, policyVersion: policy.policy.version };
}

/** None where what stands after the `@` could not be a domain: an unfinished address is counted, not quoted. */
function domainOf(address: string): string[] {
  const domain = address.slice(address.lastIndexOf('@') + 1).replace(/>$/, '');
  return address.includes('@') && /^[\p{L}\p{N}-]{1,63}(\.[\p{L}\p{N}-]{1,63}){1,8}$/u.test(domain) ? [domain] : [];
}
