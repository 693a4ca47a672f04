import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strictDefault } from '../../policy/default.ts';
import { evaluate } from '../../policy/evaluate.ts';
import type { Destination, Facts } from '../../policy/facts.ts';
import type { Policy } from '../../policy/schema.ts';
import { type Action, actions } from '../../policy/verdict.ts';
import { addressOf, draft, everyDraft, now, recipients, recording, strictness, unread } from './draft-facts.ts';

const policy: Policy = {
  ...strictDefault,
  partners: [
    {
      domain: 'payroll.example',
      agreement: 'processor',
      reference: 'A1',
      expires: '2027-03-31',
      categories: ['contact', 'identity'],
    },
  ],
};

const judge = (facts: Facts, by: Policy = policy) => evaluate(facts, by, now);
const action = (facts: Facts, by: Policy = policy) => judge(facts, by).action;
const ruleIds = (facts: Facts) => judge(facts).because.map(({ rule }) => rule);

describe('the strict default, people', () => {
  it.each<[Destination, number, Action]>([
    ['internal', 957, 'allow'],
    ['partner', 957, 'allow'],
    ['external', 0, 'allow'],
    ['external', 4, 'allow'],
    ['external', 5, 'warn'],
    ['external', 24, 'warn'],
    ['external', 25, 'justify'],
    ['external', 249, 'justify'],
    ['external', 250, 'block'],
    ['personal', 1, 'allow'],
    ['personal', 2, 'warn'],
    ['personal', 4, 'warn'],
    ['personal', 5, 'justify'],
    ['personal', 49, 'justify'],
    ['personal', 50, 'block'],
    ['own', 1, 'allow'],
    ['own', 2, 'warn'],
    ['own', 4, 'warn'],
    ['own', 5, 'block'],
    ['own', 957, 'block'],
  ])('to %s: %i people → %s', (destination, count, expected) => {
    const verdict = judge(draft(count, [addressOf[destination]]));
    expect(verdict.action).toBe(expected);
    expect(verdict.destination).toBe(destination);
    expect(verdict.because).toEqual(
      expected === 'allow' ? [] : [{ rule: `people-to-${destination}`, action: expected }],
    );
    expect(verdict.enforced).toBe(true);
  });

  it('adds those already sent to own and personal addresses, and to nobody else', () => {
    const history = { own: 4, personal: 40, external: 900 };
    expect(action(draft(1, [addressOf.own], { history }))).toBe('block');
    expect(action(draft(10, [addressOf.personal], { history }))).toBe('block');
    expect(action(draft(4, [addressOf.external], { history }))).toBe('allow');
  });

  it('adds nothing to a draft that is about nobody', () => {
    expect(action(draft(0, [addressOf.own], { history: { own: 900 } }))).toBe('allow');
  });
});

describe('the strict default, pictures in a document that was read', () => {
  const illustrated = { ...recording, extension: 'docx', type: 'docx', readable: true };
  it.each<[string, typeof illustrated, Destination, Action]>([
    ['an illustrated offer to a client', illustrated, 'external', 'allow'],
    ['perhaps a screen grab on its way home', illustrated, 'own', 'justify'],
    ['a recording beside a text in an archive', { ...illustrated, extension: 'zip', type: 'zip' }, 'external', 'warn'],
  ])('%s', (_, file, destination, expected) => {
    expect(action(draft(0, [addressOf[destination]], { files: [file] }))).toBe(expected);
  });
});

describe('the strict default, sensitive data', () => {
  it.each<[Destination, number, Action]>([
    ['internal', 50, 'allow'],
    ['partner', 50, 'allow'],
    ['external', 1, 'justify'],
    ['external', 9, 'justify'],
    ['external', 10, 'block'],
    ['personal', 1, 'justify'],
    ['personal', 10, 'block'],
    ['own', 1, 'block'],
  ])('to %s: %i people with any of it → %s', (destination, count, expected) => {
    for (const flag of ['special', 'criminal', 'financial', 'identityDocument'] as const)
      expect(action(draft(count, [addressOf[destination]], { flags: { [flag]: count } }))).toBe(expected);
  });

  it('counts people with one sensitive kind each together, and nobody twice beyond how many there are', () => {
    expect(action(draft(12, [addressOf.external], { flags: { special: 6, financial: 6 } }))).toBe('block');
    expect(action(draft(4, [addressOf.external], { flags: { special: 4, financial: 4, criminal: 4 } }))).toBe(
      'justify',
    );
  });

  it('leaves purchases and children out of it', () => {
    expect(action(draft(1, [addressOf.own], { flags: { purchase: 1, child: 1 } }))).toBe('allow');
  });
});

