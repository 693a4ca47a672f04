// The policy's one schema: it gives the type, the strict check and, through managed-schema.ts, what the browser is told.
// Valibot: https://valibot.dev. What each setting is for: docs/policy.md.
import * as v from 'valibot';
import type { Category } from '../detectors/detector.ts';
import { asciiDomain, isPublicSuffix } from './domain.ts';
import { actions } from './verdict.ts';

export const categories = [
  'contact',
  'identity',
  'financial',
  'special',
  'criminal',
  'commercial',
  'location',
] as const satisfies readonly Category[];

const agreements = ['processor', 'joint-controller', 'sharing-protocol'] as const;

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, `is longer than ${most} characters`));
const filled = (most: number) => v.pipe(text(most), v.minLength(1, 'is empty'));
/** A domain name in lower-case ASCII; `@firm.example` and `*.firm.example` are read as `firm.example`. */
export const domain = v.pipe(
  v.string(),
  v.trim(),
  v.transform((written) => asciiDomain(written.replace(/^(?:\*\.|@|\.)/, '')) ?? ''),
  v.check((ascii) => ascii !== '', 'is no domain name such as firm.example'),
  v.check((ascii) => !isPublicSuffix(ascii), 'is a suffix many organisations share, not the domain of one'),
);
/** Empty where nobody is named yet. */
const mailAddress = v.pipe(
  text(320),
  v.regex(/^(?:|[^\s@<>,;]{1,64}@[^\s@<>,;]{1,255})$/, 'is no e-mail address such as privacy@firm.example'),
);
const people = v.pipe(
  v.number(),
  v.integer('is no whole number'),
  v.minValue(1, 'is below 1; leave the level out to never reach it'),
  v.maxValue(1_000_000_000, 'is above 1,000,000,000'),
);
const days = v.pipe(
  v.number(),
  v.integer('is no whole number of days'),
  v.minValue(1, 'is below 1 day'),
  v.maxValue(3650, 'is above 3,650 days'),
);
const action = v.picklist(actions);

/** Plain http is fine on the machine itself, where browsers too call it trustworthy: https://w3c.github.io/webappsec-secure-contexts/ */
function isSafeAddress(written: string): boolean {
  try {
    const url = new URL(written);
    if (url.username !== '' || url.password !== '') return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/.test(url.hostname));
  } catch {
    return false;
  }
}

function isDate(written: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(written) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
}

const safeAddress = v.pipe(
  text(2000),
  v.check(isSafeAddress, 'is no https address such as https://dpo.firm.example/incidents'),
);

/** From how many people each action applies. A level left out is never reached. */
export const levels = v.strictObject({
  warn: v.exactOptional(
    v.pipe(people, v.description('From this many people: show what was found; the person may go on.')),
  ),
  justify: v.exactOptional(v.pipe(people, v.description('From this many people: ask for a reason first.'))),
  block: v.exactOptional(v.pipe(people, v.description('From this many people: do not let it go.'))),
});
export type Levels = v.InferOutput<typeof levels>;

const byDestination = <Each extends v.GenericSchema>(each: Each) =>
  v.strictObject({ own: each, personal: each, external: each, partner: each, internal: each });

const contact = v.strictObject({
  name: v.pipe(text(200), v.description('Name of the person or team.')),
  email: v.pipe(mailAddress, v.description('Address that is read on working days.')),
  phone: v.pipe(text(50), v.description('Telephone number, as people dial it.')),
  role: v.exactOptional(v.pipe(text(200), v.description('Role, such as Data protection officer.'))),
});
export type Contact = v.InferOutput<typeof contact>;

const partner = v.strictObject({
  domain: v.pipe(domain, v.description('Domain of the partner; its subdomains are included.')),
  agreement: v.pipe(
    v.picklist(agreements),
    v.description('Kind of agreement: processor, joint-controller or sharing-protocol.'),
  ),
  reference: v.pipe(filled(200), v.description('Where the agreement is filed.')),
  expires: v.pipe(
    v.string(),
    v.trim(),
    v.check(isDate, 'is no date such as 2027-03-31'),
    v.description('Last day it is in force, year-month-day.'),
  ),
  categories: v.pipe(
    v.array(v.picklist(categories)),
    v.minLength(1, 'is empty; list what the agreement covers'),
    v.description(
      'Categories of data it covers: contact, identity, financial, special, criminal, commercial, location.',
    ),
  ),
});
export type Partner = v.InferOutput<typeof partner>;

