// One table for each setting that judges: what the strict default does, and what the setting makes of it.
import { describe, expect, it } from 'vitest';
import { countryOf } from '../../policy/country.ts';
import { evaluate } from '../../policy/evaluate.ts';
import type { Facts } from '../../policy/facts.ts';
import { parsePolicy } from '../../policy/parse.ts';
import type { Action } from '../../policy/verdict.ts';
import { addressOf, draft, now, recording, unread } from './draft-facts.ts';

const withSettings = (settings: Record<string, unknown>) => {
  const { policy, problems } = parsePolicy({ internalDomains: ['harbourcare.example'], ...settings });
  expect(problems).toEqual([]);
  return policy;
};
const judge = (facts: Facts, settings: Record<string, unknown>) => evaluate(facts, withSettings(settings), now);

const nhs = (distinct: number): Partial<Facts> => ({
  kinds: [{ kind: 'uk-nhs-number', category: 'identity', matches: distinct, distinct }],
});
const zip = { extension: 'zip', type: 'zip', size: 10, readable: true };
const outlook = { extension: 'pst', type: 'unknown', size: 10, readable: true };
const slow = { ...unread, unreadable: 'time-out' as const };

type Case = [why: string, settings: Record<string, unknown>, facts: Facts, action: Action, rule?: string];

const cases: Record<string, Case[]> = {
  kindRules: [
    [
      'one number is enough',
      { kindRules: [{ of: ['uk-nhs-number'], from: { block: 1 } }] },
      draft(1, [addressOf.external], nhs(1)),
      'block',
      'kinds-named',
    ],
    [
      'a category stands for its kinds',
      { kindRules: [{ of: ['identity'], from: { block: 3 } }] },
      draft(1, [addressOf.external], nhs(3)),
      'block',
      'kinds-named',
    ],
    [
      'fewer than it asks for',
      { kindRules: [{ of: ['identity'], from: { block: 3 } }] },
      draft(1, [addressOf.external], nhs(2)),
      'allow',
    ],
    [
      'another kind',
      { kindRules: [{ of: ['email'], from: { block: 1 } }] },
      draft(1, [addressOf.external], nhs(2)),
      'allow',
    ],
    [
      'left out, it is about outsiders only',
      { kindRules: [{ of: ['identity'], from: { block: 1 } }] },
      draft(1, [addressOf.internal], nhs(2)),
      'allow',
    ],
    [
      'a destination it names',
      { kindRules: [{ of: ['identity'], to: ['internal'], from: { warn: 1 } }] },
      draft(1, [addressOf.internal], nhs(2)),
      'warn',
      'kinds-named',
    ],
    [
      'it takes nothing from the tables',
      { kindRules: [{ of: ['identity'], from: { warn: 1 } }] },
      draft(9, [addressOf.own], nhs(9)),
      'block',
      'people-to-own',
    ],
  ],
  fileRules: [
    [
      'by true type',
      { fileRules: [{ of: ['zip'], action: 'block' }] },
      draft(0, [addressOf.external], { files: [zip] }),
      'block',
      'file-kinds-named',
    ],
    [
      'by extension, a dot before it',
      { fileRules: [{ of: ['.PST'], action: 'justify' }] },
      draft(0, [addressOf.external], { files: [outlook] }),
      'justify',
      'file-kinds-named',
    ],
    [
      'another type',
      { fileRules: [{ of: ['pst'], action: 'block' }] },
      draft(0, [addressOf.external], { files: [zip] }),
      'allow',
    ],
    [
      'only to whom it names',
      { fileRules: [{ of: ['zip'], to: ['own'], action: 'block' }] },
      draft(0, [addressOf.external], { files: [zip] }),
      'allow',
    ],
  ],
  unreadableCauses: [
    [
      'one cause stricter',
      { unreadableCauses: { encrypted: { external: 'block' } } },
      draft(0, [addressOf.external], { files: [unread] }),
      'block',
      'unreadable-to-external',
    ],
    [
      'another cause keeps its row',
      { unreadableCauses: { encrypted: { external: 'block' } } },
      draft(0, [addressOf.external], { files: [slow] }),
      'warn',
    ],
    [
      'one cause laxer, by IT’s own word',
      { unreadableCauses: { encrypted: { external: 'allow' } } },
      draft(0, [addressOf.external], { files: [unread] }),
      'allow',
    ],
    [
      'the strictest of two files',
      { unreadableCauses: { encrypted: { external: 'allow' } } },
      draft(0, [addressOf.external], { files: [unread, slow] }),
      'warn',
    ],
    [
      'a destination left out keeps its row',
      { unreadableCauses: { encrypted: { external: 'allow' } } },
      draft(0, [addressOf.own], { files: [unread] }),
      'block',
    ],
    [
      'the body too',
      { unreadableCauses: { 'time-out': { external: 'justify' } } },
      draft(0, [addressOf.external], { bodyUnreadable: 'time-out' }),
      'justify',
    ],
  ],
  sites: [
    [
      'a guarded site has no ceiling',
      { sites: { guarded: ['forms.client.example'] } },
      draft(957, [], { site: 'forms.client.example', trigger: 'upload' }),
      'block',
      'people-to-external',
    ],
    [
      'pictures count there too',
      { sites: { guarded: ['client.example'] } },
      draft(0, [], { site: 'forms.client.example', trigger: 'upload', files: [recording] }),
      'warn',
      'media-to-external',
    ],
    [
      'an exempt site',
      { sites: { exempt: ['crm.vendor.example'] } },
      draft(957, [], { site: 'eu.crm.vendor.example', trigger: 'upload' }),
      'allow',
    ],
    [
      'exempt by name only',
      { sites: { exempt: ['crm.vendor.example'] } },
      draft(957, [], { site: 'vendor.example', trigger: 'upload' }),
      'justify',
    ],
  ],
  exemptRecipients: [
    [
      'a union',
      { exemptRecipients: [{ recipient: 'union.example', as: 'union' }] },
      draft(957, ['rep@branch.union.example']),
      'allow',
    ],
    [
      'one mailbox at a personal provider',
      { exemptRecipients: [{ recipient: 'Rep.Union@gmail.com', as: 'union' }] },
      draft(957, ['rep.union@gmail.com']),
      'allow',
    ],
    [
      'and no other there',
      { exemptRecipients: [{ recipient: 'rep.union@gmail.com', as: 'union' }] },
      draft(957, ['rep.other@gmail.com']),
      'block',
    ],
    [
      'it covers nobody beside it',
      { exemptRecipients: [{ recipient: 'union.example', as: 'union' }] },
      draft(957, ['rep@union.example', addressOf.own]),
      'block',
      'people-to-own',
    ],
    [
      'a file that cannot be read, to a regulator',
      { exemptRecipients: [{ recipient: 'regulator.example', as: 'regulator' }] },
      draft(0, ['case@regulator.example'], { files: [unread] }),
      'allow',
    ],
  ],
  countries: [
    [
      'beyond those allowed',
      { countries: { beyond: { justify: 1 } } },
      draft(1, ['ann@client.us']),
      'justify',
      'outside-countries',
    ],
    ['within', { countries: { beyond: { justify: 1 } } }, draft(1, ['ann@client.fr']), 'allow'],
    ['the United Kingdom is GB', { countries: { beyond: { justify: 1 } } }, draft(1, ['ann@client.co.uk']), 'allow'],
    [
      'an ending that tells no country',
      { countries: { beyond: { justify: 1 } } },
      draft(1, ['ann@client.example']),
      'allow',
    ],
    [
      'a partner’s contract is no adequacy',
      {
        partners: [
          {
            domain: 'payroll.us',
            agreement: 'processor',
            reference: 'A',
            expires: '2027-01-01',
            categories: ['contact'],
          },
        ],
        countries: { beyond: { warn: 1 } },
      },
      draft(1, ['ann@payroll.us']),
      'warn',
      'outside-countries',
    ],
    ['about nobody', { countries: { beyond: { justify: 1 } } }, draft(0, ['ann@client.us']), 'allow'],
    [
      'the list is the firm’s',
      { countries: { allowed: 'gb us', beyond: { justify: 1 } } },
      draft(1, ['ann@client.us']),
      'allow',
    ],
  ],
  ownAddresses: [
    ['off, it is personal', { ownAddresses: false }, draft(5, [addressOf.own]), 'justify', 'people-to-personal'],
    ['on, it is the sender’s own', { ownAddresses: 'yes' }, draft(5, [addressOf.own]), 'block', 'people-to-own'],
  ],
};

