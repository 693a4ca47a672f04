import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FilePorts } from '@/components/register/Incidents.tsx';
import { Register } from '@/components/register/Register.tsx';
import type { RegisterPorts, Settings, Worked } from '@/components/register/register-ports.ts';
import { formatTime, type Translate } from '@/components/words.ts';
import { envelopeOf, type Taken } from '@/incidents/envelope.ts';
import { toJson } from '@/incidents/export.ts';
import { importEntries } from '@/incidents/import.ts';
import type { Change } from '@/incidents/work.ts';
import type { Health, PolicyInForce, StoreHealth } from '@/platform/messages/messages.ts';
import { strictDefault } from '@/policy/default.ts';
import { chainOf, idOf, incidentOf, journalOf, workedOn } from './entries.ts';
import { messagesOf, translateIn } from './messages.ts';
import { field, named, press, pressKey, render, type, wait } from './render.tsx';

const english = messagesOf('en');
const t = translateIn('en');
/** As an extension gives its words: what it does not know comes back as it is. */
const lenient: Translate = (key, substitutions) => (key in english ? t(key, substitutions) : key);
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

/** However busy the machine is: a second is not enough for a large register on one that is. */
const eventually = <Result,>(check: () => Result | Promise<Result>) => vi.waitFor(check, { timeout: 10_000 });
const isRead = (container: HTMLElement) => eventually(() => expect(container.querySelector('[aria-busy]')).toBeNull());

/** `until`: when it is as the test wants it. */
async function show(
  change: Partial<RegisterPorts & Pick<FilePorts, 'save'>> = {},
  count = 10,
  words = t,
  until = isRead,
) {
  const saved: Saved[] = [];
  const kept: Taken[] = [];
  const steps: { about: string; change: Change; by: string }[] = [];
  const keptSettings: Settings[] = [];
  const entries = await journalOf(count);
  const ports = {
    latest: async (): Promise<Taken[]> => [],
    list: async () => ({ entries }),
    health: async (): Promise<StoreHealth> => intact,
    work: async (about: string, change: Change, by: string): Promise<Worked> =>
      steps.push({ about, change, by }) > 0 ? 'stored' : 'failed',
    settings: async () => ({ filters: [], by: 'Jo' }),
    saveSettings: async (settings: Settings) => void keptSettings.push(settings),
    newId: () => idOf(999_999),
    acknowledge: async () => true,
    imported: async (_read?: (share: number) => void): Promise<Taken[] | undefined> => [...kept],
    keep: async (envelopes: Taken[]) => {
      kept.push(...envelopes);
      return { erased: 0 };
    },
    policy: async (): Promise<PolicyInForce> => inForce,
    delivery: async () => ({ to: 'address', host: 'dpo.firm.example', waiting: 0, cases: 0, untold: [] }) as const,
    deliverNow: async () => undefined,
    mailed: async () => undefined,
    told: async () => undefined,
    installation: async () =>
      ({
        gate: false,
        privateWindows: false,
        webmails: [
          { webmail: 'gmail', health: 'degraded', missing: ['send'] },
          { webmail: 'roundcube', health: 'well' },
        ],
        scan: { count: 41, p50: 12, p95: 210 },
      }) as const satisfies Health,
    testDelivery: async () => undefined,
    mask: (text: string) => text,
    record: async () => true,
    askFor: async () => 'nobody' as const,
    erase: async () => undefined,
    copy: async () => {},
    extensionVersion: '0.1.0',
    now: () => Date.UTC(2026, 10, 21),
    save: async (file: Saved) => saved.push(file) > 0,
    print: () => {},
    ...change,
  };
  const container = await render(<Register t={words} ports={ports} />);
  await wait(() => until(container));
  return { container, saved, kept, entries, steps, settings: keptSettings };
}

const lines = (container: HTMLElement) => [...container.querySelectorAll<HTMLElement>('button.line')];
const captions = (container: HTMLElement) =>
  [...container.querySelectorAll('tr.group')].map(({ textContent }) => textContent);

