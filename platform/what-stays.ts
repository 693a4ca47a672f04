// Which entries may be erased: never what vouches for the rest, nor what is held or nobody has been told of yet.
import { caseOf } from '../incidents/case.ts';
import { rowIdOf, timeOf } from '../incidents/envelope.ts';
import type { ChainedEntry, Entry } from '../incidents/incident.ts';
import { rowsOf } from '../incidents/joining.ts';

/** What a person may ask to have erased. */
export const erasable: ReadonlySet<Entry['type']> = new Set([
  'incident',
  'amendment',
  'report',
  'work',
  'acknowledgement',
]);

/** What a person passes on by hand. What vouches for the rest, and steps of work, go along and are no reason to write. */
const toldByHand: ReadonlySet<Entry['type']> = new Set(['incident', 'amendment', 'report', 'acknowledgement']);

/** How the breach contact is told: everything is posted to an address, or people mail it. */
export type ToldBy = 'post' | 'hand';

/** Sequences of what may not be erased yet. What vouches for others has no time of its own. */
export function stayingIn(
  entries: readonly ChainedEntry[],
  waiting: ReadonlySet<number>,
  time: number,
  now: number,
  toldBy: ToldBy,
): ReadonlySet<number> {
  const waits = ({ sequence, entry }: ChainedEntry) =>
    waiting.has(sequence) && (toldBy === 'post' || toldByHand.has(entry.type));
  const held = heldRows(entries, now);
  const stays = (chained: ChainedEntry) =>
    waits(chained) ||
    held.has(rowIdOf(chained.entry)) ||
    (erasable.has(chained.entry.type) && timeOf(chained.entry) >= time);
  return new Set(entries.filter(stays).map(({ sequence }) => sequence));
}

/** Rows under legal hold, or to be kept longer. */
export function heldRows(entries: readonly ChainedEntry[], now: number): ReadonlySet<string> {
  const worked = rowsOf(entries).filter((row) => row.works.length > 0);
  const isHeld = (row: (typeof worked)[number]) => {
    const { hold, retainUntil = 0 } = caseOf(row);
    return hold !== undefined || retainUntil > now;
  };
  return new Set(worked.filter(isHeld).map(({ id }) => id));
}
