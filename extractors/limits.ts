// How much work one file may be.
import type { Limits } from './extractor.ts';

/** 256 MB, four levels of files within files, 5,000 entries, a minute. `now`: epoch milliseconds. */
export function defaultLimits(now: number): Limits {
  return { bytes: 256 << 20, depth: 4, entries: 5_000, deadline: now + 60_000 };
}
