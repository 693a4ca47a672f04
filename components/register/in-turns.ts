// Long work on a page that is looked at: some turns, then the page goes on. What is done in the first turn is done without a stop.
import type { Turns } from '@/incidents/turns.ts';

/** Milliseconds a page may stand still before somebody who types or scrolls notices. */
const atMost = 30;

/** Undefined where it is no longer wanted. */
export async function whileWanted<Result>(
  work: Turns<Result>,
  isWanted: () => boolean,
): Promise<{ result: Result } | undefined> {
  for (;;) {
    const until = performance.now() + atMost;
    do {
      const step = work.next();
      if (step.done) return { result: step.value };
    } while (performance.now() < until);
    await new Promise((next) => setTimeout(next));
    if (!isWanted()) return undefined;
  }
}

export async function inTurns<Result>(work: Turns<Result>): Promise<Result> {
  return (await whileWanted(work, () => true))!.result;
}
