// The policy page as IT uses it: reading, drafting with undo, trying, comparing, exporting and importing.
import { beforeEach, describe, expect, it } from 'vitest';
import { assess } from '@/assessment/assess.ts';
import type { Assessment, DraftToAssess } from '@/assessment/assessment.ts';
import { shownAt, withValue } from '@/components/policy/draft.ts';
import { PolicyPage } from '@/components/policy/PolicyPage.tsx';
import type { PolicyPorts } from '@/components/policy/policy-store.ts';
import { policySections } from '@/components/policy/sections.ts';
import { meaningKey, meaningOf } from '@/components/policy/setting-words.ts';
import type { PolicyInForce } from '@/platform/messages/messages.ts';
import { strictDefault } from '@/policy/default.ts';
import { parsePolicy } from '@/policy/parse.ts';
import type { Policy } from '@/policy/schema.ts';
import { everySetting, settings } from '@/policy/settings.ts';
import { templates } from '@/policy/templates.ts';
import { exampleInstall, type Values } from '@/rollout/install.ts';
import { type TargetName, targets } from '@/rollout/targets.ts';
import { messagesOf, translateIn } from './messages.ts';
import { named, press, render, type, wait } from './render.tsx';

const t = translateIn('en');
const written = { version: '7', internalDomains: ['firm.example'], thresholds: { own: { block: 1 } } };
const inForce: PolicyInForce = {
  policy: parsePolicy(written).policy,
  source: 'managed',
  hash: '',
  problems: [{ key: 'media.own', problem: '"maybe" is none of allow, warn, justify, block.' }],
  settled: true,
  origins: { version: 'managed', internalDomains: 'signed', 'thresholds.own': 'managed' },
};

beforeEach(() => {
  location.hash = '';
});

async function show(part: string, draft?: Values, change: Partial<PolicyPorts> = {}) {
  location.hash = part;
  const saved: { name: string; text: string }[] = [];
  const kept: Values[] = draft ? [draft] : [];
  const tried: [DraftToAssess, Policy][] = [];
  const ports: PolicyPorts = {
    policy: async () => inForce,
    watch: () => () => {},
    recall: () => kept.at(-1),
    keep: (next) => void kept.push(next),
    assess: async (message, policy) => {
      tried.push([message, policy]);
      return assess(message, policy, { session: 1, now: () => Date.UTC(2026, 10, 21) });
    },
    save: (file) => void saved.push(file),
    install: exampleInstall,
    ...change,
  };
  const container = await render(<PolicyPage t={t} ports={ports} />);
  await wait(async () => {});
  return { container, saved, tried, now: () => kept.at(-1) };
}

async function open(container: ParentNode, ...names: string[]) {
  for (const name of names) {
    const setting = container.querySelector<HTMLDetailsElement>(`#draft-${name}`)!;
    await wait(async () => {
      setting.open = true;
      setting.dispatchEvent(new Event('toggle'));
    });
  }
}

const labelled = (container: ParentNode, label: string, within = '') => {
  const all = [...(within ? container.querySelector(within)! : container).querySelectorAll('label')];
  const found = all.find((one) => one.textContent?.trim() === label);
  return container.querySelector<HTMLInputElement>(`[id="${found?.htmlFor}"]`)!;
};
const text = (element: Element | null) => element?.textContent ?? '';

describe('every setting', () => {
  it('stands in one section', () => {
    const placed = policySections.flatMap((section) => section.settings.map(({ name }) => name));
    expect([...placed].sort()).toEqual(settings.map(({ name }) => name).sort());
  });

  it('has its meaning in the words of the schema, in English', () => {
    const english = messagesOf('en');
    for (const setting of everySetting().filter(({ meaning }) => meaning !== ''))
      if (meaningOf(t, setting)) expect(english[meaningKey(setting.path)]?.message, setting.path).toBe(setting.meaning);
  });

  it('has names in every language for templates, targets and sections', () => {
    const keys = [
      ...['blank', 'in-force', ...Object.keys(templates)].flatMap((name) => [
        `template_${name}`,
        `template_${name}_what`,
      ]),
      ...Object.keys(targets).map((name) => `target_${name}`),
      ...policySections.map(({ id }) => `section_${id}`),
    ].map((key) => `policy_${key.replaceAll('-', '_')}`);
    for (const language of ['en', 'de', 'fr']) expect(keys.filter((key) => !messagesOf(language)[key])).toEqual([]);
  });
});

describe('the policy in force', () => {
  it('is shown with meaning, value, default and where it comes from, and has nothing to edit', async () => {
    const { container } = await show('in-force');
    const of = (name: string) => text(container.querySelector(`[aria-labelledby="in-force-${name}"]`));
    expect(container.querySelectorAll('.setting').length).toBe(settings.length);
    expect(of('internalDomains')).toContain(t('policy_origin_signed'));
    expect(of('internalDomains')).toContain('firm.example');
    expect(of('thresholds')).toContain('held back from 1');
    expect(of('thresholds')).toContain(t('policy_origin_managed'));
    expect(of('retentionDays')).toContain(t('policy_origin_default'));
    expect(of('media')).toContain('"maybe" is none of');
    expect(container.querySelectorAll('main :is(input:not([type=search]), select, textarea)').length).toBe(5 + 2);
    expect(container.querySelector('main > :not([hidden]) :is(select, textarea)')).toBeNull();
  });
});

