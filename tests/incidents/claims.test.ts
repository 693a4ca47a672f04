// Steps and outcomes that somebody's browser sent to the collector: whoever has a token could have. They are shown, and decide nothing.
import { describe, expect, it } from 'vitest';
import { caseOf } from '../../incidents/case.ts';
import type { Entry } from '../../incidents/incident.ts';
import { rowsOf } from '../../incidents/joining.ts';
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
    const [row] = rowsOf([
      sentBy(recorder, incidentEntry(10)),
      sentBy(collector, step(1, triaged, 'signed-in')),
      sentBy(forger, step(2, closed, from)),
      sentBy(recorder, step(3, { do: 'hold', isHeld: true, why: '' }, from)),
      sentBy(forger, step(4, { do: 'undo', work: work(1, 10, triaged).id }, from)),
    ]);
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

  it('counts in the register of the browser that took it, and in one it was saved to', () => {
    const from: ({ extensionVersion: string; device?: string } | undefined)[] = [
      undefined,
      { extensionVersion: '0.1.0' },
    ];
    for (const sentFrom of from) {
      const item = (entry: Entry) => ({ entry, ...(sentFrom && { sentFrom }) });
      const [row] = rowsOf([item(incidentEntry(10)), item(step(1, closed, 'typed'))]);
      expect(row).toMatchObject({ status: 'false-positive' });
      expect(row).not.toHaveProperty('claims');
    }
  });
});

describe('what became of a message', () => {
  it.each([
    ['the browser that recorded it', recorder, 'left'],
    ['no other', forger, 'near-miss'],
  ])('is for %s to say', (_, device, outcome) => {
    const [row] = rowsOf([sentBy(device, amendmentEntry(11, 10, 'sent')), sentBy(recorder, incidentEntry(10))]);
    expect(row).toMatchObject({ outcome });
  });
});
