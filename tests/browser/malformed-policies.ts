// Policies with mistakes as people and editors make them: a wrong word, a number as a text, half a group, a list for a group.
// Each has several bad settings, so that a few files, which the browser takes seconds to notice, are many mistakes.
const partner = { domain: 'client.example', agreement: 'processor', reference: 'A', categories: ['contact'] };

export const badPolicies: Record<string, unknown>[] = [
  {
    auditOnly: 'treu',
    internalDomains: ['gmail.com', 'co.uk', '*'],
    partners: [partner, { ...partner, expires: 'never' }, { ...partner, expires: '2027-02-31' }],
    thresholds: { own: { block: -5 }, personal: { justify: 'lots' }, external: { blok: 900 } },
    sensitive: { own: { block: 'never' }, external: {} },
    unreadable: { own: 'permit' },
    visibleRecipients: { warn: 'x', justify: 9000 },
    exemptRecipients: [
      { recipient: '*', as: 'union' },
      { recipient: 'gmail.com', as: 'other' },
    ],
    retentionDays: 0,
    language: 'tlh',
    policyAddress: 'http://it.example/policy',
    keys: { policySigner: 'secret' },
    reasons: [],
  },
  {
    auditOnly: 2,
    internalDomains: 5,
    partners: 'client.example',
    thresholds: [{ own: 5 }],
    sensitive: 'off',
    unreadable: 'allow',
    media: false,
    unreadableCauses: { encrypted: { own: 'permit' }, locked: { own: 'allow' } },
    countries: { allowed: ['France'], beyond: 7 },
    sites: { otherAtMost: 'none', exempt: ['https://drive.google.com/'] },
    failModes: { store: 'open', silent: true },
    record: { recipients: 'none' },
    reporting: { url: 'https://me:pass@dpo.example/' },
    guidanceUrl: 'javascript:alert(1)',
  },
  {
    auditonly: true,
    treshold: { own: { block: 900 } },
    ownAddresses: 'maybe',
    thresholds: { owns: { block: 5 }, own: {} },
    kindRules: [{ of: [], from: { block: 1 } }],
    fileRules: [{ of: ['zip'], action: 'permit' }],
    wording: { rules: [{ rule: 'no-such-rule', text: 'x' }] },
    personalProviders: { remove: 'gmail com!' },
    ledgerDays: 'week',
    failModes: 'release',
  },
];