describe('the draft', () => {
  it('says a mistake at once, beside the field and at the setting, and takes it back step by step', async () => {
    const { container, now } = await show('draft');
    await open(container, 'retentionDays');
    const field = labelled(container, 'retentionDays');
    await type(field, '0');
    expect(now()).toEqual({ retentionDays: 0 });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = field.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => text(container.querySelector(`[id="${id}"]`))).join(' ')).toContain('is below 1 day');
    await type(field, '90');
    expect(now()).toEqual({ retentionDays: 90 });
    expect(field.hasAttribute('aria-invalid')).toBe(false);
    await press(named(container, t('policy_undo')));
    expect(now()).toEqual({ retentionDays: 0 });
    await press(named(container, t('policy_undo')));
    expect(now()).toEqual({});
    await press(named(container, t('policy_redo')));
    expect(now()).toEqual({ retentionDays: 0 });
    await press(container.querySelector('#draft-retentionDays button')!);
    expect(now()).toEqual({});
  });

  it('keeps the levels of a row that are not touched, since the row replaces the default', async () => {
    const { container, now } = await show('draft');
    await open(container, 'thresholds');
    const row = [...container.querySelectorAll('#draft-thresholds .row')].find(
      (one) => text(one.querySelector('legend')) === t('destination_external'),
    )!;
    await type(labelled(row, t('policy_level_warn')), '3');
    expect(now()).toEqual({ thresholds: { external: { warn: 3, justify: 25, block: 250 } } });
    await type(labelled(row, t('policy_level_block')), '');
    expect(now()).toEqual({ thresholds: { external: { warn: 3, justify: 25 } } });
    await type(labelled(row, t('policy_level_warn')), 'many');
    expect(text(container.querySelector('#draft-thresholds'))).toContain('"many" is no number');
  });

  it('adds and removes entries of a list, and names what is missing in one', async () => {
    const { container, now } = await show('draft');
    await open(container, 'partners');
    const add = () => container.querySelector(`[aria-label="${t('policy_add_to', ['partners'])}"]`)!;
    await press(add());
    expect(text(container.querySelector('#draft-partners'))).toContain('"" is no domain name such as firm.example');
    await type(labelled(container, 'domain', '#draft-partners'), 'payroll.example');
    await type(labelled(container, 'reference', '#draft-partners'), 'A 1');
    await type(labelled(container, 'expires', '#draft-partners'), '2027-03-31');
    await press(container.querySelector('#draft-partners [type=checkbox]')!);
    expect(now()).toMatchObject({ partners: [{ domain: 'payroll.example', categories: ['contact'] }] });
    expect(text(container.querySelector('.toolbar'))).toContain(t('policy_no_problems'));
    await press(container.querySelector('#draft-partners .item > .button')!);
    expect(now()).toEqual({ partners: [] });
  });

  it('lets several lines be typed one after another', async () => {
    const { container, now } = await show('draft');
    await open(container, 'internalDomains');
    const field = labelled(container, 'internalDomains');
    for (const typed of ['firm.example', 'firm.example\n', 'firm.example\nfirm.co.uk']) {
      await type(field, typed);
      expect(field.value).toBe(typed);
    }
    expect(now()).toEqual({ internalDomains: ['firm.example', 'firm.co.uk'] });
  });

  it('begins with a template, or with the policy in force without what is default anyway', async () => {
    const { container, now } = await show('draft');
    const from = labelled(container, t('policy_begin')) as unknown as HTMLSelectElement;
    await type(from, 'health');
    await press(named(container, t('policy_begin_do')));
    expect(now()).toEqual(templates.health);
    await type(from, 'in-force');
    await press(named(container, t('policy_begin_do')));
    expect(Object.keys(now()!).sort()).toEqual(['internalDomains', 'thresholds', 'version']);
    expect(parsePolicy(now()).policy).toEqual(inForce.policy);
  });

  it('leaves what it does not know how to show as it was, and says what is wrong with it', async () => {
    const { container, now } = await show('draft', { thresholds: 5, media: { own: 'permit' } } as unknown as Values);
    await open(container, 'thresholds', 'media');
    expect(text(container.querySelector('#draft-thresholds'))).toContain('5 is no group of settings');
    expect(text(container.querySelector('#draft-media'))).toContain('"permit" is none of');
    expect(now()).toEqual({ thresholds: 5, media: { own: 'permit' } });
  });
});

