// Work over a long register, in turns: whoever does it may stop between two and let a page go on. A short one is done in the first.

export type Turns<Result> = Generator<undefined, Result, undefined>;

/** Rows in one turn: some milliseconds. */
const together = 2_000;

export function* each<One>(all: readonly One[], act: (one: One) => void): Turns<void> {
  for (let at = 0; at < all.length; at += 1) {
    if (at > 0 && at % together === 0) yield;
    act(all[at]!);
  }
}

/** Without a stop. */
export function atOnce<Result>(work: Turns<Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
