// Looks at this machine's own clock. A jump is written down and said: times around it are not to be relied on, and nothing is erased for
// a week (retention.ts). What does not jump is the time since the process began: https://nodejs.org/api/perf_hooks.html#performancenow
import { one, type Statements } from '../database.ts';
import { notice } from '../notices.ts';
import type { Job } from './job.ts';

const aMinute = 60_000;
const anHour = 60 * aMinute;
const aDay = 24 * anHour;
/** So long a clock is not believed after it jumped, and a register may be off without its clock being doubted. */
export const settling = 7 * aDay;

/** `elapsed`: milliseconds that have really passed since some moment. */
export const clock = (elapsed: () => number = () => performance.now()): Job => {
  let looked: number | undefined;
  return {
    name: 'clock',
    isDue: (doneAt, { now }) => now() - doneAt >= aMinute,
    async run({ store, now }) {
      const at = now();
      const last = await one<{ done_at: number }>(store, 'SELECT done_at FROM jobs WHERE name = ?', 'clock');
      const before = looked;
      looked = elapsed();
      if (!last || last.done_at === 0) return true;
      const went = at - last.done_at;
      const passed = before === undefined ? settling : looked - before;
      // An hour is no jump: several instances have several clocks.
      const kind = went < -anHour ? 'clock-back' : went > passed + anHour ? 'clock-forward' : undefined;
      if (kind === undefined) return true;
      await notice(store, '', kind, Math.floor(at / aDay), at);
      console.error(`collector: ${kind} by ${Math.round(Math.abs(went) / anHour)} hours`);
      return true;
    },
  };
};

/** Whether it jumped in the last week, or in the week ahead: the time of a jump is itself one or the other side of it. */
export async function isClockUnsettled(store: Statements, now: number): Promise<boolean> {
  const jumps = await store.all(
    "SELECT kind FROM notices WHERE device = '' AND kind IN ('clock-back', 'clock-forward') AND last_at BETWEEN ? AND ? LIMIT 1",
    ...[now - settling, now + settling],
  );
  return jumps.length > 0;
}
