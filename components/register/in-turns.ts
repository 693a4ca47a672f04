// Long work on a page that is looked at: as many turns as fit between two frames that a person sees, then the page goes on.
import type { Turns } from '@/incidents/turns.ts';

/** Milliseconds a page may stand still before somebody who types or scrolls notices. */
const atMost = 30;

/** Undefined where it is no longer wanted. What is done in the first turn is done when this returns. */
export async function inTurns<Result>(work: Turns<Result>, isWanted = () => true): Promise<Result | undefined> {
  for (;;) {
    const until = performance.now() + atMost;
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return step.value;
      if (performance.now() > until) break;
    }
    await new Promise((next) => setTimeout(next));
    if (!isWanted()) return undefined;
  }
}
