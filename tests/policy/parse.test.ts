import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../policy/canonical.ts';
import { strictDefault } from '../../policy/default.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { type Policy, policySchema } from '../../policy/schema.ts';
import { everyDraft, now, strictness } from './draft-facts.ts';

const drafts = everyDraft();
const byDefault = drafts.map((facts) => evaluate(facts, strictDefault, now));

/** Drafts for which the policy is laxer than the strict default. */
function laxer(policy: Policy): number {
  if (judging(policy) === judging(strictDefault)) return 0;
  return drafts.filter((facts, index) => {
    const verdict = evaluate(facts, policy, now);
    const before = byDefault[index]!;
    return strictness(verdict.action) < strictness(before.action) || (before.enforced && !verdict.enforced);
  }).length;
}

/** The settings a verdict depends on. */
function judging({
  version,
  firm,
  breachContact,
  reasons,
  actor,
  retentionDays,
  wording,
  language,
  keys,
  ...rest
}: Policy): string {
  return canonicalJson(rest);
}

const partner = {
  domain: 'payroll.example',
  agreement: 'processor',
  reference: 'A1',
  expires: '2027-03-31',
  categories: ['contact'],
};

/** What arrived, and the setting the first problem names. */
const malformed: [string, unknown, string][] = [
  ['no group at all', ['block'], ''],
  ['a number for the whole', 7, ''],
  ['text for the whole', 'strict', ''],
  ['broken JSON for the whole', '{"auditOnly": true', ''],
  ['a setting that does not exist', { treshold: { own: { block: 900 } } }, 'treshold'],
  ['a misspelt top-level setting', { auditonly: true }, 'auditonly'],
  ['a level in words', { thresholds: { external: { block: 'lots' } } }, 'thresholds.external.block'],
  ['a negative level', { thresholds: { own: { block: -5 } } }, 'thresholds.own.block'],
  ['a level of nought', { thresholds: { own: { warn: 0 } } }, 'thresholds.own.warn'],
  ['a level with a fraction', { thresholds: { personal: { justify: 2.5 } } }, 'thresholds.personal.justify'],
  ['a level beyond measure', { thresholds: { own: { block: 1e12 } } }, 'thresholds.own.block'],
  ['a misspelt level', { thresholds: { own: { blok: 5 } } }, 'thresholds.own.blok'],
  [
    'a misspelt level beside a high one',
    { thresholds: { personal: { warn: 9000, blok: 50 } } },
    'thresholds.personal.blok',
  ],
  ['a level that is a list', { thresholds: { external: { warn: [5] } } }, 'thresholds.external.warn'],
  ['a destination that is a number', { thresholds: { external: 5 } }, 'thresholds.external'],
  ['a destination without levels', { thresholds: { own: {} } }, 'thresholds.own'],
  ['a destination that does not exist', { thresholds: { owns: { block: 5 } } }, 'thresholds.owns'],
  ['thresholds that are a list', { thresholds: [{ own: 5 }] }, 'thresholds'],
  ['thresholds that are true', { thresholds: true }, 'thresholds'],
  ['sensitive levels in words', { sensitive: { own: { block: 'never' } } }, 'sensitive.own.block'],
  ['sensitive levels as text', { sensitive: 'off' }, 'sensitive'],
  ['an action that does not exist', { unreadable: { own: 'permit' } }, 'unreadable.own'],
  ['an action that is a number', { unreadable: { personal: 0 } }, 'unreadable.personal'],
  ['one action for every destination', { unreadable: 'allow' }, 'unreadable'],
  ['media that is false', { media: false }, 'media'],
  ['a media destination that does not exist', { media: { private: 'allow' } }, 'media.private'],
  ['visible recipients as a number', { visibleRecipients: 1000 }, 'visibleRecipients'],
  ['visible recipients with a bad level', { visibleRecipients: { warn: 'x', justify: 900 } }, 'visibleRecipients.warn'],
  ['audit only in words', { auditOnly: 'treu' }, 'auditOnly'],
  ['audit only as a number', { auditOnly: 2 }, 'auditOnly'],
  ['audit only as a group', { auditOnly: { value: true } }, 'auditOnly'],
  ['a public provider as the firm’s', { internalDomains: ['gmail.com'] }, 'internalDomains'],
  ['a provider’s family as the firm’s', { internalDomains: ['hotmail.co.uk'] }, 'internalDomains'],
  ['a suffix as the firm’s', { internalDomains: ['co.uk', 'example'] }, 'internalDomains[0]'],
  ['a wildcard as the firm’s', { internalDomains: ['*'] }, 'internalDomains[0]'],
  ['a page as the firm’s', { internalDomains: ['https://client.example/'] }, 'internalDomains[0]'],
  ['domains as a number', { internalDomains: 5 }, 'internalDomains'],
  [
    'a partner without an end',
    { partners: [{ ...partner, domain: 'client.example', expires: undefined }] },
    'partners[0].expires',
  ],
  [
    'a partner ending on no day',
    { partners: [{ ...partner, domain: 'client.example', expires: '2027-02-31' }] },
    'partners[0].expires',
  ],
  [
    'a partner ending in words',
    { partners: [{ ...partner, domain: 'client.example', expires: 'never' }] },
    'partners[0].expires',
  ],
  [
    'a partner without categories',
    { partners: [{ ...partner, domain: 'client.example', categories: [] }] },
    'partners[0].categories',
  ],
  [
    'a partner with a category unknown',
    { partners: [{ ...partner, domain: 'client.example', categories: ['all'] }] },
    'partners[0].categories[0]',
  ],
  [
    'a partner with an agreement unknown',
    { partners: [{ ...partner, domain: 'client.example', agreement: 'friend' }] },
    'partners[0].agreement',
  ],
  ['a partner that is a provider', { partners: [{ ...partner, domain: 'gmail.com' }] }, 'partners'],
  ['partners that are a text', { partners: 'client.example' }, 'partners'],
  ['reasons that are none', { reasons: [] }, 'reasons'],
  ['a reason with an odd code', { reasons: [{ code: 'Because!', label: 'Because' }] }, 'reasons[0].code'],
  ['a ceiling unknown', { sites: { otherAtMost: 'none' } }, 'sites.otherAtMost'],
  ['an own-address rule in words', { ownAddresses: 'maybe' }, 'ownAddresses'],
  ['everybody exempt', { exemptRecipients: [{ recipient: '*', as: 'union' }] }, 'exemptRecipients[0].recipient'],
  ['a provider exempt', { exemptRecipients: [{ recipient: 'gmail.com', as: 'other' }] }, 'exemptRecipients'],
  [
    'exempt for no reason known',
    { exemptRecipients: [{ recipient: 'client.example', as: 'friend' }] },
    'exemptRecipients[0].as',
  ],
  ['exempt as a text', { exemptRecipients: 'client.example' }, 'exemptRecipients'],
  ['a site exempt that is a page', { sites: { exempt: ['https://drive.google.com/'] } }, 'sites.exempt[0]'],
  ['a cause unknown', { unreadableCauses: { locked: { own: 'allow' } } }, 'unreadableCauses.locked'],
  [
    'a cause with an action unknown',
    { unreadableCauses: { encrypted: { own: 'permit' } } },
    'unreadableCauses.encrypted.own',
  ],
  ['a cause with one action for all', { unreadableCauses: { encrypted: 'allow' } }, 'unreadableCauses.encrypted'],
  ['a fail mode unknown', { failModes: { store: 'open' } }, 'failModes.store'],
  ['fail modes as a text', { failModes: 'release' }, 'failModes'],
  ['a country by name', { countries: { allowed: ['France'] } }, 'countries.allowed[0]'],
  ['recipients recorded in a way unknown', { record: { recipients: 'none' } }, 'record.recipients'],
  ['a key that is a word', { keys: { policySigner: 'secret' } }, 'keys.policySigner'],
  ['a policy over plain http', { policyAddress: 'http://it.example/policy' }, 'policyAddress'],
  ['a language we do not speak', { language: 'tlh' }, 'language'],
  ['a receiver unknown', { reporting: { url: 'https://dpo.example/', kind: 'fax' } }, 'reporting.kind'],
  ['retention for ever', { retentionDays: 'forever' }, 'retentionDays'],
  ['retention of nought', { retentionDays: 0 }, 'retentionDays'],
  ['delivery over plain http', { reporting: { url: 'http://dpo.example/in' } }, 'reporting.url'],
  ['delivery with a password in the address', { reporting: { url: 'https://me:pass@dpo.example/' } }, 'reporting.url'],
  ['a token without an address', { reporting: { token: 'secret-token' } }, 'reporting.url'],
  ['guidance that is a script', { guidanceUrl: 'javascript:alert(1)' }, 'guidanceUrl'],
  ['a contact that is a name', { breachContact: 'Priya Nair' }, 'breachContact'],
  ['a contact with a broken address', { breachContact: { email: 'priya at firm' } }, 'breachContact.email'],
];