describe('the strict default, what cannot be read', () => {
  it.each<[Destination, Action, Action]>([
    ['internal', 'allow', 'allow'],
    ['partner', 'allow', 'allow'],
    ['external', 'warn', 'warn'],
    ['personal', 'justify', 'justify'],
    ['own', 'block', 'justify'],
  ])('to %s: an unread file → %s, a recording → %s', (destination, forUnread, forMedia) => {
    const to = [addressOf[destination]];
    expect(action(draft(0, to, { files: [unread] }))).toBe(forUnread);
    expect(action(draft(0, to, { files: [{ ...unread, readable: true, unreadable: 'too-deep' }] }))).toBe(forUnread);
    expect(action(draft(0, to, { files: [{ extension: '', type: 'unknown', size: 0, readable: false }] }))).toBe(
      forUnread,
    );
    expect(action(draft(0, to, { bodyUnreadable: 'time-out' }))).toBe(forUnread);
    expect(action(draft(0, to, { files: [recording] }))).toBe(forMedia);
  });

  it('lets a file that was read go', () => {
    expect(
      action(draft(0, [addressOf.own], { files: [{ extension: 'csv', type: 'csv', size: 9, readable: true }] })),
    ).toBe('allow');
  });
});

describe('recipients who see each other', () => {
  const firms = (count: number) => Array.from({ length: count }, (_, index) => `ann@firm${index}.example`);

  it.each<[number, Action]>([
    [9, 'allow'],
    [10, 'warn'],
    [49, 'warn'],
    [50, 'justify'],
  ])('%i outsiders of several firms → %s', (count, expected) => {
    const verdict = judge(draft(0, firms(count)));
    expect(verdict.action).toBe(expected);
    if (expected !== 'allow') expect(verdict.because[0]?.rule).toBe('visible-recipients');
  });

  it('counts private addresses, and To and Cc together', () => {
    const to = recipients(Array.from({ length: 5 }, (_, index) => `client${index}@gmail.com`));
    const cc = recipients(
      Array.from({ length: 5 }, (_, index) => `client${index}@btinternet.com`),
      'cc',
    );
    expect(action(draft(0, [], { recipients: [...to, ...cc] }))).toBe('warn');
  });

  it.each([
    ['in Bcc', recipients(firms(60), 'bcc')],
    ['of one firm', recipients(Array.from({ length: 60 }, (_, index) => `p${index}@team${index % 2}.client.example`))],
    ['inside', recipients(Array.from({ length: 60 }, (_, index) => `p${index}@harbourcare.example`))],
    ['of a partner', recipients(Array.from({ length: 60 }, (_, index) => `p${index}@payroll.example`))],
    ['written twice', recipients(Array.from({ length: 60 }, (_, index) => `p@firm${index % 9}.example`))],
  ])('says nothing of those %s', (_, list) => {
    expect(action(draft(0, [], { recipients: list }))).toBe('allow');
  });
});

describe('several destinations', () => {
  it('judges by the strictest and reports the first of own, personal, external, partner, internal', () => {
    const all = [addressOf.internal, addressOf.partner, addressOf.external, addressOf.personal, addressOf.own];
    const verdict = judge(draft(30, all));
    expect(verdict.action).toBe('block');
    expect(verdict.destination).toBe('own');
    expect(verdict.because).toEqual([
      { rule: 'people-to-own', action: 'block' },
      { rule: 'people-to-personal', action: 'justify' },
      { rule: 'people-to-external', action: 'justify' },
    ]);
    expect(verdict.recipients.map(({ destination }) => destination)).toEqual([
      'internal',
      'partner',
      'external',
      'personal',
      'own',
    ]);
    for (const count of [1, 2, 3, 4])
      expect(judge(draft(0, all.slice(0, count))).destination).toBe(
        ['internal', 'partner', 'external', 'personal'][count - 1],
      );
  });

  it.each([
    ['a copy to oneself in Bcc', addressOf.own, 'block'],
    ['a plus-address of one’s own', 'john.smith+work@gmail.com', 'block'],
    ['one outsider among insiders', addressOf.personal, 'justify'],
    ['a look-alike of the firm', 'bob@harbuorcare.example', 'justify'],
    ['a contact group that cannot be looked into', 'My friends', 'justify'],
  ] as const)('is not fooled by %s', (_, hidden, expected) => {
    const inside = recipients(Array.from({ length: 20 }, (_unused, index) => `colleague${index}@harbourcare.example`));
    expect(action(draft(30, [], { recipients: [...inside, ...recipients([hidden], 'bcc')] }))).toBe(expected);
  });

  it('takes no recipient, and one who is no address, for external', () => {
    for (const to of [[], ['Sales team']])
      expect(judge(draft(25, to))).toMatchObject({ action: 'justify', destination: 'external' });
  });
});