const reason = v.strictObject({
  code: v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^[a-z0-9-]{1,40}$/, 'is no code of lower-case letters, digits and dashes'),
    v.description('Stored with the incident; lower-case letters, digits and dashes.'),
  ),
  label: v.pipe(filled(200), v.description('What the sender reads.')),
  checklist: v.exactOptional(
    v.pipe(v.array(filled(300)), v.description('Points the sender confirms one by one when this reason is chosen.')),
  ),
});
export type PolicyReason = v.InferOutput<typeof reason>;

export const policySchema = v.strictObject({
  version: v.pipe(filled(60), v.description('Your name for this version of the policy; shows whether it has arrived.')),
  firm: v.pipe(
    v.strictObject({ name: v.pipe(text(200), v.description('Name of the firm, as staff know it.')) }),
    v.description('The firm.'),
  ),
  breachContact: v.pipe(contact, v.description('Who is told of incidents and asked for help.')),
  deputy: v.exactOptional(v.pipe(contact, v.description('Who stands in for the breach contact.'))),
  itContact: v.exactOptional(v.pipe(contact, v.description('Who helps when something does not work.'))),
  internalDomains: v.pipe(v.array(domain), v.description('Mail domains of the firm; their subdomains are included.')),
  partners: v.pipe(v.array(partner), v.description('Organisations the firm has an agreement with.')),
  personalProviders: v.pipe(
    v.strictObject({
      add: v.pipe(v.array(domain), v.description('Mail domains to treat as personal besides the built-in list.')),
      remove: v.pipe(
        v.array(domain),
        v.description('Domains of the built-in list to treat as an ordinary outside firm.'),
      ),
    }),
    v.description('Corrections to the built-in list of personal mail providers.'),
  ),
  thresholds: v.pipe(
    byDestination(levels),
    v.description('Number of people at which each action begins, by destination.'),
  ),
  sensitive: v.pipe(
    byDestination(levels),
    v.description(
      'The same for people with health, other special-category, criminal, bank, card or identity-document data.',
    ),
  ),
  unreadable: v.pipe(
    byDestination(action),
    v.description('What to do with content that cannot be read, by destination.'),
  ),
  media: v.pipe(
    byDestination(action),
    v.description('What to do with recordings, video and pictures, by destination.'),
  ),
  visibleRecipients: v.pipe(
    levels,
    v.description('Number of outside recipients who can see each other in To and Cc at which each action begins.'),
  ),
  reasons: v.pipe(v.array(reason), v.minLength(1, 'is empty'), v.description('Reasons a sender can choose from.')),
  sites: v.pipe(
    v.strictObject({
      personal: v.pipe(v.array(domain), v.description('Sites to treat as personal besides the built-in list.')),
      otherAtMost: v.pipe(action, v.description('The strictest action for uploads to a site on no list.')),
    }),
    v.description('Uploads outside mail.'),
  ),
  auditOnly: v.pipe(v.boolean(), v.description('True: record what would have happened and hold nothing.')),
  actor: v.pipe(text(320), v.description('Who the user is, filled in per user by IT; empty: the signed-in account.')),
  reporting: v.exactOptional(
    v.pipe(
      v.strictObject({
        url: v.pipe(safeAddress, v.description('Address each incident is posted to as JSON; https.')),
        token: v.exactOptional(v.pipe(filled(2000), v.description('Sent as a bearer token with each post.'))),
      }),
      v.description('Where incidents are delivered.'),
    ),
  ),
  ledgerDays: v.pipe(
    days,
    v.description(
      'Days for which people already sent to a private address count along with those in the next message.',
    ),
  ),
  retentionDays: v.pipe(days, v.description('Days after which an incident is erased from this browser.')),
  guidanceUrl: v.exactOptional(v.pipe(safeAddress, v.description("Page with the firm's guidance; https."))),
});
export type Policy = v.InferOutput<typeof policySchema>;
