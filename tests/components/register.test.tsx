import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Register } from '@/components/register/Register.tsx';
import { linesAtOnce } from '@/components/register/RowTable.tsx';
import type { RegisterPorts } from '@/components/register/register-store.ts';
import { type Envelope, envelopeOf } from '@/incidents/envelope.ts';
import { toJson } from '@/incidents/export.ts';
import { importEntries } from '@/incidents/import.ts';
import type { PolicyInForce } from '@/platform/messages.ts';
import { strictDefault } from '@/policy/default.ts';
import { chainOf, idOf, incidentOf, journalOf } from './entries.ts';
import { translateIn } from './messages.ts';
import { field, named, press, pressKey, render, type, wait } from './render.tsx';

const t = translateIn('en');
const inForce: PolicyInForce = { policy: strictDefault, source: 'default', hash: '', problems: [], settled: true };
const intact = { chain: 'intact', entries: 0 } as const;

interface Saved {
  name: string;
  type: string;
  text: string;
}

beforeEach(() => {
  location.hash = '';
});

async function show(change: Partial<RegisterPorts> = {}, count = 10) {
  const saved: Saved[] = [];
  const kept: Envelope[] = [];
  const entries = await journalOf(count);
  const ports = {
    list: async () => ({ entries, health: intact }),
    imported: async () => [...kept],
    keep: async (envelopes: Envelope[]) => kept.push(...envelopes) > 0,
    policy: async (): Promise<PolicyInForce> => inForce,
    delivery: async () => ({ to: 'address', host: 'dpo.firm.example', waiting: 0 }) as const,
    deliverNow: async () => undefined,
    testDelivery: async () => undefined,
    mask: (text: string) => text,
    record: async () => true,
    copy: async () => {},
    extensionVersion: '0.1.0',
    now: () => Date.UTC(2026, 10, 21),
    save: (file: Saved) => void saved.push(file),
    print: () => {},
    ...change,
  };
  const container = await render(<Register t={t} ports={ports} />);
  await wait(() => vi.waitFor(() => expect(container.querySelector('[aria-busy]')).toBeNull()));
  return { container, saved, kept, entries };
}

const lines = (container: HTMLElement) => [...container.querySelectorAll<HTMLElement>('button.line')];
const captions = (container: HTMLElement) =>
  [...container.querySelectorAll('caption')].map(({ textContent }) => textContent);

describe('the list', () => {
  it('keeps near misses apart from what left, and from reports', async () => {
    const { container } = await show();
    expect(captions(container)).toEqual(['Left the firm (3)', 'Near misses (7)', 'Reports (1)']);
  });

  it('counts a message that did not go after all as a near miss', async () => {
    const sent = await show({ list: async () => ({ entries: (await journalOf(10)).slice(0, 10), health: intact }) });
    expect(captions(sent.container)).toEqual(['Left the firm (4)', 'Near misses (6)']);
  });

  it('draws a large register some lines at a time', async () => {
    const { container } = await show({}, 1000);
    expect(container.querySelectorAll('table:first-of-type tbody tr').length).toBeLessThanOrEqual(3 * linesAtOnce);
    const before = lines(container).length;
    await press(container.querySelector('button.more')!);
    expect(lines(container).length).toBe(before + linesAtOnce);
  });

  it('goes from line to line by arrow keys', async () => {
    const { container } = await show();
    const near = [...container.querySelectorAll('table')][1]!.querySelectorAll<HTMLElement>('button.line');
    near[0]!.focus();
    await pressKey('ArrowDown');
    expect(document.activeElement).toBe(near[1]);
    await pressKey('ArrowUp');
    await pressKey('ArrowUp');
    expect(document.activeElement).toBe(near[0]);
  });

  it('says that nothing is recorded, and when something will be', async () => {
    const { container } = await show({ list: async () => ({ entries: [], health: intact }) });
    expect(container.textContent).toContain(t('register_empty'));
    expect(container.querySelector('table')).toBeNull();
  });

  it('says that it could not be read, and reads again', async () => {
    let isThere = false;
    const { container } = await show({
      list: async () => (isThere ? { entries: [], health: intact } : undefined),
    });
    expect(container.textContent).toContain(t('register_failed'));
    isThere = true;
    await press(named(container, t('register_again')));
    expect(container.textContent).toContain(t('register_empty'));
  });

  it.each([
    ['broken', 4, t('register_chain_broken_all', ['4'])],
    ['lost', undefined, t('register_chain_lost_all')],
  ] as const)('says that the chain is %s', async (chain, firstBad, said) => {
    const entries = await journalOf(5);
    const health = { chain, entries: 7, ...(firstBad ? { firstBad } : {}) };
    const { container } = await show({ list: async () => ({ entries, health }) });
    expect(container.querySelector('[role="alert"]')?.textContent).toContain(said);
    const unverified = container.textContent?.split(t('register_line_broken')).length ?? 0;
    expect(unverified - 1).toBe(firstBad ? 3 : 0);
  });
});