describe('reading a draft by path', () => {
  it.each([
    [{}, 'thresholds.own.block', 5],
    [{ thresholds: { own: { warn: 1 } } }, 'thresholds.own.block', undefined],
    [{ thresholds: { external: { warn: 1 } } }, 'thresholds.own.block', 5],
    [{}, 'reasons[0].code', strictDefault.reasons[0]!.code],
    [{ reasons: [] }, 'reasons[0].code', undefined],
    [{ firm: {} }, 'firm.name', ''],
  ])('%j %s', (draft, path, value) => {
    expect(shownAt(draft, path)).toBe(value);
  });

  it('changes nothing beside what is changed, and leaves the draft it came from alone', () => {
    const before = Object.freeze({
      firm: Object.freeze({ name: 'A' }),
      sites: Object.freeze({ exempt: ['a.example'] }),
    });
    expect(withValue(before, 'sites.otherAtMost', 'block')).toEqual({
      firm: { name: 'A' },
      sites: { exempt: ['a.example'], otherAtMost: 'block' },
    });
    expect(withValue({}, 'reasons[0].label', 'B')).toEqual({
      reasons: [{ ...strictDefault.reasons[0], label: 'B' }, ...strictDefault.reasons.slice(1)],
    });
  });
});

describe('trying it', () => {
  const submit = async (container: HTMLElement, body: string, to: string) => {
    await type(container.querySelector('[name=to]')!, to);
    await type(container.querySelector('[name=body]')!, body);
    const form = container.querySelector('form')!;
    await wait(async () => form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    await wait(async () => {});
  };
  const clients = Array.from(
    { length: 6 },
    (_, at) => `Ann Brown${at}\tann${at}@home.example\t0163296${1000 + at}`,
  ).join('\n');

  it('gives the verdict of the policy in force and of the draft, each with its reasons', async () => {
    const { container, tried } = await show('try', { version: 'x', thresholds: { external: { block: 2 } } });
    await submit(container, clients, 'x@client.example, y@client.example');
    expect(tried.map(([message]) => message.to)).toEqual([
      ['x@client.example', 'y@client.example'],
      ['x@client.example', 'y@client.example'],
    ]);
    const [first, second] = [...container.querySelectorAll('.tried section')];
    expect(text(first!)).toContain(t('policy_try_verdict', [t('action_warn'), t('destination_external')]));
    expect(text(first!)).toContain('people-to-external');
    expect(text(second!)).toContain(t('policy_try_verdict', [t('action_block'), t('destination_external')]));
    expect(container.querySelector('[aria-busy=true]')).toBeNull();
  });

  it('says so when it cannot be read, and keeps nothing of what was typed', async () => {
    const { container, now } = await show('try', undefined, {
      assess: async (): Promise<Assessment> => {
        throw new Error('error');
      },
    });
    await submit(container, clients, 'x@client.example');
    expect(text(container.querySelector('.tried'))).toContain(t('policy_try_failed'));
    expect(now()).toBeUndefined();
  });
});

describe('comparing', () => {
  it('has a row for each difference, with what it does', async () => {
    const { container } = await show('compare', { version: '8', internalDomains: ['firm.example'], auditOnly: true });
    const rows = [...container.querySelectorAll('tbody tr')].map((row) => [
      text(row.querySelector('code')),
      text(row.querySelector('.direction')),
    ]);
    expect(rows).toEqual([
      ['thresholds.own', t('policy_direction_looser')],
      ['auditOnly', t('policy_direction_looser')],
    ]);
  });
});

describe('files', () => {
  it.each(Object.keys(targets) as TargetName[])(
    'what is exported for %s is imported as the same draft',
    async (name) => {
      const { container, saved, now } = await show('files', written);
      await type(container.querySelector('select')!, name);
      for (const button of container.querySelectorAll('.file > button')) await press(button);
      expect(saved.map(({ text: file }) => file)).toEqual(
        targets[name].write(written, exampleInstall).map(({ text: file }) => file),
      );
      const [field] = [...container.querySelectorAll('textarea')].filter((one) => !one.readOnly && one.name !== 'body');
      await type(field!, saved[0]!.text);
      await press(named(container, t('policy_import_do')));
      expect(now()).toEqual(written);
      expect(container.querySelector('[aria-labelledby=import-heading] .problem')).toBeNull();
    },
  );

  it.each([
    ['', /nothing to read/],
    ['hello', /none of the forms/],
    ['[1]', /none of the forms/],
    ['{\n "version": "7",\n "firm" {} }', /line 3, column 9/],
    ['{"version": "7"', /line 1, column 16/],
    ['{"3rdparty":{"extensions":{"a":{},"b":{}}}}', /3rdparty/],
    ['{"auditOnly":"treu","treshold":{}}', /treshold.*Did you mean thresholds.*auditOnly.*neither true nor false/s],
  ])('names what is wrong with %j, and a way out', async (given, said) => {
    const { container } = await show('files');
    const [field] = [...container.querySelectorAll('textarea')].filter((one) => !one.readOnly && one.name !== 'body');
    await type(field!, given);
    await press(named(container, t('policy_import_do')));
    expect(text(container.querySelector('[aria-labelledby=import-heading] [role=status]'))).toMatch(said);
  });
});
