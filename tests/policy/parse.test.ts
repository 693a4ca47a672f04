import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../policy/canonical.ts';
import { strictDefault } from '../../policy/default.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { type Policy, policySchema } from '../../policy/schema.ts';
import { everyDraft, now, strictness } from './draft-facts.ts';
import { malformed, partner } from './malformed.ts';

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

  it('names what was written and did not arrive, and nothing else', () => {
    const { policy, problems } = parsePolicy({
      version: 'a',
      settings: 'version, thresholds; treshold',
      auditOnly: true,
    });
    expect(problems.map(({ key }) => key)).toEqual(['thresholds', 'treshold']);
    expect(problems[0]!.problem).toMatch(/^It was written and did not arrive.*The strict default holds/);
    expect(policy.thresholds).toEqual(strictDefault.thresholds);
    expect(parsePolicy({ version: 'a', settings: 'version' }).problems).toEqual([]);
    const lost = parsePolicy({ settings: 'reporting', language: 'fr' });
    expect(lost.problems.map(({ key }) => key)).toEqual(['reporting']);
  });

  it('reads a whole policy as it was written', () => {
    const raw = {
      version: '2026-11',
      settings: 'version, firm',
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
