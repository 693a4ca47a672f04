// Long work on a page that is looked at: some turns, then the page goes on. What is done in the first turn is done without a stop.
import type { Turns } from '@/incidents/turns.ts';

/** Milliseconds a page may stand still before somebody who types or scrolls notices. */
const atMost = 30;

/** Undefined where it is no longer wanted. */
export async function whileWanted<Result>(
  work: Turns<Result>,
  isWanted: () => boolean,
): Promise<{ result: Result } | undefined> {
  const rest = rests();
  for (;;) {
    const step = work.next();
    if (step.done) return { result: step.value };
    const pause = rest();
    if (!pause) continue;
    await pause;
    if (!isWanted()) return undefined;
  }
}

/** Asked between two pieces of work: what to wait for where the page has to go on, undefined where there is still time. */
export function rests(): () => Promise<void> | undefined {
  let until = performance.now() + atMost;
  return () => {
    if (performance.now() < until) return undefined;
    return new Promise((next) => {
      setTimeout(() => {
        until = performance.now() + atMost;
        next();
      });
    });
  };
}

export async function inTurns<Result>(work: Turns<Result>): Promise<Result> {
  return (await whileWanted(work, () => true))!.result;
}
