import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allows, type Case, caseOf, isAhead, mayBecome, missingToClose, referenceOf } from '../../incidents/case.ts';
import { clockJumps, clockOf, type Deadline } from '../../incidents/clock.ts';
import { parseEnvelope } from '../../incidents/envelope.ts';
import { rowsOf } from '../../incidents/joining.ts';
import { severityOf, suggestedWorksheet } from '../../incidents/severity.ts';
import { atOnce } from '../../incidents/turns.ts';
import { classOf, filterRows, groupRows, type Row, sortings, sortRows } from '../../incidents/views.ts';
import { type Change, nextStatuses, standing, statuses, type Work } from '../../incidents/work.ts';
import { chainOf, envelopesOf, incident, incidentEntry, reportEntry, uuid, work, workEntry } from './entries.ts';

const hour = 3_600_000;
const at = (iso: string) => Date.parse(iso);

async function rowWith(...changes: Change[]): Promise<Row> {
  return (await rowsWith(changes))[0]!;
}
async function rowsWith(changes: Change[], entry = incidentEntry(1)): Promise<readonly Row[]> {
  return rowsOf(await chainOf([entry, ...changes.map((change, index) => workEntry(index + 1, 1, change))]));
}
const withoutTimeline = ({ timeline: _, ...rest }: Case) => rest;

const aware: Change = {
  do: 'aware',
  at: at('2026-11-21T16:30:00Z'),
  basis: 'the incident was read',
  who: 'the contact',
};
const breach: Change = { do: 'status', status: 'breach', why: 'it left' };
const notified = (when: string, phase: 'initial' | 'final' = 'initial'): Change => ({
  do: 'authority',
  authority: 'ICO',
  phase,
  at: at(when),
  reference: 'IC-1',
});

const changes: Change[] = [
  breach,
  { do: 'status', status: 'triage', why: '' },
  aware,
  { do: 'facts', facts: { description: 'a list went out', cause: 'misdirected' } },
  { do: 'facts', facts: { consequences: 'unwanted calls', records: 12 } },
  { do: 'facts', facts: {}, cleared: ['people', 'recipient'] },
  { do: 'severity', worksheet: suggestedWorksheet(incident(1)) },
  { do: 'decide', risk: 'risk', reasoning: 'contact details only' },
  notified('2026-11-22T10:00:00Z'),
  { do: 'subjects', told: 'planned', how: 'by letter', exemption: 'none' },
  { do: 'others', who: 'insurer', at: 5, how: 'by telephone' },
  { do: 'action', action: uuid(7), what: 'ask for deletion', owner: 'Jo' },
  { do: 'action', action: uuid(7), what: 'ask for deletion', owner: 'Jo', done: 9 },
  { do: 'feedback', rules: ['people-to-own'], kinds: ['email'], suggestion: 'raise it' },
  { do: 'link', to: uuid(3), isLinked: true },
  { do: 'hold', isHeld: true, why: 'court' },
  { do: 'retain', until: 10 },
  { do: 'note', text: 'rang' },
  { do: 'unseal', why: 'to ask the sender' },
];

describe('an entry nobody has worked on', () => {
  it('is new, and knows what the incident tells of itself', async () => {
    const found = caseOf(await rowWith());
    expect(found).toMatchObject({ status: 'new', reference: 'GH-20261121-000001', actions: [], links: [] });
    expect(found.facts).toMatchObject({
      people: { min: 950, estimate: 957, max: 960, method: 'table-rows' },
      dataCategories: ['contact'],
      medium: 'mail',
      recipient: 'own',
      recovered: 'unknown',
      records: 957,
    });
    // Why it happened and who they are is for a person to say.
    expect(found.facts).not.toHaveProperty('cause');
    expect(found.facts).not.toHaveProperty('subjectGroups');
    expect(found.said.size).toBe(0);
  });

  it('is named by its day and the end of its id, whatever its time', () => {
    expect(referenceOf({ id: uuid(255), at: Number.MAX_SAFE_INTEGER })).toMatch(/-0000FF$/);
  });

  it.each([
    ['one', { min: 1, estimate: 1, max: 1, method: '' }],
    ['few', undefined],
    ['many', undefined],
    ['unknown', undefined],
  ] as const)('a report about %s person says how many it may be', async (people, expected) => {
    const [row] = rowsOf(await chainOf([reportEntry(1, { people })]));
    expect(caseOf(row!).facts.people).toEqual(expected);
    expect(caseOf(row!).facts.description).toBe('Sent the wrong attachment to …');
  });
});

