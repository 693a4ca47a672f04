// Steps and outcomes that came from elsewhere, sent to the collector or in a mail or a file: anybody could have. They are shown, and decide
// nothing.
import { describe, expect, it } from 'vitest';
import { caseOf } from '../../incidents/case.ts';
import type { Entry } from '../../incidents/incident.ts';
import { joiner, rowsOf } from '../../incidents/joining.ts';
import { atOnce } from '../../incidents/turns.ts';
import type { Change, Work } from '../../incidents/work.ts';
import { amendmentEntry, incidentEntry, uuid, work } from './entries.ts';

const [recorder, forger, collector] = [uuid(1), uuid(2), uuid(3)];
const sentBy = (device: string, entry: Entry) => ({ entry, sentFrom: { extensionVersion: '0.1.0', device } });
const step = (n: number, change: Change, from: Work['by']['from']): Entry => {
  const done = work(n, 10, change);
  return { type: 'work', work: { ...done, by: { value: 'Priya Nair', from } } };
};
const closed: Change = { do: 'status', status: 'false-positive', why: 'nothing to see' };
const triaged: Change = { do: 'status', status: 'triage', why: '' };

describe('on the collector, a step that was sent', () => {
  it.each(['typed', 'policy', 'sealed'] as const)('decides nothing, by whomever it says it was taken: %s', (from) => {
    const items = [
      sentBy(recorder, incidentEntry(10)),
      sentBy(collector, step(1, triaged, 'signed-in')),
      sentBy(forger, step(2, closed, from)),
      sentBy(recorder, step(3, { do: 'hold', isHeld: true, why: '' }, from)),
      sentBy(forger, step(4, { do: 'undo', work: work(1, 10, triaged).id }, from)),
    ];
    const [row] = rowsOf(items, 'collector');
    const found = caseOf(row!);
    expect([row!.status, found.status, found.hold]).toEqual(['triage', 'triage', undefined]);
    expect(found.timeline.map(({ isClaim = false, isUndone }) => [isClaim, isUndone])).toEqual([
      [false, false],
      ...Array.from({ length: 3 }, () => [true, false]),
    ]);
  });

  it('decides nothing either where it does not say which browser sends it', () => {
    const sentFrom: { extensionVersion: string; device?: string } = { extensionVersion: '0.1.0' };
    const sent = (entry: Entry) => ({ entry, sentFrom });
    const [row] = rowsOf(
      [sent(incidentEntry(10)), sentBy(collector, step(1, triaged, 'signed-in')), sent(step(2, closed, 'typed'))],
      'collector',
    );
    expect([row!.status, row!.works, row!.claims]).toMatchObject(['triage', { length: 1 }, { length: 1 }]);
  });
});

describe('in a register in a browser, a step', () => {
  const [mine] = [step(1, closed, 'typed')];
  const sentFrom: { extensionVersion: string; device?: string } = { extensionVersion: '0.1.0' };

  it.each([
    ['that was taken here', { entry: mine }, 'false-positive', 0],
    [
      'of a file that the reader said is their own',
      { entry: mine, sentFrom, isOwn: true as const },
      'false-positive',
      0,
    ],
    ['of a mail', { entry: mine, sentFrom }, 'new', 1],
    ['of a mail that names a browser', sentBy(recorder, mine), 'new', 1],
    ['of a mail that says it was taken signed in', { entry: step(1, closed, 'signed-in'), sentFrom }, 'new', 1],
  ])('%s', (_, item, status, claims) => {
    const [row] = rowsOf([{ entry: incidentEntry(10), sentFrom }, item]);
    expect([row!.status, caseOf(row!).status, row!.claims?.length ?? 0]).toEqual([status, status, claims]);
  });

  it('counts as soon as the reader says that the file is their own', () => {
    const join = joiner<{ entry: Entry; sentFrom?: typeof sentFrom; isOwn?: true }>();
    const [known, came] = [{ entry: incidentEntry(10) }, { entry: mine, sentFrom }];
    expect(atOnce(join([known, came])).rows).toMatchObject([{ status: 'new', claims: [{}] }]);
    expect(atOnce(join([known, { ...came, isOwn: true as const }])).rows).toMatchObject([{ status: 'false-positive' }]);
  });
});

describe('what became of a message', () => {
  const unnamed = { sentFrom: { extensionVersion: '0.1.0' } };
  const own = { ...unnamed, isOwn: true as const };
  const incidentAt = incidentEntry(10);
  const went = amendmentEntry(11, 10, 'sent');

  it.each([
    ['the browser that recorded it', sentBy(recorder, incidentAt), sentBy(recorder, went), 'left'],
    ['no other', sentBy(recorder, incidentAt), sentBy(forger, went), 'near-miss'],
    ['this browser of what it recorded', { entry: incidentAt }, { entry: went }, 'left'],
    ['no mail, of what this browser recorded', { entry: incidentAt }, { entry: went, ...unnamed }, 'near-miss'],
    ['nobody that nobody knows', { entry: incidentAt, ...unnamed }, { entry: went, ...unnamed }, 'near-miss'],
    ['the reader, in a register of their own', { entry: incidentAt, ...own }, { entry: went, ...own }, 'left'],
    ['no mail, of what is in that one', { entry: incidentAt, ...own }, { entry: went, ...unnamed }, 'near-miss'],
  ] as const)('is for %s to say', (_, incident, amendment, outcome) => {
    const [row] = rowsOf([amendment, incident]);
    const isClaim = outcome === 'near-miss';
    expect(row).toMatchObject(isClaim ? { outcome, sentClaims: ['sent'] } : { outcome, sent: 'sent' });
    expect(row).not.toHaveProperty(isClaim ? 'sent' : 'sentClaims');
  });

  it('is not undone by who says otherwise later', () => {
    const [row] = rowsOf([
      sentBy(recorder, incidentAt),
      sentBy(recorder, amendmentEntry(11, 10, 'sent', 1)),
      sentBy(forger, amendmentEntry(12, 10, 'not-sent', 2)),
    ]);
    expect(row).toMatchObject({ outcome: 'left', sent: 'sent', sentClaims: ['not-sent'] });
  });
});
