// Policies to start from: only what differs from the strict default, and the settings every firm has to fill in.
import { strictDefault } from './default.ts';

const toFill = {
  firm: { name: '' },
  breachContact: { name: '', email: '', phone: '' },
  internalDomains: [],
};

const publicReasons = ['safeguarding', 'regulator', 'subject-access'].map(ownReason);

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

/** A reason of the strict default: a template that has reasons of its own names all of them. */
function ownReason(code: string) {
  const reason = strictDefault.reasons.find((one) => one.code === code);
  if (!reason) throw new Error(`the strict default has no reason ${code}`);
  return reason;
}
