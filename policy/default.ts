// The strict default: what holds when IT has set nothing, and what a bad setting falls back to. Its table stands in docs/policy.md.

import type { PolicyReason } from './entries.ts';
import type { Levels } from './forms.ts';
import type { Policy } from './schema.ts';

const never: Levels = {};

/** https://www.efta.int/about-efta/european-economic-area; EU is the ending .eu, whose owners live in the EEA. */
const unitedKingdomAndEea =
  'GB EU AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

const reasons: PolicyReason[] = [
  {
    code: 'recipient-is-client',
    label: 'The recipient is the person this is about, or speaks for them',
    checklist: ['I have checked that this address belongs to them.', 'It contains nothing about anyone else.'],
  },
  {
    code: 'agreed-work',
    label: 'The recipient needs it for work we have agreed with them',
    checklist: ['There is a written agreement.', 'I send only what the work needs.'],
  },
  {
    code: 'safeguarding',
    label: 'Safeguarding: a social worker or another authority needs it',
    checklist: ['I know who is asking, and for which authority.', 'I send only what the concern needs.'],
  },
  {
    code: 'regulator',
    label: 'A regulator, a court or the police asked for it',
    checklist: ['The request is in writing.', 'I send only what was asked for.'],
  },
  {
    code: 'subject-access',
    label: 'Answer to a subject access or portability request',
    checklist: ['The identity of the person who asks has been checked.', 'Data about other people has been taken out.'],
  },
  { code: 'other', label: 'Another reason' },
];

export const strictDefault: Policy = {
  version: 'strict-default',
  firm: { name: '' },
  breachContact: { name: '', email: '', phone: '' },
  internalDomains: [],
  partners: [],
  personalProviders: { add: [], remove: [] },
  ownAddresses: true,
  exemptRecipients: [],
  countries: { allowed: unitedKingdomAndEea, beyond: never },
  thresholds: {
    own: { warn: 2, block: 5 },
    personal: { warn: 2, justify: 5, block: 50 },
    external: { warn: 5, justify: 25, block: 250 },
    partner: never,
    internal: never,
  },
  sensitive: {
    own: { block: 1 },
    personal: { justify: 1, block: 10 },
    external: { justify: 1, block: 10 },
    partner: never,
    internal: never,
  },
  unreadable: { own: 'block', personal: 'justify', external: 'warn', partner: 'allow', internal: 'allow' },
  unreadableCauses: {},
  media: { own: 'justify', personal: 'justify', external: 'warn', partner: 'allow', internal: 'allow' },
  visibleRecipients: { warn: 10, justify: 50 },
  kindRules: [],
  fileRules: [],
  reasons,
  sites: { personal: [], guarded: [], exempt: [], otherAtMost: 'justify' },
  safeCopy: { pseudonyms: false },
  wording: { rules: [], note: '', links: [] },
  failModes: { silent: 'hold', store: 'hold', orphaned: 'hold', unknownPolicy: 'last-good', undeliveredHours: 24 },
  auditOnly: false,
  actor: '',
  ledgerDays: 30,
  record: { actor: 'full', recipients: 'fingerprint' },
  keys: {},
  retentionDays: 365,
  language: 'auto',
};
