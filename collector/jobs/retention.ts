// Erases what is past its time: a row as a whole, with the work on it, unless somebody holds it. What stays is its place in the chain,
// so that a chain of which half is erased can still be followed from end to end.
import type { Envelope } from '../../incidents/envelope.ts';
import { isKept, type Work } from '../../incidents/work.ts';
import { isAsRecorded, type StoredEntry, storedColumns } from '../as-recorded.ts';
import { dateAudit, endAudit, writeAudit } from '../audit.ts';
import { one, type Statements } from '../database.ts';
import { aDay, anHour } from '../durations.ts';
import { eraseRows, type Signing } from '../erasing.ts';
import { notice } from '../notices.ts';
import { holdChain, standsHere, vouchesHere } from '../own-chain.ts';
import { isClockLookedAt, isClockUnsettled, settling } from './clock.ts';
import type { Job } from './job.ts';

/** Rows that are erased in one transaction: what comes in meanwhile waits for these, not for all. */
const together = 200;

export const retention: Job = {
  name: 'retention',
  isDue: (doneAt, { now }) => now() - doneAt >= anHour,
  async run({ store, config, now, signer, version }) {
    const at = now();
    // What is erased does not come back. A clock that nobody could look at, or that is another than the one looked at, is none to go by.
    if (!(await isClockLookedAt(store, at))) return false;
    if (await isClockUnsettled(store, at)) return true;
    const past = { limit: at - config.retentionDays * aDay, at };
    const due = await dueRows(store, past);
    for (let from = 0; from < due.length; from += together) {
      const some = due.slice(from, from + together);
      await store.transaction((inside) => eraseDue(inside, some, past, { signer, version }));
    }
    await dateAudit(store, at);
    await endAudit(store, past);
    return true;
  },
};

interface Past {
  /** What is older is past its time. */
  limit: number;
  at: number;
}

/**
 * In SQL, of a later entry about a row: steps that were sent decide nothing, and what became of a message only the browser says that
 * recorded it.
 */
const counts = `(later.type NOT IN ('work', 'amendment') OR later.${standsHere}
  OR (later.type = 'amendment' AND later.device = (SELECT device FROM entries AS first WHERE first.id = later.about)))`;

/**
 * Only what is old enough is looked at, however much is kept. What came while the clock here stood years back is as old as its browser
 * says, unless that is of the future. `among`: these alone.
 */
async function dueRows(store: Statements, { limit, at }: Past, among?: readonly string[]): Promise<string[]> {
  const rows = await store.all<{ about: string }>(
    `SELECT DISTINCT about FROM entries WHERE envelope IS NOT NULL AND received_at < ? AND NOT ${vouchesHere} AND NOT EXISTS (
       SELECT 1 FROM entries AS later WHERE later.about = entries.about AND later.envelope IS NOT NULL
       AND ${counts} AND (later.received_at >= ? OR later.at BETWEEN ? AND ?))
     ${among ? `AND about IN (${among.map(() => '?').join()})` : ''}`,
    ...[limit, limit, limit, at + settling, ...(among ?? [])],
  );
  return rows.map(({ about }) => about);
}

async function eraseDue(inside: Statements, some: readonly string[], past: Past, signing: Signing): Promise<void> {
  const { at } = past;
  // A hold is a step on this chain: asked for once none can be added, and what came meanwhile may be about these rows.
  await holdChain(inside);
  const kept = await keptFor(inside, at);
  const due = (await dueRows(inside, past, some)).filter((about) => !kept.has(about));
  const mayGo: string[] = [];
  const altered = new Set<string>();
  for (const about of due) {
    const devices = await alteredIn(inside, about);
    if (devices.length === 0) mayGo.push(about);
    for (const device of devices) altered.add(device);
  }
  for (const device of altered) if (!(await isMarked(inside, device))) await notice(inside, device, 'altered', 0, at);
  const erased = await eraseRows(inside, mayGo, 'retention', at, signing);
  if (erased === 0) return;
  await writeAudit(inside, { at, account: '', action: 'erased', object: `${erased} entries`, outcome: 'allowed' });
}

/** It is come upon again each hour. */
async function isMarked(inside: Statements, device: string): Promise<boolean> {
  return (await one(inside, "SELECT kind FROM notices WHERE device = ? AND kind = 'altered'", device)) !== undefined;
}

/**
 * Browsers of whom an entry in this row is not as it was recorded, though it came as such: somebody may have written to the store so that its
 * time seems to be up. What did not come as recorded was said when it came, and goes by what its columns say.
 */
async function alteredIn(inside: Statements, about: string): Promise<string[]> {
  const rows = await inside.all<StoredEntry>(
    `SELECT ${storedColumns} FROM entries WHERE about = ? AND envelope IS NOT NULL AND NOT ${vouchesHere}`,
    about,
  );
  const devices: string[] = [];
  for (const row of rows) if (row.was_told === 0 && !(await isAsRecorded(row))) devices.push(row.device);
  return devices;
}

interface Taken {
  work: Work;
  /** As its clock said; of a browser's clock that was ahead, when it came. */
  at: number;
  isHere: boolean;
}

/**
 * Rows under a legal hold, and rows somebody wants kept longer: by steps that were taken here, or by these together with what browsers had sent
 * while that counted (earlier-steps.ts).
 */
export async function keptFor(inside: Statements, now: number): Promise<Set<string>> {
  const steps = (
    await inside.all<{ envelope: string; received_at: number; is_here: number }>(
      `SELECT envelope, received_at, CASE WHEN ${standsHere} THEN 1 ELSE 0 END AS is_here FROM entries
       WHERE type = 'work' AND (${standsHere} OR id IN (SELECT id FROM earlier_steps)) AND envelope IS NOT NULL ORDER BY position`,
    )
  ).flatMap(({ envelope, received_at, is_here }): Taken[] => {
    const { entry } = JSON.parse(envelope) as Envelope;
    if (entry.type !== 'work') return [];
    const { work } = entry;
    return [{ work, at: Math.min(work.at, received_at), isHere: is_here === 1 }];
  });
  const kept = new Set<string>();
  for (const [about, all] of Map.groupBy(steps, ({ work }) => work.about)) {
    const here = all.filter(({ isHere }) => isHere);
    if (isKeptBy(here, now) || (here.length < all.length && isKeptBy(all, now))) kept.add(about);
  }
  return kept;
}

/** As they came and by their times: where a clock was wrong the two differ, and either is enough to keep it. */
function isKeptBy(steps: readonly Taken[], now: number): boolean {
  const byTime = steps.toSorted((one, other) => one.at - other.at);
  return [steps, byTime].some((order) =>
    isKept(
      order.map(({ work }) => work),
      now,
    ),
  );
}