describe('the list', () => {
  it('keeps near misses apart from what left, and from reports', async () => {
    const { container } = await show();
    expect(captions(container)).toEqual(['Left the firm (3)', 'Near misses (7)', 'Reports (1)']);
  });

  it('counts a message that did not go after all as a near miss', async () => {
    const sent = await show({ list: async () => ({ entries: (await journalOf(10)).slice(0, 10) }) });
    expect(captions(sent.container)).toEqual(['Left the firm (4)', 'Near misses (6)']);
  });

  it('says how much of a long register is read, while it is read', async () => {
    let seen: HTMLProgressElement | null = null;
    const { container } = await show({
      async imported(read) {
        read?.(0.4);
        await eventually(() => {
          seen = document.querySelector('progress');
          expect(seen).not.toBeNull();
        });
        return [];
      },
    });
    expect(seen!.value).toBe(0.4);
    expect(seen!.getAttribute('aria-label')).toBe(t('register_loading'));
    expect(container.querySelector('progress')).toBeNull();
  });

  it('shows the latest of a long register while it reads the rest, and saves nothing of a part of it', async () => {
    // The last of them is about one before it: a line less.
    const entries = await journalOf(700);
    const asked: number[] = [];
    let readAll = () => {};
    const { container } = await show(
      {
        async latest(most) {
          asked.push(most);
          return entries.slice(-most).map((one) => envelopeOf(one, '0.1.0'));
        },
        list: () =>
          new Promise((done) => {
            readAll = () => done({ entries });
          }),
      },
      0,
      t,
      (shown) => eventually(() => expect(lines(shown).length).toBeGreaterThan(0)),
    );
    expect(container.querySelector('[aria-busy]')?.textContent).toContain('499');
    expect(container.textContent).toContain('499 of 499 shown');
    for (const all of ['.export', '.import']) expect(container.querySelector(all)).toBeNull();
    location.hash = `entry/${idOf(690)}`;
    await wait(() => eventually(() => expect(container.querySelector('.entry')).not.toBeNull()));
    expect(container.querySelector('.entry [aria-busy]')?.textContent).toContain('499');
    expect([...container.querySelectorAll('.doing form, .doing button')]).toEqual([]);
    const goTo = (part: string) =>
      wait(async () => {
        location.hash = part;
        await eventually(() => expect(container.querySelector('h1')?.textContent).toBe(t(`register_part_${part}`)));
      });
    for (const part of ['charts', 'people', 'papers']) {
      await goTo(part);
      if (part === 'papers') await press(named(container, t('paper_tuning')));
      expect(container.querySelector('[aria-busy]')?.textContent, part).toContain('499');
    }
    await goTo('incidents');
    await wait(async () => {
      readAll();
      await isRead(container);
    });
    expect(container.textContent).toContain('701 of 701 shown');
    for (const all of ['.export', '.import']) expect(container.querySelector(all)).not.toBeNull();
    expect(asked).toEqual([500]);
    location.hash = `entry/${idOf(690)}`;
    await wait(() => eventually(() => expect(container.querySelector('.doing form')).not.toBeNull()));
    expect(container.querySelector('.entry [aria-busy]')).toBeNull();
  });

  it('draws of a large register only what is in sight, and says how long it is', async () => {
    const { container } = await show({}, 3000);
    const table = container.querySelector('table.rows')!;
    expect(lines(container).length).toBeLessThan(80);
    expect(table.getAttribute('aria-rowcount')).toBe(String(3001 + 3 + 1));
    expect(container.textContent).toContain('3,001 of 3,001 shown');
  });

  it('is one stop for Tab, and goes from line to line by keys, over the headings between them', async () => {
    const { container } = await show();
    expect(lines(container).filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    const focused = async (key: string) => {
      await pressKey(key);
      await wait(() => eventually(() => expect(document.activeElement?.classList.contains('line')).toBe(true)));
      await wait(() => new Promise((resume) => setTimeout(resume, 50)));
      return lines(container).indexOf(document.activeElement as HTMLElement);
    };
    lines(container)[2]!.focus();
    expect(await focused('ArrowDown')).toBe(3);
    expect(await focused('ArrowUp')).toBe(2);
    expect(await focused('End')).toBe(10);
    expect(await focused('Home')).toBe(0);
    expect(await focused('ArrowUp')).toBe(0);
  });

  it('is one stop for Tab after another grouping too, where the line last gone to is a heading', async () => {
    const { container } = await show();
    await type(field(container, t('register_group')), 'none');
    lines(container)[2]!.focus();
    await pressKey('Home');
    await type(field(container, t('register_group')), 'class');
    expect(lines(container).filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  });

  it('is sorted by a column, and the other way by pressing it again', async () => {
    const { container } = await show();
    await type(field(container, t('register_group')), 'none');
    const counts = () =>
      [...container.querySelectorAll('tr[data-row] td.number')].map(({ textContent }) => Number(textContent) || 0);
    await press(named(container, t('register_people')));
    expect(counts()).toEqual([...counts()].sort((a, b) => b - a));
    await press(container.querySelector('th[aria-sort] button')!);
    expect(counts()).toEqual([...counts()].sort((a, b) => a - b));
    expect(container.querySelector('th.number')?.getAttribute('aria-sort')).toBe('ascending');
  });

  it.each([
    ['actor', ['sam@firm.example (4)', 'robin@firm.example (4)', 'alex@firm.example (3)']],
    ['none', []],
  ] as const)('is grouped by %s', async (by, headings) => {
    const { container } = await show();
    await type(field(container, t('register_group')), by);
    expect([...captions(container)].sort()).toEqual([...headings].sort());
  });

  it('stands with a time that no calendar shows', async () => {
    const incidents = [Number.MAX_SAFE_INTEGER, 0].map((at, index) => incidentOf(index, { at }));
    const entries = await chainOf(incidents.map((incident) => ({ type: 'incident', incident })));
    const { container } = await show({ list: async () => ({ entries }) });
    expect(lines(container)).toHaveLength(2);
    await wait(async () => {
      location.hash = 'charts';
    });
    await wait(() => eventually(() => expect(container.querySelectorAll('.over-time rect').length).toBeGreaterThan(1)));
  });

  it('says that nothing is recorded, and when something will be', async () => {
    const { container } = await show({ list: async () => ({ entries: [] }) });
    expect(container.textContent).toContain(t('register_empty'));
    expect(container.querySelector('table')).toBeNull();
  });

  it('says that it could not be read, and reads again', async () => {
    let isThere = false;
    const { container } = await show({
      list: async () => (isThere ? { entries: [] } : undefined),
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
    const { container } = await show({ list: async () => ({ entries }), health: async () => health });
    expect(container.querySelector('[role="alert"]')?.textContent).toContain(said);
    const unverified = container.textContent?.split(t('register_line_broken')).length ?? 0;
    expect(unverified - 1).toBe(firstBad ? 3 : 0);
  });
});

describe('the 72 hours in the list', () => {
  const hours = (after: number) => Date.UTC(2026, 9, 1, 20, 0) + after * 3_600_000;
  it.each([
    [1, ['deadline_left', '71'], 'running', ''],
    [50, ['deadline_left', '22'], 'running', 'problem'],
    [75, ['deadline_over_by', '3'], 'over', 'problem'],
  ] as const)('%i hours on are said, filtered and sorted by', async (after, [said, count], is, mark) => {
    const worked = (await workedOn(10)).slice(0, -3);
    const { container } = await show({ list: async () => ({ entries: worked }), now: () => hours(after) });
    const cells = () => [...container.querySelectorAll('td.deadline')].filter((one) => one.textContent);
    const ends = t('deadline_until', [formatTime(t, hours(72))]);
    expect(cells().map(({ textContent }) => textContent)).toEqual([t(said, [count]) + ends]);
    expect(cells()[0]!.querySelector('span')?.className ?? '').toBe(mark);
    // In a narrow window the column is not there.
    const besideTheTime = [...container.querySelectorAll('th.when .overdue')].map(({ textContent }) => textContent);
    expect(besideTheTime).toEqual(is === 'over' ? [t(said, [count]) + ends] : []);
    await type(field(container, t('register_deadline')), is);
    expect(lines(container)).toHaveLength(1);
    await type(field(container, t('register_deadline')), 'not-begun');
    expect(lines(container)).toHaveLength(0);
  });

  it('are sorted by their column', async () => {
    const worked = (await workedOn(10)).slice(0, -3);
    const { container } = await show({ list: async () => ({ entries: worked }) });
    await type(field(container, t('register_group')), 'none');
    await press(named(container, t('register_deadline')));
    expect(container.querySelector('tr[data-row]')?.getAttribute('data-row')).toBe(idOf(1));
  });
});

describe('the filter', () => {
  const cases: [string, string, number][] = [
    [t('register_search'), 'rival.example', 3],
    [t('register_search'), 'no such word', 0],
    [t('register_destination'), 'own', 4],
    [t('register_action'), 'block', 4],
    [t('register_class'), 'left', 3],
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

describe('a filter that is kept', () => {
  it('gets a name, is one press away, and can be forgotten', async () => {
    const { container, settings } = await show();
    await type(field(container, t('register_destination')), 'own');
    await type(container.querySelector<HTMLInputElement>('.saved input')!, 'Own addresses');
    await press(named(container, t('register_save')));
    expect(settings.at(-1)?.filters).toMatchObject([{ name: 'Own addresses', fields: { destination: 'own' } }]);
    await press(named(container, t('register_clear')));
    await press(named(container, 'Own addresses'));
    expect(lines(container)).toHaveLength(4);
    await press(container.querySelector('.chip-off')!);
    expect(settings.at(-1)?.filters).toEqual([]);
  });
});

/** The field of a form, by the label before it. */
const fieldIn = (form: Element, label: string) =>
  form.querySelector<HTMLInputElement>(
    `#${CSS.escape([...form.querySelectorAll('label')].find((one) => one.textContent === label)!.htmlFor)}`,
  )!;

/** The form of a step of work, by its hint. */
const formOf = (container: HTMLElement, hint: string) =>
  [...container.querySelectorAll('details.step')].find((one) => one.textContent?.includes(hint))!;

describe('an entry', () => {
  const open = async (id: string, change: Partial<RegisterPorts> = {}, words = t) => {
    location.hash = `entry/${id}`;
    const shown = await show(change, 10, words);
    await wait(() => eventually(() => expect(shown.container.querySelector('.entry')).not.toBeNull()));
    return shown;
  };

  it('shows every stored field of an incident', async () => {
    const { container } = await open(idOf(1));
    const incident = incidentOf(1);
    const text = container.querySelector('.entry')?.textContent ?? '';
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
      'GH-20261001-000001',
      t('clock_not_aware'),
    ];
    expect(said.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('says of a rule, kind or webmail of a newer version that it is not known here, wherever it is named', async () => {
    const incident = incidentOf(1, {
      place: { webmail: 'moonmail', host: 'mail.firm.example' },
      kinds: [{ kind: 'moon-number', category: 'contact', matches: 3, distinct: 3 }],
      verdict: { action: 'block', rules: ['people-to-the-moon'], enforced: true },
    });
    const change: Change = { do: 'status', status: 'false-positive', why: '' };
    const work = { id: idOf(2), at: incident.at, by: { value: 'Jo', from: 'typed' as const }, about: idOf(1), change };
    const entries = await chainOf([
      { type: 'incident', incident },
      { type: 'work', work },
    ]);
    const { container } = await open(idOf(1), { list: async () => ({ entries }) }, lenient);
    await press(named(container, t('entry_sheet')));
    const text = () => container.textContent ?? '';
    for (const name of ['people-to-the-moon', 'moonmail']) expect(text()).toContain(t('name_unknown', [name]));
    expect(text()).toContain(t('found_unknown_other', ['3', 'moon-number']));
    for (const part of ['about', 'charts', 'papers']) {
      location.hash = part;
      await wait(() =>
        eventually(() => expect(container.querySelector('h1')?.textContent).toBe(t(`register_part_${part}`))),
      );
      if (part === 'papers') await press(named(container, t('paper_tuning')));
      expect(text()).toContain(t('name_unknown', ['people-to-the-moon']));
    }
    expect(text()).not.toMatch(/(?:rule|kind|found|webmail)_[a-z]/);
  });

  it('shows the recipients as far as the policy has them recorded, and finds them', async () => {
    const recipients = { count: 1, domains: ['gmail.com'], fingerprints: [], addresses: ['k.marsh@gmail.com'] };
    const incident = incidentOf(1, { recipients: { ...recipients, countries: ['FR'] } });
    const entries = await chainOf([{ type: 'incident', incident }]);
    const { container } = await open(idOf(1), { list: async () => ({ entries }) });
    const text = container.querySelector('.facts')?.textContent;
    for (const said of ['k.marsh@gmail.com', 'France']) expect(text).toContain(said);
  });

  it('stays where a step was taken and it could not be read anew, and says so', async () => {
    const entries = await journalOf(3);
    let isThere = true;
    const { container } = await open(idOf(1), { list: async () => (isThere ? { entries } : undefined) });
    isThere = false;
    await type(field(container, t('work_why')), 'it left');
    await press(named(container, t('work_to_breach')));
    await wait(() => eventually(() => expect(container.textContent).toContain(t('register_behind'))));
    expect(container.querySelector('.doing form')).not.toBeNull();
    isThere = true;
    await press(named(container, t('register_again')));
    await wait(() => eventually(() => expect(container.textContent).not.toContain(t('register_behind'))));
  });

  it('shows a report in its own words', async () => {
    const { container } = await open(idOf(900_002));
    expect(container.querySelector('.entry')?.textContent).toContain('a letter with one order went to the neighbour');
  });

  it('is opened from its line, and left again', async () => {
    const { container } = await show();
    await press(lines(container)[0]!);
    await wait(() => eventually(() => expect(container.querySelector('.entry')).not.toBeNull()));
    expect(document.activeElement?.tagName).toBe('H2');
    expect(container.querySelector<HTMLAnchorElement>('.entry header a')?.hash).toBe('#incidents');
  });

  it('that is not there is said', async () => {
    location.hash = `entry/${idOf(5555)}`;
    const { container } = await show();
    await wait(() => eventually(() => expect(container.textContent).toContain(t('entry_unknown'))));
  });

  it('cannot be said to be missing where the register could not be read: it is read again', async () => {
    location.hash = `entry/${idOf(1)}`;
    let isThere = false;
    const entries = await journalOf(10);
    const { container } = await show({ list: async () => (isThere ? { entries } : undefined) }, 0, t, (shown) =>
      eventually(() => expect(shown.textContent).toContain(t('register_failed'))),
    );
    expect(container.textContent).not.toContain(t('entry_unknown'));
    isThere = true;
    await press(named(container, t('register_again')));
    await wait(() => eventually(() => expect(container.querySelector('.entry')).not.toBeNull()));
  });

  it('is said to be saved only once it was handed out', async () => {
    const { container } = await show({ save: async () => false });
    await press(named(container, t('register_export_csv')));
    expect(container.textContent).not.toContain('.csv');
  });

  it('takes each step under the name of who works', async () => {
    const { container, steps } = await open(idOf(1), { settings: async () => ({ filters: [], by: 'Priya Nair' }) });
    await type(field(container, t('work_why')), 'it left');
    await press(named(container, t('work_to_breach')));
    expect(steps).toEqual([
      { about: idOf(1), by: 'Priya Nair', change: { do: 'status', status: 'breach', why: 'it left' } },
    ]);
    // The pressed button may be gone: the next step is a Tab away all the same.
    expect(document.activeElement).toBe(field(container, t('work_why')));
  });

  it.each(['', 'jo@firm.example'])('takes no step without a name (%j), and asks for one', async (by) => {
    const { container, steps, settings } = await open(idOf(1), { settings: async () => ({ filters: [], by }) });
    await press(named(container, t('work_to_breach')));
    expect(steps).toEqual([]);
    expect(container.textContent).toContain(t('work_by_missing'));
    expect(document.activeElement).toBe(field(container, t('work_by')));
    await type(field(container, t('work_by')), 'Jo');
    await wait(async () => (document.activeElement as HTMLElement).blur());
    expect(settings.at(-1)?.by).toBe('Jo');
    await press(named(container, t('work_to_breach')));
    expect(steps).toMatchObject([{ by: 'Jo', change: { do: 'status' } }]);
    expect(container.textContent).not.toContain(t('work_by_missing'));
  });

  it('takes the name that Enter is pressed in', async () => {
    const { container, settings } = await open(idOf(1), { settings: async () => ({ filters: [], by: '' }) });
    field(container, t('work_by')).focus();
    await type(field(container, t('work_by')), 'Jo');
    await pressKey('Enter');
    expect(settings.at(-1)?.by).toBe('Jo');
  });

  it('asks for what a step needs, and takes it then', async () => {
    const { container, steps } = await open(idOf(1));
    const form = formOf(container, t('work_decide_hint'));
    const save = form.querySelector<HTMLElement>('button[type="submit"]')!;
    await press(save);
    expect(form.textContent).toContain(t('work_missing'));
    expect(steps).toEqual([]);
    await type(form.querySelector('select')!, 'high-risk');
    await type(form.querySelector('textarea')!, 'health data');
    await press(save);
    expect(steps[0]?.change).toEqual({ do: 'decide', risk: 'high-risk', reasoning: 'health data' });
    expect(form.textContent).toContain(t('work_saved'));
  });

  it.each<[string, (container: HTMLElement) => Promise<void>]>([
    ['a status', (container) => press(named(container, t('work_to_not_breach')))],
    ['a form', (container) => press(formOf(container, t('work_aware_hint')).querySelector('button')!)],
    ['an action ticked', (container) => press(container.querySelector('.actions input')!)],
    [
      'a link of entries',
      async (container) => {
        await type(container.querySelector<HTMLInputElement>('.links input')!, idOf(3));
        await press(named(container, t('links_on')));
      },
    ],
    ['a step taken back', (container) => press(named(container.querySelector('.timeline')!, t('timeline_undo')))],
  ])('says when it could not be stored, and keeps what was typed: %s', async (name, step) => {
    const worked = await workedOn(10);
    let isStored = false;
    const work = async () => (isStored ? 'stored' : 'failed') as Worked;
    const { container } = await open(idOf(1), { list: async () => ({ entries: worked }), work });
    const said = () => container.querySelector('.failed')?.textContent;
    expect(said()).toBe('');
    await step(container);
    expect(said()).toBe(t('work_failed'));
    expect(container.querySelector<HTMLInputElement>('.actions input')?.checked).toBe(false);
    const typed = name === 'a link of entries' ? idOf(3) : '';
    expect(container.querySelector<HTMLInputElement>('.links input')?.value).toBe(typed);
    isStored = true;
    await step(container);
    expect(said()).toBe('');
  });

  it('says that somebody changed it meanwhile, shows it anew, and keeps what was typed', async () => {
    const worked = await workedOn(10);
    let read = worked.length - 6;
    const list = async () => ({ entries: worked.slice(0, read) });
    const { container } = await open(idOf(1), { list, work: async () => 'changed' });
    const form = formOf(container, t('work_decide_hint'));
    await type(form.querySelector('select')!, 'high-risk');
    await type(form.querySelector('textarea')!, 'a long reasoning');
    read = worked.length;
    await press(form.querySelector('button[type="submit"]')!);
    expect(container.querySelector('.failed')?.textContent).toBe(t('work_changed'));
    expect(container.querySelector('.timeline')?.textContent).toContain('the recipient is not known');
    expect(form.querySelector('textarea')?.value).toBe('a long reasoning');
  });

  it('says only what was changed: what a colleague has said meanwhile stands', async () => {
    const worked = await workedOn(10);
    let read = worked.length - 5;
    const list = async () => ({ entries: worked.slice(0, read) });
    const { container, steps } = await open(idOf(1), { list });
    const form = formOf(container, t('work_facts_hint'));
    const at = (name: string) => fieldIn(form, t(name));
    await type(at('field_staff_role'), 'sales');
    read = worked.length;
    await wait(async () => window.dispatchEvent(new Event('focus')));
    await wait(() => eventually(() => expect(at('field_description').value).toBe('A list went to a private mailbox.')));
    expect(at('field_staff_role').value).toBe('sales');
    await press(form.querySelector('button[type="submit"]')!);
    expect(steps.at(-1)?.change).toEqual({ do: 'facts', facts: { staffRole: 'sales' } });
    await press(form.querySelector('button[type="submit"]')!);
    expect(form.textContent).toContain(t('work_unchanged'));
    expect(steps).toHaveLength(1);
  });

  it('names what each box confirms', async () => {
    const { container } = await open(idOf(1));
    const boxes = [...formOf(container, t('work_facts_hint')).querySelectorAll('.form-field > label.check')]
      .map(({ textContent }) => textContent ?? '')
      .filter((name) => name.startsWith(t('work_confirm')));
    expect(boxes.length).toBeGreaterThan(5);
    expect(new Set(boxes).size).toBe(boxes.length);
    for (const label of ['field_occurred_from', 'field_people_estimate'])
      expect(boxes.some((name) => name.includes(t(label)))).toBe(true);
  });

  it('holds and lets go by a button each, and holds nothing without a reason', async () => {
    const { container, steps } = await open(idOf(1));
    const form = formOf(container, t('work_hold_hint'));
    expect([...form.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([t('work_hold_on')]);
    await press(named(form, t('work_hold_on')));
    expect(form.textContent).toContain(t('work_missing'));
    await type(fieldIn(form, t('field_hold_why')), 'court');
    await press(named(form, t('work_hold_on')));
    expect(steps.map(({ change }) => change)).toEqual([{ do: 'hold', isHeld: true, why: 'court' }]);
  });

  it('shows the work, takes a step back, and ticks an action off', async () => {
    const worked = await workedOn(10);
    const { container, steps } = await open(idOf(1), { list: async () => ({ entries: worked }) });
    const text = container.querySelector('.timeline')?.textContent ?? '';
    expect(text).toContain('the recipient is not known');
    expect(text).toContain('Priya Nair');
    await press(named(container.querySelector<HTMLElement>('.timeline')!, t('timeline_undo')));
    await press(container.querySelector('.actions input')!);
    expect(steps.map(({ change }) => change.do)).toEqual(['undo', 'action']);
    expect(steps[1]?.change).toMatchObject({ what: 'ask for deletion', done: Date.UTC(2026, 10, 21) });
  });

  it('writes its papers', async () => {
    const worked = await workedOn(10);
    const { container, saved } = await open(idOf(1), { list: async () => ({ entries: worked }) });
    await press(named(container, t('entry_sheet')));
    expect(container.querySelector('.paper')?.textContent).toContain('A list went to a private mailbox.');
    expect(container.querySelector('.paper .problem')?.textContent).toContain(t('paper_missing'));
    await press(named(container, t('paper_save')));
    expect(saved[0]).toMatchObject({ name: 'GH-20261001-000001-sheet.md', type: 'text/markdown' });
    await press(named(container, t('entry_letter')));
    expect(container.querySelector('.paper')?.textContent).toContain(t('letter_hello'));
    await press(named(container, t('entry_update')));
    expect(container.textContent).toContain(t('entry_no_update'));
  });
});

describe('the other parts of the work', () => {
  it('the charts have a table twin with the same numbers', async () => {
    location.hash = 'charts';
    const { container } = await show();
    const figures = [...container.querySelectorAll('figure')];
    expect(figures.map((one) => one.querySelector('figcaption')?.textContent)).toEqual(
      ['chart_time_day', 'chart_rule', 'chart_destination', 'chart_category'].map((key) => t(key)),
    );
    const cells = [...figures[2]!.querySelectorAll('tbody td')].map(({ textContent }) => Number(textContent));
    expect(cells.reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(figures.every((one) => one.querySelector('svg[role="img"][aria-label]'))).toBe(true);
    expect(container.querySelector('.filter')?.textContent).not.toContain(t('register_group'));
  });

  it.each(['measures', 'dpia', 'staff', 'tuning'])('the paper %s is written', async (name) => {
    location.hash = 'papers';
    const { container } = await show();
    await press(named(container, t(`paper_${name}`)));
    expect(container.querySelector('.paper h2')?.textContent?.length).toBeGreaterThan(5);
  });

  it('the notice to staff names the reasons in the reader’s language, and a firm’s own as the firm wrote them', async () => {
    location.hash = 'papers';
    const reasons = [...strictDefault.reasons, { code: 'audit', label: 'Our auditor asked' }];
    const policy = async () => ({ ...inForce, policy: { ...strictDefault, reasons } });
    const german = translateIn('de');
    const { container } = await show({ policy }, 10, german);
    await press(named(container, german('paper_staff')));
    const said = container.querySelector('.paper')?.textContent;
    expect(said).toContain(german('reason_agreed_work'));
    expect(said).toContain('Our auditor asked');
    expect(said).not.toContain(t('reason_agreed_work'));
  });

  it('the guidance is read once and said so', async () => {
    location.hash = 'guidance';
    let acknowledged = 0;
    const ports = { acknowledge: async () => ++acknowledged > 0 };
    const { container } = await show(ports as Partial<RegisterPorts>);
    await press(named(container, t('guidance_confirm')));
    expect(acknowledged).toBe(1);
  });

  it('the guidance begins with the firm’s own notice, a paragraph a line, and none where there is none', async () => {
    location.hash = 'guidance';
    const staffNotice = 'Ask Priya before you share a list.\n\nOur rules: room 4.';
    const policy = async () => ({ ...inForce, policy: { ...strictDefault, staffNotice } });
    const { container } = await show({ policy });
    const paragraphs = (paper: Element | null) => [...paper!.querySelectorAll('p')].map((one) => one.textContent);
    expect(paragraphs(container.querySelector('.paper')).slice(0, 3)).toEqual([
      'Ask Priya before you share a list.',
      'Our rules: room 4.',
      t('staff_lead'),
    ]);
    expect(paragraphs((await show()).container.querySelector('.paper'))[0]).toBe(t('staff_lead'));
  });

  it('what is recorded about me is said in sentences, and can be taken along', async () => {
    location.hash = 'about';
    const { container, saved } = await show();
    await wait(() => eventually(() => expect(container.querySelectorAll('.mine li')).toHaveLength(11)));
    const text = container.querySelector('.mine')?.textContent ?? '';
    expect(text).toContain(t('mine_left'));
    expect(text).toContain('the monthly run for [name]');
    await press(named(container, t('mine_save')));
    expect(importEntries(saved[0]!.text).entries).toHaveLength(12);
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
    await eventually(async () => {
      await wait(async () => {});
      expect(container.querySelector('.import [role="status"]')?.textContent).not.toBe('');
    });
  };

  it('keeps what is new, says from whom, and leaves what is known', async () => {
    const { container, kept } = await show();
    await bringIn(container, toJson(await foreign(3, 500, 501), 0));
    expect(kept.map(({ id }) => id)).toEqual([idOf(500), idOf(501)]);
    expect(container.textContent).toContain('2 entries are new. 1 was known already.');
    expect(container.textContent).toContain('kim@firm.example: 3 entries');
    expect(container.textContent).toContain('13 of 13 shown');
  });

  it.each([
    ['decides nothing, as the box is not marked', false, undefined],
    ["is the reader's, who says that the file is their register", true, true],
  ] as const)('a step in a saved file %s', async (_, isMine, isOwn) => {
    const { container, kept } = await show();
    const work = { id: idOf(501), at: 1, by: { value: 'Priya Nair', from: 'typed' as const }, about: idOf(3) };
    const change = { do: 'status' as const, status: 'false-positive' as const, why: '' };
    const chain = await chainOf([{ type: 'work', work: { ...work, change } }]);
    const box = () => container.querySelector<HTMLInputElement>('.import input[type="checkbox"]')!;
    expect(box().checked).toBe(false);
    if (isMine) await press(box());
    await bringIn(
      container,
      toJson(
        chain.map((one) => envelopeOf(one, '0.1.0')),
        0,
      ),
    );
    expect(kept.map((one) => one.isOwn)).toEqual([isOwn]);
    expect(box().checked).toBe(false);
    const judged = [...container.querySelectorAll('tr')].filter(({ textContent }) =>
      textContent.includes(t('status_false_positive')),
    );
    expect(judged).toHaveLength(isMine ? 1 : 0);
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

  it('says how much was left out, as it was erased here', async () => {
    const { container } = await show({ keep: async () => ({ erased: 1 }) });
    await bringIn(container, toJson(await foreign(3, 500, 501), 0));
    expect(container.textContent).toContain('1 entry is new. 1 was known already.');
    expect(container.textContent).toContain(t('register_import_erased_one', ['1']));
  });

  it('says what could not be read', async () => {
    const { container, kept } = await show();
    await bringIn(container, 'Dear all, see below');
    expect(kept).toEqual([]);
    expect(container.querySelector('.import .problem')?.textContent).toContain('no Gatehouse records');
  });

  it('says so when it cannot be stored', async () => {
    const { container } = await show({ keep: async () => undefined });
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
    await wait(() => eventually(() => expect(container.textContent).toContain(said)));
    expect(container.querySelectorAll('[aria-current="page"]')).toHaveLength(1);
  });

  it('shows a report in the list as soon as it is stored, and what was recorded meanwhile', async () => {
    let known = 3;
    const { container } = await show({
      list: async () => ({ entries: (await journalOf(9)).slice(0, known) }),
    });
    expect(lines(container)).toHaveLength(3);
    known = 4;
    await wait(async () => window.dispatchEvent(new Event('focus')));
    await wait(() => eventually(() => expect(lines(container)).toHaveLength(4)));
    known = 11;
    location.hash = 'report';
    await wait(() => eventually(() => expect(container.querySelector('.report')).not.toBeNull()));
    await type(container.querySelector('textarea')!, 'a letter went astray');
    await press(named(container, t('report_submit')));
    location.hash = 'incidents';
    await wait(() => eventually(() => expect(lines(container)).toHaveLength(10)));
  });

  it('says on every part that nobody is told', async () => {
    const { container } = await show({
      delivery: async () => ({ to: 'nowhere', host: '', waiting: 0, cases: 0, untold: [] }),
    });
    expect(container.querySelector('.untold')?.textContent).toContain(t('delivery_nowhere'));
  });
});