describe('work on an entry', () => {
  it.each(changes.map((change) => [change.do, change] as const))(
    '%s is taken, delivered and read back',
    async (_, change) => {
      const entries = [incidentEntry(1), workEntry(1, 1, change)];
      const read = (await envelopesOf(entries)).map((one) => parseEnvelope(JSON.parse(JSON.stringify(one))));
      expect(read.every((one) => 'envelope' in one)).toBe(true);
      expect(withoutTimeline(caseOf(rowsOf(await chainOf(entries))[0]!))).not.toEqual(
        withoutTimeline(caseOf(await rowWith())),
      );
    },
  );

  it.each([
    ['an unknown step', { do: 'erase' }],
    ['a field of another step', { ...breach, reasoning: 'x' }],
    ['a status nobody knows', { do: 'status', status: 'gone', why: '' }],
    ['a time no calendar has', { do: 'retain', until: 9e15 }],
    ['a field taken out that there is not', { do: 'facts', facts: {}, cleared: ['people_min'] }],
    ['too long a text', { do: 'note', text: 'x'.repeat(5001) }],
    ['an action without an id', { do: 'action', action: 'x', what: '', owner: '' }],
  ])('%s is refused', async (_, change) => {
    const [envelope] = await envelopesOf([workEntry(1, 1, change as Change)]);
    expect(parseEnvelope(envelope)).toHaveProperty('problem');
  });

  it('fills fields one by one, the later word before the earlier', async () => {
    const found = caseOf(
      await rowWith(
        { do: 'facts', facts: { description: 'first', cause: 'lost' } },
        { do: 'facts', facts: { description: 'second' } },
      ),
    );
    expect(found.facts).toMatchObject({ description: 'second', cause: 'lost' });
    expect([...found.said].sort()).toEqual(['cause', 'description']);
  });

  it('takes out what was said of a field, and does not fill it in again', async () => {
    const found = caseOf(
      await rowWith(
        { do: 'facts', facts: { asProcessor: false, description: 'first', records: 3 } },
        { do: 'facts', facts: { crossBorder: false }, cleared: ['asProcessor', 'records', 'medium'] },
      ),
    );
    expect(found.facts).toMatchObject({ crossBorder: false, description: 'first' });
    for (const name of ['asProcessor', 'records', 'medium']) expect(found.facts).not.toHaveProperty(name);
    expect([...found.said]).toContain('medium');
  });

  it('replaces what was said of an action, and keeps the others', async () => {
    const action = (n: number, more: object) =>
      ({ do: 'action', action: uuid(n), what: `a${n}`, owner: '', ...more }) as Change;
    const found = caseOf(await rowWith(action(1, {}), action(2, {}), action(1, { done: 3 })));
    expect(found.actions.map(({ what, done }) => [what, done])).toEqual([
      ['a2', undefined],
      ['a1', 3],
    ]);
  });

  it('begins triage with the first decision, and keeps that time', async () => {
    const found = caseOf(await rowWith(breach, { do: 'status', status: 'triage', why: '' }));
    expect(found.triageStartedAt).toBe(work(1, 1, breach).at);
  });

  it('is joined whichever side it came from, in the order of its times, each once', async () => {
    const entries = await chainOf([
      workEntry(2, 1, { do: 'status', status: 'closed', why: '' }),
      workEntry(1, 1, breach),
      incidentEntry(1),
    ]);
    const [row] = rowsOf([...entries, ...entries]);
    expect(row).toMatchObject({ status: 'closed' });
    expect(row!.works).toHaveLength(2);
  });

  it('about something that is not there makes no row', async () => {
    expect(rowsOf(await chainOf([workEntry(1, 9, breach)]))).toEqual([]);
  });
});

describe('undo', () => {
  const step = fc.constantFrom(...changes);

  it('of the last step gives what was before, and undoing the undoing gives it back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const works = steps.map((change, index) => work(index, 1, change));
        const undo = work(50, 1, { do: 'undo', work: works.at(-1)!.id });
        const redo = work(51, 1, { do: 'undo', work: undo.id });
        const row = await rowWith();
        const state = (list: Work[]) => withoutTimeline(caseOf(row, list));
        expect(state([...works, undo])).toEqual(state(works.slice(0, -1)));
        expect(state([...works, undo, redo])).toEqual(state(works));
        expect(standing([...works, undo])).toHaveLength(works.length - 1);
      }),
    );
  });

  it('stays visible', async () => {
    const row = await rowWith(breach, { do: 'undo', work: uuid(100_001) });
    expect(row.status).toBe('new');
    expect(caseOf(row).timeline.map(({ isUndone }) => isUndone)).toEqual([true, false]);
  });
});