describe('partners', () => {
  it('may not have what the agreement does not cover, and the verdict says so', () => {
    const facts = draft(30, [addressOf.partner], {
      kinds: [{ kind: 'iban', category: 'financial', matches: 30, distinct: 30 }],
      flags: { financial: 30 },
    });
    const verdict = judge(facts);
    expect(verdict).toMatchObject({ action: 'block', destination: 'external' });
    expect(verdict.because.map(({ rule }) => rule)).toEqual([
      'sensitive-to-external',
      'partner-beyond-agreement',
      'people-to-external',
    ]);
    expect(verdict.recipients).toEqual([{ address: addressOf.partner, field: 'to', destination: 'external' }]);
  });

  it('may have data about nobody whatever its category', () => {
    const kinds = [{ kind: 'iban', category: 'financial' as const, matches: 1, distinct: 1 }];
    expect(action(draft(0, [addressOf.partner], { kinds }))).toBe('allow');
  });

  it('stop counting when the agreement has run out', () => {
    const later = Date.parse('2027-04-01T00:00:00Z');
    const verdict = evaluate(draft(25, [addressOf.partner]), policy, later);
    expect(verdict).toMatchObject({ action: 'justify', destination: 'external' });
    expect(verdict.because.map(({ rule }) => rule)).toEqual(['people-to-external', 'partner-agreement-expired']);
    expect(evaluate(draft(0, [addressOf.partner]), policy, later).because).toEqual([]);
  });
});

describe('a domain that looks like the firm’s', () => {
  const to = ['ann@harborcare.example'];

  it('is pointed out as soon as the draft is about anyone, and not before', () => {
    expect(ruleIds(draft(0, to))).toEqual([]);
    expect(judge(draft(1, to))).toMatchObject({
      action: 'warn',
      because: [{ rule: 'look-alike-domain', action: 'warn' }],
    });
    expect(ruleIds(draft(300, to))).toEqual(['people-to-external', 'look-alike-domain']);
    expect(ruleIds(draft(0, to, { files: [unread] }))).toEqual(['unreadable-to-external', 'look-alike-domain']);
  });
});

describe('attaching, dropping and pasting', () => {
  it.each(['attach', 'drop', 'paste'] as const)('on a work account, %s holds only what Send would block', (trigger) => {
    expect(action(draft(249, [], { trigger }))).toBe('allow');
    expect(judge(draft(250, [], { trigger }))).toMatchObject({ action: 'block', destination: 'external' });
    expect(action(draft(0, [], { trigger, files: [unread] }))).toBe('allow');
    expect(action(draft(4, [addressOf.own], { trigger }))).toBe('allow');
    expect(action(draft(5, [addressOf.own], { trigger }))).toBe('block');
    expect(action(draft(957, [addressOf.internal], { trigger }))).toBe('allow');
  });

  it.each(['attach', 'drop', 'paste'] as const)(
    'in a private account, %s has already left: judged as personal',
    (trigger) => {
      const inPrivate = { trigger, sender: 'someone@gmail.com' };
      const unshown = { trigger, sender: '', host: 'www.icloud.com' };
      expect(judge(draft(2, [], inPrivate))).toMatchObject({ action: 'warn', destination: 'personal' });
      expect(judge(draft(2, [], unshown))).toMatchObject({ action: 'warn', destination: 'personal' });
      expect(judge(draft(2, [], { ...unshown, host: 'mail.google.com' }))).toMatchObject({ destination: 'external' });
      expect(action(draft(5, [], inPrivate))).toBe('justify');
      expect(action(draft(50, [], inPrivate))).toBe('block');
      expect(action(draft(0, [], { ...inPrivate, files: [unread] }))).toBe('justify');
      expect(action(draft(50, ['ann@client.example'], inPrivate))).toBe('block');
    },
  );

  it.each(['ann@client.example', addressOf.internal])('in a private account, sent to %s: judged as personal', (to) => {
    const inPrivate = { trigger: 'send' as const, sender: 'someone@gmail.com' };
    expect(judge(draft(2, [to], inPrivate))).toMatchObject({ action: 'warn', destination: 'personal' });
    expect(action(draft(50, [to], inPrivate))).toBe('block');
    expect(action(draft(0, [to], inPrivate))).toBe('allow');
    expect(action(draft(1, [to], inPrivate))).toBe('allow');
  });
});

