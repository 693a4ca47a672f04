// Looks at this machine's own clock. A jump is written down and said: times around it are not to be relied on, and nothing is erased for
// a week (retention.ts). What does not jump, and goes on while the machine sleeps, is the time since it started: https://nodejs.org/api/os.html#osuptime
import { uptime } from 'node:os';
import { one, type Statements } from '../database.ts';
import { aDay, aMinute, anHour } from '../durations.ts';
import { notice } from '../notices.ts';
import type { Job } from './job.ts';

/** So long a clock is not believed after it jumped, and a register may be off without its clock being doubted. */
export const settling = 7 * aDay;

/** `elapsed`: milliseconds that have really passed since some moment. */
export const clock = (elapsed: () => number = () => uptime() * 1000): Job => {
  let looked: number | undefined;
  return {
    name: 'clock',
    isDue: (doneAt, { now }) => now() - doneAt >= aMinute,
    async run({ store, now }) {
      const at = now();
      const last = await lastDone(store);
      const before = looked;
      looked = elapsed();
      if (last === 0) return true;
      const went = at - last;
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

/** When it was last looked at, or else when anything was done: a register whose clock nobody looked at before has a past as well. 0: never. */
async function lastDone(store: Statements): Promise<number> {
  const own = await lookedAt(store);
  if (own > 0) return own;
  const any = await one<{ at: number | null }>(store, 'SELECT MAX(done_at) AS at FROM jobs');
  return Number(any?.at ?? 0);
}

/** Whether it was looked at a moment ago, by this clock or one that goes as it does. */
export async function isClockLookedAt(store: Statements, now: number): Promise<boolean> {
  return Math.abs(now - (await lookedAt(store))) < anHour;
}

/** 0: never. */
async function lookedAt(store: Statements): Promise<number> {
  const own = await one<{ at: number }>(store, "SELECT done_at AS at FROM jobs WHERE name = 'clock'");
  return Number(own?.at ?? 0);
}

/** Whether it jumped in the last week, or in the week ahead: the time of a jump is itself one or the other side of it. */
export async function isClockUnsettled(store: Statements, now: number): Promise<boolean> {
  const jumps = await store.all(
    "SELECT kind FROM notices WHERE device = '' AND kind IN ('clock-back', 'clock-forward') AND last_at BETWEEN ? AND ? LIMIT 1",
    ...[now - settling, now + settling],
  );
  return jumps.length > 0;
}