describe('closing', () => {
  it('a breach needs everything Article 33(5) asks, and says what is missing', async () => {
    const found = caseOf(await rowWith(breach));
    expect(missingToClose(found)).toEqual(['aware', 'description', 'consequences', 'decision']);
    expect(mayBecome(found)).not.toContain('closed');
    const steps: Change[] = [breach, aware, { do: 'facts', facts: { description: 'd', consequences: 'c' } }];
    const high: Change = { do: 'decide', risk: 'high-risk', reasoning: 'r' };
    expect(missingToClose(caseOf(await rowWith(...steps, high)))).toEqual(['authority', 'subjects']);
    expect(missingToClose(caseOf(await rowWith(...steps, { ...high, risk: 'none' })))).toEqual([]);
    const done = [...steps, high, notified('2026-11-22T10:00:00Z')];
    const exempt: Change = { do: 'subjects', told: 'no', how: '', exemption: 'risk-removed' };
    expect(mayBecome(caseOf(await rowWith(...done, exempt)))).toContain('closed');
    const open: Change = { do: 'action', action: uuid(7), what: 'w', owner: 'o' };
    expect(missingToClose(caseOf(await rowWith(...done, exempt, open)))).toEqual(['actions']);
  });

  it.each(statuses)('%s leads somewhere, never to itself, and closed is reopened', (status) => {
    expect(nextStatuses(status)).not.toContain(status);
    expect(nextStatuses(status).length).toBeGreaterThan(0);
    expect(nextStatuses('closed')).toEqual(['triage']);
  });
});

const sentAt = at('2026-12-01T09:00:00Z');
it.each<[string, Change, boolean]>([
  ['knowing since a moment ago', { do: 'aware', at: sentAt, basis: 'b', who: 'w' }, false],
  ['by a clock that is a little ahead', { do: 'aware', at: sentAt + hour / 2, basis: 'b', who: 'w' }, false],
  ['knowing from tomorrow on', { do: 'aware', at: sentAt + 24 * hour, basis: 'b', who: 'w' }, true],
  ['having told the authority next week', notified('2026-12-08T09:00:00Z'), true],
  ['an action for next week', { do: 'action', action: 'a', what: 'w', owner: 'o', due: sentAt + 168 * hour }, false],
])('is said of something to come: %s', (_, change, isSo) => {
  expect(isAhead(change, sentAt)).toBe(isSo);
});

describe('a step on an entry that somebody has changed meanwhile', () => {
  const closed: Change = { do: 'status', status: 'closed', why: '' };
  const triage: Change = { do: 'status', status: 'triage', why: '' };
  const harmless: Change = { do: 'status', status: 'not-breach', why: '' };
  const finished: Change[] = [
    ...[breach, aware, { do: 'facts', facts: { description: 'd', consequences: 'c' } } as const],
    { do: 'decide', risk: 'none', reasoning: 'r' },
  ];
  /** Of the n-th step. */
  const undo = (n: number): Change => ({ do: 'undo', work: uuid(100_000 + n) });
  it.each<[string, Change[], Change, boolean]>([
    ['a status after the one before', [breach], triage, true],
    ['a status it has already', [triage], triage, false],
    ['closing what nobody has looked at', [], closed, false],
    ['closing an unfinished breach', [breach], closed, false],
    ['closing a finished breach', finished, closed, true],
    ['closing what is no breach', [harmless], closed, true],
    ['opening it again', [harmless, closed], triage, true],
    ['taking back a step that stands', [breach], undo(1), true],
    ['taking back what was taken back', [breach, undo(1)], undo(1), false],
    ['taking back a step of another entry', [breach], undo(9), false],
    ['taking back the closing', [...finished, closed], undo(5), true],
    ['taking back what a closed breach needs', [...finished, closed], undo(4), false],
    ['taking back that it is a breach, once closed', [breach, harmless, closed], undo(2), false],
    [
      'emptying what a closed breach needs',
      [...finished, closed],
      { do: 'facts', facts: {}, cleared: ['description'] },
      false,
    ],
    ['a note on what is closed', [...finished, closed], { do: 'note', text: 'n' }, true],
    ['a note on what was closed unfinished', [breach, closed], { do: 'note', text: 'n' }, true],
  ])('%s', async (_, before, change, isAllowed) => {
    expect(allows(await rowWith(...before), change)).toBe(isAllowed);
  });
});