describe('uploads to sites', () => {
  const upload = (count: number, site: string) => draft(count, [], { site, trigger: 'upload' });

  it('asks at most for a reason at a site on no list, unless policy says more', () => {
    expect(judge(upload(957, 'forms.client.example'))).toMatchObject({ action: 'justify', destination: 'external' });
    expect(
      action(upload(957, 'forms.client.example'), { ...policy, sites: { ...policy.sites, otherAtMost: 'block' } }),
    ).toBe('block');
    expect(
      action(upload(957, 'forms.client.example'), { ...policy, sites: { ...policy.sites, otherAtMost: 'allow' } }),
    ).toBe('allow');
  });

  it.each<[string, Destination, Action]>([
    ['portal.harbourcare.example', 'internal', 'allow'],
    ['app.payroll.example', 'partner', 'allow'],
    ['wetransfer.com', 'personal', 'block'],
    ['chatgpt.com', 'personal', 'block'],
  ])('judges 957 people to %s as %s: %s', (site, destination, expected) => {
    expect(judge(upload(957, site))).toMatchObject({ action: expected, destination });
  });
});

it('audit only says what would have happened, and holds nothing', () => {
  expect(judge(draft(957, [addressOf.own]), { ...policy, auditOnly: true })).toMatchObject({
    action: 'block',
    enforced: false,
  });
});

it.each([
  ['a client’s own details to that client', draft(0, ['kate.brown@gmail.com'])],
  ['one person mentioned to a firm', draft(1, [addressOf.external])],
  [
    'a company’s address in a quote',
    draft(0, [addressOf.external], { kinds: [{ kind: 'uk-postcode', category: 'location', matches: 1, distinct: 1 }] }),
  ],
  [
    'a CV sent by its owner',
    draft(0, [addressOf.external], { files: [{ extension: 'pdf', type: 'pdf', size: 9, readable: true }] }),
  ],
  ['a team mail inside', draft(40, [addressOf.internal, 'bob@harbourcare.example'])],
])('ordinary mail goes without a prompt: %s', (_, facts) => {
  expect(judge(facts)).toMatchObject({ action: 'allow', because: [] });
});

describe('laws', () => {
  const count = fc.integer({ min: 0, max: 1000 });
  const address = fc.constantFrom(
    ...Object.values(addressOf),
    'ann@harborcare.example',
    'Sales team',
    'bob@other.example',
    'kim@yahoo.co.uk',
  );
  const trigger = fc.constantFrom('send' as const, 'attach' as const, 'paste' as const);
  const files = fc.subarray([unread, recording]);

  it('more people never make the action laxer', () => {
    fc.assert(
      fc.property(
        count,
        count,
        fc.array(address, { maxLength: 6 }),
        trigger,
        files,
        fc.constantFrom(undefined, 'forms.client.example'),
        (fewer, more, to, how, sent, site) => {
          const circumstances = { trigger: how, files: sent, ...(site ? { site } : {}) };
          const before = action(draft(fewer, to, { ...circumstances, flags: { special: fewer } }));
          const after = action(draft(fewer + more, to, { ...circumstances, flags: { special: fewer + more } }));
          expect(strictness(after)).toBeGreaterThanOrEqual(strictness(before));
        },
      ),
    );
  });

  it('one more outside recipient never makes it laxer', () => {
    fc.assert(
      fc.property(
        count,
        fc.array(address, { maxLength: 12 }),
        fc.constantFrom(addressOf.own, addressOf.personal, addressOf.external, 'Sales team', 'x@z.example'),
        trigger,
        files,
        (people, to, extra, how, sent) => {
          const before = action(draft(people, to, { trigger: how, files: sent }));
          const after = action(draft(people, [...to, extra], { trigger: how, files: sent }));
          expect(strictness(after)).toBeGreaterThanOrEqual(strictness(before));
        },
      ),
    );
  });

  it('the action is the strictest of the rules named, which stand strictest first and never say allow', () => {
    for (const facts of everyDraft()) {
      const { action: taken, because } = judge(facts);
      const order = because.map((rule) => actions.indexOf(rule.action));
      expect(order).toEqual([...order].sort((a, b) => b - a));
      expect(order).not.toContain(0);
      expect(actions.indexOf(taken)).toBe(Math.max(0, ...order));
      expect(new Set(because.map(({ rule }) => rule)).size).toBe(because.length);
    }
  });

  it('the order of recipients changes neither action nor rules', () => {
    fc.assert(
      fc.property(count, fc.array(address, { maxLength: 8 }), (people, to) => {
        const { action: one, because } = judge(draft(people, to));
        const other = judge(draft(people, [...to].reverse()));
        expect([other.action, other.because]).toEqual([one, because]);
      }),
    );
  });
});
