// Which entries may be erased, wherever they lie: never what vouches for the rest, nor what is held or nobody has been told of yet. A row goes
// as a whole: an entry, what became known of it, and the work on it.
import { rowIdOf, type Taken, timeOf } from '../../incidents/envelope.ts';
import type { ChainedEntry, Entry } from '../../incidents/incident.ts';
import { ownStepsIn } from '../../incidents/joining.ts';
import { toldByHand } from '../../incidents/ready-mail.ts';
import { isKept } from '../../incidents/work.ts';

/** What a person may ask to have erased. */
export const erasable: ReadonlySet<Entry['type']> = new Set([
  'incident',
  'amendment',
  'report',
  'work',
  'acknowledgement',
]);

/** How the breach contact is told: everything is posted to an address, or people mail it. */
export type ToldBy = 'post' | 'hand';

/** What was imported. `hash`: of what is in it. `since`: when it came here, epoch milliseconds. */
export interface Elsewhere extends Taken {
  since: number;
}

/** The whole register: the journal, and what was imported. */
export interface Register {
  entries: readonly ChainedEntry[];
  elsewhere: readonly Elsewhere[];
}

/**
 * Rows that may not be erased yet: something in them is of `time` or later, they are held, or nobody has been told of them. What vouches for
 * others has no time of its own.
 */
export function stayingRows(
  { entries, elsewhere }: Register,
  waiting: ReadonlySet<number>,
  time: number,
  now: number,
  toldBy: ToldBy,
): ReadonlySet<string> {
  const waits = ({ sequence, entry }: ChainedEntry) =>
    waiting.has(sequence) && (toldBy === 'post' || toldByHand.has(entry.type));
  const here = entries.filter((one) => waits(one) || (erasable.has(one.entry.type) && timeOf(one.entry) >= time));
  // Where the clock stood far back as it came, its own time tells that it is not old.
  const isRecent = (at: number) => at >= time && at <= now;
  const there = elsewhere.filter(({ since, entry }) => since >= time || isRecent(timeOf(entry)));
  const staying = [...here, ...there].map(({ entry }) => rowIdOf(entry));
  return new Set([...heldRows({ entries, elsewhere }, now), ...staying]);
}

/** Rows under legal hold, or to be kept longer: by the steps on them, wherever their entry lies. */
export function heldRows({ entries, elsewhere }: Register, now: number): ReadonlySet<string> {
  const steps = [...ownStepsIn([...elsewhere, ...entries])];
  return new Set(steps.filter(([, works]) => isKept(works, now)).map(([about]) => about));
}

/** Hashes of everything that was erased one by one, as the record says. */
export function erasedHashes(entries: readonly ChainedEntry[]): ReadonlySet<string> {
  const listed = entries.flatMap(({ entry }) => (entry.type === 'erasure' ? (entry.erasure.listed ?? []) : []));
  return new Set(listed.map(({ hash }) => hash));
}