describe('the class of a row', () => {
  it.each([
    ['a near miss', [], 'near-miss'],
    ['a breach', [breach], 'breach'],
    ['a closed breach', [breach, { do: 'status', status: 'closed', why: '' }], 'breach'],
    ['one that was found to be none', [breach, { do: 'status', status: 'not-breach', why: '' }], 'near-miss'],
    [
      'a closed false alarm',
      [
        { do: 'status', status: 'false-positive', why: '' },
        { do: 'status', status: 'closed', why: '' },
      ],
      'near-miss',
    ],
  ] as const)('%s', async (_, steps, expected) => {
    expect(classOf(await rowWith(...(steps as unknown as Change[])))).toBe(expected);
  });
});

describe('order and groups', () => {
  it.each(sortings)('by %s keeps every row, and turned round gives the reverse of distinct keys', async (by) => {
    const rows = rowsOf(
      await chainOf(
        Array.from({ length: 9 }, (_, n) =>
          incidentEntry(n, { people: { ...incident(0).people, estimate: (n * 5) % 9 } }),
        ),
      ),
    );
    const sorted = atOnce(sortRows(rows, by, false));
    expect(new Set(sorted)).toEqual(new Set(rows));
    if (by === 'people') {
      const counts = (list: readonly Row[]) =>
        list.map((row) => (row.type === 'incident' ? row.incident.people.estimate : 0));
      expect(counts(sorted)).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
      expect(counts(atOnce(sortRows(rows, by, true)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    }
  });

  it('by deadline: the one that ends first before the others, then what has not begun, then what owes nothing', async () => {
    const known = (day: number): Change => ({ ...aware, at: at(`2026-11-2${day}T00:00:00Z`) }) as Change;
    const rows = rowsOf(
      await chainOf([
        ...[1, 2, 3, 4, 5].map((n) => incidentEntry(n)),
        ...[workEntry(1, 1, breach), workEntry(2, 1, known(3)), workEntry(3, 1, notified('2026-11-24T00:00:00Z'))],
        ...[workEntry(4, 2, breach), workEntry(5, 2, known(2))],
        ...[workEntry(6, 3, breach), workEntry(7, 4, breach), workEntry(8, 4, known(1))],
      ]),
    );
    const ids = (list: readonly Row[]) => list.map(({ id }) => [1, 2, 3, 4, 5].find((n) => uuid(n) === id));
    expect(ids(atOnce(sortRows(rows, 'deadline', false)))).toEqual([4, 2, 3, 5, 1]);
    const left = (is: Deadline, now: string) => ids(atOnce(filterRows(rows, { deadline: { is, now: at(now) } })));
    expect(left('running', '2026-11-24T12:00:00Z')).toEqual([2]);
    expect(left('over', '2026-11-24T12:00:00Z')).toEqual([4]);
    expect(left('not-begun', '2026-11-24T12:00:00Z')).toEqual([3]);
  });

  it('groups by class in their own order, by person with the most first', async () => {
    const rows = rowsOf(
      await chainOf([incidentEntry(1), incidentEntry(2, { outcome: 'left' }), reportEntry(3), workEntry(1, 1, breach)]),
    );
    expect(atOnce(groupRows(rows, 'class')).map(({ key }) => key)).toEqual(['breach', 'left', 'report']);
    expect(atOnce(groupRows(rows, 'actor')).map(({ key, rows: own }) => [key, own.length])).toEqual([
      ['john.smith@harbourcare.example', 2],
      ['jo', 1],
    ]);
    expect(atOnce(groupRows(rows, 'none'))).toHaveLength(1);
  });
});

describe('the 72 hours', () => {
  const known = at('2026-11-21T16:30:00Z');
  const decided = (risk: 'none' | 'risk'): Change => ({ do: 'decide', risk, reasoning: '' });
  it.each<[string, Change[], number, object]>([
    ['do not run before anyone is aware', [breach], known, { phase: 'not-aware' }],
    ['run from awareness, not from detection', [aware], known + hour, { phase: 'running', left: 71 * hour }],
    ['are short in the last day', [aware], known + 48 * hour, { phase: 'short', left: 24 * hour }],
    ['are not over at their last millisecond', [aware], known + 72 * hour, { phase: 'short', left: 0 }],
    ['are over after it', [aware], known + 72 * hour + 1, { phase: 'over', by: 1 }],
    [
      'end with a notification in time',
      [aware, notified('2026-11-24T16:30:00Z')],
      known + 99 * hour,
      { phase: 'notified', lateBy: 0, isFinal: false },
    ],
    [
      'say how late a notification was',
      [aware, notified('2026-11-24T17:30:00Z')],
      known,
      { phase: 'notified', lateBy: hour },
    ],
    [
      'count the first notification, and end with the final one',
      [aware, notified('2026-11-25T00:00:00Z', 'final'), notified('2026-11-22T00:00:00Z')],
      known,
      { lateBy: 0, isFinal: true },
    ],
    ['are not required without a risk', [aware, decided('none')], known + 99 * hour, { phase: 'not-required' }],
    [
      'are not required for what is no breach',
      [aware, { do: 'status', status: 'not-breach', why: '' }],
      known,
      { phase: 'not-required' },
    ],
    ...(['not-breach', 'false-positive'] as const).map((status): [string, Change[], number, object] => [
      `are not required for what was closed as that: ${status}`,
      [aware, { do: 'status', status, why: '' }, { do: 'status', status: 'closed', why: '' }],
      known + 99 * hour,
      { phase: 'not-required' },
    ]),
    [
      'are over for a breach that was closed, whatever it was held for before',
      [aware, { do: 'status', status: 'not-breach', why: '' }, breach, { do: 'status', status: 'closed', why: '' }],
      known + 99 * hour,
      { phase: 'over' },
    ],
    [
      'run again for what was closed as no breach and opened again',
      [
        aware,
        ...(['not-breach', 'closed', 'triage'] as const).map((status) => ({ do: 'status', status, why: '' }) as const),
      ],
      known,
      { phase: 'running' },
    ],
    ['run on when there is a risk', [aware, decided('risk')], known, { phase: 'running' }],
  ])('%s', async (_, steps, now, expected) => {
    expect(clockOf(caseOf(await rowWith(...steps)), now)).toMatchObject(expected);
  });

  it('are the same hours whether a clock is put forward or back in them', async () => {
    for (const start of ['2026-03-28T12:00:00+00:00', '2026-10-24T12:00:00+01:00']) {
      const clock = clockOf(caseOf(await rowWith({ ...aware, at: at(start) } as Change)), at(start));
      expect(clock.deadline! - at(start)).toBe(72 * hour);
    }
  });

  it('a clock that was set back, or is ahead, is said', () => {
    const [one, two, three] = [work(0, 1, breach), work(60, 1, breach), work(30, 1, breach)];
    expect(clockJumps([one, two, three], two.at)).toEqual([three]);
    expect(clockJumps([one, three, two], two.at)).toEqual([]);
    expect(clockJumps([one, two], one.at)).toEqual([two]);
  });
});

describe('severity', () => {
  it.each([
    [[1, 0.25, 0, 0, 0, false], 0.25, 'low'],
    [[1, 1, 0.5, 0, 0, false], 1.5, 'low'],
    [[2, 1, 0, 0, 0, false], 2, 'medium'],
    [[2, 1, 0.25, 0, 0, true], 2.75, 'medium'],
    [[3, 1, 0, 0, 0, false], 3, 'high'],
    [[4, 0.75, 0.5, 0, 0, false], 3.5, 'high'],
    [[4, 1, 0, 0, 0, false], 4, 'very-high'],
    [[4, 1, 0.5, 0.5, 0.5, true], 6, 'very-high'],
  ] as const)(
    '%j scores %d: %s',
    ([context, identification, confidentiality, integrity, availability, isMalicious], score, severity) => {
      expect(severityOf({ context, identification, confidentiality, integrity, availability, isMalicious })).toEqual({
        score,
        severity,
      });
    },
  );

  it('is suggested by what was found', () => {
    const kinds = [{ kind: 'health-words', category: 'special' as const, matches: 1, distinct: 1 }];
    expect(suggestedWorksheet(incident(1))).toMatchObject({ context: 1, identification: 0.75, isMalicious: true });
    expect(suggestedWorksheet(incident(1, { kinds, destination: 'external' }))).toMatchObject({
      context: 4,
      identification: 0.5,
      isMalicious: false,
    });
  });
});
