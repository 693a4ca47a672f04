// How much longer work takes where there is more to do. In processor time, and measured again where it seems too much: a busy machine makes one
// measurement wrong, work that grows too fast makes each of them so.
import { expect } from 'vitest';

const tries = 5;
/** Milliseconds below which a time says nothing. */
const least = 5;

interface Growth {
  small: number;
  large: number;
  /** Most times as long for the large as for the small. Default: four times what is in proportion. */
  atMost?: number;
}

export function expectGrowth(
  work: (length: number) => unknown,
  { small, large, atMost = (large / small) * 4 }: Growth,
  what = '',
): void {
  // Compiled first.
  work(small);
  let times = Number.POSITIVE_INFINITY;
  for (let run = 0; run < tries && times > atMost; run++) {
    const short = Math.max(
      least,
      processorTime(() => work(small)),
    );
    times = Math.min(times, processorTime(() => work(large)) / short);
  }
  expect(times, `${large} takes times as long as ${small}: ${what}`).toBeLessThanOrEqual(atMost);
}

function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return processorTimeSince(before);
}

/** Milliseconds, of all threads. */
export function processorTimeSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
