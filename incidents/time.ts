// A point in time as entries hold it. Whoever sends one may write any number: what no calendar can show is refused at the door, and brought
// into range where it is shown. Range: https://tc39.es/ecma262/#sec-time-values-and-time-range
import * as v from 'valibot';

export const latestTime = 8.64e15;

/** Epoch milliseconds that a calendar can show. */
export const timeSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(latestTime));

/** The nearest that a calendar can show. */
export function shownTime(at: number): number {
  return Math.max(-latestTime, Math.min(at, latestTime));
}