describe('parsePolicy', () => {
  it.each([undefined, null, '', {}])(
    'takes %j for no policy: the strict default, and nothing to complain about',
    (raw) => {
      expect(parsePolicy(raw)).toEqual({ policy: strictDefault, problems: [] });
    },
  );

  it.each(malformed)('names %s, and is nowhere laxer for it', (_, raw, key) => {
    const { policy, problems } = parsePolicy(raw);
    expect(problems[0]?.key).toBe(key);
    expect(laxer(policy)).toBe(0);
    expect(v.is(policySchema, policy)).toBe(true);
  });

  it('reads a whole policy as it was written', () => {
    const raw = {
      version: '2026-11',
      firm: { name: 'Harbour Care' },
      breachContact: { name: 'Priya Nair', email: 'privacy@harbourcare.example', phone: '01632 960001', role: 'DPO' },
      deputy: { name: 'Sam Lee', email: 'sam@harbourcare.example', phone: '01632 960002' },
      internalDomains: ['harbourcare.example'],
      partners: [partner],
      personalProviders: { add: ['villagemail.example'], remove: ['zen.co.uk'] },
      thresholds: { ...strictDefault.thresholds, own: { warn: 1, block: 3 } },
      sensitive: strictDefault.sensitive,
      unreadable: strictDefault.unreadable,
      media: strictDefault.media,
      visibleRecipients: { warn: 20 },
      reasons: [{ code: 'court', label: 'A court asked', checklist: ['I have the order, in writing.'] }],
      ownAddresses: false,
      exemptRecipients: [{ recipient: 'rep@union.example', as: 'union' }],
      countries: { allowed: ['GB', 'US'], beyond: { justify: 1 } },
      unreadableCauses: { encrypted: { external: 'block' }, 'time-out': {} },
      kindRules: [{ of: ['uk-nhs-number', 'special'], to: ['external'], from: { block: 1 } }],
      fileRules: [{ of: ['zip'], action: 'warn' }],
      wording: {
        rules: [{ rule: 'people-to-own', text: 'Client lists stay here' }],
        note: 'Ask Priya first.',
        links: [{ label: 'How we share', url: 'https://harbourcare.example/sharing' }],
      },
      failModes: { silent: 'hold', store: 'release', orphaned: 'hold', unknownPolicy: 'strict', undeliveredHours: 48 },
      record: { actor: 'domain', recipients: 'full' },
      keys: { sealTo: `${'A'.repeat(43)}=`, policySigner: `${'_-'.repeat(21)}A` },
      policyAddress: 'https://it.harbourcare.example/policy.json',
      language: 'de',
      sites: { personal: ['swap.example'], guarded: ['forms.example'], exempt: ['crm.example'], otherAtMost: 'block' },
      safeCopy: { pseudonyms: true },
      auditOnly: true,
      actor: 'u1234',
      reporting: { url: 'https://dpo.harbourcare.example/in', token: 't', kind: 'collector' },
      ledgerDays: 14,
      retentionDays: 90,
      guidanceUrl: 'https://harbourcare.example/data',
    };
    expect(parsePolicy(raw)).toEqual({ policy: raw, problems: [] });
  });

  it.each([
    [{ auditOnly: 'True' }, { auditOnly: true }],
    [{ auditOnly: 1 }, { auditOnly: true }],
    [{ auditOnly: ' no ' }, { auditOnly: false }],
    [{ retentionDays: ' 30 ' }, { retentionDays: 30 }],
    [{ version: 7 }, { version: '7' }],
    [
      { internalDomains: 'A.example, *.b.example; @c.example d.example' },
      { internalDomains: ['a.example', 'b.example', 'c.example', 'd.example'] },
    ],
    [{ internalDomains: '["a.example"]' }, { internalDomains: ['a.example'] }],
    [{ internalDomains: ['Bücher.example.'] }, { internalDomains: ['xn--bcher-kva.example'] }],
    [{ thresholds: '{"own":{"block":"3"}}' }, { thresholds: { ...strictDefault.thresholds, own: { block: 3 } } }],
    [{ unreadable: { external: 'BLOCK' } }, { unreadable: { ...strictDefault.unreadable, external: 'block' } }],
    [
      { partners: [{ ...partner, categories: 'contact, financial' }] },
      { partners: [{ ...partner, categories: ['contact', 'financial'] }] },
    ],
    [{ itContact: { name: 'Desk' } }, { itContact: { name: 'Desk', email: '', phone: '' } }],
    [{ reporting: { url: 'http://localhost:8080/in' } }, { reporting: { url: 'http://localhost:8080/in' } }],
    [{ reporting: { url: 'http://127.0.0.1:8080/in' } }, { reporting: { url: 'http://127.0.0.1:8080/in' } }],
    [{ deputy: null }, {}],
    ['{"auditOnly":true}', { auditOnly: true }],
  ])('reads the spelling of %j without a word', (raw, expected) => {
    expect(parsePolicy(raw)).toEqual({ policy: { ...strictDefault, ...expected }, problems: [] });
  });

  it('keeps what is right beside what is wrong', () => {
    const { policy, problems } = parsePolicy({
      internalDomains: ['a.example', 'b c', 'd.example'],
      partners: [{ ...partner, agreement: 'friend' }, partner],
      thresholds: { external: { warn: 1, block: 'x' }, own: { block: 2 } },
    });
    expect(policy.internalDomains).toEqual(['a.example', 'd.example']);
    expect(policy.partners).toEqual([partner]);
    expect(policy.thresholds.external).toEqual({ warn: 1, justify: 25, block: 250 });
    expect(policy.thresholds.own).toEqual({ block: 2 });
    expect(problems.map(({ key }) => key)).toEqual([
      'internalDomains[1]',
      'partners[0].agreement',
      'thresholds.external.block',
      'thresholds.external',
    ]);
  });

  it.each([
    { code: 'court', label: 'A court asked', checklist: ['I have the order.', ''] },
    { code: 'court', label: 'A court asked', checklists: ['I have the order.'] },
  ])('leaves out a reason whose checklist would be lost: %j', (reason) => {
    const kept = { code: 'other', label: 'Another reason' };
    const { policy, problems } = parsePolicy({ reasons: [reason, kept] });
    expect(policy.reasons).toEqual([kept]);
    expect(problems).toHaveLength(1);
  });

  it('lets IT insist that a provider is the firm’s own', () => {
    const { policy, problems } = parsePolicy({
      internalDomains: ['zen.co.uk'],
      personalProviders: { remove: ['zen.co.uk'] },
    });
    expect(policy.internalDomains).toEqual(['zen.co.uk']);
    expect(problems).toEqual([]);
  });

  it('says what was meant, and the way out', () => {
    expect(parsePolicy({ internalDomain: [] }).problems).toEqual([
      { key: 'internalDomain', problem: 'No setting has this name. Did you mean internalDomains?' },
    ]);
    expect(parsePolicy({ unreadable: { own: 'permit' } }).problems).toEqual([
      {
        key: 'unreadable.own',
        problem: '"permit" is none of allow, warn, justify, block. The strict default holds until this is put right.',
      },
    ]);
  });

  it('never repeats long values, secrets or who someone is', () => {
    const secret = 'canary-7f3a';
    const raw = {
      reporting: { url: `ftp://${secret}`, token: [secret] },
      actor: { name: secret },
      firm: { name: `${secret}${'x'.repeat(500)}` },
      guidanceUrl: `${secret}${'y'.repeat(60)}`,
    };
    const { problems } = parsePolicy(raw);
    expect(problems.length).toBeGreaterThanOrEqual(4);
    expect(JSON.stringify(problems)).not.toContain(secret);
  });

  it('is not fooled by names every object has', () => {
    const raw = JSON.parse('{"__proto__":{"auditOnly":true},"constructor":1,"thresholds":{"__proto__":{"own":{}}}}');
    const { policy, problems } = parsePolicy(raw);
    expect(policy).toEqual(strictDefault);
    expect(problems.map(({ key }) => key)).toEqual(['__proto__', 'constructor', 'thresholds.__proto__']);
  });

  it('makes a policy out of anything, with short lines', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const some = fc.record(Object.fromEntries(Object.keys(policySchema.entries).map((key) => [key, value])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(fc.oneof(value, some), (raw) => {
        const { policy, problems } = parsePolicy(raw);
        expect(v.is(policySchema, policy)).toBe(true);
        for (const { key, problem } of problems) expect(key.length + problem.length).toBeLessThan(400);
      }),
    );
  });

  it.each(malformed)('reads its own answer to %s as it stands', (_, raw) => {
    const { policy } = parsePolicy(raw);
    expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ policy, problems: [] });
  });

  it('is nowhere laxer when any one setting of a full policy is garbage', () => {
    const garbage = [-1, 1.5, 'lots?', { a: 1 }, [[]], '\u0000', 'x'.repeat(3000), true];
    const failures: string[] = [];
    for (const path of pathsOf(strictDefault))
      for (const value of garbage) {
        const { policy } = parsePolicy(replaced(strictDefault, path, value));
        if (path[0] !== 'auditOnly' || value !== true)
          if (laxer(policy) > 0) failures.push(`${path.join('.')}=${JSON.stringify(value)}`);
      }
    expect(failures).toEqual([]);
  }, 30_000);
});

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key])),
  ];
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: unknown = structuredClone(value);
  const holder = copy as Record<string, unknown>;
  holder[key] = replaced(holder[key], rest, by);
  return holder;
}
