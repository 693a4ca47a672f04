// Two policies compared: each difference named once, and what is called stricter or looser is so for every draft.
import { describe, expect, it } from 'vitest';
import { strictDefault } from '../../policy/default.ts';
import { type Direction, differences } from '../../policy/differences.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { everySetting, settings } from '../../policy/settings.ts';
import { templates } from '../../policy/templates.ts';
import { everyDraft, now, strictness } from './draft-facts.ts';

const policyOf = (values: Record<string, unknown>) => {
  const { policy, problems } = parsePolicy(values);
  expect(problems).toEqual([]);
  return policy;
};

type Row = [change: Record<string, unknown>, path: string, direction: Direction];

const rows: Row[] = [
  [{ thresholds: { external: { warn: 1, justify: 20, block: 200 } } }, 'thresholds.external', 'stricter'],
  [{ thresholds: { external: { warn: 10, justify: 40 } } }, 'thresholds.external', 'looser'],
  [{ thresholds: { external: { warn: 1, justify: 100, block: 250 } } }, 'thresholds.external', 'mixed'],
  [{ thresholds: { internal: { warn: 1 } } }, 'thresholds.internal', 'stricter'],
  [{ sensitive: { own: { block: 1000000 } } }, 'sensitive.own', 'looser'],
  [{ unreadable: { external: 'block' } }, 'unreadable.external', 'stricter'],
  [{ media: { own: 'warn' } }, 'media.own', 'looser'],
  [{ unreadableCauses: { encrypted: { external: 'block' } } }, 'unreadableCauses.encrypted.external', 'stricter'],
  [{ unreadableCauses: { encrypted: { own: 'allow' } } }, 'unreadableCauses.encrypted.own', 'looser'],
  [{ internalDomains: ['harbourcare.example'] }, 'internalDomains', 'mixed'],
  [{ exemptRecipients: [{ recipient: 'client.example', as: 'other' }] }, 'exemptRecipients', 'looser'],
  [{ personalProviders: { add: ['client.example'] } }, 'personalProviders.add', 'stricter'],
  [{ personalProviders: { remove: ['gmail.com'] } }, 'personalProviders.remove', 'looser'],
  [{ kindRules: [{ of: ['email'], from: { block: 1 } }] }, 'kindRules', 'stricter'],
  [{ fileRules: [{ of: ['mp3'], action: 'block' }] }, 'fileRules', 'stricter'],
  [{ sites: { guarded: ['client.example'] } }, 'sites.guarded', 'stricter'],
  [{ sites: { exempt: ['client.example'] } }, 'sites.exempt', 'looser'],
  [{ sites: { otherAtMost: 'block' } }, 'sites.otherAtMost', 'stricter'],
  [{ visibleRecipients: { warn: 5, justify: 20 } }, 'visibleRecipients', 'stricter'],
  [{ ownAddresses: false }, 'ownAddresses', 'looser'],
  [{ auditOnly: true }, 'auditOnly', 'looser'],
  [{ failModes: { store: 'release' } }, 'failModes.store', 'looser'],
  [{ failModes: { unknownPolicy: 'strict' } }, 'failModes.unknownPolicy', 'stricter'],
  [{ ledgerDays: 60 }, 'ledgerDays', 'stricter'],
  [{ reporting: { url: 'https://dpo.example/i' } }, 'reporting', 'stricter'],
  [{ retentionDays: 30 }, 'retentionDays', 'neither'],
  [{ firm: { name: 'A' } }, 'firm.name', 'neither'],
  [{ countries: { allowed: ['GB'] } }, 'countries.allowed', 'stricter'],
];

describe('one difference', () => {
  it.each(rows)('%j', (change, path, direction) => {
    const changed = policyOf(change);
    const found = differences(strictDefault, changed).map((one) => [one.setting.path, one.direction]);
    expect(found).toEqual([[path, direction]]);
    const turned = { stricter: 'looser', looser: 'stricter', mixed: 'mixed', neither: 'neither' }[direction];
    expect(differences(changed, strictDefault).map((one) => one.direction)).toEqual([turned]);
  });

  it.each(rows.filter(([, , direction]) => direction !== 'mixed'))(
    '%j is so for every draft',
    (change, _, direction) => {
      const changed = policyOf(change);
      const wrong = everyDraft().filter((facts) => {
        const [before, after] = [strictDefault, changed].map((policy) => evaluate(facts, policy, now));
        const step = after!.enforced ? strictness(after!.action) - strictness(before!.action) : -1;
        return direction === 'stricter' ? step < 0 : direction === 'looser' ? step > 0 : step !== 0;
      });
      expect(wrong).toEqual([]);
    },
  );

  it('none between a policy and itself, whatever it is called', () => {
    expect(differences(strictDefault, policyOf({ version: 'another' }))).toEqual([]);
  });
});

describe.each(Object.entries(templates))('the template %s', (name, values) => {
  it('is a policy without a mistake', () => policyOf(values));

  it('is looser than the strict default in nothing it does not say', () => {
    const looser = differences(strictDefault, policyOf(values)).filter(({ direction }) => direction === 'looser');
    expect(looser.map(({ setting }) => setting.path)).toEqual(name === 'audit-only' ? ['auditOnly'] : []);
  });

  it('lets go of nothing the strict default would hold', () => {
    const laxer = everyDraft().filter((facts) => {
      const [before, after] = [strictDefault, policyOf(values)].map((policy) => evaluate(facts, policy, now));
      return strictness(after!.action) < strictness(before!.action);
    });
    expect(laxer).toEqual([]);
  });
});

describe('the tree of settings', () => {
  it('has every setting of the schema once, each with a meaning', () => {
    const paths = everySetting().map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(settings.filter(({ meaning }) => meaning === '')).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining(['version', 'partners.expires', 'thresholds.own.warn', 'wording.links.url']),
    );
  });
});
