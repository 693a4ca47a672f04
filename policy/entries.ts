// The groups and list entries the policy is made of: a contact, a partner, a rule for some kinds. What each is for: docs/policy.md.
import * as v from 'valibot';
import type { Category } from '../detectors/detector.ts';
import type { Reason } from '../scan/part.ts';
import { destinations } from './facts.ts';
import {
  action,
  addressOrDomain,
  date,
  domain,
  filled,
  levels,
  mailAddress,
  safeAddress,
  text,
  word,
} from './forms.ts';

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

/** Why something could not be read, where policy may answer differently for each. Pictures and recordings have `media`. */
export const unreadableCauses = [
  'encrypted',
  'broken',
  'empty',
  'too-large',
  'too-deep',
  'unknown-format',
  'time-out',
  'not-reachable',
  'error',
] as const satisfies readonly Reason[];

export const contact = v.strictObject({
  name: v.pipe(text(200), v.description('Name of the person or team.')),
  email: v.pipe(mailAddress, v.description('Address that is read on working days.')),
  phone: v.pipe(text(50), v.description('Telephone number, as people dial it.')),
  role: v.exactOptional(v.pipe(text(200), v.description('Role, such as Data protection officer.'))),
});
export type Contact = v.InferOutput<typeof contact>;

export const partner = v.strictObject({
  domain: v.pipe(domain, v.description('Domain of the partner; its subdomains are included.')),
  agreement: v.pipe(
    v.picklist(agreements),
    v.description('Kind of agreement: processor, joint-controller or sharing-protocol.'),
  ),
  reference: v.pipe(filled(200), v.description('Where the agreement is filed.')),
  expires: v.pipe(date, v.description('Last day it is in force, year-month-day.')),
  categories: v.pipe(
    v.array(v.picklist(categories)),
    v.minLength(1, 'is empty; list what the agreement covers'),
    v.description(
      'Categories of data it covers: contact, identity, financial, special, criminal, commercial, location.',
    ),
  ),
});
export type Partner = v.InferOutput<typeof partner>;

export const reason = v.strictObject({
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

/** Beyond the two tables: some kinds of data, or some kinds of files, on their way to some destinations. */
const whereTo = v.exactOptional(
  v.pipe(
    v.array(v.picklist(destinations)),
    v.minLength(1, 'is empty'),
    v.description('Destinations it applies to; left out: own, personal and external.'),
  ),
);

export const kindRule = v.strictObject({
  of: v.pipe(
    v.array(word),
    v.minLength(1, 'is empty; name kinds or categories'),
    v.description('Kinds or categories of data, such as uk-nhs-number or special.'),
  ),
  to: whereTo,
  from: v.pipe(levels, v.description('Number of different values at which each action begins.')),
});

export const fileRule = v.strictObject({
  of: v.pipe(
    v.array(word),
    v.minLength(1, 'is empty; name file types or extensions'),
    v.description('File types or extensions, such as zip or pst.'),
  ),
  to: whereTo,
  action: v.pipe(action, v.description('What to do with such a file.')),
});

export const exemptRecipient = v.strictObject({
  recipient: v.pipe(addressOrDomain, v.description('Address, or domain with its subdomains.')),
  as: v.pipe(
    v.picklist(['union', 'whistleblowing', 'medical', 'regulator', 'other']),
    v.description('Why: union, whistleblowing, medical, regulator or other.'),
  ),
});

export const link = v.strictObject({
  label: v.pipe(filled(100), v.description('What people read.')),
  url: v.pipe(safeAddress, v.description('Where it leads; https.')),
});

export const holdOrRelease = v.picklist(['hold', 'release']);

export const causeRow = v.exactOptional(
  v.strictObject({
    own: v.exactOptional(action),
    personal: v.exactOptional(action),
    external: v.exactOptional(action),
    partner: v.exactOptional(action),
    internal: v.exactOptional(action),
  }),
);
