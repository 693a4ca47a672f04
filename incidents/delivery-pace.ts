// How long delivery waits before it tries again: soon while the line may only have blinked, then longer and longer.

/** The browser's own minimum for an alarm, in milliseconds. */
export const shortestWait = 30_000;
export const slowWait = 3_600_000;
/** A line that broke once is tried again while the worker is awake; after these waits it is the alarm's turn. */
export const quickWaits = [250, 750, 2_000];

/** Milliseconds until the next run, after so many that failed before this one. */
export function waitAfter(failures: number): number {
  return Math.min(shortestWait * 2 ** failures, slowWait);
}
