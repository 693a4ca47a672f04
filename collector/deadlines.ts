// Whose 72 hours run, and whose are over: by references, which hold a day and the end of a random id.
import { caseOf } from '../incidents/case.ts';
import { clockOf } from '../incidents/clock.ts';
import type { Envelope } from '../incidents/envelope.ts';
import { rowsOf } from '../incidents/joining.ts';
import type { Statements } from './database.ts';

/** Those that end first come first. */
export interface Deadlines {
  running: string[];
  over: string[];
}

export async function deadlines(store: Statements, now: number): Promise<Deadlines> {
  // No clock runs where nobody was ever aware: of the others nothing is read.
  const entries = await store.all<{ envelope: string }>(
    `SELECT envelope FROM entries WHERE envelope IS NOT NULL AND about IN
     (SELECT about FROM entries WHERE type = 'work' AND envelope LIKE '%"do":"aware"%') ORDER BY position`,
  );
  const found = rowsOf(
    entries.map(({ envelope }) => JSON.parse(envelope) as Envelope),
    'collector',
  )
    .map((row) => {
      const mine = caseOf(row);
      return { reference: mine.reference, clock: clockOf(mine, now) };
    })
    .toSorted((one, other) => (one.clock.deadline ?? 0) - (other.clock.deadline ?? 0));
  const inPhase = (...phases: string[]) =>
    found.filter(({ clock }) => phases.includes(clock.phase)).map(({ reference }) => reference);
  return { running: inPhase('running', 'short'), over: inPhase('over') };
}