describe.each(Object.entries(cases))('%s', (_, rows) => {
  it.each(rows)('%s', (_why, settings, facts, action, rule) => {
    const verdict = judge(facts, settings);
    expect(verdict.action).toBe(action);
    if (rule) expect(verdict.because[0]?.rule).toBe(rule);
  });

  it('makes a difference in some row', () => {
    const changed = rows.filter(([, settings, facts]) => judge(facts, settings).action !== judge(facts, {}).action);
    expect(changed.length).toBeGreaterThan(0);
  });
});

it('marks who is exempt, so that a record can count them without a name', () => {
  const { recipients } = judge(draft(957, ['rep@union.example', addressOf.own]), {
    exemptRecipients: [{ recipient: 'union.example', as: 'union' }],
  });
  expect(recipients.map(({ address, exempt }) => [address, exempt])).toEqual([
    ['rep@union.example', true],
    [addressOf.own, undefined],
  ]);
});

it('takes no public provider for an exempt organisation', () => {
  const { policy, problems } = parsePolicy({ exemptRecipients: [{ recipient: 'gmail.com', as: 'union' }] });
  expect(policy.exemptRecipients).toEqual([]);
  expect(problems[0]?.key).toBe('exemptRecipients');
});

describe('the country of a domain', () => {
  it.each([
    ['firm.co.uk', 'GB'],
    ['firm.de', 'DE'],
    ['firm.eu', 'EU'],
    ['firm.com', undefined],
    ['firm.example', undefined],
    ['firm.io', undefined],
    ['firm.ai', undefined],
    ['', undefined],
  ])('%s: %s', (domain, country) => {
    expect(countryOf(domain)).toBe(country);
  });
});
