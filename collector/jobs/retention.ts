// Erases what is past its time: a row as a whole, with the work on it, unless somebody holds it. What stays is its place in the chain,
// so that a chain of which half is erased can still be followed from end to end.
import type { Envelope } from '../../incidents/envelope.ts';
import { standing, type Work } from '../../incidents/work.ts';
import { writeAudit } from '../audit.ts';
import type { Statements } from '../database.ts';
import type { Job } from './job.ts';

const anHour = 3_600_000;
const aDay = 24 * anHour;

export const retention: Job = {
  name: 'retention',
  isDue: (doneAt, { now }) => now() - doneAt >= anHour,
  async run({ store, config, now }) {
    const at = now();
    const limit = at - config.retentionDays * aDay;
    await store.transaction(async (inside) => {
      const kept = await keptFor(inside, at);
      const due = await inside.all<{ about: string }>(
        `SELECT about FROM entries WHERE envelope IS NOT NULL GROUP BY about
         HAVING max(received_at) < ?`,
        limit,
      );
      const mayGo = due.map(({ about }) => about).filter((about) => !kept.has(about));
      const erased = await eraseRows(inside, mayGo, at);
      await inside.run('DELETE FROM audit WHERE at < ?', limit);
      if (erased > 0)
        await writeAudit(inside, {
          at,
          account: '',
          action: 'erased',
          object: `${erased} entries`,
          outcome: 'allowed',
        });
    });
    return true;
  },
};

/** Erases rows and the work on them; how many entries. */
export async function eraseRows(inside: Statements, rows: readonly string[], at: number): Promise<number> {
  let erased = 0;
  for (const about of rows)
    erased += await inside.run(
      'UPDATE entries SET envelope = NULL, erased_at = ? WHERE about = ? AND envelope IS NOT NULL',
      ...[at, about],
    );
  return erased;
}

/** Rows under a legal hold, and rows somebody wants kept longer. */
export async function keptFor(inside: Statements, now: number): Promise<Set<string>> {
  const works = (
    await inside.all<{ envelope: string }>("SELECT envelope FROM entries WHERE type = 'work' AND envelope IS NOT NULL")
  ).flatMap(({ envelope }): Work[] => {
    const { entry } = JSON.parse(envelope) as Envelope;
    return entry.type === 'work' ? [entry.work] : [];
  });
  const kept = new Set<string>();
  for (const [about, mine] of Map.groupBy(works, (work) => work.about)) {
    const steps = standing(mine.sort((one, other) => one.at - other.at)).map(({ change }) => change);
    const hold = steps.findLast((step) => step.do === 'hold');
    const retain = steps.findLast((step) => step.do === 'retain');
    if (hold?.isHeld || (retain && retain.until > now)) kept.add(about);
  }
  return kept;
}
