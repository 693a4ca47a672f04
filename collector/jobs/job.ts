// Work that is due now and then, whichever instance comes to it first. When it was done, how often it failed and when it may try again
// is in the store: an instance that is killed takes nothing with it.
import { one } from '../database.ts';
import { anHour } from '../durations.ts';
import type { World } from '../route.ts';

export interface Job {
  name: string;
  /** Whether it is due, given when it was last done (epoch milliseconds; 0: never). */
  isDue(doneAt: number, world: World): boolean;
  /** True: it did something. A word: and that is what it found amiss. Rejects with an error whose `code` may be shown: it holds no data. */
  run(world: World, when: When): Promise<boolean | 'altered'>;
}

/** Epoch milliseconds. */
export interface When {
  at: number;
  /** When it was last done; 0: never. */
  doneAt: number;
}

const shortestWait = 30_000;
const longestWait = anHour;

export type Ran = 'done' | 'nothing' | 'failed' | 'not-due';

export async function runJob(job: Job, world: World): Promise<Ran> {
  let ran: Ran = 'not-due';
  await world.store.alone(job.name, async () => {
    const { store } = world;
    await store.run('INSERT INTO jobs (name) VALUES (?) ON CONFLICT DO NOTHING', job.name);
    const state = (await one<{ done_at: number; failures: number; not_before: number }>(
      store,
      'SELECT done_at, failures, not_before FROM jobs WHERE name = ?',
      job.name,
    ))!;
    const now = world.now();
    // Times that lie too far ahead were written when the clock was wrong.
    const isPutOff = now < state.not_before && state.not_before <= now + longestWait;
    const when = { at: now, doneAt: state.done_at > now ? 0 : state.done_at };
    if (isPutOff || !job.isDue(when.doneAt, world)) return;
    try {
      const did = await job.run(world, when);
      ran = did ? 'done' : 'nothing';
      const found = typeof did === 'string' ? did : '';
      const doneAt = ran === 'done' ? now : state.done_at;
      if (ran === 'done' || state.failures > 0)
        await store.run(
          `UPDATE jobs SET done_at = ?, failures = 0, not_before = 0, last_failure = ? WHERE name = ?`,
          ...[doneAt, found, job.name],
        );
    } catch (thrown) {
      ran = 'failed';
      const wait = Math.min(shortestWait * 2 ** Math.min(state.failures, 10), longestWait);
      await store.run(
        'UPDATE jobs SET failures = failures + 1, not_before = ?, last_failure = ? WHERE name = ?',
        ...[now + wait, codeOf(thrown), job.name],
      );
    }
  });
  return ran;
}

/** A word such as ECONNREFUSED or a status number; never a message, which may quote an address. */
function codeOf(thrown: unknown): string {
  const { code, responseCode, name } = (thrown ?? {}) as Record<string, unknown>;
  const word = String(responseCode ?? code ?? name ?? 'unknown');
  return /^[\w-]{1,40}$/.test(word) ? word : 'unknown';
}

/** Looks at each job every so often, until `signal` aborts. None waits for another: what one must know of another is in the store. */
export function startJobs(jobs: readonly Job[], world: World, everyMs: number, signal: AbortSignal): void {
  for (const job of jobs) keepLooking(job, world, everyMs, signal);
}

function keepLooking(job: Job, world: World, everyMs: number, signal: AbortSignal): void {
  const look = async () => {
    await runJob(job, world).catch((thrown) =>
      console.error(`collector: ${job.name} could not run: ${codeOf(thrown)}`),
    );
    if (!signal.aborted) timer = setTimeout(look, everyMs);
  };
  let timer = setTimeout(look, 0);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
