// The 72 hours of GDPR Article 33(1). They are hours, weekends and holidays included, and run from awareness:
// https://ico.org.uk/for-organisations/report-a-breach/personal-data-breach/ ; Regulation 1182/71 Article 3(4) leaves periods in hours
// unextended. Counted in epoch milliseconds, so that a change to summer time neither gives nor takes an hour.
import { type Case, caseOf } from './case.ts';
import type { Row } from './rows.ts';
import type { Work } from './work.ts';

const hour = 3_600_000;
export const notifyWithin = 72 * hour;
/** From here on it is said that time is short. */
const shortTime = 24 * hour;
/** Two records of one browser are written in the order of their numbers; a clock that goes back more than this was set back. */
const tolerance = 60_000;

export type Clock = { deadline?: number } & (
  | { phase: 'not-aware' | 'not-required' }
  | { phase: 'running' | 'short'; left: number }
  | { phase: 'over'; by: number }
  /** `lateBy`: above 0, a reason for the delay is owed (Article 33(1)). `isFinal`: nothing more is owed in phases (33(4)). */
  | { phase: 'notified'; lateBy: number; isFinal: boolean }
);

export function clockOf({ aware, authority, decision, judged }: Case, now: number): Clock {
  const deadline = aware && { deadline: aware.value.at + notifyWithin };
  const first = authority.reduce<number | undefined>(
    (least, { value }) => Math.min(least ?? value.at, value.at),
    undefined,
  );
  if (first !== undefined) {
    const lateBy = deadline ? Math.max(0, first - deadline.deadline) : 0;
    return { ...deadline, phase: 'notified', lateBy, isFinal: authority.some(({ value }) => value.phase === 'final') };
  }
  if (decision?.value.risk === 'none' || judged === 'not-breach' || judged === 'false-positive')
    return { ...deadline, phase: 'not-required' };
  if (!deadline) return { phase: 'not-aware' };
  const left = deadline.deadline - now;
  if (left < 0) return { ...deadline, phase: 'over', by: -left };
  return { ...deadline, phase: left <= shortTime ? 'short' : 'running', left };
}

/** The same of a row of the table. */
export function clockOfRow(row: Row, now: number): Clock {
  return row.works.length === 0 ? { phase: 'not-aware' } : clockOf(caseOf(row), now);
}

/** What somebody has to do something about. `not-begun`: a breach, and nobody has said since when they know. */
export const deadlines = ['running', 'over', 'not-begun'] as const;
export type Deadline = (typeof deadlines)[number];

/** `until`: where the 72 hours have begun. Undefined where nothing is owed. */
export function deadlineOf(row: Row, now: number): { is: Deadline; until?: number } | undefined {
  const { phase, deadline: until } = clockOfRow(row, now);
  if (phase === 'not-aware') return row.status === 'breach' ? { is: 'not-begun' } : undefined;
  if (until === undefined || phase === 'not-required' || phase === 'notified') return undefined;
  return { is: phase === 'over' ? 'over' : 'running', until };
}

/** Records whose time is before that of the one recorded before them, or after now: the device's clock was changed. */
export function clockJumps(works: readonly Work[], now: number): Work[] {
  let latest = 0;
  return works.filter(({ at }) => {
    const isOdd = at < latest - tolerance || at > now + tolerance;
    latest = Math.max(latest, at);
    return isOdd;
  });
}
