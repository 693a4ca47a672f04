// Policies to start from: only what differs from the strict default, and the settings every firm has to fill in.

const toFill = {
  firm: { name: '' },
  breachContact: { name: '', email: '', phone: '' },
  internalDomains: [],
};

const publicReasons = [
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
];

/** By id; each has a name `policy_template_<id>` and a sentence `policy_template_<id>_what` in the locale files. */
export const templates = {
  'small-firm': { version: 'small firm 1', ...toFill },
  council: {
    version: 'council 1',
    ...toFill,
    sensitive: { personal: { block: 1 }, external: { justify: 1, block: 5 } },
    unreadable: { external: 'justify', personal: 'block' },
    countries: { beyond: { justify: 1 } },
    reasons: [
      {
        code: 'statutory',
        label: 'A law obliges us to share it with this body',
        checklist: ['I can name the law or the sharing protocol.', 'I send only what it asks for.'],
      },
      ...publicReasons,
      {
        code: 'information-request',
        label: 'Answer to a freedom of information request',
        checklist: ['Nobody can be identified from it.', 'It has been approved for release.'],
      },
    ],
    retentionDays: 730,
  },
  health: {
    version: 'health 1',
    ...toFill,
    sensitive: { personal: { block: 1 }, external: { justify: 1, block: 3 } },
    unreadable: { external: 'justify', personal: 'block' },
    media: { external: 'justify', personal: 'block', own: 'block' },
    countries: { beyond: { justify: 1 } },
    kindRules: [{ of: ['uk-nhs-number'], to: ['external', 'personal', 'own'], from: { justify: 1, block: 5 } }],
    reasons: [
      {
        code: 'direct-care',
        label: 'The recipient is treating this person',
        checklist: ['I have checked the address.', 'It contains nothing about anyone else.'],
      },
      ...publicReasons,
    ],
    retentionDays: 730,
  },
  'audit-only': { version: 'audit only 1', ...toFill, auditOnly: true },
} as const satisfies Record<string, Record<string, unknown>>;

export type TemplateName = keyof typeof templates;