describe('the filter', () => {
  const cases: [string, string, number][] = [
    [t('register_search'), 'rival.example', 3],
    [t('register_search'), 'no such word', 0],
    [t('register_destination'), 'own', 4],
    [t('register_action'), 'block', 4],
    [t('register_outcome'), 'left', 3],
    [t('register_from'), '2026-10-03', 0],
    [t('register_to'), '2026-09-29', 0],
    [t('register_to'), '2026-10-03', 11],
  ];
  it.each(cases)('%s “%s” leaves %i lines', async (label, value, left) => {
    const { container } = await show();
    await type(field(container, label), value);
    expect(lines(container)).toHaveLength(left);
    expect(container.textContent).toContain(t('register_shown', [String(left), '11']));
    await press(named(container, t('register_clear')));
    expect(lines(container)).toHaveLength(11);
  });
});

describe('the detail', () => {
  it('shows every stored field of an incident', async () => {
    const { container } = await show();
    const incident = incidentOf(1);
    await type(field(container, t('register_search')), incident.id);
    await press(lines(container)[0]!);
    const text = container.querySelector('dialog')?.textContent ?? '';
    const said = [
      incident.actor.value,
      incident.place.host,
      'gmail.com',
      incident.reason!.text,
      'txt (really zip), 2 kB: it is protected with a password',
      t('rule_people_to_personal'),
      t('register_sent_not_sent'),
      'ab12',
      'entry 2 of its chain, unchanged since it was recorded',
      incident.policy.version,
      incident.id,
      t('reason_agreed_work'),
    ];
    expect(said.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('closes again', async () => {
    const { container } = await show();
    await press(lines(container)[0]!);
    await press(named(container, t('register_close')));
    expect(container.querySelector('dialog')).toBeNull();
  });

  it('shows a report in its own words', async () => {
    const { container } = await show();
    await press(lines(container).at(-1)!);
    expect(container.querySelector('dialog')?.textContent).toContain('a letter with one order went to the neighbour');
  });
});

describe('taking it elsewhere', () => {
  it('saves what is shown as JSON that another register reads, later word on it included', async () => {
    const { container, saved } = await show();
    await type(field(container, t('register_search')), idOf(1));
    await press(named(container, t('register_export_json')));
    const { entries, problems } = importEntries(saved[0]!.text);
    expect(problems).toEqual([]);
    expect(entries.map((one) => one.type)).toEqual(['incident', 'amendment']);
    expect(saved[0]!.name).toBe('gatehouse-register-2026-11-21.json');
  });

  it('saves what is shown as CSV', async () => {
    const { container, saved } = await show();
    await type(field(container, t('register_destination')), 'own');
    await press(named(container, t('register_export_csv')));
    expect(saved[0]!.text.trim().split('\r\n')).toHaveLength(1 + 4);
  });
});

describe('import', () => {
  const foreign = async (...numbers: number[]) => {
    const incidents = numbers.map((number) =>
      incidentOf(number, { actor: { value: 'kim@firm.example', from: 'account' } }),
    );
    const chain = await chainOf(incidents.map((incident) => ({ type: 'incident', incident })));
    return chain.map((one) => envelopeOf(one, '0.1.0'));
  };
  const bringIn = async (container: HTMLElement, text: string) => {
    await type(field(container, t('register_import_text')), text);
    await press(named(container, t('register_import_do')));
    await wait(() =>
      vi.waitFor(() => expect(container.querySelector('.import [role="status"]')?.textContent).not.toBe('')),
    );
  };

  it('keeps what is new, says from whom, and leaves what is known', async () => {
    const { container, kept } = await show();
    await bringIn(container, toJson(await foreign(3, 500, 501), 0));
    expect(kept.map(({ id }) => id)).toEqual([idOf(500), idOf(501)]);
    expect(container.textContent).toContain('2 entries are new. 1 was known already.');
    expect(container.textContent).toContain('kim@firm.example: 3 entries');
    expect(container.textContent).toContain('13 of 13 shown');
  });

  it('marks an entry that was changed after it was recorded', async () => {
    const [envelope] = await foreign(600);
    const changed = structuredClone(envelope!);
    if (changed.entry.type === 'incident')
      changed.entry.incident.people.estimate = changed.entry.incident.people.max = 3;
    if (changed.entry.type === 'incident') changed.entry.incident.people.min = 3;
    const { container } = await show();
    await bringIn(container, toJson([changed], 0));
    expect(container.textContent).toContain(t('register_line_broken'));
  });

  it('says what could not be read', async () => {
    const { container, kept } = await show();
    await bringIn(container, 'Dear all, see below');
    expect(kept).toEqual([]);
    expect(container.querySelector('.import .problem')?.textContent).toContain('no Gatehouse records');
  });

  it('says so when it cannot be stored', async () => {
    const { container } = await show({ keep: async () => false });
    await bringIn(container, toJson(await foreign(500), 0));
    expect(container.textContent).toContain(t('register_import_failed'));
  });
});

describe('the other parts of the page', () => {
  it.each([
    ['report', t('report_what')],
    ['status', t('delivery_well', ['dpo.firm.example'])],
    ['about', t('about_never_text')],
    ['anything-else', t('register_search')],
  ])('#%s is shown by its address', async (hash, said) => {
    location.hash = hash;
    const { container } = await show();
    await wait(() => vi.waitFor(() => expect(container.textContent).toContain(said)));
    expect(container.querySelectorAll('[aria-current="page"]')).toHaveLength(1);
  });

  it('shows a report in the list as soon as it is stored, and what was recorded meanwhile', async () => {
    let known = 3;
    const { container } = await show({
      list: async () => ({ entries: (await journalOf(9)).slice(0, known), health: intact }),
    });
    expect(lines(container)).toHaveLength(3);
    known = 4;
    await wait(async () => window.dispatchEvent(new Event('focus')));
    await wait(() => vi.waitFor(() => expect(lines(container)).toHaveLength(4)));
    known = 11;
    location.hash = 'report';
    await wait(() => vi.waitFor(() => expect(container.querySelector('.report')).not.toBeNull()));
    await type(container.querySelector('textarea')!, 'a letter went astray');
    await press(named(container, t('report_submit')));
    location.hash = 'incidents';
    await wait(() => vi.waitFor(() => expect(lines(container)).toHaveLength(10)));
  });

  it('says on every part that nobody is told', async () => {
    const { container } = await show({ delivery: async () => ({ to: 'nowhere', host: '', waiting: 0 }) });
    expect(container.querySelector('.untold')?.textContent).toContain(t('delivery_nowhere'));
  });
});
